"""Posts stand alone, stay within each network's limit, cut no word, and keep their link."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import limits
from pipeline.compose import posts, templates
from pipeline.config.shape import NETWORKS
from pipeline.errors import TemplateError
from pipeline.model import Article, Block, Item, KeyPoint, Network, Section
from tests.compose.letters import a_list, beside
from tests.factories import a_config, a_paragraph, an_article

ENV = templates.environment()


def composed(article: Article, network: Network, **config: object) -> posts.Composed:
    return posts.compose(article, [network], a_config(**config), ENV)


@pytest.mark.parametrize("network", NETWORKS)
def test_there_is_one_post_for_the_article_and_one_for_each_key_point(network: Network) -> None:
    article = an_article()
    made = composed(article, network).posts
    assert [post.key_point for post in made] == [None, *(point.text for point in article.key_points)]
    assert all(point.text in post.text for post, point in zip(made[1:], article.key_points, strict=True))


@pytest.mark.parametrize("network", NETWORKS)
def test_every_post_is_within_its_limit_and_links_to_its_article(network: Network) -> None:
    for number, post in enumerate(composed(an_article(), network).posts):
        assert limits.fits(network, post.text)
        if network == "instagram":
            assert post.link is None
            assert "http" not in post.text
        else:
            query = parse_qs(urlsplit(post.link or "").query)
            assert (post.link or "").startswith("https://bakery.example/bread?")
            assert query["utm_source"] == [network]
            assert query["utm_content"] == [f"key-point-{number}" if number else "announcement"]


def test_networks_get_texts_of_their_own() -> None:
    texts = {network: composed(an_article(), network).posts[1].text for network in NETWORKS}
    assert texts["x"] != texts["linkedin"] != texts["facebook"] != texts["instagram"] != texts["mastodon"]


def test_a_point_that_leans_makes_no_post_and_a_finding() -> None:
    article = an_article(key_points=(KeyPoint("This is why it works.", section=0),))
    made = composed(article, "x")
    assert [post.key_point for post in made.posts] == [None]
    assert [(finding.rule, finding.severity) for finding in made.findings] == [("key-point-leans", "warning")]


def test_the_same_thought_makes_one_post() -> None:
    points = (KeyPoint("A paper bag keeps the crust crisp."), KeyPoint("The crust: a paper bag keeps it crisp."))
    made = composed(an_article(key_points=points), "x")
    assert len(made.posts) == 2
    assert [finding.rule for finding in made.findings] == ["same-thought"]


def test_warnings_and_suggestions_make_no_posts() -> None:
    points = (KeyPoint("Hot fat burns.", kind="warning"), KeyPoint("Bread likes rest.", origin="suggested"))
    assert [post.key_point for post in composed(an_article(key_points=points), "x").posts] == [None]


def test_config_says_which_kinds_become_posts_and_a_warning_is_told_as_one() -> None:
    points = (KeyPoint("Hot steam burns bare hands.", kind="warning"), KeyPoint("Bread keeps a week.", kind="summary"))
    article = an_article(key_points=points)
    assert [post.key_point for post in composed(article, "x").posts] == [None, "Bread keeps a week."]
    made = composed(article, "x", social={"kinds": ["warning"]}).posts
    assert [post.key_point for post in made] == [None, "Hot steam burns bare hands."]
    assert made[1].text.startswith("⚠️ Hot steam burns bare hands.")
    assert "💡" not in made[1].text


def test_a_point_too_long_is_shortened_by_sentences_and_the_rest_is_left_out_with_a_finding() -> None:
    long = (
        "Dough that rests overnight keeps two days longer. "
        + "Bakers have known it since ovens were built of clay. " * 8
    )
    made = composed(an_article(key_points=(KeyPoint(long.strip(), section=0),)), "x")
    assert made.posts[1].text.startswith("💡 Dough that rests overnight keeps two days longer.")
    endless = "Dough " + "and more dough " * 40 + "rests."
    made = composed(an_article(key_points=(KeyPoint(endless, section=0),)), "x")
    assert [finding.rule for finding in made.findings] == ["post-too-long"]


def test_people_of_a_story_with_changed_names_stay_out_of_posts() -> None:
    story = a_paragraph("Every morning our neighbour Linda bakes a loaf for the whole street to share.")
    article = an_article(lead=(story,), notices=("All names in this story have been changed.",))
    assert all("Linda" not in post.text for network in NETWORKS for post in composed(article, network).posts)
    assert any(
        "Linda" in post.text for network in NETWORKS for post in composed(an_article(lead=(story,)), network).posts
    )


def test_a_summary_that_names_somebody_announces_nothing_where_names_were_changed() -> None:
    article = an_article(summary="How a baker called Linda learned to sleep at night.")
    assert "Linda" in composed(article, "x").posts[0].text
    changed = replace(article, notices=("All names in this story have been changed.",))
    assert all("Linda" not in composed(changed, network).posts[0].text for network in NETWORKS)


def test_a_list_that_names_somebody_stays_out_where_names_were_changed() -> None:
    items = ("Rest, as Linda does", "Salt")
    section = Section("Dough", (a_paragraph("Dough for one loaf needs two things:"), a_list(*items)))
    article = an_article(
        sections=(section,), key_points=(KeyPoint("Good dough needs rest and little salt.", section=0),)
    )
    changed = replace(article, notices=("All names in this story have been changed.",))
    assert "Linda" in composed(article, "linkedin").posts[1].text
    assert "Linda" not in composed(changed, "linkedin").posts[1].text


@pytest.mark.parametrize("network", NETWORKS)
def test_every_network_can_show_the_source_of_a_point(network: Network) -> None:
    article = an_article(
        key_points=(KeyPoint("Rest makes a deeper taste than haste (Field et al., 2019).", section=0),),
        references=("Field, A. et al. (2019). Rest.",),
    )
    assert "Field et al., 2019" in composed(article, network, care={"sources_on": [network]}).posts[1].text
    assert "Field et al., 2019" not in composed(article, network, care={"sources_on": []}).posts[1].text


@pytest.mark.parametrize(
    ("point", "told"),
    [
        ("Rest makes a deeper taste than haste (Field et al., 2019).", "than haste (Field et al., 2019)."),
        ("Does rest make taste? It does (Field et al., 2019)!", "It does! (Field et al., 2019)"),
        (
            "Rest makes taste (Field et al., 2019). Many bakers forget it.",
            "Many bakers forget it. (Field et al., 2019)",
        ),
        ("Rest makes a deeper taste, and then … (Field et al., 2019)", "and then … (Field et al., 2019)"),
    ],
)
def test_on_mastodon_a_source_stands_before_the_full_stop_of_a_single_sentence(point: str, told: str) -> None:
    article = an_article(key_points=(KeyPoint(point, section=0),), references=("Field, A. et al. (2019). Rest.",))
    made = composed(article, "mastodon", care={"sources_on": ["mastodon"]}).posts[1].text
    assert made.split("\n\n")[0].endswith(told)


@pytest.mark.parametrize(
    "url", ["http://[x", "javascript:alert(1)", "https://view.placeholder.invalid/", "mailto:a@b.example", "TEL:+31"]
)
@pytest.mark.parametrize("network", NETWORKS)
def test_an_address_that_leads_nowhere_gives_posts_without_a_link_and_a_finding(url: str, network: Network) -> None:
    made = composed(an_article(url=url), network)
    assert [post.link for post in made.posts] == [None, None, None]
    assert all(url not in post.text and not re.search(r":\s*$", post.text, re.MULTILINE) for post in made.posts)
    assert [finding.rule for finding in made.findings] == ["post-link"]
    assert url in made.findings[0].message


@pytest.mark.parametrize("network", NETWORKS)
def test_a_wrong_name_in_a_template_is_told_with_file_and_line(network: Network, tmp_path: Path) -> None:
    config = beside(tmp_path, {f"social/{network}.txt": "{{ text }}\n\n{{ headline }}\n"})
    env = templates.environment(tmp_path)
    with pytest.raises(TemplateError, match=rf"^templates/social/{network}\.txt, line 3: there is no “headline” here"):
        posts.compose(an_article(), [network], config, env)


def test_notices_and_sources_go_where_config_wants_them() -> None:
    care = {"notice": "For information only.", "notice_on": ["facebook"], "sources_on": ["linkedin"]}
    section = Section("Rest", (a_paragraph("Rest makes taste, as bakers measured (Field et al., 2019)."),))
    article = an_article(
        sections=(section,),
        key_points=(KeyPoint("Rest makes taste (Field et al., 2019).", section=0),),
        references=("Field, A. et al. (2019). Rest.",),
    )
    assert "For information only." in composed(article, "facebook", care=care).posts[1].text
    assert "For information only." not in composed(article, "x", care=care).posts[1].text
    assert "Source: Field et al., 2019" in composed(article, "linkedin", care=care).posts[1].text


def told_of(paragraph: str, network: Network, point: str = "Dough that rests overnight keeps longer.") -> str:
    """What a post says between its point and its link."""
    section = Section("At night", tuple(a_paragraph(text) for text in paragraph.split("\n")))
    article = an_article(lead=(), sections=(section,), key_points=(KeyPoint(point, section=0),))
    (post,) = composed(article, network).posts[1:]
    return "\n\n".join(post.text.split("\n\n")[1:-1])


def test_a_sentence_about_the_same_may_follow_the_point() -> None:
    paragraph = "A night of resting gives dough a deeper taste. It also makes a better crust. Try it."
    assert told_of(paragraph, "mastodon") == "A night of resting gives dough a deeper taste."


def test_linkedin_has_room_for_one_more_from_the_same_paragraph() -> None:
    paragraph = "A night of resting gives dough a deeper taste. It also makes a better crust. Try it."
    expected = "A night of resting gives dough a deeper taste. It also makes a better crust."
    assert told_of(paragraph, "linkedin") == expected


def test_linkedin_and_instagram_take_different_paragraphs_where_there_are_two() -> None:
    paragraphs = (
        "A night of resting gives dough a deeper taste.\nBakers of the north let their dough rest for two days."
    )
    assert told_of(paragraphs, "linkedin") == "A night of resting gives dough a deeper taste."
    assert told_of(paragraphs, "instagram") == "Bakers of the north let their dough rest for two days."


def test_networks_take_turns_with_passages_and_none_with_room_tells_the_point_alone() -> None:
    one, two = (
        "A night of resting gives dough a deeper taste.",
        "Bakers of the north let their dough rest for two days.",
    )
    third = "A cold cellar slows the yeast in every dough."
    assert told_of(one, "threads") == told_of(one, "mastodon") == one
    assert told_of(f"{one}\n{two}\n{third}", "threads") == third
    assert told_of(f"{one}\n{two}\n{third}", "mastodon") == one


def test_where_the_passage_whose_turn_it_is_does_not_fit_the_next_is_told() -> None:
    short, long = (
        "Bakers let their dough rest for two days.",
        f"A night gives dough a {'deep, round, warm, ' * 11}taste.",
    )
    assert told_of(f"{short}\n{long}", "bluesky") == short
    assert told_of(f"{short}\n{long}", "instagram") == long


def test_a_conclusion_is_told_with_what_it_comes_from_and_on_facebook_with_its_own_word() -> None:
    before = "Yeast works slowly in the cold. Every hour of rest gives dough more taste. That taste comes from acids."
    section = Section(None, (a_paragraph("Flour is cheap."), a_paragraph(before)))
    point = KeyPoint("In other words: a bowl in the cellar is worth a week of practice.", section=0, after=2)
    article = an_article(lead=(), sections=(section,), key_points=(point,))
    led = "Every hour of rest gives dough more taste. That taste comes from acids."
    made = composed(article, "facebook")
    told = made.posts[1].text
    assert "post-shortened" not in [finding.rule for finding in made.findings]  # nothing is cut: its word stays
    assert told.startswith(f"{led} In other words: a bowl in the cellar is worth a week of practice.\n")
    assert "\n\nEvery hour of rest gives dough more taste." in composed(article, "mastodon").posts[1].text
    assert "In other words" not in composed(article, "linkedin").posts[1].text


def test_facebook_leads_in_to_a_point_unless_both_begin_alike() -> None:
    before, alike = "A night of resting gives dough a deeper taste.", "Dough that sleeps in the cellar tastes deeper."
    point = "Dough that rests overnight keeps longer."
    section = Section("At night", (a_paragraph(before),))
    article = an_article(lead=(), sections=(section,), key_points=(KeyPoint(point, section=0),))
    assert composed(article, "facebook").posts[1].text.startswith(f"{before} {point}\n")
    twice = replace(article, sections=(Section("At night", (a_paragraph(alike),)),))
    assert composed(twice, "facebook").posts[1].text.startswith(f"{point}\n")
    assert alike in composed(twice, "linkedin").posts[1].text


def test_a_passage_that_wants_a_source_is_told_only_where_sources_are_named() -> None:
    paragraph = "A night of resting gives dough a deeper taste (Sand et al., 2014)."
    article = an_article(
        lead=(),
        sections=(Section(None, (a_paragraph(paragraph),)),),
        key_points=(KeyPoint("Dough that rests overnight keeps longer.", section=0),),
        references=("Sand, A., et al. (2014). Dough.",),
    )
    assert "deeper taste." in composed(article, "linkedin", care={"sources_on": ["linkedin"]}).posts[1].text
    assert "deeper taste" not in composed(article, "linkedin", care={"sources_on": []}).posts[1].text


def test_a_sentence_that_takes_it_back_comes_with_it() -> None:
    pair = "Most people want dough that is ready in an hour. But patience tastes better."
    assert told_of(pair, "linkedin") == told_of(pair, "mastodon") == pair


def test_what_people_think_comes_with_what_the_article_says_of_it() -> None:
    pair = "Most people believe that dough needs kneading. Time alone makes it strong and smooth."
    assert told_of(f"{pair} Bakers know.", "mastodon") == pair


def test_a_sentence_that_limits_it_comes_with_it() -> None:
    pair = "A night of resting gives dough a deeper taste. Not if it is rye."
    assert told_of(f"{pair} Bakers know.", "mastodon") == pair


@pytest.mark.parametrize("network", ["linkedin", "mastodon"])
@pytest.mark.parametrize(
    "paragraph",
    [
        "Most people want dough that is ready in an hour. But this changes with age.",  # half of a contrast
        "This is what every baker of dough will tell you first.",  # speaks of something before it
        "Our bicycles stand in the shed behind the school all winter.",  # about something else
        "Which dough would you rather have on your table tomorrow?",  # a question is no support
        "Most people believe that dough needs kneading.",  # nobody says whether they are right
        "A night of resting heals every dough there is (Field, 2019).",  # a claim would lose its source
        "A night of resting heals the dough of all. Not that of rats (Field, 2019).",  # its limit cannot come with it
    ],
)
def test_a_sentence_that_contradicts_leans_or_strays_does_not(paragraph: str, network: Network) -> None:
    assert told_of(paragraph, network) == ""


def test_the_first_sentence_of_several_is_the_point_and_the_rest_may_follow() -> None:
    first, rest = "Dough that rests overnight keeps two days longer.", "Cold slows the yeast down."
    article = an_article(key_points=(KeyPoint(f"{first} {rest}", section=None),))
    assert composed(article, "x").posts[1].text.split("\n")[0] == f"💡 {first} {rest}"
    assert composed(article, "linkedin").posts[1].text.split("\n\n")[:2] == [first, rest]
    assert composed(article, "x").findings == composed(article, "linkedin").findings == ()
    longer = f"{first} {'Cold slows the yeast down and lets the flour drink. ' * 5}"
    made = composed(an_article(key_points=(KeyPoint(longer.strip(), section=None),)), "x")
    assert made.posts[1].text.split("\n")[0] == f"💡 {first}"
    assert [finding.rule for finding in made.findings] == ["post-shortened"]


def test_what_leans_on_the_point_stands_in_its_paragraph() -> None:
    point = "Dough that rests overnight keeps two days longer. It also tastes of more."
    made = composed(an_article(key_points=(KeyPoint(point, section=None),)), "linkedin")
    assert made.posts[1].text.split("\n")[0] == point


def test_a_key_point_that_promises_a_cure_is_on_no_card_and_not_on_instagram() -> None:
    article = an_article(key_points=(KeyPoint("Bread heals every wound.", section=None),))
    made = composed(article, "instagram")
    assert [post.key_point for post in made.posts] == [None]
    assert [finding.rule for finding in made.findings] == ["grave-card"]
    assert "💡" not in composed(article, "x").posts[1].text


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("limit", ["In rats only.", "Not for pregnant women.", "This may change with age."])
def test_a_limit_in_a_later_sentence_is_told_on_every_network_and_on_the_card(network: Network, limit: str) -> None:
    point = f"Dough that rests overnight makes every guest happy. {limit} Cold slows the yeast down."
    made = composed(an_article(key_points=(KeyPoint(point, section=None),)), network)
    assert limit in made.posts[1].text
    assert made.thoughts[1].text.endswith(limit)


def test_a_point_whose_limit_does_not_fit_makes_no_post() -> None:
    point = "Dough that rests overnight heals every wound. But only " + "in rats and " * 30 + "mice."
    made = composed(an_article(key_points=(KeyPoint(point, section=None),)), "x")
    assert [post.key_point for post in made.posts] == [None]
    assert [finding.rule for finding in made.findings] == ["post-too-long"]


def test_a_full_stop_that_was_put_is_told() -> None:
    made = composed(an_article(key_points=(KeyPoint("Dough that rests overnight keeps longer"),)), "x")
    assert [(one.rule, "a full stop put at its end" in one.message) for one in made.findings] == [
        ("key-point-repaired", True)
    ]


def repaired(point: str, *paragraphs: str, **changes: object) -> str:
    """What the finding says of a key point whose words were changed, after those words."""
    section = Section(None, tuple(map(a_paragraph, paragraphs)))
    article = an_article(lead=(), sections=(section,), key_points=(KeyPoint(point, section=0),), **changes)
    (finding,) = (one for one in composed(article, "linkedin").findings if one.rule != "bare-announcement")
    return finding.message.removeprefix(f"“{point}” became ")


def test_the_limits_of_a_medicine_that_were_put_after_it_are_told() -> None:
    point, limit = "Ibuprofen eases the pain of bakers.", "Ask your doctor first if you take ibuprofen."
    assert repaired(point, limit) == (
        f"“{point} {limit}” in posts: a sentence of the article that tells its limits put after it."
    )


def test_what_leans_on_a_point_about_a_medicine_stands_before_its_limits() -> None:
    point, limit = (
        "Ibuprofen eases the pain of many bakers. It works within an hour.",
        "Pregnant women ask a doctor first.",
    )
    assert f"{point} {limit}" in repaired(point, f"Bakers know ibuprofen. {limit}")


def test_a_limit_that_is_told_with_the_point_is_told_once() -> None:
    point, limit = "Ibuprofen eases the pain of every baker.", "Ask your doctor first."
    section = Section(None, (a_paragraph(f"Ibuprofen eases the pain of bakers after a night. {limit}"),))
    article = an_article(lead=(), sections=(section,), key_points=(KeyPoint(point, section=0),))
    assert composed(article, "linkedin").posts[1].text.count(limit) == 1


def test_a_japanese_point_without_its_full_stop_gets_that_of_its_script() -> None:
    assert "長持ちします。” in posts: a full stop put at its end." in repaired(
        "一晩寝かせた生地は長持ちします", language="ja"
    )


def test_two_key_points_of_the_same_few_words_make_one_post() -> None:
    article = an_article(key_points=(KeyPoint("Go to it."), KeyPoint("Go to it.")))
    assert [finding.rule for finding in composed(article, "x").findings] == ["same-thought"]


@pytest.mark.parametrize("section", [None, 0, 7])
@pytest.mark.parametrize("after", [None, 0, 9])
@pytest.mark.parametrize("network", NETWORKS)
def test_a_key_point_at_a_place_that_its_article_does_not_have_makes_a_post(
    network: Network, section: int | None, after: int | None
) -> None:
    point = KeyPoint("Dough that rests overnight keeps longer.", section=section, after=after)
    for sections in ((), (Section(None, ()),)):
        article = an_article(lead=(), sections=sections, key_points=(point,))
        assert composed(article, network).posts[1].key_point == point.text


def test_linkedin_takes_a_short_list_of_the_section() -> None:
    items = ("Flour", "Water", "Salt")
    listed = Block("list", "\n".join(items), items=tuple(Item(item, item) for item in items))
    section = Section("Dough", (a_paragraph("Dough for one loaf needs three things:"), listed))
    article = an_article(
        sections=(section,), key_points=(KeyPoint("Good dough needs little and rests long.", section=0),)
    )
    assert (
        "Dough for one loaf needs three things:\n• Flour\n• Water\n• Salt"
        in composed(article, "linkedin").posts[1].text
    )
    assert "• Flour" not in composed(article, "mastodon").posts[1].text


def test_an_author_s_own_summary_announces_the_article() -> None:
    article = an_article(summary="How a paper bag made our bread last.")
    assert all(
        "How a paper bag made our bread last." in composed(article, network).posts[0].text for network in NETWORKS
    )


@pytest.mark.parametrize("network", NETWORKS)
def test_a_summary_that_begins_with_this_stands_apart_from_the_title(network: Network) -> None:
    summary = "This is how a paper bag made our bread last."
    text = composed(an_article(summary=summary), network).posts[0].text
    assert f"keeps {summary}" not in text


def test_the_rest_of_a_point_that_leans_on_it_stands_in_its_paragraph_unless_the_point_was_cut() -> None:
    point = "Dough that rests overnight tastes deeper and keeps longer. It wants a cool room for that."
    assert point in composed(an_article(key_points=(KeyPoint(point),)), "linkedin").posts[1].text
    cut = point.replace("longer.", f"longer, which {'old ' * 60}bakers love.")
    text = composed(an_article(key_points=(KeyPoint(cut),)), "bluesky").posts[1].text
    assert text.startswith("Dough that rests overnight tastes deeper and keeps longer.\n")
    assert "It wants" not in text


def test_what_a_post_is_said_to_tell_is_what_it_tells() -> None:
    point = (
        "Dough that rests overnight keeps two days longer. Cold slows the yeast down. "
        + "Flour drinks and bakers sleep until the morning comes. " * 5
    )
    (finding,) = composed(an_article(key_points=(KeyPoint(point.strip()),)), "x").findings
    assert "it tells only “Dough that rests overnight keeps two days longer.”" in finding.message


def test_markup_and_braces_of_an_author_stay_text() -> None:
    point = "Use {{ braces }} & <b>tags</b> {% if %} as you like."
    made = composed(an_article(key_points=(KeyPoint(point),)), "linkedin")
    assert made.posts[1].text.startswith(point)


SENTENCE = st.lists(st.text("abcdefghijklmnoprstuwyé", min_size=1, max_size=14), min_size=2, max_size=60).map(
    lambda words: " ".join(words).capitalize() + "."
)


@given(st.lists(SENTENCE, min_size=1, max_size=6), st.sampled_from(NETWORKS))
def test_for_any_text_a_post_fits_and_cuts_no_word(sentences: list[str], network: Network) -> None:
    point = " ".join(sentences)
    words = set(re.findall(r"\w+", point.casefold()))
    for post in composed(an_article(key_points=(KeyPoint(point, section=None),)), network).posts:
        assert limits.fits(network, post.text)
        if post.key_point:
            told = post.text.removeprefix("💡 ").split("\n")[0]
            assert set(re.findall(r"\w+", told.casefold())) <= words


def with_template(text: str, folder: Path, article: Article, **config: object) -> posts.Composed:
    """What is composed for X with a template of a team's own."""
    own = folder / "templates" / "social" / "x.txt"
    own.parent.mkdir(parents=True)
    own.write_text(text, encoding="utf-8")
    made = a_config(**config).model_copy(update={"folder": folder})
    return posts.compose(article, ["x"], made, templates.environment(folder))


def test_a_template_that_writes_nothing_is_told_and_not_the_words_blamed(tmp_path: Path) -> None:
    made = with_template("{# later #}", tmp_path, an_article(key_points=()))
    assert not made.posts
    assert [(finding.rule, finding.remedy) for finding in made.findings] == [("post-empty", "Let it say {{ text }}.")]


def test_a_template_that_writes_far_more_than_any_network_takes_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"^templates/social/x\.txt: it writes more than 100,000 characters"):
        with_template("{{ 'a' * 900000 }}{{ text }}", tmp_path, an_article())


def test_what_controls_or_turns_a_text_is_in_no_post(tmp_path: Path) -> None:
    article = an_article(
        key_points=(KeyPoint("Dough\x07 that \x1brests \u202eovernight\u202c keeps\ufeff longer.", section=0),)
    )
    made = with_template("\x00\u202d{{ text }}\n{{ link }}", tmp_path, article)
    assert made.posts[-1].text.startswith("Dough that rests overnight keeps longer.\nhttps://")


def test_an_address_longer_than_a_post_is_blamed_and_not_the_words() -> None:
    article = an_article(url="https://garden.example.org/" + "x" * 400)
    (finding,) = {one.remedy: one for one in composed(article, "bluesky").findings}.values()
    assert finding.rule == "post-too-long"
    assert "its link alone has" in finding.message
    assert finding.remedy.startswith("Give the article a shorter address")


def test_posts_about_a_long_article_take_no_long_time() -> None:
    lead = tuple(
        a_paragraph(f"Dough {number} rests for a night (Sand et al., 2019). It keeps.") for number in range(2000)
    )
    points = tuple(KeyPoint(f"Ibuprofen {number} helps baker{number} of town{number}.") for number in range(40))
    article = an_article(lead=lead, key_points=points, references=("Sand, A., et al. (2019). Dough.",))
    start = perf_counter()
    made = composed(article, "linkedin", care={"sources_on": ["linkedin"]})
    assert len(made.posts) == len(points) + 1
    assert perf_counter() - start < 15  # seconds; 2 on a free machine, 30 where each post reads the article anew


def test_a_password_in_an_address_is_in_no_credit_of_a_quote() -> None:
    article = an_article(rights="quote", byline=None, url="https://anna:hush@www.garden.example.org/rest")
    made = composed(article, "mastodon")
    assert "garden.example.org" in made.posts[0].text
    assert "hush" not in repr(made)


def test_a_password_in_an_address_is_in_no_post() -> None:
    made = composed(an_article(url="https://anna:hush@garden.example.org/rest"), "mastodon")
    assert all("https://garden.example.org/rest" in post.text for post in made.posts)
    assert "hush" not in repr(made.posts)


def test_a_point_about_a_medicine_makes_no_post_where_each_needs_a_picture() -> None:
    article = an_article(key_points=(KeyPoint("Ibuprofen eases the pain of bakers."),))
    made = composed(article, "instagram")
    assert [post.key_point for post in made.posts] == [None]
    assert [finding.rule for finding in made.findings] == ["grave-card"]


def test_an_announcement_that_says_no_more_than_its_title_is_told_with_what_helps() -> None:
    bare = composed(an_article(lead=(), sections=(), key_points=()), "x")
    assert [(one.rule, "summary" in one.remedy) for one in bare.findings] == [("bare-announcement", True)]
    assert composed(an_article(lead=(), sections=(), key_points=(), summary="How bread keeps."), "x").findings == ()


TOLD, MORE = "Last winter I sold my oven.", "Paper is all that hangs on the nail beside the kitchen door today."


def a_story(**changes: Any) -> Article:
    return an_article(**{"byline": "Ana Petrov", "lead": (a_paragraph(f"{TOLD} {MORE}"),)} | changes)


@pytest.mark.parametrize("network", NETWORKS)
def test_a_quote_of_its_author_announces_an_article_on_every_network(network: Network) -> None:
    post = composed(a_story(), network).posts[0]
    assert f"“{TOLD} {MORE}” — Ana Petrov\n\n" in post.text
    assert limits.fits(network, post.text)
    assert post.text.count("Ana Petrov") == 1


def test_a_quote_is_cut_between_sentences_where_a_network_has_no_room_and_never_inside() -> None:
    long = "The kitchen " + "and the whole cold and quiet house " * 6 + "waited."
    made = {n: composed(a_story(lead=(a_paragraph(f"{TOLD} {long}"),)), n).posts[0].text for n in ("x", "mastodon")}
    assert f"“{TOLD}” — Ana Petrov" in made["x"]
    assert f"“{TOLD} {long}” — Ana Petrov" in made["mastodon"]


def test_what_is_quoted_stands_in_no_other_post_of_the_article() -> None:
    points = (KeyPoint("A paper bag keeps the crust crisp.", after=1),)
    beside = [post.text for post in composed(a_story(key_points=points, sections=()), "mastodon").posts]
    assert [MORE in text for text in beside] == [True, False]
    unquoted = a_story(key_points=points, sections=(), byline=None)
    assert [MORE in post.text for post in composed(unquoted, "mastodon").posts] == [False, True]


def test_a_person_is_told_that_an_author_is_quoted() -> None:
    (finding,) = composed(a_story(), "x").findings
    assert (finding.rule, finding.severity) == ("author-quoted", "note")
    assert f"“{TOLD} {MORE}” — Ana Petrov" in finding.message
    bare = composed(a_story(byline=None), "x")
    assert [finding.rule for finding in bare.findings] == ["bare-announcement"]


def test_who_is_quoted_is_named_once_where_an_article_is_told_with_permission() -> None:
    article = a_story(rights="permission", url="https://bread.example.org/oven")
    told = {post.key_point: post.text for post in composed(article, "instagram").posts}
    assert told[None].count("Ana Petrov") == 1
    assert told[None].endswith("\n\n— bread.example.org")
    assert "— Ana Petrov, bread.example.org" in told["A paper bag keeps the crust crisp."]


def test_of_an_article_that_may_only_be_quoted_its_own_quote_is_told() -> None:
    texts = [post.text for post in composed(a_story(rights="quote"), "mastodon").posts]
    assert [TOLD in text for text in texts] == [False]


def test_facebook_tells_the_term_of_a_point_in_a_whole_sentence_too() -> None:
    said = "Slow rising gives dough a deeper taste than any spice of the house could."
    section = Section("Slow rising", (a_paragraph(f"Bakers call it slow rising. {said}"),))
    point = KeyPoint("A night that keeps dough from growing too fast.", section=0, after=1)
    article = an_article(lead=(), sections=(section,), key_points=(point,))
    text = composed(article, "facebook").posts[1].text
    assert text.startswith("Slow rising: a night that keeps dough from growing too fast. Slow rising gives dough")
