"""Every rule is found where it should be and not where it should not, and stands in the documentation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.model import (
    BORROWED_TITLE,
    CARE_TOPIC,
    NOT_UTF_8,
    UNSUBSCRIBE,
    VIEW_ONLINE,
    WITH_LOGIN,
    Block,
    Dropped,
    KeyPoint,
    Section,
)
from pipeline.preflight.email import Around, Reached
from pipeline.preflight.rules import RULES
from tests.factories import a_paragraph, an_article
from tests.preflight.letters import GOOD, TEXT, Change, found, rules, with_body

ROOT = Path(__file__).parents[2]
DOCUMENTED = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")


def answering(**answers: Reached) -> Around:
    """A network on which addresses that hold a name of `answers` answer so, and all others are in order."""

    def reach(urls: list[str]) -> Mapping[str, Reached]:
        return {url: next((a for name, a in answers.items() if name in url), Reached(size=1000)) for url in urls}

    return Around(reach=reach)


def linked(href: str, words: str = "Our other page") -> Change:
    return with_body(f'<p><a href="{href}" class="link">{words}</a></p>', f"{words}: {href}")


def pictured(attributes: str) -> Change:
    return with_body(f"<img {attributes}>")


def dutch(text: str) -> Change:
    return Change(edition={"articles": (an_article(language="nl", lead=(a_paragraph(text),)),)})


BRAND = {"name": "B", "site": "https://b.example", "email": "a@b.example", "postal_address": "Mill Lane 1, Exampleton"}
GREETING = "Good morning! Here is what left our oven this week."
TOLD = an_article(key_points=(KeyPoint("Salt keeps bread fresh.", origin="suggested"),))
FULL_OF_PICTURES = {"articles": (an_article(lead=(Block("image", "Loaf", url="http://a.example/b.png"),)),)}
NO_WORDS = {f'href="{UNSUBSCRIBE}">Unsubscribe<': f'href="{UNSUBSCRIBE}"><'}
DARK = "color: #EEEEEE !important; }\n.link"

HEALTH = {"care": {"topic": "health"}}
BOOKING = {
    "<p>Mill Lane": '<p><a class="link" style="color: #0B5CAD" href="https://bakery.example/visit">Book a visit</a></p><p>Mill Lane'
}
STORY = an_article(
    lead=(a_paragraph("Mira, 34, bakes at night."),),
    sections=(),
    key_points=(),
    notices=("The names in this article were changed.",),
)


def telling(words: str, config: Mapping[str, Any], **article: Any) -> Change:
    """A mail that shows `words` of its article."""
    told = an_article(lead=(a_paragraph(words),), sections=(), **article)
    return with_body(f"<p>{words}</p>", words, edition={"articles": (told,)}, config=config)


def of_mice(*shown: str) -> Change:
    """A mail that shows some of an article whose key point is drawn from a study in mice."""
    point = KeyPoint("A lamp at night makes fat.", section=0, after=1)
    told = (a_paragraph("In a study at Millbrook 36 mice lived under a lamp, and weighed more."),)
    article = an_article(lead=(), sections=(Section("A lamp that stays on", told),), key_points=(point,))
    words = " ".join([point.text, *shown])
    return with_body(f"<p>{words}</p>", words, edition={"articles": (article,)})


def a_published(by: str) -> Change:
    """An article from whose end a line about its publisher was left out."""
    return Change(edition={"articles": (an_article(dropped=(Dropped(by, "credits of the publisher"),)),)})


# A rule, its severity, a mail that breaks it, and one that nearly does.
CASES: list[tuple[str, str, Change, Change]] = [
    ("size", "warning", with_body(f"<p>{'x ' * 43_000}</p>"), with_body(f"<p>{'x ' * 40_000}</p>")),
    ("size", "error", with_body(f"<p>{'x ' * 51_000}</p>"), with_body(f"<p>{'x ' * 40_000}</p>")),
    ("style-size", "warning", with_body(f"<style>/*{'x' * 17_000}*/</style>"), with_body(f"<style>/*{'x' * 15_000}*/</style>")),
    ("style-size", "warning", with_body(f"<style>/*{'x' * 9_000}*/</style>" * 2), with_body(f"<style>/*{'x' * 7_000}*/</style>" * 2)),
    ("style-nested", "warning", with_body("<style>@media screen { @supports (color: red) { .a { color: red } } }</style>"), with_body("<style>@media screen { .a { margin: 0 } } @media print { .a { margin: 0 } }</style>")),
    ("style-nested", "warning", with_body("<style>.a { .b { margin: 0 } }</style>"), with_body("<style>.a .b { margin: 0 }</style>")),
    ("unsubscribe", "error", Change(page={UNSUBSCRIBE: "https://bakery.example/"}), Change()),
    ("unsubscribe", "error", Change(page=NO_WORDS), Change(page={">Unsubscribe<": '><img src="https://bakery.example/u.png" width="90" alt="Leave"><'})),
    ("unsubscribe", "error", Change(text={UNSUBSCRIBE: "by mail"}), Change()),
    ("unsubscribe-fake", "warning", linked("https://other.example/u", "Unsubscribe here"), linked("https://other.example/u", "Unsubscribe links are asked for by law in most of the world, and why")),
    ("unsubscribe-fake", "warning", linked("https://other.example/u", "Afmelden"), linked("https://other.example/u", "Over afmelden")),
    ("postal-address", "error", Change(page={"Mill Lane": "Lane"}), Change(page={"Mill Lane 1, Exampleton": "Mill Lane\n 1, Exampleton"})),
    ("postal-address", "error", Change(text={"Mill Lane": "Lane"}), Change(text={"Mill Lane 1": "Mill\nLane 1"})),
    ("view-online", "warning", Change(page={VIEW_ONLINE: "https://bakery.example/"}), Change()),
    ("merge-tag", "error", with_body("<p>Dear *|FNAME|*,</p>"), with_body("<p>2 * 3 |a| * 4</p>")),
    ("merge-tag", "error", with_body("<p>Dear {{ first_name }},</p>"), with_body("<p>{ braces } and }} {{</p>")),
    ("merge-tag", "error", with_body("<p>{% if member %}Dear{% endif %}</p>"), with_body("<p>100% of {all}</p>")),
    ("merge-tag", "error", with_body("<p>%%unsubscribe%%</p>"), with_body("<p>50 %% off</p>")),
    ("merge-tag", "error", linked("https://a.example/%7B%7B%20token%20%7D%7D"), linked("https://a.example/%7Ebread")),
    ("merge-tag", "error", Change(mail={"subject": "News for *|FNAME|*"}), Change(mail={"subject": "News for you"})),
    ("subject-empty", "error", Change(mail={"subject": " "}), Change()),
    ("subject-long", "note", Change(mail={"subject": "A subject " * 8}), Change(mail={"subject": "A" * 60})),
    ("subject-shouts", "warning", Change(mail={"subject": "BREAD THAT KEEPS"}), Change(mail={"subject": "WHO: BBC"})),
    ("subject-shouts", "warning", Change(mail={"subject": "BUY BREAD NOW from us"}), Change(mail={"subject": "NASA and ESA bake bread in orbit"})),
    ("subject-shouts", "warning", Change(mail={"subject": "Bread that keeps!!"}), Change(mail={"subject": "Bread that keeps!"})),
    ("subject-placeholder", "warning", Change(mail={"subject": "News, {title}"}), Change(mail={"subject": "News {of a kind}"})),
    ("subject-placeholder", "warning", Change(mail={"subject": "News, { title }"}), Change(mail={"subject": "News, {{ title }}"})),
    ("subject-placeholder", "warning", Change(mail={"subject": "News, {title.x}"}), Change(mail={"subject": "News { and more"})),
    ("subject-placeholder", "warning", Change(mail={"subject": "News, {title"}), Change(mail={"subject": "News {of a kind}"})),
    ("preheader-same", "warning", Change(mail={"subject": GOOD.preheader}), Change()),
    ("preheader-length", "note", Change(mail={"preheader": "Short."}), Change(mail={"preheader": "a" * 40})),
    ("preheader-length", "note", Change(mail={"preheader": "a" * 111}), Change(mail={"preheader": "a" * 110})),
    ("language", "warning", Change(page={'<html lang="en"': "<html"}), Change(page={'<html lang="en"': '<html lang="en-GB"'})),
    ("language", "warning", Change(page={'<div lang="en"': '<div lang="nl"'}), Change()),
    ("language", "warning", Change(page={'<div lang="en" dir="ltr">': '<div role="main"><div>', "</div>": "</div></div>"}), Change(page={'<div lang="en" dir="ltr">': '<div role="main"><div lang="en" dir="ltr">', "</div>": "</div></div>"})),
    ("direction", "warning", Change(page={'dir="ltr">\n<head': ">\n<head"}), Change(page={'<div lang="en" dir="ltr"': '<div lang="en"'})),
    ("direction", "warning", Change(mail={"language": "ar"}), Change()),
    ("title", "warning", Change(page={"<title>Bread that keeps</title>": "<title> </title>"}), Change()),
    ("table-role", "warning", with_body("<table><tr><td>Bread</td></tr></table>"), with_body("<table><tr><th>Bread</th></tr></table>")),
    ("image-alt", "warning", pictured('src="https://a.example/b.jpg" width="9"'), pictured('src="https://a.example/b.jpg" width="9" alt=""')),
    ("image-alt", "warning", pictured('src="https://a.example/b.jpg" width="9" alt="my loaf 2.jpg"'), pictured('src="https://a.example/b.jpg" width="9" alt="My loaf"')),
    ("image-alt", "warning", pictured('src="https://a.example/b.jpg" width="9" alt="IMG_2044"'), pictured('src="https://a.example/b.jpg" width="9" alt="Image of 3 loaves"')),
    ("image-alt", "warning", with_body('<a href="https://bakery.example/bread"><img src="https://a.example/b.jpg" width="9" alt=""></a>'), with_body('<a href="https://bakery.example/bread">Bread <img src="https://a.example/b.jpg" width="9" alt=""></a>')),
    ("image-width", "warning", pictured('src="https://a.example/b.jpg" alt="A loaf"'), pictured('src="https://a.example/b.jpg" alt="A loaf" width="600"')),
    ("image-width", "warning", pictured('src="https://a.example/b.jpg" alt="A loaf" width="100%"'), pictured('src="https://a.example/b.jpg" alt="A loaf" width="1"')),
    ("image-width", "warning", pictured('src="https://a.example/b.jpg" alt="A loaf" width="601"'), Change()),
    ("image-format", "warning", pictured('src="data:image/png;base64,AA==" alt="A loaf" width="9"'), Change()),
    ("image-format", "warning", pictured('src="https://a.example/b.svg?v=2" alt="A loaf" width="9"'), pictured('src="https://a.example/svg/b.png" alt="A loaf" width="9"')),
    ("image-format", "warning", pictured('src="https://a.example/b?fm=webp" alt="A loaf" width="9"'), pictured('src="https://a.example/b?fm=jpg" alt="A loaf" width="9"')),
    ("image-address", "error", pictured('src="https://localhost/b.png" alt="A loaf" width="9"'), Change()),
    ("image-address", "warning", pictured('src="/b.png" alt="A loaf" width="9"'), Change()),
    ("image-missing", "error", Change(around=answering(loaf=Reached("It is gone.", gone=True))), Change(around=answering())),
    ("image-missing", "warning", Change(around=answering(loaf=Reached("It takes too long."))), Change(around=answering())),
    ("image-weight", "warning", Change(around=answering(loaf=Reached(size=1_000_001))), Change(around=answering(loaf=Reached(size=1_000_000)))),
    ("image-unshown", "warning", Change(edition=FULL_OF_PICTURES, around=Around(whole=True)), Change(edition=FULL_OF_PICTURES)),
    ("logo-file", "warning", Change(config={"brand": BRAND | {"logo": "logo.png"}}), Change(config={"brand": BRAND | {"logo": "https://b.example/logo.png"}})),
    ("contrast", "warning", with_body('<p style="color: #9A9A9A">Small print</p>'), with_body('<p class="card" style="color: #666666">Small print</p>')),
    ("contrast", "error", with_body('<p style="color: #FDFDFD">Secret</p>'), with_body('<p style="color: #FDFDFD; display: none">Secret</p>')),
    ("contrast", "warning", Change(page={DARK: "color: #444444 !important; }\n.link"}), Change()),
    ("link-text", "note", linked("https://bakery.example/bread", "click here"), linked("https://bakery.example/bread", "Click here for bread")),
    ("link-text", "note", linked("https://bakery.example/bread", "Cliquez ici"), linked("https://bakery.example/bread", "Ici on cuit")),
    ("link-text", "warning", with_body('<a href="https://bakery.example/bread"></a>'), with_body('<a href="https://bakery.example/bread" aria-label="Bread"></a>')),
    ("link-address", "error", linked("https://localhost/bread"), linked("https://93.184.216.34/a")),
    ("link-address", "warning", linked("/bread"), linked("mailto:ask@bakery.example")),
    ("link-address", "warning", linked("http://a.example/bread"), linked("https://a.example/bread")),
    ("link-address", "warning", with_body('<p><a href="">Bread</a></p>'), Change()),
    ("link-staging", "warning", linked("https://staging.bakery.example/x"), linked("https://staging.example/x")),
    ("link-dead", "error", Change(around=answering(bread=Reached("It is gone.", gone=True))), Change(around=answering())),
    ("link-dead", "warning", Change(around=answering(bread=Reached("It takes too long."))), Change(around=answering())),
    ("utm-differs", "note", with_body('<a href="https://bakery.example/a?utm_source=weekly&utm_medium=email">A page</a>', "https://bakery.example/a?utm_source=weekly&utm_medium=email"), with_body('<a href="https://bakery.example/a">A page</a>', "https://bakery.example/a")),
    ("utm-kept", "warning", Change(edition={"articles": (an_article(url="https://bakery.example/bread?utm_source=rss"),)}), Change(edition={"articles": (an_article(url="https://bakery.example/bread#utm_source=rss"),)})),
    ("dark-meta", "warning", Change(page={'<meta name="color-scheme" content="light dark">': ""}), Change()),
    ("dark-rules", "warning", Change(page={"prefers-color-scheme: dark": "prefers-color-scheme: light"}), Change()),
    ("dark-rules", "warning", Change(page={"[data-ogsb] ": "", "[data-ogsc] ": ""}), Change()),
    ("dark-incomplete", "warning", with_body('<p class="box" style="background-color: #EEEEEE">Bread</p>'), with_body('<p class="card" style="background-color: #EEEEEE">Bread</p>')),
    ("dark-incomplete", "warning", with_body('<p class="box" style="background-color: #EEEEEE">Bread <img src="https://a.example/b.png" alt="A loaf" width="9"></p>'), with_body('<p class="box" style="background-color: #EEEEEE"><img class="box" style="color: #EEEEEE" src="https://a.example/b.png" alt="A loaf" width="9"></p>')),
    ("dark-incomplete", "note", with_body('<p class="box" style="background-color: #222222">Bread</p>'), with_body('<p class="box">Bread</p>')),
    ("forbidden", "error", with_body("<script>1</script>"), with_body("<p>script</p>")),
    ("forbidden", "error", with_body("<form><p>Bread</p></form>"), Change()),
    ("forbidden", "error", with_body('<p onclick="x()">Bread</p>'), with_body('<p title="on">Bread</p>')),
    ("forbidden", "error", with_body('<a href=" java\nscript:x()">Bread</a>'), Change()),
    ("forbidden", "error", Change(page={"<meta charset": '<meta http-equiv="refresh" content="0"><meta charset'}), Change(page={"<meta charset": '<meta http-equiv="X-UA-Compatible" content="IE=edge"><meta charset'})),
    ("forbidden", "warning", with_body('<video src="https://a.example/b.mp4"></video>'), Change()),
    ("forbidden", "warning", with_body("<style>@import url(https://a.example/f.css);</style>"), Change()),
    ("font-fallback", "warning", with_body("<p style=\"font-family: 'Own Hand'\">Bread</p>"), with_body("<p style=\"font-family: 'Own Hand', Arial\">Bread</p>")),
    ("font-fallback", "warning", with_body("<p style=\"font: bold 16px/20px 'Own Hand'\">Bread</p>"), with_body('<p style="font: bold 16px/20px Arial">Bread</p>')),
    ("not-encrypted", "warning", pictured('src="http://a.example/b.jpg" alt="A loaf" width="9"'), Change()),
    ("not-encrypted", "warning", with_body('<p style="background-image: url(http://a.example/b.jpg)">Bread</p>'), with_body('<p style="background-image: url(https://a.example/b.jpg)">Bread</p>')),
    ("text-part", "error", Change(mail={"text": " \n"}), Change()),
    ("text-part", "warning", with_body(f"<p>{'bread and salt ' * 200}</p>"), with_body(f"<p>{'bread and salt ' * 200}</p>", "bread and salt " * 100)),
    ("text-part", "warning", Change(text={"Bread that keeps": "<td>Bread that keeps</td>"}), Change(text={"Bread that keeps": "Bread < that & keeps > much"})),
    ("text-links", "warning", with_body('<a href="https://a.example/x">Another page</a>'), with_body('<a href="https://a.example/x">Another page</a>', "(https://a.example/x).")),
    ("heading-first", "warning", Change(page={"<h1>Example Bakery</h1>": ""}), Change()),
    ("heading-first", "warning", with_body("<h1>Another</h1>"), with_body("<h2>Another</h2>")),
    ("heading-order", "warning", with_body("<h4>Deep</h4>"), with_body("<h3>Deep</h3><h2>Back</h2>")),
    ("text-small", "warning", with_body('<p style="font-size: 13px">Bread</p>'), with_body('<p style="font-size: 14px">Bread<sup>1</sup></p>')),
    ("text-small", "warning", with_body('<p style="font-size: 10pt">Bread</p>'), with_body('<p style="font-size: 11pt">Bread</p>')),
    ("suggested-key-points", "note", Change(edition={"articles": (TOLD,)}), Change()),
    ("suggested-told", "error", Change(edition={"articles": (TOLD,)}, text={"A loaf": "💡 Salt keeps\nbread fresh.\nA loaf"}), Change(edition={"articles": (TOLD,)}, text={"A loaf": "Salt keeps bread fresh.\nA loaf"})),
    ("sent-before", "warning", Change(around=Around(earlier={"tests:bread": "weekly/2026-W40"})), Change(around=Around(earlier={"tests:salt": "weekly/2026-W40"}))),
    ("mixed-address", "note", dutch("Bakt u ook? Dan weet je het."), dutch("Bakt u ook? “Je weet het”, zei ze.")),
    ("other-address", "note", Change(edition=dutch("Bakt u ook?").edition, config={"voice": {"address": "je"}}), Change(edition=dutch("Bakt u ook?").edition, config={"voice": {"address": "u"}})),
    ("greeting", "error", Change(recipe={"greeting": "required"}), Change(page={"<h2>": f"<p>{GREETING}</p><h2>"}, recipe={"greeting": "required"}, edition={"greeting": GREETING})),
    ("greeting", "error", Change(edition={"greeting": GREETING}), Change(page={"<h2>": "<p>Good <b>morning</b>!</p>\n<p>Here is what left our oven this week.</p><h2>"}, edition={"greeting": GREETING})),
    ("greeting-language", "warning", Change(page={"<h2>": "<p>Goedemorgen! Hier is wat er deze week uit onze oven kwam.</p><h2>"}, edition={"greeting": "Goedemorgen! Hier is wat er deze week uit onze oven kwam."}), Change(page={"<h2>": f"<p>{GREETING}</p><h2>"}, edition={"greeting": GREETING})),
    ("notice", "error", Change(config={"care": {"notice": "Ask a baker first."}}), with_body("<p>Ask a baker first.</p>", config={"care": {"notice": "Ask a baker first."}})),
    ("notice", "error", Change(edition={"articles": (an_article(notices=("Hot ovens burn.",)),)}), with_body("<p>Hot ovens burn.</p>", edition={"articles": (an_article(notices=("Hot ovens burn.",)),)})),
    ("article-address", "warning", Change(edition={"articles": (an_article(url=None),)}), Change()),
    ("no-key-points", "note", Change(edition={"articles": (an_article(key_points=()),)}), Change()),
    ("link-password", "warning", Change(edition={"articles": (an_article(dropped=(Dropped("name and password in addresses of bakery.example", WITH_LOGIN),)),)}), Change()),
    ("encoding", "note", Change(edition={"articles": (an_article(dropped=(Dropped("encoding", NOT_UTF_8),)),)}), Change(edition={"articles": (an_article(dropped=(Dropped("encoding", "heading"),)),)})),
    ("bulb-in-text", "note", Change(edition={"articles": (an_article(lead=(a_paragraph("We had a 💡 in the cellar."),)),)}), Change(edition={"articles": (an_article(lead=(Block("code", "print('💡')"),)),)})),
    ("borrowed-title", "warning", Change(edition={"articles": (an_article(dropped=(Dropped("Bread that keeps", BORROWED_TITLE),)),)}), Change(edition={"articles": (an_article(dropped=(Dropped("SHARE: Bread that keeps", "share line"),)),)})),
    ("slip", "warning", dutch("Zet de de bak in de zon."), dutch("Zet de bak die die zon krijgt weg.")),
    ("rights-unknown", "warning", a_published("This article was published by Garden Weekly, a paper."), a_published("This article was published by Example Bakery, a school.")),
    ("rights-unknown", "note", Change(edition={"articles": (an_article(url="https://weekly.example/bread"),)}), Change(edition={"articles": (an_article(url="https://blog.bakery.example/bread"),)})),
    ("care-topic", "warning", Change(edition={"articles": (an_article(dropped=(Dropped("topic: health", CARE_TOPIC),)),)}), Change(edition={"articles": (an_article(dropped=(Dropped("topic: health", CARE_TOPIC),)),)}, config=HEALTH)),
    ("never-word", "error", Change(text={"A loaf": "Guaranteed! A loaf"}, config={"voice": {"never": ["guaranteed"]}}), Change(text={"A loaf": "Unguaranteed. A loaf"}, config={"voice": {"never": ["guaranteed"]}})),
    ("rather-word", "note", Change(text={"A loaf": "We reprogram. A loaf"}, config={"voice": {"rather": {"reprogram": "change"}}}), Change(config={"voice": {"rather": {"reprogram": "change"}}})),
    ("claim-cure", "warning", telling("Honey heals.", HEALTH), telling("Honey heals nothing.", HEALTH)),
    ("claim-cure", "warning", telling("Honey heals.", {}), telling("Bacon cures.", {})),
    ("claim-disease", "warning", telling("Thyme helps against colds.", HEALTH), telling("Thyme grows in the cold.", HEALTH)),
    ("claim-disease", "warning", telling("Thyme helps against colds.", HEALTH), telling("Thyme helps against colds.", {})),
    ("claim-medicine", "warning", telling("He took ibuprofen.", HEALTH), telling("He took a nap.", HEALTH)),
    ("claim-medicine", "warning", telling("It is prescribed as a drug.", {}), telling("A height is prescribed by the council.", {})),
    ("grave-told", "warning", telling("After a miscarriage, rest.", {}), telling("After a long walk, rest.", HEALTH)),
    ("claim-figure", "warning", telling("Of 40% of adults this is true.", HEALTH), telling("Of 40% of adults this is true, according to the council.", HEALTH)),
    ("claim-figure", "note", telling("Of 40% of adults this is true.", {}), telling("Take 40% of the flour.", {})),
    ("claim-research", "warning", telling("Research shows that rest helps.", HEALTH), telling("Research shows that rest helps (Sand, 2019).", HEALTH, references=("Sand, A. (2019). Dough.",))),
    ("claim-research", "note", telling("Research shows that rest helps.", {}), telling("Study how your oven shows its heat.", {})),
    ("claim-animals", "warning", of_mice(), of_mice("In a study at Millbrook 36 mice lived under a lamp, and weighed more.")),
    ("claim-cure", "warning", Change(mail={"subject": "Honey heals"}, edition={"articles": (an_article(summary="Honey heals."),)}), Change(mail={"subject": "Honey is sweet"}, edition={"articles": (an_article(summary="Honey heals."),)})),
    ("claim-disease", "warning", telling("Thyme lowers blood pressure.", {}), telling("Thyme lowers the noise.", {})),
    ("claim-language", "warning", telling("Brödet är gott.", HEALTH, language="sv"), telling("Das Brot ist gut.", HEALTH, language="de")),
    ("claim-button", "warning", replace(telling("Honey heals.", HEALTH), page={"<p>Mill Lane": "<p>Honey heals.</p>" + BOOKING["<p>Mill Lane"]}), Change(page=BOOKING, config=HEALTH)),
    ("source-missing", "warning", telling("Rest helps (Sand, 2019).", HEALTH), telling("Rest helps (Sand, 2019).", HEALTH, references=("Sand, A. (2019). Dough.",))),
    ("source-missing", "note", telling("Rest helps.[2]", {}, references=("Sand, A. (2019). Dough.",)), telling("Rest helps.[1]", {}, references=("Sand, A. (2019). Dough.",))),
    ("names-told", "warning", Change(mail={"subject": "How Mira bakes"}, page={"<title>Bread that keeps": "<title>How Mira bakes"}, edition={"articles": (STORY,)}), Change(mail={"subject": "How Nora bakes"}, edition={"articles": (STORY,)})),
    ("client-support", "warning", with_body('<div style="display: flex">Bread</div>', config={"email": {"audience": {"outlook-windows": 1, "apple-mail": 1}}}), with_body('<div style="display: flex">Bread</div>')),
    ("client-support", "note", with_body('<div style="display: flex">Bread</div>', config={"email": {"audience": {"outlook-windows": 5, "apple-mail": 95}}}), with_body('<div style="display: block">Bread</div>')),
    ("client-support", "note", with_body('<p style="border-radius: 8px">Bread</p>', config={"email": {"audience": {"outlook-windows": 1}}}), with_body('<p style="border-radius: 8px">Bread</p>')),
]  # fmt: skip
IDS = [f"{number}-{case[0]}" for number, case in enumerate(CASES)]


def test_a_good_mail_has_no_findings() -> None:
    assert found() == []


@pytest.mark.parametrize(("rule", "severity", "bad", "good"), CASES, ids=IDS)
def test_a_rule_is_found_where_it_is_broken_and_not_beside(rule: str, severity: str, bad: Change, good: Change) -> None:
    assert severity in [finding.severity for finding in found(bad) if finding.rule == rule]
    assert rule not in rules(good)


@pytest.mark.parametrize(("rule", "severity", "bad", "good"), CASES, ids=IDS)
def test_a_finding_says_where_why_and_what_to_do(rule: str, severity: str, bad: Change, good: Change) -> None:
    for finding in found(bad):
        assert finding.place
        assert finding.message.rstrip("”")[-1] in ".!?>" or finding.rule == "text-part", finding.message
        assert finding.remedy.endswith("."), finding.remedy
        assert "\n" not in finding.message + finding.remedy


# Posts, days and suggestions have tests of their own: test_findings.py, test_posts.py, test_days.py,
# tests/jobs/test_suggestions.py.
ELSEWHERE = {rule.name for rule in RULES if rule.name.startswith("post-")} | {
    "rights",
    "suggested-key-point",
    "quoted-told",
    "past-day",
    "no-slot-before",
    "passing-day",
    "after-day",
    "embargo",
}


def test_every_rule_has_a_mail_that_breaks_it_in_each_severity() -> None:
    broken = {(rule, severity) for rule, severity, _, _ in CASES}
    here = {rule for rule in RULES if rule.name in set(named_in(PREFLIGHT)) - ELSEWHERE}
    wanted = {(rule.name, severity) for rule in here for severity in rule.severities}
    assert wanted - broken == {("merge-tag", "warning")}  # test_tags.py
    assert broken <= wanted


PREFLIGHT = sorted((ROOT / "pipeline" / "preflight").rglob("*.py"))
# What only composing knows of; their own tests are in tests/jobs.
MAKING = [
    ROOT / "pipeline" / "jobs" / f"{name}.py"
    for name in ("build", "owning", "imaging", "illustrating", "looks", "caring", "placing", "editing", "foreign")
]


def named_in(paths: Sequence[Path]) -> Iterator[str]:
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding":
                assert isinstance(node.args[0], ast.Constant), f"{path.name}: a rule's name is written out"
                yield str(node.args[0].value)


def test_the_table_of_rules_has_every_rule_of_the_preflight_and_of_composing_and_no_other() -> None:
    assert {rule.name for rule in RULES} == set(named_in([*PREFLIGHT, *MAKING]))
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert {rule.number for rule in RULES} == {None, *range(1, 30)}


def test_the_documentation_has_every_rule_as_the_table_has_it() -> None:
    rows = re.findall(r"^\| (\d*) \| `([\w-]+)` \| ([\w, ]+) \| (.+?) \| (.+) \|$", DOCUMENTED, re.MULTILINE)
    expected = [(str(rule.number or ""), rule.name, ", ".join(rule.severities), rule.about) for rule in RULES]
    known = {name for _, name, _, _ in expected}
    assert [row[:4] for row in rows if row[1] in known] == expected
    # What only cards know of stands there too.
    written = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "pipeline" / "compose").glob("*.py"))
    assert all(f'"{row[1]}"' in written for row in rows if row[1] not in known)


def test_without_a_connection_there_is_one_finding_and_not_one_a_link() -> None:
    change = linked("https://a.example/x")
    away = Change(
        page=change.page,
        text=change.text,
        around=Around(reach=lambda urls: dict.fromkeys(urls, Reached("It is away."))),
    )
    (finding,) = [one for one in found(away) if one.rule == "link-dead"]
    assert (finding.place, finding.message) == ("newsletter links", "None of 2 links could be tried: It is away.")


def test_the_gravest_findings_come_first_and_none_twice() -> None:
    everything = found(
        with_body('<p style="color: #9A9A9A">a <a href="/b">here</a> {{ x }}</p>' * 2, mail={"subject": ""})
    )
    severities = [finding.severity for finding in everything]
    assert severities == sorted(severities, key=["error", "warning", "note"].index)
    assert len(set(everything)) == len(everything) > 4
    assert TEXT  # the good mail's own
