"""Articles of several places: each once, newest first, and nothing left out without a word."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline import inspection
from pipeline.config.shape import Config
from pipeline.errors import SourceError, UsageError
from pipeline.ingest.fetch import Fetched
from pipeline.jobs import reading
from tests.factories import a_config

FEED = "https://bakery.example/feed"


def an_item(title: str, guid: str = "", link: str = "", day: int = 1) -> str:
    return (
        f"<item><title>{title}</title><guid isPermaLink='false'>{guid or title}</guid><link>{link}</link>"
        f"<pubDate>{day:02d} May 2026 06:00:00 GMT</pubDate><description>{title} needs time.</description></item>"
    )


def the_web(*items: str) -> reading.Fetch:
    body = f'<rss version="2.0"><channel><title>Bakery</title>{"".join(items)}</channel></rss>'.encode()
    return lambda url, *_: Fetched(url, body, "application/rss+xml")


def a_desk(folder: Path, **files: str) -> Config:
    (folder / "articles").mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / "articles" / f"{name}.md").write_text(text)
    sources = {"blog": {"feed": FEED, "rights": "quote"}, "desk": {"folder": "./articles/", "rights": "permission"}}
    config = a_config(sources=sources, newsletters={"weekly": {"from": ["blog", "desk"]}})
    return config.model_copy(update={"folder": folder})


BREAD = "---\nurl: http://www.bakery.example/bread/#top\n---\n# Bread\n\nBread needs time.\n"


def test_an_article_of_a_feed_and_of_a_file_counts_once(tmp_path: Path) -> None:
    web = the_web(an_item("Bread", link="https://bakery.example/bread?utm_source=rss"), an_item("Soup"))
    found = reading.read([FEED, str(tmp_path / "articles")], a_desk(tmp_path, bread=BREAD), get=web)
    assert sorted(article.guid for article in found.articles) == ["Bread", "Soup"]
    (finding,) = reading.findings(found)
    assert (finding.severity, f"the same article as in {FEED}" in finding.message) == ("note", True)


def test_a_feed_with_the_same_guid_twice_gives_one_article(tmp_path: Path) -> None:
    web = the_web(an_item("Bread", guid="7"), an_item("Bread again", guid="7"))
    found = reading.read([FEED], a_desk(tmp_path), get=web)
    assert [article.title for article in found.articles] == ["Bread"]


def test_the_newest_article_comes_first_and_those_without_a_date_last(tmp_path: Path) -> None:
    config = a_desk(tmp_path, soup="# Soup\n\nSoup needs water.\n")
    web = the_web(an_item("Old", day=1), an_item("New", day=9), an_item("Middle", day=5))
    found = reading.read([str(tmp_path / "articles"), FEED], config, get=web)
    assert [article.title for article in reading.newest_first(found.articles)] == ["New", "Middle", "Old", "Soup"]


def test_rights_of_a_source_are_those_of_its_articles(tmp_path: Path) -> None:
    config = a_desk(tmp_path, soup="# Soup\n\nSoup needs water.\n")
    found = reading.read([FEED, str(tmp_path / "articles")], config, get=the_web(an_item("Bread")))
    assert {article.title: article.rights for article in found.articles} == {"Bread": "quote", "Soup": "permission"}


def test_a_file_is_known_by_its_way_from_config_yaml(tmp_path: Path) -> None:
    config = a_desk(tmp_path, soup="# Soup\n\nSoup needs water.\n")
    (article,) = reading.held(config.sources["desk"], config, None).articles
    assert article.guid == "file:articles/soup.md"


def test_a_file_is_the_same_source_wherever_one_works_and_whether_or_not_one_names_it(tmp_path: Path) -> None:
    file = tmp_path / "articles" / "bread.md"
    file.parent.mkdir()
    file.write_text("# Bread\n\nIt keeps.\n")
    config = a_config(sources={"desk": {"folder": "articles"}})
    config = config.model_copy(update={"folder": Path(os.path.relpath(tmp_path))})
    (held,) = reading.held(config.sources["desk"], config, None).articles
    (named,) = reading.asked_for(os.path.relpath(file), config, the_web())[1].articles
    assert held.source == named.source == str(file)


def test_files_of_the_same_name_in_two_places_are_two_articles(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "soup.md").write_text(f"# Soup, {name}\n\nSoup needs water.\n")
    found = reading.read([str(tmp_path / "old"), str(tmp_path / "new" / "soup.md")], a_config())
    assert [article.guid for article in found.articles] == ["file:old/soup.md", "file:new/soup.md"]


def test_the_same_place_twice_gives_its_articles_once(tmp_path: Path) -> None:
    path = tmp_path / "soup.md"
    path.write_text("# Soup\n\nSoup needs water.\n")
    assert len(reading.read([str(path), f"{tmp_path}/./soup.md", str(tmp_path)], a_config()).articles) == 1


def test_a_link_is_for_the_article_that_has_none(tmp_path: Path) -> None:
    config = a_desk(tmp_path, bread=BREAD, soup="# Soup\n\nSoup needs water.\n")
    link = "https://bakery.example/soup"
    found = reading.read([str(tmp_path / "articles")], config, link=link)
    assert {article.title: article.url for article in found.articles} == {
        "Bread": "http://www.bakery.example/bread/#top",
        "Soup": link,
    }


def test_a_link_never_replaces_an_address_and_the_report_says_so(tmp_path: Path) -> None:
    config = a_desk(tmp_path, bread=BREAD)
    found = reading.read([str(tmp_path / "articles" / "bread.md")], config, link="https://bakery.example/other")
    assert found.articles[0].url == "http://www.bakery.example/bread/#top"
    assert [finding.message for finding in reading.findings(found)] == [
        "“https://bakery.example/other” is left out: the article has an address of its own."
    ]


def test_a_link_for_several_articles_is_refused(tmp_path: Path) -> None:
    config = a_desk(tmp_path, a="# A\n\nA needs time.\n", b="# B\n\nB needs time.\n")
    with pytest.raises(SourceError, match="A link can be given for one article; 2 have none"):
        reading.read([str(tmp_path / "articles")], config, link="https://bakery.example/a")
    with pytest.raises(UsageError, match="is no whole address"):
        reading.read([str(tmp_path / "articles")], config, link="bakery.example/a")


def test_a_file_that_cannot_be_read_is_a_warning(tmp_path: Path) -> None:
    config = a_desk(tmp_path, bread=BREAD, soup="")
    (finding,) = reading.findings(reading.held(config.sources["desk"], config, None))
    assert (finding.rule, finding.severity) == ("not-read", "warning")
    assert finding.message.endswith("soup.md is empty. Check that it was saved.")


def test_a_look_at_a_feed_tells_its_title_its_size_and_what_it_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = "<item><title>Empty</title></item>"
    seen = reading.look(FEED, a_desk(tmp_path), the_web(an_item("Bread"), empty))
    inspection.show(seen)
    shown = capsys.readouterr().out
    assert shown.startswith("Bakery: 2 entries\n")
    assert "an entry without text: Empty" in shown
    feed = inspection.as_json(seen)["feed"]  # type: ignore[index]
    assert feed == {
        "title": "Bakery",
        "entries": 2,
        "dropped": [{"text": "Empty", "reason": "an entry without text"}],
    }


def test_a_look_at_a_feed_of_summaries_tells_how_that_shows_and_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = "https://bakery.example/bread"
    cut = f"<item><title>Bread</title><link>{link}</link><description>Bread needs […]</description></item>"
    seen = reading.look(FEED, a_desk(tmp_path), the_web(cut, an_item("Soup")))
    inspection.show(seen)
    shown = " ".join(capsys.readouterr().out.split())
    assert "only a summary, it seems: 1 of 2 1: the text ends where the feed cuts it off" in shown
    assert "write `full_text: page` under this feed in config.yaml." in shown
    told = inspection.as_json(seen)["only_summaries"]  # type: ignore[index]
    assert told == [{"title": "Bread", "reason": "ends where the feed cuts it off"}]


def test_a_look_at_a_folder_tells_what_could_not_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = a_desk(tmp_path, bread=BREAD, soup="")
    inspection.show(reading.look(str(tmp_path / "articles"), config, the_web()))
    assert "it could not be read: " in capsys.readouterr().out


def test_several_files_are_told_by_name_and_a_table_by_its_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bread.md").write_text("# Bread\n\nBread needs time.\n\n| Hours | Taste |\n|---|---|\n| 2 | none |\n")
    (tmp_path / "soup.txt").write_text("Soup\n\nSoup needs water, and time.\n")
    inspection.show(reading.look(str(tmp_path), a_config(), the_web()))
    lines = [line.strip("│ ├└─") for line in capsys.readouterr().out.splitlines()]
    assert {"bread.md · en", "soup.txt · en", "Hours | Taste", "2 | none"} <= set(lines)


def test_what_a_person_names_has_the_rights_of_the_source_that_holds_it(tmp_path: Path) -> None:
    config = a_desk(tmp_path, bread=BREAD)
    (tmp_path / "beside.md").write_text(BREAD)
    inside, beside = str(tmp_path / "articles" / "bread.md"), str(tmp_path / "beside.md")
    web = the_web(an_item("Soup"))
    rights = [reading.read([place], config, get=web).articles[0].rights for place in (inside, beside, f"{FEED}/")]
    assert rights == ["permission", "ours", "quote"]
