"""The shape of config.yaml's sections on what stands on our own site: the archive of editions, and images of mails."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from pipeline.config.base import Shape
from pipeline.config.values import OwnFolder, SecureAddress


def _folder_address(value: str) -> str:
    """An address that names go after: `https://a.example/news` + `/weekly`."""
    if "?" in value or "#" in value:
        raise ValueError("expected the address of a folder, without ? and #")
    return value.rstrip("/")


WebFolder = Annotated[SecureAddress, AfterValidator(_folder_address)]


class Archive(Shape):
    """Where editions can be read online.

    Attributes:
        address: Where readers find it.
        folder: Where we write it, for you to upload; a relative path starts at config.yaml. Left out, we write none.
    """

    address: WebFolder
    folder: OwnFolder | None = None


class Images(Shape):
    """Where the images of mails are published, made small.

    Attributes:
        folder: Where we write them, for you to upload; a relative path starts at config.yaml.
        address: Where mail programs find them.
    """

    folder: OwnFolder
    address: WebFolder
