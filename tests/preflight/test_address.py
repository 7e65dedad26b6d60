"""Forms of address: within an article, between articles, and between what we say and what they say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model import Block, Finding, OwnBlock
from pipeline.preflight import address
from tests.factories import a_paragraph, an_article
from tests.preflight.letters import Change, found

FORMS = [
    ("nl", "Bakt u ook?", ("u",)),
    ("nl", "Uw brood rijst.", ("u",)),
    ("nl", "Jullie weten het, en jij ook.", ("je",)),
    ("nl", "Om 12 uur is het klaar.", ()),
    ("nl", "“Wat denkt u?”, vroeg de bakker.", ()),
    ("nl", "De Z is van zaad, de U geeft aan wanneer het uit de grond komt, en U voor uitplanten.", ()),
    ("nl", "De letter U, een U-bocht, een u-vorm, 80 km/u, om 12 u en a.u.b. zaaien. De UW staat voor water.", ()),
    ("nl", "Wij danken U.", ("u",)),
    ("nl", "De bakker vroeg aan de deur: wilt u brood? Toen was het stil.", ()),
    ("nl", "– Wilt u brood?\n– Graag, en jij?", ()),
    ("nl", "'Wilt u een warm brood?' vroeg zij aan de overkant.", ()),
    ("nl", "De door u gekozen zaden, en foto's van u", ("u",)),
    ("de", "Er ruft: Sie haben Brot! Und: Sie lacht.", ()),
    ("de", "Er fragt: »Haben Sie Brot?« Sie nickt.", ()),
    ("de", "Wenn Sie backen, nehmen Sie Salz.", ("Sie",)),
    ("de", "Sie ist Bäckerin.", ()),
    ("de", "Hast du Salz?", ("du",)),
    ("fr", "Vous cuisez votre pain.", ("vous",)),
    ("fr", "Tu cuis, et tes amis mangent.", ("tu",)),
    ("fr", "Il s'est tu.", ()),
    ("fr", "Les tulipes et la toile du test.", ()),
    ("fr", "Un rendez-vous au potager.", ()),
    ("fr", "Va-t’en, dit-il ; l’oncle t’attend.", ("tu",)),
    ("es", "Si usted hornea, espere.", ("usted",)),
    ("es", "Esto es para ti.", ("tú",)),
    ("es", "Tu pan y el de ella.", ()),  # may be said to a friend only; left alone, as `su` is
    ("it", "Come Lei sa, il pane riposa.", ("Lei",)),
    ("it", "Lei cuoce il pane.", ()),
    ("it", "Lo dice Le Monde, e con Sua Santità, a Lecce.", ()),
    ("it", "Il tuo pane è pronto.", ("tu",)),
    ("pt", "Você assa o pão.", ("você",)),
    ("pt", "Disse o senhor Silva, e louvado o Senhor.", ()),
    ("pl", "Czytał Pan Tadeusz.", ()),
    ("da", "Vi var i De Forenede Nationer.", ()),
    ("da", "Har De salt?", ("De",)),
    ("cs", "Peče ty chleby.", ()),
    ("pl", "Czy piecze Pan chleb?", ("Pan",)),
    ("pl", "To dla ciebie.", ("ty",)),
    ("da", "Har du salt?", ("du",)),
    ("en", "You and your bread.", ()),
    ("ja", "あなたのパン", ()),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "used"), FORMS)
def test_the_form_of_address_is_known_by_words_that_mean_nothing_else(
    language: str, text: str, used: tuple[str, ...]
) -> None:
    assert address.forms(text, language) == used


def told(*texts: str, greeting: str | None = None) -> list[Finding]:
    articles = tuple(
        an_article(language="nl", guid=f"tests:{number}", title=f"Brood {number}", lead=(a_paragraph(text),))
        for number, text in enumerate(texts, 1)
    )
    change = Change(mail={"language": "nl"}, edition={"articles": articles, "greeting": greeting})
    return [finding for finding in found(change) if finding.rule == "mixed-address"]


def test_the_seldom_form_is_told_with_its_words() -> None:
    (finding,) = told("Bakt u ook? Dan weet u vast wel hoe je het deeg laat rijzen, en uw oven.\nWat u ook bakt.")
    assert finding.message == (
        "It speaks to its readers with u and with je: je stands in “Dan weet u vast wel hoe je het deeg laat rijzen,”."
    )


def test_a_greeting_that_says_another_thing_than_an_article_is_told() -> None:
    (finding,) = told("Bakt u ook?", greeting="Fijn dat je er bent!")
    assert finding.message == "It says u, and the greeting says je: one mail speaks to its readers in two ways."
    assert told("Bak je ook?", greeting="Fijn dat je er bent!") == []


def test_two_articles_that_speak_in_two_ways_are_told_once() -> None:
    (finding,) = told("Bakt u ook?", "Bak je ook?", "Bak jij ook?")
    assert finding.place == "article “Brood 2”"


def test_a_block_of_our_own_speaks_to_readers_too() -> None:
    block = OwnBlock("agenda", "Agenda", "nl", lead=(a_paragraph("Komt u ook?"),))
    article = an_article(language="nl", title="Brood", lead=(a_paragraph("Bak je ook?"),))
    edition = {"articles": (article,), "own_blocks": (block, replace(block, lead=(a_paragraph("Tot dan."),)))}
    (finding,) = [one for one in found(Change(mail={"language": "nl"}, edition=edition)) if "address" in one.rule]
    said = "It says je, and newsletters.weekly.blocks.agenda says u: one mail speaks to its readers in two ways."
    assert (finding.place, finding.message) == ("article “Brood”", said)
    alone = Change(edition={"own_blocks": (block,)}, config={"voice": {"address": "je"}})
    assert [one.place for one in found(alone) if one.rule == "other-address"] == ["newsletters.weekly.blocks.agenda"]


def test_words_of_others_are_no_address_of_ours() -> None:
    quote = Block("quote", "Weet u het?", html="Weet u het?")
    article = an_article(language="nl", lead=(a_paragraph("Bak je ook?"), quote))
    assert "mixed-address" not in [one.rule for one in found(Change(edition={"articles": (article,)}))]
