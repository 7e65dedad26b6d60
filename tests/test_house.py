"""The house's rules: imports go one way, commands are documented, the package carries what it needs."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from pipeline.cli import main

ROOT = Path(__file__).parent.parent
PIPELINE = ROOT / "pipeline"

# From the top of the house to its ground. A room imports from rows below its own, and from itself.
FLOORS = (
    {"cli"},
    {"clock", "preview", "inspection"},
    {"jobs"},
    {"ingest", "compose", "preflight", "channels", "ledger"},
    {"config", "limits", "slots", "assets", "language", "wire", "identity", "contrast", "inversion"},
    {"model", "errors"},
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}


def imports_of(path: Path) -> Iterator[str]:
    """The rooms that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "pipeline":
            parts = node.module.split(".")
            yield from [parts[1]] if len(parts) > 1 else [alias.name for alias in node.names]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("pipeline."))


def modules() -> list[Path]:
    return [path for path in sorted(PIPELINE.rglob("*.py")) if path != PIPELINE / "__init__.py"]


def room_of(path: Path) -> str:
    return path.relative_to(PIPELINE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PIPELINE)))
def test_imports_point_down_and_siblings_never_import_each_other(path: Path) -> None:
    room = room_of(path)
    for imported in imports_of(path):
        if imported == "__version__":
            continue
        assert imported == room or FLOOR[imported] > FLOOR[room], f"{room} imports {imported}"


def units_of_ingest() -> dict[str, set[str]]:
    """The modules and packages of ingest, each with those that it imports, wherever in it."""
    found: dict[str, set[str]] = {}
    for path in sorted((PIPELINE / "ingest").rglob("*.py")):
        unit = path.relative_to(PIPELINE / "ingest").parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("pipeline.ingest"):
                below = node.module.split(".")[2:3] or [alias.name for alias in node.names]
                found.setdefault(unit, set()).update(one for one in below if one != unit)
    return found


def test_inside_ingest_imports_go_one_way_too() -> None:
    units = units_of_ingest()
    assert "html" in units["feeds"]
    while ground := [unit for unit, below in units.items() if not below & units.keys()]:
        for unit in ground:
            del units[unit]
    assert units == {}, "these import each other in a circle, or something that does"


def modules_with(pattern: str) -> set[str]:
    found = (path for path in modules() if re.search(pattern, path.read_text(encoding="utf-8"), re.MULTILINE))
    return {path.relative_to(PIPELINE).as_posix() for path in found}


def test_only_inline_knows_the_inliner() -> None:
    assert modules_with(r"^\s*(?:import|from) (?:premailer|css_inline)\b") == {"compose/inline.py"}


def test_only_the_guarded_fetch_and_the_channels_http_open_the_wire() -> None:
    assert modules_with(r"\bWire\((?!httpx)") == {"channels/http.py", "ingest/fetch.py"}
    assert modules_with(
        r"\bhttpx\.(?:Client|AsyncClient|HTTPTransport|get|post|put|request|stream)\(|urllib\.request"
    ) <= {
        "channels/http.py",
        "ingest/fetch.py",
        "wire.py",
    }


def commands() -> list[click.Command]:
    return list(main.commands.values())


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.name)
def test_every_command_has_help_with_an_example_and_stands_in_the_readme(command: click.Command) -> None:
    result = CliRunner().invoke(main, [str(command.name), "--help"])
    assert result.exit_code == 0
    assert command.help
    assert f"run.py {command.name}" in result.output
    assert f"run.py {command.name}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.name)
def test_every_option_has_help(command: click.Command) -> None:
    assert [option.name for option in command.params if isinstance(option, click.Option) and not option.help] == []


def test_help_loads_nothing_heavy() -> None:
    heavy = [
        *("premailer", "css_inline", "tinycss2", "lxml", "feedparser", "flask", "httpx", "pydantic"),
        *("PIL", "babel", "rich", "jinja2", "selectolax", "yaml", "sqlalchemy", "alembic"),
    ]
    code = f"import sys, pipeline.cli; print([name for name in {heavy} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's content, as an installation has it, and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    code = "import hatchling.build, sys; print(hatchling.build.build_wheel(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, str(folder)], cwd=ROOT, capture_output=True, check=True)
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def run_installed(site: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_builds_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    article = tmp_path / "in" / "bread.md"
    article.parent.mkdir()
    article.write_text("# Bread\n\nBread needs time.\n\n> [!TIP]\n> Dough that rests overnight tastes better.\n")
    (tmp_path / "empty").mkdir()
    result = run_installed(installed, tmp_path / "empty", "build", str(article), "--out", "made")
    assert result.returncode == 0, result.stderr
    made = {path.name for path in (tmp_path / "empty" / "made").iterdir()}
    assert made >= {
        "newsletter.html",
        "newsletter.source.html",
        "newsletter.txt",
        "posts.json",
        "posts",
        "cards",
        "report.json",
    }


def test_the_wheel_names_its_command(installed: Path) -> None:
    (names,) = installed.glob("*.dist-info/entry_points.txt")
    assert "lichtpunt = pipeline.cli:main" in names.read_text()


def test_the_locks_pin_everything_and_name_no_index() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text()
        assert not re.search(r"https?://|--index-url|--find-links", text)
        pinned = re.findall(r"^([a-zA-Z0-9._-]+)==", text, re.MULTILINE)
        assert len(pinned) > 20
        assert not re.findall(r"^[a-zA-Z0-9._-]+(?!==)[<>~]", text, re.MULTILINE)
