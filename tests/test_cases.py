"""Golden cases: an article and everything made of it, side by side in a folder, each file in its own viewer.

`pytest --update-golden` writes them anew, by hand only. A golden shows change, not truth: beside it stand invariants.
"""

from __future__ import annotations

import difflib
import json
import re
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pipeline import inspection, limits
from pipeline.config.shape import NETWORKS, Newsletter
from pipeline.ingest import files
from pipeline.jobs import build
from pipeline.model import Article
from tests.factories import a_config

CASES = Path(__file__).parent / "cases"
GOLDEN = ("article.json", "email.html", "email.txt", "feature.txt", "key-points.txt", "posts.json")
NOW = datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture(scope="module", params=sorted(path.name for path in CASES.iterdir()))
def case(request: pytest.FixtureRequest) -> Path:
    return CASES / str(request.param)


@pytest.fixture(scope="module")
def article(case: Path) -> Article:
    (source,) = (path for path in case.glob("article.*") if path.suffix != ".json")
    (found,) = files.read(source, known_as=f"{case.name}/{source.name}").articles
    return found


@pytest.fixture(scope="module")
def made(article: Article) -> dict[str, str]:
    recipe = Newsletter.model_validate({"from": ["desk"]})
    draft = build.whole(
        [article], "weekly", recipe, a_config(care={"sources_on": ["newsletter"]}), NOW, say=lambda _: None
    )
    read = json.dumps(inspection.as_json(files.Found([article], [])), ensure_ascii=False, indent=2) + "\n"
    names = {"email.html": "newsletter.html", "email.txt": "newsletter.txt", "posts.json": "posts.json"}
    others = {f"{design}.txt": _text(article, design) for design in ("feature", "key-points")}
    return {"article.json": read} | {name: draft.files[file].decode() for name, file in names.items()} | others


def _text(article: Article, design: str) -> str:
    """The text part in another design."""
    recipe = Newsletter.model_validate({"from": ["desk"], "design": design})
    made = build.edition([article], "weekly", recipe, a_config(), "2026-W48", NOW.date(), say=lambda _: None)
    return made.files["newsletter.txt"].decode()


@pytest.mark.parametrize("name", GOLDEN)
def test_what_is_made_is_what_it_was(
    case: Path, made: dict[str, str], name: str, request: pytest.FixtureRequest
) -> None:
    golden = case / name
    if request.config.getoption("--update-golden"):
        golden.write_text(made[name], encoding="utf-8")
    assert golden.exists(), f"{golden} is missing; look at what is made, then run pytest --update-golden"
    before = golden.read_text(encoding="utf-8")
    difference = difflib.unified_diff(before.splitlines(), made[name].splitlines(), "golden", "made", lineterm="")
    assert before == made[name], "\n".join(difference)


def test_no_golden_is_left_over(case: Path) -> None:
    strays = [path.name for path in case.iterdir() if path.name not in GOLDEN and path.stem != "article"]
    assert strays == []


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.hrefs += [value or "" for name, value in attrs if tag == "a" and name == "href"]


def test_a_mail_has_absolute_links_an_unsubscribe_and_nothing_forbidden(made: dict[str, str]) -> None:
    page = _Links()
    page.feed(made["email.html"])
    assert page.hrefs
    assert all(re.match(r"https://|mailto:", href) for href in page.hrefs)
    assert any("mailto:post@bakery.example?subject=" in href for href in page.hrefs)
    assert not {"script", "form", "iframe", "object"} & set(page.tags)
    assert page.tags.count("h1") == 1


def test_every_key_point_is_in_the_mail_at_most_once_and_three_of_them(article: Article, made: dict[str, str]) -> None:
    told = [made["email.txt"].replace("\n", " ").count(point.text[:30]) for point in article.key_points]
    assert all(count <= 1 for count in told)
    assert sum(told) == min(3, len(article.key_points))


def test_a_feature_says_every_word_of_the_article_and_key_points_every_point(
    article: Article, made: dict[str, str]
) -> None:
    bare = (re.sub(r"^(?:> |- |\d+\. )| \[\d+\]", "", line.strip()) for line in made["feature.txt"].splitlines())
    told = " ".join(" ".join(bare).split())
    for block in (*article.lead, *(block for section in article.sections for block in section.blocks)):
        assert all(" ".join(line.split()) in told for line in block.text.splitlines())
    points = " ".join(made["key-points.txt"].split())
    assert all(" ".join(point.text.split()) in points for point in article.key_points)


def test_posts_are_within_their_limits_and_none_is_missing(article: Article, made: dict[str, str]) -> None:
    posts = json.loads(made["posts.json"])
    shared = [point for point in article.key_points if point.kind not in {"note", "warning"}]
    assert len(posts) == len(NETWORKS) * (1 + len(shared))
    assert all(limits.measure(post["network"], post["text"]) == post["length"] <= post["limit"] for post in posts)
