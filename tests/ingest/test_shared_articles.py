"""The five real articles against the whole tables of what a careful reader finds in them, alternatives included."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline import inspection, language
from pipeline.compose import posts, templates
from pipeline.config.shape import NETWORKS
from pipeline.ingest import files
from tests.factories import a_config
from tests.ingest.reading import everything

pytestmark = pytest.mark.shared
NUMBERS = ("000", "001", "002", "003", "004")

# Where a section may begin besides the table's own beginnings, and which of those may be missing: its entries
# `ambiguous`, `note` and `optional_split_before_line`, which are written for people.
OPTIONAL_STARTS = {"000": {2, 3, 4, 11, 44}, "001": {3, 4, 5, 33}}
LEADS = {"000": {1, 2}, "001": {1, 2}}  # paragraphs of the lead that are as good
MOST_DERIVED = {"002": 6}  # its sections are derived: from 1 to so many, wherever a paragraph begins
QUOTES_COUNT = {"000"}  # whose stand-alone quotation the table counts as a paragraph
ADVERTISEMENT = {"002": range(167, 185)}  # lines that tear a paragraph of the table apart


def letters(text: str) -> str:
    """`text` by its letters and digits alone: lost hyphens, bullets and blanks make no difference."""
    return re.sub(r"[\W_]+", "", text).casefold()


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


@dataclass(frozen=True)
class Placed:
    """A block, heading or key point of a reading, with the line it begins in and the section it stands in."""

    line: int
    section: int
    kind: str
    text: str
    items: tuple[str, ...] = ()


class Reading:
    """What we found in one article, as `inspect --json` tells it, beside the table and the source."""

    def __init__(self, number: str, shared: Path) -> None:
        (path,) = (shared / "articles").glob(f"{number}_*.txt")
        expected = shared / "articles" / "expected" / f"{number}.yaml"
        self.number = number
        self.table: dict[str, Any] = yaml.safe_load(expected.read_text(encoding="utf-8"))
        found = files.read(path)
        (self.article,) = found.articles
        self.json: Any = inspection.as_json(found)
        self.lines = ["", *path.read_text(encoding="utf-8").split("\n")]
        pairs = [(letter, number) for number, line in enumerate(self.lines) for letter in letters(line)]
        self._letters = "".join(letter for letter, _ in pairs)
        self._numbers = [number for _, number in pairs]
        self.placed = sorted(self._placed(), key=lambda one: one.line)

    def line_of(self, text: str) -> int:
        """The line in which `text` begins: by its first letters, or as many of them as no link stub interrupts."""
        start = letters(text)
        # Of two places the later one: a pull quote stands before the passage that it repeats.
        places = [place for most in (120, 80, 40, 25) if (place := self._letters.rfind(start[:most])) >= 0]
        assert places, f"not in the source: {text}"
        return self._numbers[places[0]]

    def _placed(self) -> list[Placed]:
        found = []
        for index, section in enumerate(self.json["sections"]):
            if section["heading"]:
                found.append(Placed(self.lines.index(section["heading"]), index, "heading", section["heading"]))
            for block in section["blocks"]:
                text, items = block["text"], tuple(block["items"])
                found.append(Placed(self.line_of(text), index, block["kind"], text, items))
            points = [point["text"] for point in section["key_points"]]
            found += [Placed(self.line_of(text), index, "key point", text) for text in points]
        return found

    def ranges(self) -> list[list[tuple[int, int]]]:
        """The lines of each section of the table, with the key point that closes it."""
        stated = [section.get("paragraph_lines") or [section["lines"]] for section in self.table["sections"]]
        return [[_edges(part) for part in parts] for parts in stated]

    def of_section(self, number: int) -> list[Placed]:
        """The blocks that we found in the lines of the table's section, in whichever of our sections."""
        lines = {line for start, end in self.ranges()[number] for line in range(start, end + 1)}
        return [one for one in self.placed if one.line in lines and one.kind not in {"key point", "heading"}]

    def body(self) -> str:
        return "\n".join([*self.json["lead"], *(one.text for one in self.placed)])


def _edges(lines: object) -> tuple[int, int]:
    """`30-52` and `166+185-210` as their first and last line."""
    numbers = [int(number) for number in re.findall(r"\d+", str(lines))]
    return numbers[0], numbers[-1]


@pytest.fixture(scope="module", params=NUMBERS)
def reading(request: pytest.FixtureRequest, shared: Path) -> Reading:
    return Reading(request.param, shared)


@pytest.fixture(scope="module")
def readings(shared: Path) -> dict[str, Reading]:
    return {number: Reading(number, shared) for number in NUMBERS}


def test_title_language_and_byline(reading: Reading) -> None:
    table = reading.table
    assert reading.json["title"] == (table["title"] or table["title_candidate"])
    assert reading.json["language"] == table["lang"]
    assert reading.json["byline"] in {None, (table["byline"] or "").split(" (")[0]}


def test_the_lead_is_whole_and_no_more(reading: Reading) -> None:
    wanted, lead = reading.table["lead"], reading.json["lead"]
    assert len(lead) in LEADS.get(reading.number, {wanted["n_paragraphs"]})
    assert words(lead[0]).startswith(words(wanted["first_words"]))
    if len(lead) == wanted["n_paragraphs"]:
        assert words(lead[-1]).endswith(words(wanted["last_words"]))


def test_headings(reading: Reading) -> None:
    wanted = [section["heading"] for section in reading.table["sections"] if section["heading"]]
    assert [section["heading"] for section in reading.json["sections"] if section["heading"]] == wanted


def test_sections_begin_where_a_careful_reader_sees_them_begin(reading: Reading) -> None:
    starts = {one.section: one.line for one in reversed(reading.placed)}
    edges = {parts[0][0] for parts in reading.ranges()}
    if reading.number in MOST_DERIVED:
        assert 1 <= len(starts) <= MOST_DERIVED[reading.number]
        assert set(starts.values()) <= {start for parts in reading.ranges() for start, _ in parts}
    else:
        optional = OPTIONAL_STARTS.get(reading.number, set())
        assert edges - optional <= set(starts.values()) <= edges | optional


@pytest.mark.parametrize("part", ["first_words", "last_words"])
def test_a_section_holds_its_first_and_its_last_words(reading: Reading, part: str) -> None:
    for number, section in enumerate(reading.table["sections"]):
        held = [one for one in reading.of_section(number) if one.kind != "quote" or reading.number in QUOTES_COUNT]
        text, wanted = words(" ".join(one.text for one in held)), words(section[part])
        assert text.startswith(wanted) if part == "first_words" else text.endswith(wanted), section


def test_a_section_holds_as_many_paragraphs_and_items(reading: Reading) -> None:
    counted = {"paragraph", "quote"} if reading.number in QUOTES_COUNT else {"paragraph"}
    for number, section in enumerate(reading.table["sections"]):
        held = reading.of_section(number)
        assert sum(one.kind in counted for one in held) == section["n_paragraphs"], section
        assert sum(len(one.items) for one in held) == section["n_list_items"], section


def test_lists_are_of_their_kind(reading: Reading) -> None:
    ordered = {block.text: block.ordered for section in reading.article.sections for block in section.blocks}
    wanted: dict[str | None, set[bool]] = {"bullet": {False}, "ordered": {True}, None: set()}
    for number, section in enumerate(reading.table["sections"]):
        kinds = {ordered[one.text] for one in reading.of_section(number) if one.items}
        assert kinds == wanted[section.get("list_kind")], section


def test_an_item_is_its_line_without_the_bullet(reading: Reading) -> None:
    for item in (item for one in reading.placed for item in one.items):
        line = re.sub(r"^\s*(?:[•-]|\d+\.)\s+", "", reading.lines[reading.line_of(item)])
        assert item == line.strip()


def test_a_list_with_leads_keeps_each_before_its_dash(reading: Reading) -> None:
    for number, section in enumerate(reading.table["sections"]):
        separator = section.get("list_lead_sep")
        items = [item for one in reading.of_section(number) for item in one.items if separator]
        leads = [item.partition(separator) for item in items]
        assert all(lead and text and len(lead) < 80 for lead, _, text in leads)
        assert len(leads) == (section["n_list_items"] if separator else 0)


def test_key_points_are_the_authors_own(reading: Reading) -> None:
    wanted, found = reading.table["key_points"], reading.json["key_points"]
    assert len(found) == wanted["n"]
    assert all((point["kind"], point["origin"]) == ("key point", "written") for point in found)
    assert not any("💡" in point["text"] for point in found)
    starts = wanted.get("items_first_words") or []
    assert all(point["text"].startswith(start) for point, start in zip(found, starts, strict=False))


def test_a_key_point_closes_its_own_section(reading: Reading) -> None:
    for number, section in enumerate(reading.table["sections"]):
        if reading.table["key_points"].get("items_first_words"):
            continue  # a list of them, which closes nothing
        start, end = reading.ranges()[number][0]
        points = [one for one in reading.placed if one.kind == "key point" and start <= one.line <= end]
        assert [point.text for point in points] == section["callouts"]
        assert [point.section for point in points] == [reading.of_section(number)[-1].section] * len(points)


def test_a_list_of_key_points_belongs_to_its_section_or_to_the_whole_article(readings: dict[str, Reading]) -> None:
    headings = [section["heading"] for section in readings["004"].json["sections"]]
    inside = headings.index("Feiten over oxytocine")
    assert [point["section"] for point in readings["004"].json["key_points"]] == [inside] * 4
    assert [point["section"] for point in readings["003"].json["key_points"]] == [None] * 5


def test_references(reading: Reading) -> None:
    wanted, found = reading.table["references"], reading.json["references"]
    assert len(found) == wanted["n"]
    for reference in found:
        line = re.sub(r"^\s*[•-]\s+", "", reading.lines[reading.line_of(reference)])
        assert reference == re.sub(r" – link\.$", "", line)
    cited = [*wanted.get("in_text_citations", []), *wanted.get("in_text_markers", [])]
    assert [citation for citation in cited if citation not in reading.body()] == []


def test_notices_are_apart_and_whole(reading: Reading) -> None:
    numbers = [int(str(notice).split()[0]) for notice in reading.table.get("notices", [])]
    assert reading.json["notices"] == [reading.lines[number] for number in numbers]


def test_calls_to_action_and_buttons(reading: Reading) -> None:
    wanted = reading.table.get("cta") or {}
    shared = wanted.get("kind") == "share line"
    calls = [] if shared or not wanted else [wanted["text"], *wanted["buttons"]]
    assert reading.json["calls_to_action"] == [{"text": call, "url": None} for call in calls]
    if shared:
        assert {"text": wanted["text"], "reason": "share line"} in reading.json["dropped"]


def test_what_is_no_article_is_dropped_with_a_reason(reading: Reading) -> None:
    dropped = reading.json["dropped"]
    assert all(piece["text"].strip() and piece["reason"].strip() for piece in dropped)
    buttons = (reading.table.get("cta") or {}).get("buttons", [])
    told = letters(" ".join(piece["text"] for piece in dropped)) + letters(" ".join(buttons))
    for stated in reading.table["dropped_boilerplate"]:
        numbers = re.match(r"(?:lines )?(\d+)(?:-(\d+))?[: ]", stated)
        mark = re.match(r'final " (.)"', stated)
        lines = reading.lines[int(numbers[1]) : int(numbers[2] or numbers[1]) + 1] if numbers else [stated]
        if mark:
            assert {"text": mark[1], "reason": "mark at the end of the article"} in dropped
        else:
            assert [line for line in lines if letters(line) not in told] == []


def test_link_stubs_go_and_other_brackets_stay(reading: Reading) -> None:
    stubs = {stub.split(" x")[0] for stub in reading.table.get("link_stubs", [])}
    dropped = {piece["text"] for piece in reading.json["dropped"]}
    assert [stub for stub in stubs if stub in reading.body() or stub not in dropped] == []
    told = re.sub(r"\s+", " ", everything(reading.article))
    brackets = re.findall(r"\([^()\n]{2,60}\)", "\n".join(reading.lines))
    assert [one for one in brackets if one not in told] == []


def test_pull_quotes_are_never_paragraphs(reading: Reading) -> None:
    dropped = letters(" ".join(piece["text"] for piece in reading.json["dropped"]))
    quotes = letters(" ".join(one.text for one in reading.placed if one.kind == "quote"))
    for quote in reading.table.get("pull_quotes", []):
        start, end = _edges(quote["lines"])
        text = letters(" ".join(reading.lines[start : end + 1]))
        assert text in dropped or (text in quotes and quote["action"] == "quote")


def test_mended_words_are_whole_and_others_stay_apart(reading: Reading) -> None:
    found = Counter(re.findall(r"\w+", reading.body()))
    wanted = Counter(reading.table.get("hyphen_join_expected", []))
    assert {word for word, times in wanted.items() if found[word] < times} == set()
    apart = [pair.replace("|", "") for pair in reading.table.get("must_not_join", [])]
    assert [joined for joined in apart if joined in reading.body()] == []


def test_a_drop_cap_an_interrupted_word_and_broken_paragraphs_are_whole(readings: dict[str, Reading]) -> None:
    text, repairs = readings["002"].body(), readings["002"].table["repairs"]
    assert len(readings["002"].table["hyphen_join_expected"]) == repairs["lost_hyphen_breaks_adjacent"]
    assert "\nSinds de jaren negentig" in text
    assert "een consult van een afstandelijke arts en de andere groep" in text
    assert "het zogenaamde sociale brein. Het sociale" in text
    assert "ontspanning en herstel, de nervus vagus, te vergroten" in text
    assert text.endswith("je eigen rust en herstel.")
    left = [stated.split(" (")[0] for stated in repairs["inline_lost_hyphens_not_repairable"]]
    assert [one for one in left if one not in text] == []


def test_what_the_tables_forbid(readings: dict[str, Reading]) -> None:
    text = {number: reading.body() for number, reading in readings.items()}
    assert not any("Current Directions" in item for one in readings["000"].placed for item in one.items)
    kept = ["de 4-7-8 ademhaling", "de darm-hersen-as", "Knuffelen met (huis)dieren – contact"]
    assert [words for words in kept if words not in text["001"]] == []
    headings = {section["heading"] for reading in readings.values() for section in reading.json["sections"]}
    assert not {"Content:", "SPECTRUM Magazine disclaimer", "Facebook disclaimer", "Key-points"} & headings
    assert {"Gebruik", "Risico"} <= headings


def test_nearly_every_word_of_the_body_stays_in_it(reading: Reading) -> None:
    """99 of 100. Words that a column broke are no words of the source; they are compared one by one above."""
    ranges = [[_edges(reading.table["lead"]["lines"])], *reading.ranges()]
    numbers = {line for parts in ranges for start, end in parts for line in range(start, end + 1)}
    numbers -= set(ADVERTISEMENT.get(reading.number, ()))
    lines = [re.sub(r"^\s*\d+\.\s", "", reading.lines[number]) for number in sorted(numbers)]
    source = Counter(re.findall(r"\w+", " ".join(lines).casefold()))
    missing = source - Counter(re.findall(r"\w+", reading.body().casefold()))
    repairs = reading.table.get("repairs") or {"lost_hyphen_breaks_adjacent": 0, "drop_cap": 0}
    halves = 2 * (
        repairs["lost_hyphen_breaks_adjacent"] + repairs["drop_cap"] + ("break_across_interruption" in repairs)
    )
    assert missing.total() - halves <= source.total() * 0.01, missing


def test_every_word_of_the_file_is_somewhere(reading: Reading) -> None:
    kept = letters(everything(reading.article))
    found = re.findall(r"[^\W\d_]{4,}", "\n".join(reading.lines))
    assert [word for word in found if word.casefold() not in kept] == []


def test_posts_hold_no_markers_no_pointers_and_no_bulb_of_ours(reading: Reading) -> None:
    config = a_config()
    made = posts.compose(reading.article, NETWORKS, config, templates.environment(config.folder)).posts
    assert made
    assert [post.text for post in made if re.search(r"\[\d+\]", post.text)] == []
    assert [post.text for post in made if language.points_elsewhere(post.text)] == []
    if not reading.json["key_points"]:
        assert [post.text for post in made if "💡" in post.text] == []
