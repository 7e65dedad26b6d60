"""What would embarrass us on a network, and what only looks like it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from pipeline.model import Article, Image, KeyPoint, LinkCard, Network, Post, Section
from pipeline.preflight import posts, twice
from tests.factories import a_config, a_paragraph, an_article

LINK = "https://bakery.example/bread?utm_source=x"
POINT = "Dough that rests overnight keeps two days longer."
OTHER = "A paper bag keeps the crust crisp."


def a_post(words: str = POINT, network: Network = "x", **changes: Any) -> Post:
    """A post about the factories' article; it tells its first key point, and has its link."""
    values: dict[str, Any] = {"link": LINK, "article": "tests:bread", "language": "en", "key_point": POINT}
    values |= changes
    text = f"💡 {words}\n\n{values['link']}" if values["link"] else f"💡 {words}"
    return Post(network, text, **values)


def found(*told: Post, article: Article | None = None, **config: Any) -> list[tuple[str, str]]:
    made = posts.check(told, a_config(**config), [article or an_article()])
    return [(one.rule, one.severity) for one in made]


def own(words: str, **changes: Any) -> Post:
    return a_post(words, link=None, article="", key_point=None, **changes)


STORY = an_article(
    title="Bread that keeps for days",
    lead=(a_paragraph("Mira (34) bakes at night."), a_paragraph("“Dough is patient”, Sef says, and he should know.")),
    notices=("The names in this article were changed. Thank you.",),
)
HEALTH: dict[str, Any] = {"care": {"topic": "health"}}
CASES: list[tuple[str, list[tuple[str, str]]]] = [
    (POINT, []),
    ("See [2] for more about dough.", [("post-reference", "warning")]),
    ("Dough that rests keeps longer (source).", [("post-reference", "warning")]),
    ("Dough that rests keeps longer (see figure 3).", [("post-reference", "warning")]),
    ("Dough that rests keeps longer (two days).", []),
    ("It keeps two days longer then.", [("post-leans", "warning")]),
    ("Dough that rests in the the cellar keeps longer.", [("slip", "warning")]),
    ("In other words, dough that rests keeps longer.", [("post-leans", "warning")]),
    ("Deeg dat een nacht rust smaakt naar meer en blijft ook nog langer goed dan het brood dat niet rust.", [("post-language", "warning")]),
    ("Deeg dat een nacht rust smaakt naar meer en blijft ook langer goed dan brood dat niet rust.\n\nThe link is in our bio.", [("post-language", "warning")]),
    ("Deeg rust.", []),  # too short to tell
    (f"{POINT} https://www.bakery.example/bread/", [("post-link-twice", "warning")]),
    (f"{POINT} https://bakery.example/soup", []),
    (f"{POINT} #A #B #C #D", [("post-hashtags", "warning")]),
    (f"{POINT} #A #B #C", []),
    (f"{POINT} #A #B #C: tip #1 of #2", []),  # digits alone make no hashtag
    (f"{POINT} https://bakery.example/soup#A#B#C#D", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_a_person_may_have_written_this(words: str, expected: list[tuple[str, str]]) -> None:
    assert found(a_post(words)) == expected


SWEDISH = "Tre frön i varje kruka räcker, men utan ljus blir plantorna långa och veka redan i början av mars."


@pytest.mark.parametrize(
    "ours", ["The link is in our bio.", "Read on:", "Read “How to do it in the spring of this year, as it is”:"]
)
def test_our_own_words_beside_it_do_not_tell_the_language_of_a_post(ours: str) -> None:
    assert found(a_post(f"{SWEDISH}\n\n{ours}", language="sv")) == []


def test_a_title_begins_as_it_likes() -> None:
    assert found(a_post("This is how bread keeps", key_point=None)) == []


def test_a_later_part_of_a_thread_may_lean_on_the_one_before() -> None:
    first = a_post(link=None, part=1, parts=2)
    second = a_post("It tastes better, too.", part=2, parts=2)
    assert found(first, second) == []
    assert found(first, replace(second, part=1, parts=1))[-1:] == [("post-leans", "warning")]


def test_a_post_that_lost_its_link_is_told_once_a_thread() -> None:
    lost = replace(a_post(part=1, parts=2), text=POINT)
    assert found(lost, replace(lost, part=2, text="And it tastes better.")) == [("post-link-missing", "warning")]
    assert found(lost, a_post("And more.", part=2, parts=2)) == []


def test_a_link_may_be_shown_as_people_write_it() -> None:
    assert found(replace(a_post(network="bluesky"), text=f"{POINT} bakery.example/bread")) == []


def test_only_one_topic_is_a_link_on_threads() -> None:
    assert found(a_post(f"{POINT} #A #B", network="threads")) == [("post-hashtags", "warning")]


@pytest.mark.parametrize(
    ("words", "network", "named"),
    [
        ("Dough rests, says @miller, as @media says @miller.", "x", ["@media", "@miller"]),
        ("Dough rests, says @miller.", "mastodon", ["@miller"]),
        ("Dough rests, says @miller@mill.example.", "mastodon", []),  # nobody else is called that
        ("Dough rests, says @miller.", "bluesky", []),  # a post says there itself who is told, and ours do not
        ("Dough rests, says @miller.", "linkedin", []),
        ("Dough rests: post@bakery.example, https://mill.example/@miller", "threads", []),
    ],
)
def test_whoever_a_network_would_tell_is_named(words: str, network: Network, named: list[str]) -> None:
    told = posts.check([a_post(words, network)], a_config(), [an_article()])
    notes = [one for one in told if one.rule == "post-mention"]
    assert [one.message.split("called ")[1].split(" ")[0] for one in notes] == named
    assert all(one.severity == "note" for one in notes)


@pytest.mark.parametrize(
    ("words", "network", "rules"),
    [
        ("“Dough rests”, says she. " * 18, "threads", ["post-bytes"]),
        ("Dough rests, says she. " * 18, "threads", []),
        ("“Dough rests”, says she. " * 18, "mastodon", []),
        ("“Dough rests”, says she. " * 40, "threads", ["post-limit"]),
    ],
)
def test_more_bytes_than_threads_was_seen_to_take_are_told(words: str, network: Network, rules: list[str]) -> None:
    told = {one.rule for one in posts.check([a_post(words, network)], a_config(), [an_article()])}
    assert told & {"post-bytes", "post-limit"} == set(rules)


def test_a_picture_has_words() -> None:
    assert found(a_post(images=(Image("a.png", " "),))) == [("post-alt-missing", "warning")]


def test_a_suggestion_nobody_kept_holds_its_post() -> None:
    suggested = an_article(key_points=(KeyPoint(POINT, origin="suggested"),))
    assert found(a_post(), article=suggested) == [("suggested-told", "error")]
    assert found(a_post(), article=an_article(key_points=(KeyPoint(POINT, origin="edited"),))) == []


TWINS = [
    (a_post(OTHER, key_point=OTHER, article="tests:rolls"), []),
    (a_post(key_point=POINT, article="tests:rolls"), ["post-twice"]),
    (
        a_post("Overnight, dough that rests keeps days longer.", key_point="As it was written", article="tests:rolls"),
        ["post-twice"],
    ),
    (a_post(network="mastodon", article="tests:rolls"), []),
    (a_post(f"Bread that keeps: {POINT}", key_point=None), []),  # its own announcement
    (a_post(part=1, parts=2), []),  # of a thread beside it
]


@pytest.mark.parametrize(("other", "expected"), TWINS)
def test_the_same_thought_is_told_once_a_network(other: Post, expected: list[str]) -> None:
    assert [rule for rule, _ in found(a_post(), other)] == expected


def test_an_earlier_post_that_says_the_same_is_named() -> None:
    before = [(a_post(OTHER, key_point=OTHER), "draft 2"), (a_post(), "draft 1")]
    (finding,) = twice.earlier(a_post(article="tests:rolls"), before, "x post")
    assert finding.message.startswith("It says nearly the same as draft 1: ")
    assert not list(twice.earlier(a_post(OTHER, key_point=OTHER, article="tests:rolls"), before[1:], "x post"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mira bakes at night.", ["names-told"]),
        ("Sef bakes at night.", ["names-told"]),
        ("A baker says: “Dough is patient, as you know.”", ["names-told"]),
        ("Dough in “slow motion” keeps longer.", []),
        ("Read in “Bread that keeps for days”: all about dough.", []),
        ("Bakers of Utrecht bake at night.", []),
        ("Mira bakes at night. The names in this article were changed.", []),
    ],
)
def test_a_changed_name_is_told_without_its_notice_nowhere(words: str, expected: list[str]) -> None:
    assert [rule for rule, _ in found(a_post(words), article=STORY)] == expected


@pytest.mark.parametrize("title", ["Why good dough is “never” fast", "Pourquoi attend donc le « bon » pain"])
def test_the_title_of_an_article_is_no_quotation_whatever_marks_are_inside_it(title: str) -> None:
    article = replace(STORY, title=title)
    asked = re.sub(r"[“«]\s?(\w+)\s?[”»]", r"‘\1’", title)
    assert found(a_post(f"Bread is patience. Read “{asked}”."), article=article) == []
    assert [rule for rule, _ in found(a_post("“Bread is what we eat.”"), article=article)] == ["names-told"]


def test_where_no_name_was_changed_people_are_named() -> None:
    assert found(a_post("Mira bakes at night."), article=replace(STORY, notices=())) == []


def test_of_what_may_be_quoted_there_is_one_quote_a_network_with_credit() -> None:
    quoted = an_article(rights="quote")
    second = a_post(OTHER, key_point=OTHER)
    assert found(a_post(), second, article=quoted) == [("rights", "error")]
    assert found(a_post(), second) == []
    assert found(a_post(), replace(second, network="bluesky"), article=quoted) == []
    assert found(a_post(link=None), article=quoted) == [("rights", "error")]
    assert found(a_post(f"{POINT} (Bread that keeps)", link=None), article=quoted) == []


def test_a_notice_that_a_person_lost_holds_the_post() -> None:
    told = an_article(notices=("Hot ovens burn. Mind your hands.",))
    care: dict[str, Any] = {"notice": "Ask a baker.", "notice_on": ["facebook"]}
    assert found(a_post(network="facebook"), article=told, care=care) == [("notice", "error")] * 2
    both = f"{POINT}\n\nHot ovens burn.\n\nAsk a baker."
    assert found(a_post(both, network="facebook"), article=told, care=care) == []
    assert found(a_post(), article=told, care=care) == []
    assert found(own("We are closed.", network="facebook"), care=care) == []


def test_of_several_notices_any_one_will_do_and_none_of_people_where_there_are_none() -> None:
    care: dict[str, Any] = {"notice_on": ["facebook"]}
    told = an_article(notices=("This is no medical advice. Ask your doctor.", "All names were changed."))
    assert found(a_post(network="facebook"), article=told, care=care) == [("notice", "error")]
    assert found(a_post(f"{POINT}\n\nAsk your doctor.", network="facebook"), article=told, care=care) == []
    assert found(a_post(f"{POINT}\n\nAll names were changed.", network="facebook"), article=told, care=care) == []
    names_only = replace(told, notices=told.notices[1:])
    assert found(a_post(network="facebook"), article=names_only, care=care) == []
    announced = a_post("Bread that keeps", network="facebook", key_point=None)
    assert found(announced, article=names_only, care=care) == [("notice", "error")]


def test_a_notice_for_another_network_is_not_missed() -> None:
    care: dict[str, Any] = {"notice_on": ["facebook", "instagram"]}
    told = an_article(notices=("Recipes are free.",), notices_for=(("Recipes are free.", "instagram"),))
    assert found(a_post(network="facebook"), article=told, care=care) == []


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Thyme helps against:\n• a dull kitchen\n• colds\n• migraine", 1),
        ("Thyme helps against colds and:\n• migraine", 1),
        ("Smoking leads to:\n• high blood pressure", 0),
        ("Thyme helps against thirst.\n\n• Colds come in winter", 0),
    ],
)
def test_every_line_of_a_list_is_read_for_claims_with_what_introduces_it(words: str, count: int) -> None:
    assert found(a_post(words), **HEALTH) == [("claim-disease", "warning")] * count
    assert found(a_post(words)) == []


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Rest does much:\n• Better dough\n• Lower blood pressure\n• Less inflammation", 2),
        ("Rest lowers:\n• your blood pressure\n• your voice", 1),
        ("Rest lowers:\n• the oven’s temperature\n• the pressure in your tyres", 0),
    ],
)
def test_effects_on_the_body_are_claims_in_lists_too_whatever_the_topic(words: str, count: int) -> None:
    assert found(a_post(words)) == [("claim-disease", "warning")] * count
    assert found(a_post(words), **HEALTH) == [("claim-disease", "warning")] * count


LOVED = KeyPoint("Care in youth leaves a note in your DNA.", section=0, after=2)
IN_RATS = "Sand and Rye (2019) found in a study that care changed the genes of young rats."


def a_studied(*paragraphs: str, **changes: Any) -> Article:
    """An article whose key point comes after its second paragraph."""
    given: dict[str, Any] = {"lead": (), "key_points": (LOVED,), "references": ("Sand, A. (2019). Care.",)} | changes
    return an_article(sections=(Section("Care", tuple(map(a_paragraph, paragraphs))),), **given)


ANIMALS = [("claim-animals", "warning")]


@pytest.mark.parametrize(
    ("article", "words", "expected"),
    [
        (a_studied(IN_RATS, "It lasts."), LOVED.text, ANIMALS),
        (a_studied(IN_RATS, "In people we see the same."), LOVED.text, ANIMALS),  # a person judges that
        (a_studied("It lasts.", "Care lasts.", IN_RATS), LOVED.text, []),  # belongs to what follows
        (a_studied(IN_RATS, "It lasts."), f"{LOVED.text} So it is in rats.", []),
        (a_studied("Rats like the shed.", "It lasts."), LOVED.text, []),
        (a_studied(IN_RATS, "Our dog.", "A puppy.", "Dogs learn."), LOVED.text, []),
        (a_studied(IN_RATS, "It lasts.", title="Raising a puppy"), LOVED.text, []),
        (a_studied(IN_RATS, "It lasts.", key_points=(KeyPoint("Rest.", section=0, after=1), LOVED)), LOVED.text, []),
        (a_studied(IN_RATS, "It lasts.", key_points=(replace(LOVED, section=None, after=None),)), LOVED.text, []),
    ],
)  # fmt: skip
def test_what_was_found_in_animals_is_not_told_as_if_of_people(
    article: Article, words: str, expected: list[tuple[str, str]]
) -> None:
    assert found(a_post(words, key_point=LOVED.text), article=article) == expected
    assert found(a_post(words, key_point=None), article=article) == expected  # whatever post tells it


OTHERS = KeyPoint("Dogs aside, all of us want care.", section=0, after=2)


@pytest.mark.parametrize(
    ("heading", "paragraphs", "expected"),
    [
        ("What was seen in mice", ("In a study at Millbrook they lived under a lamp and weighed more.",), ANIMALS),
        ("What was seen in laboratory mice", ("They weighed 14% more.",), ANIMALS),
        ("What we saw", ("They weighed 14% more.",), []),
        ("Mice in the shed", ("A study says that mint helps, and that they slept less.",), []),
    ],
)
def test_a_heading_is_the_first_sentence_of_its_section(
    heading: str, paragraphs: Sequence[str], expected: list[tuple[str, str]]
) -> None:
    point = replace(LOVED, after=1)
    article = an_article(sections=(Section(heading, tuple(map(a_paragraph, paragraphs))),), key_points=(point,))
    assert found(a_post(point.text, key_point=point.text), article=article) == expected


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Later the animals slept less, too.", ANIMALS),  # those of the study before
        ("Forty adults slept under a lamp, too.", []),
        ("A lamp costs a little.", ANIMALS),  # the heading speaks of all of it
    ],
)
def test_what_follows_a_study_in_animals_is_of_them_unless_it_turns_to_people(
    paragraph: str, expected: list[tuple[str, str]]
) -> None:
    first, second = KeyPoint("A lamp makes fat.", section=0, after=1), replace(LOVED, after=2)
    told = tuple(map(a_paragraph, ("In a study 36 mice lived under a lamp.", paragraph)))
    article = an_article(sections=(Section("Seen in laboratory mice", told),), key_points=(first, second))
    assert found(a_post(second.text, key_point=second.text), article=article) == expected


SAVED = KeyPoint("Under a lid, dough needs 22 percent less water.", section=0, after=1)
FIGURE = "On average they used 22 percent less water."


@pytest.mark.parametrize(
    ("paragraph", "words", "expected"),
    [
        (f"{FIGURE} The water was weighed by the participants.", SAVED.text, [("claim-figure", "warning")]),
        (f"{FIGURE} An independent test is still to come.", SAVED.text, [("claim-figure", "warning")]),
        (f"{FIGURE} It was only one year and only one sort.", SAVED.text, [("claim-figure", "warning")]),
        (f"{FIGURE} It was a small sample.", SAVED.text, [("claim-figure", "warning")]),
        (f"{FIGURE} It was a small sample.", f"{SAVED.text} It was a small sample.", []),
        (f"{FIGURE} It was a small sample.", f"{SAVED.text} Yet this is from a small group.", []),  # in own words
        (f"{FIGURE} It was a small sample.", "Under a lid, dough needs less water.", []),  # no figure is told
        (FIGURE, SAVED.text, []),
        ("It was a small sample of bread, and good.", SAVED.text, [("claim-figure", "warning")]),  # leads to it
        ("In a study at Millbrook they used 22 percent less.", SAVED.text, [("claim-figure", "note")]),
        ("In a study at Millbrook they used 22 percent less.", f"{SAVED.text} So it was at Millbrook.", []),
        ("In a study they used 22 percent less (Sand, 2019).", SAVED.text, []),
    ],
)
def test_a_figure_goes_with_what_its_article_says_of_its_worth(
    paragraph: str, words: str, expected: list[tuple[str, str]]
) -> None:
    article = a_studied(paragraph, key_points=(SAVED,))
    assert found(a_post(words, key_point=SAVED.text), article=article) == expected


def test_the_limit_of_another_figure_is_not_missed() -> None:
    article = a_studied(FIGURE, "It was a small sample.", key_points=(replace(SAVED, after=2),))
    assert found(a_post(SAVED.text, key_point=SAVED.text), article=article) == []


def test_a_figure_on_a_page_of_a_carousel_wants_its_limit_too() -> None:
    article = a_studied(f"{FIGURE} It was a small sample.", key_points=(SAVED,))
    (finding,) = posts.check([a_carousel(SAVED.text)], a_config(), [article])
    assert finding.message == (
        "Beside its text: “Under a lid, dough needs 22 percent less water.” gives a figure (22 percent), "
        "and not what its article says beside it: “It was a small sample.”"
    )


def test_one_page_that_names_animals_does_not_speak_for_another_in_one_file() -> None:
    article = a_studied(IN_RATS, "It lasts.", key_points=(LOVED, OTHERS))
    assert found(a_carousel(f"{OTHERS.text} {LOVED.text}"), article=article) == ANIMALS


CARRIED = "Honey heals."
PAGE = f"{CARRIED} — Ann Miller · Bread that keeps"


def a_carousel(*pages: str) -> Post:
    """An announcement with pictures that say `pages`."""
    images = tuple(Image(f"{place}.png", page) for place, page in enumerate(pages))
    return a_post("Bread that keeps", "linkedin", key_point=None, images=images)


@pytest.mark.parametrize(
    "carrier",
    [
        a_carousel("Bread that keeps", PAGE, "Read on"),
        a_carousel(f"Bread that keeps. {CARRIED} Read on."),  # a PDF's pages in one
        a_post("Bread that keeps", "bluesky", key_point=None, link_card=LinkCard("Bread that keeps", CARRIED)),
        a_post(POINT, "bluesky", images=(Image("card.png", PAGE),)),
        a_post(f"Dough wants two things:\n• Rest\n• {CARRIED}", "linkedin"),
        a_post(f"{POINT}\n\n{CARRIED}", "linkedin"),  # a sentence beside it
        a_post(f"{CARRIED}\n\n{POINT}", "facebook", key_point=None),
    ],
)
def test_a_claim_is_held_whatever_carries_it(carrier: Post) -> None:
    assert found(carrier) == [("claim-cure", "warning")]


def test_a_claim_is_held_in_whichever_part_of_a_thread_it_stands() -> None:
    first, last = a_post("Bread that keeps", link=None, part=1, parts=2), a_post(CARRIED, part=2, parts=2)
    told = posts.check([first, last], a_config(), [an_article()])
    assert [(one.rule, one.place) for one in told] == [("claim-cure", "posts/x-02.txt")]


def test_what_only_a_picture_says_is_told_as_beside_the_text_and_once_where_both_do() -> None:
    (finding,) = posts.check([a_carousel(PAGE, PAGE)], a_config(), [an_article()])
    assert finding.message.startswith("Beside its text: “Honey heals.” says that something heals")
    assert finding.place == "posts/linkedin-01.txt"  # which holds it
    both = a_post(CARRIED, images=(Image("card.png", PAGE),))
    (finding,) = posts.check([both], a_config(), [an_article()])
    assert finding.message.startswith("“Honey heals.” says")


def test_what_was_found_in_animals_is_held_on_a_page_of_a_carousel_too() -> None:
    article = a_studied(IN_RATS, "It lasts.", key_points=(LOVED, OTHERS))
    assert found(a_carousel(f"{LOVED.text} — Ann Miller"), article=article) == ANIMALS
    assert found(a_carousel("Care in youth leaves a note in your DNA — Ann Miller"), article=article) == ANIMALS
    assert found(a_carousel("So it is in rats: care in youth leaves a note in your DNA."), article=article) == []
    assert found(a_carousel(OTHERS.text), article=article) == []  # names some itself
    assert found(a_carousel("A note.", "Read on"), article=article) == []


def test_the_title_on_a_card_is_held_where_the_text_has_it_not() -> None:
    told = an_article(title="Honey heals", key_points=(KeyPoint("Bread is patient."),))
    card = LinkCard("Honey heals", "")
    assert found(a_post("Bread is patient.", link_card=card), article=told) == [("claim-cure", "warning")]
    assert found(a_post("Honey heals", link_card=card), article=told) == [("claim-cure", "warning")]  # once


def test_a_changed_name_and_what_somebody_says_are_found_on_pictures_too() -> None:
    assert found(a_carousel("Mira bakes at night."), article=STORY) == [("names-told", "warning")]
    told = an_article(lead=(a_paragraph("“Patience is what good dough wants most”, says Jo Miller."),))
    assert found(a_carousel("Patience is what good dough wants most."), article=told) == [("quoted-told", "warning")]


def test_the_author_on_a_card_is_nobody_whose_name_was_changed() -> None:
    assert found(a_carousel("Bread rests. — Mira Sand · Bread"), article=replace(STORY, byline="Mira Sand")) == []


def test_a_key_point_that_opens_its_section_is_drawn_from_what_follows() -> None:
    opening = replace(LOVED, after=0)
    article = a_studied(IN_RATS, "It lasts.", key_points=(opening,))
    assert found(a_post(LOVED.text, key_point=LOVED.text), article=article) == ANIMALS
    other = KeyPoint("Rest.", section=0, after=1)
    assert (
        found(
            a_post(LOVED.text, key_point=LOVED.text),
            article=a_studied("It lasts.", IN_RATS, key_points=(opening, other)),
        )
        == []
    )


def test_claims_are_found_in_posts_with_the_article_for_sources() -> None:
    claim = a_post("Honey heals 40% of adults.")
    cited = an_article(
        lead=(a_paragraph("It is true of 40% of adults (Sand, 2019)."),), references=("Sand, A. (2019). Dough.",)
    )
    assert found(claim, **HEALTH) == [("claim-cure", "warning"), ("claim-figure", "warning")]
    assert found(claim) == [("claim-cure", "warning"), ("claim-figure", "note")]
    assert found(claim, article=cited, **HEALTH) == [("claim-cure", "warning")]


def test_a_link_is_the_source_of_a_post_of_our_own() -> None:
    assert found(own("Of 40% of adults this is true.")) == [("claim-figure", "note")]
    assert found(own("Of 40% of adults this is true: https://council.example/report")) == []


def researched(words: str, **changes: Any) -> Article:
    """An article that says `words` in its only section."""
    given: dict[str, Any] = {"references": ("Sand, A. (2019). Dough.",), "key_points": ()} | changes
    return an_article(lead=(), sections=(Section(None, (a_paragraph(words),)),), **given)


RESEARCH = "Research shows that dough gets better with rest."


@pytest.mark.parametrize(
    ("text", "article", "expected"),
    [
        (RESEARCH, researched(RESEARCH), [("claim-research", "note")]),
        (RESEARCH, researched(f"{RESEARCH} It keeps (Sand, 2019)."), []),
        (f"{RESEARCH}\n\nSource: Sand, 2019", researched(RESEARCH), []),
        (f"{RESEARCH}\n\nSource: Sand, 2018", researched(RESEARCH), [("claim-research", "note")]),
        ("Research shows that dough gets better.", researched(f"{RESEARCH} It keeps (Sand, 2019)."), []),  # cut
        ("Research at the University of Doughton shows that dough gets better.", researched(RESEARCH), []),
    ],
)  # fmt: skip
def test_research_in_a_post_has_its_source_there_or_in_its_article(
    text: str, article: Article, expected: list[tuple[str, str]]
) -> None:
    assert found(a_post(text), article=article) == expected


def test_research_in_a_key_point_has_the_source_of_the_thought_before_it() -> None:
    point = KeyPoint("Research shows that rest makes dough better.", section=0, after=1)
    article = researched("Dough rests and gets better (Sand, 2019).", key_points=(point,))
    assert found(a_post(point.text), article=article) == []
    alone = researched("Dough rests and gets better.", key_points=(point,))
    assert found(a_post(point.text), article=alone) == [("claim-research", "note")]


def test_an_appointment_is_not_offered_beside_a_claim() -> None:
    words = "Honey heals.\n\nBook your visit: https://bakery.example/visit"
    assert found(a_post(words), **HEALTH) == [("claim-cure", "warning"), ("claim-button", "warning")]
    assert found(a_post(words.replace("heals", "sweetens")), **HEALTH) == []


def everywhere(words: str, *networks: Network, **changes: Any) -> list[Post]:
    return [a_post(words, network, **changes) for network in networks]


def same_words(*told: Post, article: Article | None = None, **config: Any) -> list[tuple[str, str]]:
    made = posts.check(told, a_config(**config), [article or an_article()])
    return [(one.place, one.message) for one in made if one.rule == "post-same-words"]


def test_four_networks_that_say_the_same_words_are_told_in_one_line_an_article() -> None:
    told = [
        *everywhere(POINT, "threads", "x", "bluesky", "facebook"),
        *everywhere(OTHER, "x", "bluesky", "threads", "linkedin", key_point=OTHER),
        *everywhere("Bread that keeps", "x", "threads", "mastodon", "bluesky", key_point=None),
        *everywhere("Salt keeps.", "x", "threads", "mastodon", key_point="Salt keeps."),
    ]
    ((place, message),) = same_words(*told)
    assert place == "article “Bread that keeps”"
    assert message == (
        "Key points 1 and 2 and the announcement say the same words on four networks or more: "
        "X, Bluesky, Mastodon, LinkedIn, Facebook, Threads."
    )
    ((_, message),) = same_words(*told[8:])
    assert message.startswith("The announcement says the same words on four networks or more: X, Bluesky, Mastodon, Th")
    assert same_words(*told[1:4], *told[5:8], *told[9:]) == []


def nearly(*points: str, title: str = "Bread that keeps") -> list[tuple[str, str]]:
    article = an_article(title=title, key_points=tuple(KeyPoint(point) for point in points))
    told = [a_post(point, network, key_point=point) for point in points for network in ("x", "mastodon")]
    found = posts.check(told, a_config(), [article])
    return [(one.place, one.message) for one in found if one.rule == "post-alike"]


def test_key_points_that_say_nearly_the_same_are_told_once_an_article() -> None:
    first, second = (
        "Feed the starter on the evening before. Not in the morning.",
        "Starters are fed the evening before.",
    )
    ((place, message),) = nearly(first, OTHER, second)
    assert place == "article “Bread that keeps”"
    assert message == f"Key points 1 and 3 say nearly the same: “{first}” and “{second}”"
    assert nearly(first, second, title="Before a starter is fed in the evening") == []
    assert nearly(first, OTHER) == []
    ((_, message),) = nearly(f"{first[:-1]}, when everybody is at home and the kitchen is warm.", second)
    assert "when everybody is at home and …” and “" in message


def test_a_key_point_that_no_post_tells_is_no_twin() -> None:
    first, second = "Feed the starter on the evening before.", "Starters are fed the evening before."
    article = an_article(key_points=(KeyPoint(first), KeyPoint(second)))
    told = posts.check([a_post(first, key_point=first)], a_config(), [article])
    assert [one for one in told if one.rule == "post-alike"] == []


def test_of_many_key_points_each_has_its_number_and_an_unknown_one_its_words() -> None:
    points = [f"Loaf {number} keeps." for number in range(1, 6)]
    article = an_article(key_points=tuple(KeyPoint(point) for point in points))
    four: tuple[Network, ...] = ("x", "bluesky", "threads", "mastodon")
    told = [one for point in [*points[1:], "A scone."] for one in everywhere(point, *four, key_point=point)]
    ((_, message),) = same_words(*told, article=article)
    assert message.startswith("Key points 2, 3, 4 and 5 and “A scone.” say the same words")


def test_sign_hashtags_link_notice_and_the_way_on_make_no_other_words() -> None:
    told = [
        replace(a_post(network="x"), text=f"💡 {POINT}\n\n{LINK}"),
        replace(a_post(network="mastodon"), text=f"{POINT}\n\nhttps://bakery.example/other\n\n#Bread #Salt"),
        replace(a_post(network="instagram"), text=f"{POINT}\n\nThe link is in our bio.\n\nAsk a baker.\n\n#Bread"),
        replace(a_post(network="facebook"), text=f"{POINT}\n\nRead on: {LINK}\n\nHot ovens burn. Mind your hands."),
    ]
    article = an_article(notices=("Hot ovens burn. Mind your hands.",))
    care = {"notice": "Ask a baker."}
    ((_, message),) = same_words(*told, article=article, care=care)
    assert message == "Key point 1 says the same words on four networks or more: X, Mastodon, Facebook, Instagram."
    more = replace(told[3], text=f"{POINT} It also tastes of more, and asks for nothing.\n\n{LINK}")
    assert same_words(*told[:3], more, article=article, care=care) == []


def test_threads_are_compared_whole() -> None:
    networks: tuple[Network, ...] = ("x", "bluesky", "mastodon", "threads")

    def threads(ends: Sequence[str]) -> list[Post]:
        return [
            replace(post, part=part, parts=2)
            for network, end in zip(networks, ends, strict=True)
            for part, post in enumerate([a_post(POINT, network), a_post(f"{OTHER} {end}", network)], 1)
        ]

    assert same_words(*threads(("Yes.", "Yes.", "Yes.", "Yes."))) != []
    assert same_words(*threads(("Yes.", "No.", "Yes.", "Yes."))) == []


def test_posts_of_our_own_may_say_the_same_everywhere() -> None:
    assert (
        same_words(*[own("We are closed on Monday.", network=one) for one in ("x", "bluesky", "threads", "mastodon")])
        == []
    )


BROKEN = [
    "Dough that rests activates what:",
    "Dough that rests activates what:\n\n#Bread #Salt",
    "Dough that rests overnight activates the genes that:\n\nRead on: https://bakery.example/bread",
    "Dough that rests overnight activates the genes that:\n\nThe link is in our bio.",
    "Dough keeps (in a cool",
    "Dough keeps (in a cool cellar\n\nIt tastes better.",
    "She says: “Dough is patient.",
    "Sie sagt: „Teig ist geduldig.",
    "Elle dit : « La pâte est patiente.",
    'She says: "Dough is patient.',
    "Dough that rests, salt,",
]
WHOLE = [
    "Dough that rests activates what:\n\n• yeast\n• time\n\n#Bread",
    "What helps is this, and little else:\n\nRest.",
    "Read on: https://bakery.example/bread",
    "Read on:\n\nhttps://bakery.example/bread",
    "How bread keeps for days, and what it wants, stands here:\n\nhttps://bakery.example/bread_(food)",
    "Dough keeps (in a cool cellar). “It is patient”, she says. :(",
    "1) salt\n2) time",
    'A 12" tin.',
    "Sie sagt: „Teig ist geduldig.“",
    "Er sagt: »Teig ist geduldig«",
    "Elle dit : « La pâte est patiente. »",
    "“Dough is patient.\n\nIt waits.”",
    "Dough keeps",
]


@pytest.mark.parametrize("text", BROKEN)
def test_a_post_that_was_cut_is_broken(text: str) -> None:
    assert "post-broken" in [rule for rule, _ in found(replace(own("…", network="linkedin"), text=text))]


@pytest.mark.parametrize("text", WHOLE)
def test_a_whole_post_is_not(text: str) -> None:
    assert "post-broken" not in [rule for rule, _ in found(replace(own("…", network="linkedin"), text=text))]


def test_a_part_may_go_on_in_the_next() -> None:
    parts = [own("What helps, bakers say:", part=1, parts=2), own("(1) salt and time.", part=2, parts=2)]
    assert "post-broken" not in [rule for rule, _ in found(*parts)]


def test_a_draft_has_no_file_to_name() -> None:
    told = [own("The the oven.", part=1, parts=2), own("Of of bread.", part=2, parts=2)]
    places = [one.place for one in posts.check(told, a_config(), drafted=True)]
    assert places == ["x post, part 1", "x post, part 2"]
    assert [one.place for one in posts.check([own("The the oven.")], a_config(), drafted=True)] == ["x post"]
    assert [one.place for one in posts.check([own("The the oven.")], a_config())] == ["posts/x-01.txt"]


def test_a_post_of_our_own_speaks_to_its_readers_in_one_way_which_is_ours() -> None:
    both = "Bakt u mee? Dan zie ik je zaterdag."
    assert found(own(both, language="nl")) == [("mixed-address", "note")]
    assert found(own("Bakt u mee?", language="nl"), voice={"address": "je"}) == [("other-address", "note")]
    assert found(own("Bak je mee?", language="nl"), voice={"address": "je"}) == []
    assert found(a_post(both, language="nl")) == []


SAID = "Dough is patient, and people are not."
SPOKEN = an_article(
    title="Bread that keeps for days",
    lead=(a_paragraph(f"“{SAID} That is all,” says baker Sef Molen. Ovens cool slowly at night."),),
    key_points=(KeyPoint(SAID),),
)


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        (SAID, ["quoted-told"]),
        (f"Ovens cool slowly at night. {SAID}", ["quoted-told"]),
        (f"“{SAID}”", []),
        (f"{SAID} So Sef Molen has it.", []),
        (f"{SAID} (Molen)", []),
        ("Ovens cool slowly at night.", []),
        ("Dough is patient.", []),  # anybody may say that
        ("Dough is patient, and so are ovens.", []),
    ],
)
def test_what_somebody_says_is_not_told_as_ours(words: str, rules: list[str]) -> None:
    assert [rule for rule, _ in found(a_post(words, key_point=SAID), article=SPOKEN)] == rules


def test_a_name_in_another_part_of_the_thread_is_enough() -> None:
    first = a_post(SAID, key_point=SAID, link=None, part=1, parts=2)
    second = a_post("Sef Molen bakes at night.", part=2, parts=2)
    assert found(first, second, article=SPOKEN) == []


QUOTED = f"“{SAID}”"


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        (QUOTED, ["quoted-told"]),
        (f"{QUOTED}\n\n— Sef Molen", []),
        (f"{QUOTED} So says a baker.", ["quoted-told"]),
        (f"A baker says: {QUOTED}", []),
        ("Ovens cool slowly at night.", []),
    ],
)
def test_a_key_point_that_is_a_quotation_wants_its_name(words: str, rules: list[str]) -> None:
    nameless = replace(SPOKEN, lead=(a_paragraph(f"{QUOTED} stands above the oven."),), key_points=(KeyPoint(QUOTED),))
    named = replace(SPOKEN, key_points=(KeyPoint(QUOTED),))
    assert [rule for rule, _ in found(a_post(words, key_point=QUOTED), article=named)] == rules
    known = [] if "Sef" not in words else ["quoted-told"]  # nobody there says that it is Sef's
    assert [rule for rule, _ in found(a_post(words, key_point=QUOTED), article=nameless)] == (rules or known)


@pytest.mark.parametrize(
    ("signed", "before", "rules"),
    [
        ("", "Sef Molen, a baker, waits.", ["quoted-told"]),
        ("\n\n— Sef Molen", "Sef Molen, a baker, waits.", []),
        ("", "My brother waits.", ["quoted-told"]),
    ],
)
def test_a_quotation_whose_speaker_is_a_pronoun_wants_a_name(signed: str, before: str, rules: list[str]) -> None:
    point = KeyPoint(f"{QUOTED[:-2]},” he says.", section=0, after=1)
    sections = (Section(None, (a_paragraph(before),)),)
    article = an_article(lead=(), sections=sections, key_points=(point,))
    post = a_post(f"{point.text}{signed}", key_point=point.text)
    assert [rule for rule, _ in found(post, article=article)] == rules


INTERVIEW = an_article(
    title="Bread that keeps for days",
    lead=tuple(
        map(a_paragraph, ["Sef Molen (61) bakes.", "Q: And dough?", "A: Our dough waits two nights in cold cellars."])
    ),
    key_points=(KeyPoint("Dough waits two nights in the cellar.", after=3),),
)


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("Dough waits two nights in the cellar.", ["quoted-told"]),
        ("Our dough waits two nights in cold cellars.", ["quoted-told"]),
        ("At Sef Molen's dough waits two nights in the cellar.", []),
        ("“Dough waits two nights in the cellar.”", []),
        ("Two nights in a cellar are nothing for dough.", []),  # a person's own words
    ],
)
def test_what_an_interview_answers_is_not_told_as_ours(words: str, rules: list[str]) -> None:
    post = a_post(words, key_point=INTERVIEW.key_points[0].text)
    assert [rule for rule, _ in found(post, article=INTERVIEW)] == rules


@pytest.mark.parametrize("speaker", ["Dr. Sef Molen", "Mrs. Molen", "Prof. Dr. S. Molen", "the baker Dr. Sef Molen"])
def test_whoever_is_named_has_a_name_beside_a_title(speaker: str) -> None:
    article = replace(SPOKEN, lead=(a_paragraph(f"“{SAID}” says {speaker} of the mill."),))
    (finding,) = posts.check([a_post(SAID, key_point=SAID)], a_config(), [article])
    assert f" is what {speaker.removeprefix('the baker ')} says in the article" in finding.message
    assert found(a_post(f"{SAID} (Molen)", key_point=SAID), article=article) == []
    assert [rule for rule, _ in found(a_post(f"{SAID} Dr. No agrees.", key_point=SAID), article=article)] == [
        "quoted-told"
    ]


def test_what_its_author_says_too_is_ours() -> None:
    own_words = replace(SPOKEN, sections=(Section(None, (a_paragraph(SAID),)),))
    assert found(a_post(SAID, key_point=SAID), article=own_words) == []


def test_a_changed_name_in_the_title_is_told() -> None:
    article = replace(STORY, title="What Mira bakes")
    (finding,) = posts.check([a_post("Bread is patience. Read “What Mira bakes”.")], a_config(), [article])
    assert (finding.rule, finding.message.split(",")[0]) == ("names-told", "It names Mira in the title")
    assert found(a_post("What Mira bakes. The names in this article were changed."), article=article) == []
    assert found(a_post("Bread is patience."), article=article) == []
