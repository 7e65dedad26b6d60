"""The kinds of value in config.yaml. Each takes what people write (`9:00`, `3 weeks`), or says what it expects."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path
from typing import Annotated, Literal, TypeVar, get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
T = TypeVar("T")


class Wrapped(str):
    """A text without quotes that runs over several lines. Where a list is wanted, its dashes are missing."""

    __slots__ = ()


def _clock_time(value: object) -> object:
    """Accept `9:00` and `9.00` beside `09:00`."""
    if isinstance(value, time):
        return value
    match = re.fullmatch(r"([0-9]{1,2})[:.]([0-9]{2})", str(value).strip())
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        raise ValueError("expected a time of day such as 09:00")
    return time(int(match[1]), int(match[2]))


def _span(value: object) -> object:
    """Read `3 weeks` as days."""
    if isinstance(value, int):
        return value
    match = re.fullmatch(r"([0-9]{1,3})\s*(day|week)s?", str(value).strip())
    if not match or int(match[1]) == 0:
        raise ValueError("expected a span such as 3 weeks or 10 days")
    return int(match[1]) * (7 if match[2] == "week" else 1)


def _quiet(value: object) -> object:
    """Read dates as written; pydantic alone would take a bare number for seconds since 1970."""
    word = value.strip().lower() if isinstance(value, str) else value
    if isinstance(word, date) or word in get_args(Weekday):
        return word
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", str(word)):
        raise ValueError("expected a day of the week or a date such as 2027-05-04")
    try:
        return date.fromisoformat(str(word))
    except ValueError as error:
        raise ValueError("there is no such date") from error


def _lower(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


def _one_line(value: object) -> object:
    """Make line breaks spaces: none may get into a header or the name of a file."""
    return " ".join(value.split()) if isinstance(value, str) else value


def _path(value: object) -> object:
    if isinstance(value, str) and (not value.strip() or "\n" in value):
        raise ValueError("expected a path such as articles/")
    return value.strip() if isinstance(value, str) else value


def _file(value: object) -> object:
    if isinstance(value, str) and "://" in value:
        raise ValueError("expected a file on this machine; a database server is not supported yet")
    return _path(value)


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        # A type of its own, because `mistakes.py` proposes a zone that exists.
        raise PydanticCustomError("zone", "there is no such time zone") from error
    return value


def _color(value: str) -> str:
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        raise ValueError('expected a colour as six hexadecimal digits in quotes, such as "#1F5F5B"')
    return value


def _address(value: str) -> str:
    """A host needs a dot, unless it is this machine or names a port, as test servers do."""
    expected = "expected a whole address such as https://moesenoven.example.org"
    try:
        parts = urlsplit(value)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise ValueError(expected) from error
    reachable = "." in host.strip(".") or host == "localhost" or (host and port) or ":" in host
    if parts.scheme not in {"http", "https"} or not reachable or re.search(r"\s", value):
        raise ValueError(expected)
    return value


def _public(value: str) -> str:
    """One that readers see."""
    if urlsplit(value).username is not None:
        # Not "expected", which would show what was found.
        raise ValueError("readers would see the name or password before the host. Leave it out")
    return value


def _logo(value: object) -> object:
    """A file, or an address that mails can show."""
    if isinstance(value, str) and re.match(r"[A-Za-z][A-Za-z0-9+.-]+:/", value.strip()):
        address = _public(_secure(_address(value.strip())))
        if re.search(r"[\[\]\\^`{|}<>\"']", address):
            raise ValueError("expected a logo's address with letters such as [ written as %5B")
    return _path(value)


def _own_folder(value: Path) -> Path:
    """A folder that may be filled; `~` would be a folder of that very name."""
    if value.name in {"", ".."} or value.parts[0].startswith("~"):
        raise ValueError("expected a folder of its own, such as public; a relative path starts at config.yaml")
    return value


def _secure(value: str) -> str:
    """One that stands in a header, where only plain letters may."""
    if not re.fullmatch(r"https://[!-;=?-~]{1,900}", value):
        raise ValueError("expected an address that starts with https://, with other letters than a-z as %XX")
    return value


def _host(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9:][A-Za-z0-9.:-]*", value):
        raise ValueError("expected the name of a server such as smtp.example.org, without https:// and port")
    return value


def _button(value: str) -> str:
    if re.fullmatch(r"(/(?!/)|mailto:|tel:)\S*", value):
        return value
    try:
        return _public(_address(value))
    except ValueError as error:
        raise ValueError("expected a whole address, or a path of our site such as /contact") from error


def _email(value: str) -> str:
    if not re.fullmatch(r"[^@\s<>,;:\"]+@[^@\s<>,;:\"]+", value):
        raise ValueError("expected an e-mail address such as post@moesenoven.example.org")
    return value


def _handle(value: str) -> str:
    """https://atproto.com/specs/handle"""
    handle = value.removeprefix("@").lower()
    label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
    if len(handle) > 253 or not re.fullmatch(rf"(?:{label}\.)+(?!\d){label}", handle):
        raise ValueError("expected a handle such as bakery.bsky.social, in quotes where it starts with @")
    return handle


def _language(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
        raise ValueError("expected a language's code such as nl, en or de")
    return value


def _hashtag(value: str) -> str:
    words = value.removeprefix("#").strip()
    if not re.search(r"\w", words):
        raise ValueError("expected a hashtag's word or words")
    return words


def _name(value: str) -> str:
    """Names become parts of files' names, so they hold no slash and start with a letter or digit."""
    if not re.fullmatch(r"[^\W_][\w-]{0,59}", value):
        raise ValueError("expected a name of letters, digits and hyphens")
    return value


def _listed(value: object) -> object:
    """Take one word as a list of one, and notice forgotten dashes and brackets, and repeats."""
    entries = value if isinstance(value, list) else [value]
    if any(isinstance(entry, Wrapped) for entry in entries):
        raise ValueError("put a dash and a space before each line of a list, or quotes around a text of several lines")
    if isinstance(value, str):
        if "," in value:
            raise ValueError("expected a list in brackets such as [first, second]")
        return (value,)
    texts = [entry for entry in entries if isinstance(entry, str)]
    if len(set(texts)) < len(texts):
        raise ValueError("something stands twice in this list. Leave it once")
    return value


def _text_schema(pattern: str, *examples: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern, "examples": list(examples)})


ClockTime = Annotated[time, BeforeValidator(_clock_time), _text_schema(r"^[0-9]{1,2}[:.][0-9]{2}$", "09:00", "16:30")]
Span = Annotated[int, BeforeValidator(_span), _text_schema(r"^[0-9]{1,3} ?(day|week)s?$", "3 weeks", "10 days")]
Day = Annotated[Weekday, BeforeValidator(_lower)]
QuietDay = Annotated[
    Weekday | date,
    BeforeValidator(_quiet),
    WithJsonSchema(
        {"anyOf": [{"enum": [*get_args(Weekday)]}, {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}]}
    ),
]
Zone = Annotated[str, AfterValidator(_zone), Field(examples=["Europe/Amsterdam"])]
Color = Annotated[str, AfterValidator(_color), _text_schema("^#[0-9A-Fa-f]{6}$", "#1F5F5B")]
Address = Annotated[str, AfterValidator(_address), Field(examples=["https://moesenoven.example.org"])]
SecureAddress = Annotated[Address, AfterValidator(_secure), AfterValidator(_public)]
Host = Annotated[str, AfterValidator(_host), Field(examples=["smtp.moesenoven.example.org"])]
Site = Annotated[Address, AfterValidator(_public), AfterValidator(lambda value: value.rstrip("/"))]
Button = Annotated[str, AfterValidator(_button), Field(examples=["/contact"])]
Email = Annotated[str, AfterValidator(_email), Field(examples=["post@moesenoven.example.org"])]
Language = Annotated[str, AfterValidator(_language), Field(examples=["nl"])]
Hashtag = Annotated[str, AfterValidator(_hashtag)]
Handle = Annotated[str, AfterValidator(_handle), Field(examples=["bakery.bsky.social"])]
Line = Annotated[str, BeforeValidator(_one_line), StringConstraints(min_length=1)]
Name = Annotated[str, AfterValidator(_name)]
Place = Annotated[Path, BeforeValidator(_path)]
Logo = Annotated[Path, BeforeValidator(_logo)]
OwnFolder = Annotated[Place, AfterValidator(_own_folder)]
LocalFile = Annotated[Path, BeforeValidator(_file)]
Secret = Annotated[SecretStr, Field(min_length=1, examples=["${MAILCHIMP_API_KEY}"])]
Listed = Annotated[tuple[T, ...], BeforeValidator(_listed)]
