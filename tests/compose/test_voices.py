"""Nothing that others say in an article is told as ours: no post, card, subject or preheader, and no quote of its author."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.compose import announcement, excerpt, pictures, posts, templates, thoughts
from pipeline.compose.thoughts import Thought
from pipeline.config.shape import NETWORKS, Social
from pipeline.ingest.suggest import suggesting
from pipeline.model import Article, KeyPoint, Network, Post, Section
from tests.compose.letters import a_letter
from tests.factories import a_config, a_paragraph, an_article

ENV = templates.environment()
QUOTED = "“Beans are patient and peas are not.”"
SAID = "“Beans are patient and peas are not,” says Nora Veld. Beans are sown late in May, and peas in March."
INTRODUCED = "Nora Veld (47) has grown beans behind the station for twenty years, and nobody helped."
QUESTION = "Q: When do you sow them?"
ANSWER = "A: Beans rot in cold soil within one week of rain. In June we sow our beds again, row by row."
POINT = "Beans are sown when the soil is warm."


def an_interview(**changes: object) -> Article:
    sections = (
        Section(None, (a_paragraph(INTRODUCED),)),
        Section(QUESTION, (a_paragraph(ANSWER),)),
    )
    points = (KeyPoint(POINT, section=1, after=1),)
    return an_article(
        **{"title": "A morning of beans", "lead": (), "sections": sections, "key_points": points, **changes}
    )


def a_quotation(said: str = SAID, **changes: object) -> Article:
    return an_article(
        title="A morning of beans",
        lead=(a_paragraph(said),),
        sections=(),
        key_points=(KeyPoint(QUOTED, after=1),),
        byline="Lena Ott",
        **changes,
    )


def told(article: Article, network: Network, **config: object) -> list[Post]:
    return list(posts.compose(article, [network], a_config(**config), ENV).posts)


def the_thought(article: Article) -> Thought:
    return thoughts.of(article, None, Social().kinds)[0][-1]


@pytest.mark.parametrize("network", NETWORKS)
def test_no_turn_of_an_interview_stands_in_a_post(network: Network) -> None:
    texts = [post.text for post in told(an_interview(), network)]
    assert len(texts) == 2
    assert not any(one in text for text in texts for one in ("Q:", "A:", "June", "our beds", "rot", "do you sow"))


def test_without_its_labels_the_same_text_supports() -> None:
    own = an_interview(sections=(Section(None, (a_paragraph(INTRODUCED),)), Section("May", (a_paragraph(ANSWER[3:]),))))
    assert any("rot in" in post.text for post in told(own, "linkedin"))


def test_the_label_of_a_turn_that_is_a_key_point_stays_in_the_article() -> None:
    article = an_interview(key_points=(KeyPoint(ANSWER.split(". ", maxsplit=1)[0] + ".", section=1, after=1),))
    assert [post.text.splitlines()[0] for post in told(article, "mastodon")][1] == (
        "Beans rot in cold soil within one week of rain."
    )


def test_no_turn_announces_an_article() -> None:
    said = "A: In this article you learn how beans are sown, row by row."
    article = an_interview(lead=(a_paragraph("Q: What is this?"), a_paragraph(said)), sections=())
    assert announcement.passages_of(article, [article.title]) == ()
    own = replace(article, lead=(a_paragraph(said[3:]),))
    assert announcement.passages_of(own, [own.title])


def test_subjects_and_preheader_tell_no_turn_and_nothing_of_others() -> None:
    begun = (a_paragraph(QUESTION), a_paragraph(ANSWER), a_paragraph(INTRODUCED))
    for article in (an_interview(lead=begun, sections=()), an_interview()):
        email = a_letter(article).composed.email
        line = "\n".join([email.subject, email.preheader, *email.alternatives])
        assert not any(one in line for one in ("Q:", "A:", "June", "rot", "warm"))
    assert a_letter(an_interview(lead=begun, sections=())).composed.email.preheader == INTRODUCED
    email = a_letter(a_quotation()).composed.email
    assert not any(one.strip("“”.") == QUOTED.strip("“”.") for one in (email.preheader, *email.alternatives))


def test_the_newsletter_shows_an_interview_whole() -> None:
    shown = a_letter(an_interview()).composed.email.text
    assert QUESTION in shown
    assert "A: Beans rot in cold soil" in shown


def test_no_answer_is_suggested_as_a_key_point() -> None:
    assert suggesting(an_interview(key_points=())).key_points == ()
    own = Section("Beans", (a_paragraph(ANSWER[3:].replace("our", "all")),))
    assert suggesting(an_interview(key_points=(), sections=(own,))).key_points


@pytest.mark.parametrize("network", NETWORKS)
def test_a_quotation_has_the_name_of_its_speaker_and_nothing_between(network: Network) -> None:
    text = told(a_quotation(), network)[-1].text
    sign = "💡 " if text.startswith("💡") else ""
    assert text.startswith(f"{sign}{QUOTED}\n\n— Nora Veld\n")


def test_in_a_thread_too_a_quotation_has_its_name() -> None:
    more = (KeyPoint(QUOTED, after=1), KeyPoint("Peas are sown in March.", after=1))
    parts = told(
        replace(a_quotation(), key_points=more), "mastodon", social={"networks": {"mastodon": {"as": ["thread"]}}}
    )
    assert [part.text.partition(" 2/")[0] for part in parts if part.key_point == QUOTED] == [f"{QUOTED}\n\n— Nora Veld"]


def test_a_quotation_in_an_article_by_others_names_both() -> None:
    text = told(a_quotation(rights="permission"), "mastodon")[-1].text
    assert "\n— Nora Veld (Lena Ott)\n" in text


def test_a_card_with_a_quotation_is_signed_by_its_speaker_and_never_by_the_author() -> None:
    page = pictures.page_of(the_thought(a_quotation()), a_quotation(), a_config())
    assert (page.signed, page.credit) == ("Nora Veld", "Example Bakery · A morning of beans")
    unknown = a_quotation("A letter has it: “Beans are patient and peas are not.”")
    page = pictures.page_of(the_thought(unknown), unknown, a_config())
    assert (page.signed, page.credit) == ("", "A morning of beans")
    interview = an_interview(byline="Lena Ott")
    assert pictures.page_of(the_thought(interview), interview, a_config()).credit == "A morning of beans"
    own = replace(interview, sections=())
    assert pictures.page_of(the_thought(own), own, a_config()).credit == "Lena Ott · A morning of beans"


def test_an_article_that_may_be_quoted_is_quoted_in_its_authors_own_words() -> None:
    assert excerpt.quote(a_quotation(rights="quote")) == SAID
    assert excerpt.quote(an_interview(rights="quote")) == INTRODUCED
