"""Slips of whoever typed: found where they are, and never in words that rightly follow themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.slips import slips

FOUND = [
    ("nl", "Of we nu we zelf zaaien of oogsten: de tuin gaat door.", ("Of we nu we",)),
    ("nl", "Of nu we we zelf zaaien of oogsten: de tuin gaat door.", ("we we",)),
    ("nl", "Of nu we nu we zelf zaaien of oogsten.", ("nu we nu we",)),
    ("nl", "Dat nu we zelf nu we oogsten de kas leeg is.", ("nu we zelf nu we",)),
    ("nl", "De de kas is warm, en zo zo de bak.", ("De de",)),
    ("nl-BE", "Zaai in de de kas of in een een bak.", ("de de", "een een")),
    ("en", "Turn the the heap, and the heap of of leaves.", ("the the", "of of")),
    ("en", "The heap is warm. The the worms like it.", ("The the",)),
    ("en-GB", "Whether we now we sow or reap, the garden goes on.", ("Whether we now we",)),
    ("en", "I know that I that I sow too early.", ("that I that I",)),
    ("de", "Ob wir nun wir säen oder ernten.", ("Ob wir nun wir",)),
    ("de", "Der Topf steht im im Garten und und wartet.", ("im im", "und und")),
    ("fr", "Le pain de de la veille est dans le le four.", ("de de", "le le")),
    ("es", "El pan de de ayer está en el el horno.", ("de de", "el el")),
    ("it", "Il pane di di ieri è nel nel forno.", ("di di", "nel nel")),
    ("pt", "O pão de de ontem está em em casa.", ("de de", "em em")),
    ("fr", "La la pâte lève. Il coupe la la croûte.", ("La la", "la la")),
    ("es", "La la masa sube.", ("La la",)),
    ("it", "Taglia la la crosta. Una una volta.", ("la la", "Una una")),
    ("nl", "Het rijst. Het het deeg is klaar.", ("Het het",)),
    ("en", "To to bake is easy: It it rises.", ("To to", "It it")),
    ("de", "Sie sie backt. „Wenn wenn es geht.“", ("Sie sie", "Wenn wenn")),
    ("fr", "Ses ses mains. Elle elle pétrit.", ("Ses ses", "Elle elle")),
    ("es", "Para para el pan.", ("Para para",)),
    ("pt", "Uma uma vez.", ("Uma uma",)),
    ("en", "Bread doesnâ€™t wait.", ("doesnâ€™t",)),
    ("fr", "Le pain est prÃªt et le cafÃ© aussi.", ("prÃªt", "cafÃ©")),
    ("nl", "Het deeg ri\ufffdst langzaam.", ("ri\ufffdst",)),
    ("nl", "De ver- binding van zand en klei.", ("ver- binding",)),
    ("de", "Die Ver\u00ad bindung von Sand und Lehm.", ("Ver\u00ad bindung",)),
    ("fi", "Lei- pä on valmis.", ("Lei- pä",)),
]
RIGHT = [
    ("nl", "De mensen die die kas bouwden, wisten dat dat kon."),
    ("nl", "Hoe je je voelt, weten ze ze te vertellen, als het het weer is."),
    ("nl", "Zet de kast op op zondag en log in in de middag."),
    ("nl", "Geef de een een bak en de ander een schop."),
    ("nl", "De winkel van de De Vries’jes en de De Stijl-beweging."),
    ("nl", "Wat er is is genoeg, en wat er gezegd wordt wordt gehoord."),
    ("nl", "Omdat we nu, nu we ouder zijn, minder zaaien."),
    ("nl", "Of we nu zaaien of oogsten, we zijn buiten."),
    ("nl", "De voor- en nadelen van in- dan wel uitpotten, zowel binnen- als buitenshuis."),
    ("nl", "De in de in de winter gebouwde kas gekweekte sla."),
    ("en", "She had had that that she wanted, and what it is is bread."),
    ("en", "We saw The The play, and “the the” is a slip."),
    ("en", "Log in in the morning and go on on foot: for you you are enough."),
    ("en", "Short- to medium-term, pre- and post-war."),
    ("de", "Der Mann, der der Frau half, weiß, dass sie sie sieht und die die Töpfe hat."),
    ("de", "Wenn ich dann ich selbst bin, kommt sie mit mit dem Rad."),
    ("de", "Vor- und Nachteile, Ein- oder Ausgang, Haus- bzw. Gartenarbeit."),
    ("fr", "Nous nous levons, vous vous reposez, l’un un peu plus tard. Faites-les les yeux fermés."),
    ("fr", "Le temps de De Gaulle, et en en parlant."),
    ("es", "No no, más que que llueva, la una una vez."),
    ("it", "Sono sono, che che ne dicano."),
    ("sv", "Det det är är bröd."),
    ("pt", "NÃO HÁ PÃO, DIZ JOÃO."),
    ("fr", "Oh la la, tra la la ! La la la, chante-t-elle, le la la plus haut. La La Land."),
    ("fr", "Nous nous levons. Son son est doux. En en parlant. LA LA MAISON."),
    ("de", "Die die Stadt umgebende Mauer. Der der Frau helfende Mann. Mit mit Käse gefülltem Brot."),
    ("nl", "Door door te gaan. Om om acht uur te bakken. Van van alles. Ik weet dat het het is."),
    ("en", "In in vitro studies. That that is, is. For for loops, see there. It is what it it calls."),
    ("it", "Tra la la, canta. La la la."),
    ("fr", "ÂGE ET PÂTE : CHÂTEAU."),
]


@pytest.mark.parametrize(("language", "sentence", "found"), FOUND)
def test_a_slip_is_found_with_its_words(language: str, sentence: str, found: tuple[str, ...]) -> None:
    assert slips(sentence, language) == found


@pytest.mark.parametrize(("language", "sentence"), RIGHT)
def test_words_that_rightly_follow_themselves_are_no_slip(language: str, sentence: str) -> None:
    assert slips(sentence, language) == ()


@given(
    st.text(alphabet=" -aegdhtwnuiâ€Ã\ufffd\u00ad.“”'’ADTH\n", max_size=200), st.sampled_from(["nl", "en", "de", "fr"])
)
def test_a_slip_stands_in_its_sentence(sentence: str, language: str) -> None:
    flat = " ".join(sentence.split())
    assert all(found in flat for found in slips(sentence, language))
