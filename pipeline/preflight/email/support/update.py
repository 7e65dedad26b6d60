"""Make facts.json anew from the npm package `caniemail`: `make support-facts`.

Of each feature it keeps its name, the day it was last tested, and for the newest version of each mail program whether it
knows it: y(es), n(o), a (in part) or u(nknown). No words of others are kept.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FACTS = Path(__file__).with_name("facts.json")
_KINDS = ("css", "html", "image")
_SHAPES = (re.compile(r"\d{4}-\d{2}"), re.compile(r"\d{4}"), re.compile(r"[\d.]+"))


def facts(package: Mapping[str, Any], published: Mapping[str, Any]) -> dict[str, Any]:
    """The facts of one release.

    Args:
        package: Its package.json.
        published: Its data/caniemail.json.
    """
    features = [one for one in published["data"] if one["category"] in _KINDS]
    clients = sorted({client for one in features for client in _newest(one["stats"])})
    return {
        "source": f"npm package {package['name']} {package['version']}, facts of caniemail.com",
        "license": f"{package['license']}, © Avi Goldman, © {package['author'].partition(' <')[0]}",
        "updated": published["last_update_date"][:10],
        "clients": clients,
        "features": {
            one["slug"]: f"{_day(one['last_test_date'])} "
            + "".join(_newest(one["stats"]).get(client, "u") for client in clients)
            for one in sorted(features, key=lambda one: str(one["slug"]))
        },
    }


def _newest(stats: Mapping[str, Mapping[str, Mapping[str, str]]]) -> dict[str, str]:
    """What the newest version of each client knows, by `family/platform`."""
    return {
        f"{family}/{platform}": versions[newest(list(versions))][0]
        for family, platforms in stats.items()
        for platform, versions in platforms.items()
        if versions
    }


def newest(versions: list[str]) -> str:
    """The newest of versions as the source spells them.

    Versions of one spelling (months, years, numbers) are compared; where the spelling changed over time, from 2019 to
    16.80 for instance, numbers say nothing, and the source's own order counts: it adds at the end.
    """
    shapes = {next((number for number, shape in enumerate(_SHAPES) if shape.fullmatch(one)), -1) for one in versions}
    if len(shapes) > 1:
        return versions[-1]
    return max(versions, key=lambda one: [int(part) for part in re.findall(r"\d+", one)])


def _day(text: str) -> str:
    year, month, day = text.split("-")
    return f"{year}-{int(month):02}-{int(day):02}"


def write(folder: Path) -> int:
    """Write facts.json from an unpacked package, a feature a line; the number of features."""
    package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    made = facts(package, json.loads((folder / "data" / "caniemail.json").read_text(encoding="utf-8")))
    text = json.dumps(made, ensure_ascii=False, indent=0).replace("[\n", "[").replace('",\n"', '",\n"')
    FACTS.write_text(text + "\n", encoding="utf-8")
    return len(made["features"])


if __name__ == "__main__":
    print(f"{FACTS}: {write(Path(sys.argv[1]))} features")  # noqa: T201 - a program that tells what it did
