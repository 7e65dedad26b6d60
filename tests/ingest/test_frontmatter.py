"""Front matter says what it says, in every shape; what has no place in an article is told."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.errors import SourceError
from pipeline.ingest import files, frontmatter, markdown
from pipeline.ingest.elements import Document
from pipeline.model import CARE_TOPIC


def stated(front: str) -> Document:
    fields, _ = frontmatter.split(f"---\n{front}\n---\nBody.", "bread.md")
    return frontmatter.stated(Document(()), fields, "bread.md")


@pytest.mark.parametrize(
    ("front", "published"),
    [
        ("date: 2026-04-09", datetime(2026, 4, 9, tzinfo=UTC)),
        ("date: 2026-4-9", datetime(2026, 4, 9, tzinfo=UTC)),
        ("date: 2026-04-09 10:00:00 +02:00", datetime(2026, 4, 9, 8, tzinfo=UTC)),
        ("date: 2026-04-09T23:00:00-05:00", datetime(2026, 4, 10, 4, tzinfo=UTC)),
        ("datum: 9 april 2026", datetime(2026, 4, 9, tzinfo=UTC)),
        ("date: 5 January 2027", datetime(2027, 1, 5, tzinfo=UTC)),
        ("date: 5 January 2027, 9:30", datetime(2027, 1, 5, 9, 30, tzinfo=UTC)),
        ("date: 2027-1-5 9:30", datetime(2027, 1, 5, 9, 30, tzinfo=UTC)),
        ("date: 2027/1/5 9:30", datetime(2027, 1, 5, 9, 30, tzinfo=UTC)),
        ("date: Tue, 05 Jan 2027 09:00:00 +0100", datetime(2027, 1, 5, 8, tzinfo=UTC)),
        ("date: Tue, 05 Jan 2027 09:00:00 GMT", datetime(2027, 1, 5, 9, tzinfo=UTC)),
        ("published: true", None),
        ("date: 2027-01-05T09:00+01:00", datetime(2027, 1, 5, 8, tzinfo=UTC)),
        ("date: 0001-01-01T00:00:00+01:00", None),
        ("date: 9999-12-31T23:59:59-01:00", None),
    ],
)
def test_a_date_is_known_in_utc_and_one_that_is_none_is_told(front: str, published: datetime | None) -> None:
    document = stated(front)
    assert document.published == published
    assert [piece.text for piece in document.dropped] == ([] if published else [front])


@pytest.mark.parametrize(
    "value",
    ["05/01/2027", "31-02-2026", "2026-13-45", "next week", "2026-12-05 25:00", "5 December 2026, 10 am", "5 mai"],
)
def test_a_date_that_cannot_be_read_stops_the_article_with_its_line(value: str) -> None:
    said = rf"^bread\.md, line 3: the date “{value}” cannot be read\. Write year, month and day, such as 2027-01-05"
    with pytest.raises(SourceError, match=said):
        stated(f"title: Bread\ndate: {value}")
    with pytest.raises(SourceError, match=said):
        markdown.read(f'+++\ntitle = "Bread"\ndate = "{value}"\n+++\nBody.\n', "bread.md")


def test_a_line_of_the_text_that_may_be_no_date_stops_nothing() -> None:
    document = markdown.read("Title: Bread\nDate: some Tuesday\n\nBread keeps.\n", "bread.md")
    assert (document.title, document.published) == ("Bread", None)
    assert "Date: some Tuesday" in [piece.text for piece in document.dropped]


def test_an_article_whose_date_cannot_be_read_is_told_and_the_rest_of_its_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "bread.md").write_text("---\ndate: 05/01/2027\n---\n\n# Bread\n\nBread keeps.\n")
    (tmp_path / "pears.md").write_text("# Pears\n\nPears keep.\n")
    found = files.read(tmp_path)
    assert [article.title for article in found.articles] == ["Pears"]
    assert "line 2: the date “05/01/2027” cannot be read" in found.dropped[0].text


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("---\ntitle: Pears\nWords of an article.\n", 1),
        ("\n---\nauthor: Ann Field\n\nWords of an article.\n", 2),
        ('+++\ntitle = "Pears"\n\nWords of an article.\n', 1),
    ],
)
def test_front_matter_without_an_end_is_one_clear_sentence(source: str, line: int) -> None:
    with pytest.raises(
        SourceError, match=rf"^bread\.md, line {line}: the front matter that .+ begins has no end\. Write"
    ):
        markdown.read(source, "bread.md")


@pytest.mark.parametrize("source", ["---\nAnna: bread keeps.\n", "---\nBread keeps.\n\ntitle: none\n", "---\n"])
def test_a_rule_above_ordinary_text_opens_no_front_matter(source: str) -> None:
    assert frontmatter.split(source, "bread.md") == ((), source)


@pytest.mark.parametrize(
    ("value", "title"),
    [("2026", "2026"), ("12:30", "12:30"), ("yes", "yes"), ("007", "007"), ("[Bread, Salt]", "Bread, Salt")],
)
def test_a_title_is_what_was_written(value: str, title: str) -> None:
    assert stated(f"title: {value}").title == title


def test_what_has_no_place_in_an_article_is_told_as_it_was_written() -> None:
    front = "title: Bread\ntags:\n- old\n- new\ncover:\n  image: x.png\n  alt: A loaf\n# to do\ndraft: true\nempty:\nnone: []\ntitel: Brood"
    assert [(piece.text, piece.reason) for piece in stated(front).dropped] == [
        ("tags:\n- old\n- new", "front matter that has no place in an article"),
        ("cover:\n  image: x.png\n  alt: A loaf", "front matter that has no place in an article"),
        ("draft: true", "front matter that has no place in an article"),
        ("titel: Brood", "front matter that has no place in an article"),
        ("# to do", "comment of the author"),
    ]


def test_values_that_would_fill_the_memory_are_no_values() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    long = f"s: &s {'x' * 9000}\ntitle: [{'*s, ' * 5000}]"
    for front in (bomb + "title: [*i, *i]", long):
        document = stated(front)
        assert document.title is None
        assert sum(len(piece.text) for piece in document.dropped) < 2 * len(front)


@pytest.mark.parametrize("front", ["[" * 500, "a: " + "{b: " * 500, "title: Bread: a story", "a: *nobody"])
def test_what_is_no_front_matter_is_one_clear_sentence(front: str) -> None:
    with pytest.raises(SourceError, match=r"bread\.md.*front matter"):
        stated(front)


def test_much_text_between_two_rules_is_text() -> None:
    source = "---\n" + "word: more\n" * 20_000 + "---\n"
    started = time.monotonic()
    assert frontmatter.split(source, "bread.md") == ((), source)
    assert time.monotonic() - started < 1


TOML = '+++\ntitle = "A barrel: rain"\ndate = 2026-04-18T07:30:00+01:00\nauthor = "Owen Parry"\n# to do\ntags = ["water", "garden"]\nweight = 3\n[params]\n  toc = true\n+++\nRain is free.\n'


def test_front_matter_between_plus_signs_is_toml() -> None:
    document = markdown.read(TOML)
    assert (document.title, document.byline) == ("A barrel: rain", "Owen Parry")
    assert document.published == datetime(2026, 4, 18, 6, 30, tzinfo=UTC)
    assert [piece.text for piece in document.dropped] == [
        "tags = ['water', 'garden']",
        "weight = 3",
        "params = {'toc': True}",
        "# to do",
    ]


def test_toml_that_is_none_is_one_clear_sentence() -> None:
    with pytest.raises(SourceError, match=r"^bread\.md: the front matter cannot be read: .*\. Put texts in quotes\.$"):
        markdown.read("+++\ntitle = Bread\n+++\nBread needs time.\n", "bread.md")


def test_a_page_linked_in_a_property_is_its_name() -> None:
    assert stated('title: "[[notes/Bread|Good bread]]"').title == "Good bread"


def test_half_a_character_becomes_the_sign_for_what_is_none_and_two_halves_one() -> None:
    document = stated('title: "Bread \\ud800 keeps"\nauthor: "Ann \\udc00"\nsummary: "\\ud83d\\udca1"')
    assert (document.title, document.byline, document.summary) == ("Bread \ufffd keeps", "Ann \ufffd", "💡")


def test_brackets_in_an_address_stay_and_those_around_a_person_go() -> None:
    document = stated("url: https://bakery.example/?p=1&q=[[u]]\nauthor: By [[people/ann|Ann]]")
    assert (document.url, document.byline) == ("https://bakery.example/?p=1&q=[[u]]", "By Ann")


@pytest.mark.parametrize("front", ["rights: quote", "Rights: Quote", 'rights: "quote"', "rights: [quote]"])
def test_rights_say_what_we_may_do_with_the_article(front: str) -> None:
    document = stated(front)
    assert (document.rights, document.dropped) == ("quote", ())


@pytest.mark.parametrize("front", ["title: Bread", "rights:", "rights: null"])
def test_where_nothing_is_said_of_rights_nothing_is_known(front: str) -> None:
    assert stated(front).rights is None


@pytest.mark.parametrize(
    "front", ["rights: qoute", "rights: quote only", "rights: {quote: yes}", "rights: © Ann Field, quote freely"]
)
def test_rights_that_are_none_of_ours_are_one_clear_sentence(front: str) -> None:
    with pytest.raises(SourceError, match=r"^bread\.md: the front matter says “.+” of its rights\. Write"):
        stated(front)


@pytest.mark.parametrize(
    "licence", ["© 2026 Ann Field", "CC BY-SA 4.0", "All rights reserved", "Alle Rechte vorbehalten"]
)
def test_a_licence_is_told_and_says_nothing_of_what_we_may_do(licence: str) -> None:
    document = stated(f"rights: {licence}")
    assert document.rights is None
    assert [piece.text for piece in document.dropped] == [f"rights: {licence}"]


@pytest.mark.parametrize(
    "front", ["topic: health", "Topic: Health", "care: {topic: health}", "care:\n  topic: health", 'topic: "health"']
)
def test_care_for_health_is_told_to_count_in_config_yaml_only(front: str) -> None:
    assert [piece.reason for piece in stated(front).dropped] == [CARE_TOPIC]


@pytest.mark.parametrize("front", ["topic: garden", "category: health", "topics: [health]", "topic: healthy food"])
def test_another_topic_is_front_matter_as_any(front: str) -> None:
    assert [piece.reason for piece in stated(front).dropped] == ["front matter that has no place in an article"]


def test_every_key_that_is_read_is_documented_and_no_other() -> None:
    page = (Path(__file__).parents[2] / "docs" / "front-matter.md").read_text(encoding="utf-8")
    keys = [key for row in re.findall(r"^\| (`.+?) \|", page, re.MULTILINE) for key in re.findall(r"`(.+?)`", row)]
    assert sorted(keys) == sorted(frontmatter.KEYS)


def test_every_documented_example_is_read() -> None:
    page = (Path(__file__).parents[2] / "docs" / "front-matter.md").read_text(encoding="utf-8")
    examples = re.findall(r"^\| `.+\| `([^`]+)` \|$", page, re.MULTILINE)
    assert len(examples) == len(re.findall(r"^\| `", page, re.MULTILINE))
    for example in examples:
        document = stated(example)
        assert document.dropped == ()
        assert document != Document(())
