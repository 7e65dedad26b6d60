"""Shortening never takes away likelihood, denial, whom it is about, a condition or an amount.

The words here are a list of its own, not that of the code: what is missing there is found here.
"""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline import language as languages
from pipeline.compose import shorten

# By language: a main clause, what opens a consequence, a harmless consequence, and words that must stay.
MAIN = {
    "nl": "Deeg dat een hele nacht rust smaakt voller en blijft langer goed",
    "en": "Dough that rests for a whole night has a fuller taste and keeps well",
    "de": "Teig ruht eine ganze Nacht und schmeckt dann voller und bleibt frisch",
    "fr": "La pâte repose toute une nuit et gagne alors un goût plein",
    "es": "La masa reposa toda una noche y gana entonces un sabor pleno",
    "it": "La pasta riposa tutta una notte e prende allora un sapore pieno",
}
OPENS = {
    "nl": [", waardoor", ", waarmee", ", zodat", ", met als gevolg dat"],
    "en": [", which", ", so that", ", meaning that", ", leading to", ", causing"],
    "de": [", wodurch", ", sodass", ", womit"],
    "fr": [", ce qui", ", si bien que", ", de sorte que"],
    "es": [", lo que", ", de modo que", ", por lo que"],
    "it": [", il che", ", cosicché", ", per cui"],
}
HARMLESS = {
    "nl": "het geliefd is",
    "en": "bread is loved",
    "de": "Brot beliebt ist",
    "fr": "plaît à tous",
    "es": "gusta a todos",
    "it": "piace a tutti",
}
KEPT = {
    "nl": "kan kunnen zou mag mogelijk misschien wellicht waarschijnlijk vaak soms meestal doorgaans lijkt niet geen nooit nauwelijks amper zelden ratten muizen dieren mannen vrouwen kinderen jongeren zwangere patiënten mensen "
    "als wanneer mits tenzij tijdens zonder behalve vooral slechts alleen veel weinig meer minder ongeveer bijna hooguit minstens helft 3 40%",
    "en": "can could may might possibly perhaps probably often sometimes usually seems not no never hardly barely rarely rats mice animals men women children teenagers pregnant patients people if when unless during without except "
    "especially only many few more less about almost roughly half 3 40%",
    "de": "kann können könnte mag möglicherweise vielleicht wahrscheinlich oft manchmal meistens scheint nicht kein nie kaum selten Ratten Mäuse Tiere Männer Frauen Kinder Jugendliche schwangere Patienten Menschen wenn falls sofern "
    "während ohne außer besonders nur viele wenige mehr weniger etwa fast ungefähr Hälfte 3 40%",
    "fr": "peut pourrait peut-être probablement souvent parfois généralement semble pas jamais guère rarement rats souris animaux hommes femmes enfants adolescents enceintes patients personnes si quand pendant sans sauf surtout "
    "seulement beaucoup peu plus moins environ presque moitié 3 40%",
    "es": "puede podría quizás probablemente posiblemente generalmente parece no nunca apenas raramente ratas ratones animales hombres mujeres niños adolescentes embarazadas pacientes personas si cuando durante sin excepto salvo "
    "especialmente solo muchos pocos más menos casi aproximadamente mitad 3 40%",
    "it": "può potrebbe forse probabilmente possibilmente spesso talvolta generalmente sembra non mai appena raramente ratti topi animali uomini donne bambini adolescenti incinte pazienti persone se quando durante senza salvo "
    "tranne soprattutto solo molti pochi più meno quasi circa metà 3 40%",
}  # fmt: skip


@st.composite
def points(draw: st.DrawFn) -> tuple[str, str]:
    """A language, and a point whose consequences may hold a word that must stay."""
    tag = draw(st.sampled_from(sorted(MAIN)))
    words = KEPT[tag].split()
    text = MAIN[tag]
    if draw(st.booleans()):
        text += f" {draw(st.sampled_from(words))}"
    for _ in range(draw(st.integers(1, 2))):
        guard = draw(st.one_of(st.just(""), st.sampled_from(words)))
        text += " ".join(filter(None, [draw(st.sampled_from(OPENS[tag])), guard, HARMLESS[tag]]))
    return tag, f"{text}."


def kept(text: str, tag: str) -> list[str]:
    """The words of `text` that must stay, in their order."""
    wanted = {word.casefold() for word in KEPT[tag].split()}
    said = re.sub("met als gevolg|si bien que", "", text.casefold())  # they join, and hold a word that else guards
    return [word for word in re.findall(r"[\w-]+%?", said) if word in wanted]


@given(points())
@example(("en", "Dough that rests for a whole night keeps well, which may help in rats."))
def test_no_guarded_word_is_lost_inside_a_sentence(point: tuple[str, str]) -> None:
    tag, text = point
    for version in shorten.shorter(text, tag):
        assert kept(version, tag) == kept(text, tag), version


@given(points())
def test_a_harmless_consequence_is_cut_so_the_property_says_something(point: tuple[str, str]) -> None:
    tag, text = point
    if not kept(text.removeprefix(MAIN[tag]), tag):
        assert list(shorten.shorter(text, tag))[-1] == f"{MAIN[tag]}."


LIMITS = {
    "nl": ["Niet voor iedereen.", "Vooral bij ratten.", "Alleen in de winter.", "Misschien.", "Bij de helft.", "Mits het koel staat."],
    "en": ["Not for all.", "Mostly in rats.", "Only in winter.", "Perhaps.", "In half of them.", "Unless it is warm."],
    "de": ["Nicht für alle.", "Vor allem bei Ratten.", "Nur im Winter.", "Vielleicht.", "Bei der Hälfte.", "Sofern es kühl ist."],
    "fr": ["Pas pour tous.", "Surtout chez le rat.", "Seulement en hiver.", "Peut-être.", "Chez la moitié.", "Sauf en été."],
    "es": ["No para todos.", "Sobre todo en ratas.", "Solo en invierno.", "Quizás.", "En la mitad.", "Salvo en verano."],
    "it": ["Non per tutti.", "Soprattutto nei ratti.", "Solo in inverno.", "Forse.", "Nella metà.", "Tranne in estate."],
}  # fmt: skip


@st.composite
def limited(draw: st.DrawFn) -> tuple[str, str, str]:
    """A language, a point, and the sentence in it that limits what stands before."""
    tag = draw(st.sampled_from(sorted(LIMITS)))
    limit = draw(st.sampled_from(LIMITS[tag]))
    more = draw(st.integers(0, 2)) * f" {MAIN[tag]}."
    return tag, f"{MAIN[tag]}. {limit}{more}", limit


@given(limited())
def test_a_sentence_that_limits_the_one_before_it_is_in_every_version(point: tuple[str, str, str]) -> None:
    tag, text, limit = point
    assert len(languages.sentences(text, tag)) > 1
    assert all(limit in version for version in shorten.shorter(text, tag))
