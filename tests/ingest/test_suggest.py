"""Key points are suggested where nobody wrote any: sentences of the article, none that would embarrass anybody."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import language
from pipeline.ingest import files, suggest
from pipeline.ingest.suggest import reasons, suggesting
from pipeline.language.citations import without_citations
from pipeline.language.standing import alike
from pipeline.model import Article, KeyPoint, Section
from tests.factories import a_paragraph, an_article


def a_section(*paragraphs: str, heading: str | None = None) -> Section:
    return Section(heading, tuple(map(a_paragraph, paragraphs)))


def written_by_nobody(*sections: Section, **changes: object) -> Article:
    return an_article(**({"key_points": (), "sections": sections, "title": "Een huis vol planten"} | changes))


def suggested(text: str, tag: str, *more: str, **changes: object) -> list[str]:
    """What is suggested of a section that begins with `text`."""
    article = suggesting(written_by_nobody(a_section(text, *more), language=tag, **changes))
    return [point.text for point in article.key_points]


GOOD = [
    ("nl", "Een lijn van twee meter geeft een hond de ruimte om te snuffelen."),
    ("nl", "Geduld geeft het brood niet alleen smaak, maar ook een korst die zingt."),
    ("en", "A regular breakfast tells the liver that the day has begun."),
    ("en", "Bread does not only gain flavour overnight, but also keeps for longer."),
    ("de", "Wer Tomaten von unten gießt, schützt die Blätter vor Pilzen."),
    ("de", "Eine warme Wand speichert die Sonne und gibt sie nachts wieder ab."),
    ("fr", "Un tas bien couvert garde sa chaleur beaucoup plus longtemps."),
    ("fr", "Retourner le tas une fois par mois suffit à réveiller la vie du compost."),
    ("es", "Una tierra ligera retiene el agua sin ahogar las raíces."),
    ("es", "Regar despacio por la mañana ahorra agua durante todo el verano."),
    ("it", "Un impasto che riposa una notte al freddo sviluppa più profumo."),
    ("it", "Una pentola di ghisa trattiene il vapore e rende la crosta sottile."),
]


@pytest.mark.parametrize(("tag", "sentence"), GOOD)
def test_a_claim_that_stands_alone_is_suggested_word_for_word(tag: str, sentence: str) -> None:
    assert suggested(sentence, tag) == [sentence]


# By rule: sentences that would pass but for it.
BAD = {
    "is a question": [
        ("nl", "Waarom zou een hond eigenlijk aan zijn lijn trekken?"),
        ("en", "Why would a dog pull at the lead on every single walk?"),
        ("de", "Warum zieht ein Hund bei jedem Spaziergang an der Leine?"),
        ("fr", "Pourquoi un chien tire-t-il autant pendant les promenades ?"),
        ("es", "¿Por qué un perro tira tanto de la correa en cada paseo?"),
        ("it", "Perché un cane tira così tanto durante ogni passeggiata?"),
    ],
    "leans on what stands before it": [
        ("nl", "Dit maakt de grond losser en voedt alle wormen in de tuin."),
        ("nl", "Daarnaast houdt compost het water langer vast in de zomer."),
        ("en", "This keeps the soil loose and feeds all the worms in the garden."),
        ("en", "Moreover, compost holds the water for longer in the summer."),
        ("de", "Das macht den Boden lockerer und ernährt alle Würmer im Garten."),
        ("de", "Außerdem hält Kompost im Sommer das Wasser länger fest."),
        ("fr", "Cela rend la terre plus souple et nourrit les vers du jardin."),
        ("fr", "De plus, un bon compost retient mieux l’eau pendant l’été."),
        ("es", "Esto deja la tierra más suelta y alimenta a las lombrices."),
        ("es", "Además, un buen compost retiene mejor el agua en verano."),
        ("it", "Questo rende la terra più soffice e nutre tutti i lombrichi."),
        ("it", "Inoltre, un buon compost trattiene meglio l’acqua in estate."),
    ],
    "speaks of something that stands elsewhere": [
        ("nl", "Een koele kelder bewaart deze groenten langer dan een kast."),
        ("en", "A cool cellar keeps these vegetables for longer than a cupboard."),
        ("de", "Ein kühler Keller bewahrt diese Gemüse länger als ein Schrank."),
        ("fr", "Une cave fraîche conserve ces légumes mieux qu’un placard."),
        ("es", "Un sótano fresco conserva estas verduras mejor que un armario."),
        ("it", "Una cantina fresca conserva queste verdure meglio di un armadio."),
    ],
    "goes on with something begun before it": [
        ("nl", "Een tweede voordeel is dat compost in de zomer water vasthoudt."),
        ("nl", "De onderzoekers zagen dat planten met compost harder groeien."),
        ("en", "Another advantage is that compost holds its water in summer."),
        ("en", "The researchers report that plants in compost grow faster."),
        ("en", "Store them in a cool cellar and look at each one every week."),
        ("de", "Ein weiterer Vorteil ist, dass Kompost im Sommer Wasser hält."),
        ("de", "Die Forscher sehen, dass Pflanzen in Kompost schneller wachsen."),
        ("fr", "Un autre avantage du compost est de retenir l’eau en été."),
        ("fr", "Les chercheurs observent que les plantes poussent plus vite."),
        ("es", "Otra ventaja del compost es que retiene el agua en verano."),
        ("es", "Los investigadores ven que las plantas crecen más deprisa."),
        ("it", "Un altro vantaggio del compost è che trattiene l’acqua."),
        ("it", "I ricercatori vedono che le piante crescono più in fretta."),
    ],
    "sends the reader elsewhere": [
        ("nl", "In de volgende paragraaf leest u hoe een kelder koel blijft."),
        ("nl", "Zoals we al zagen blijft een kelder onder het huis lang koel."),
        ("en", "In the next section a cellar turns out to stay cool all year."),
        ("en", "As we saw, a cellar under the house stays cool for a long time."),
        ("de", "Wie wir gesehen haben, bleibt ein Keller lange kühl."),
        ("fr", "Comme nous l’avons vu, une cave reste longtemps fraîche."),
        ("es", "Como hemos visto, un sótano se mantiene fresco mucho tiempo."),
        ("it", "Come abbiamo visto, una cantina resta fresca molto a lungo."),
        ("en", "Figure 2 has the temperature of a cellar for each month."),
    ],
    "announces what follows": [
        ("nl", "Een kelder kan op verschillende manieren koel gehouden worden."),
        ("en", "A cellar can be kept cool all year round in several ways."),
        ("de", "Ein Keller lässt sich auf verschiedene Arten kühl halten."),
        ("fr", "Une cave peut rester fraîche de plusieurs façons en été."),
        ("es", "Un sótano puede mantenerse fresco de varias maneras."),
        ("it", "Una cantina può restare fresca in diversi modi d’estate."),
    ],
    "tells a story": [
        ("nl", "Mijn oma bewaarde in haar kelder appels tot ver na Pasen."),
        ("en", "My grandmother kept apples in her cellar until after Easter."),
        ("de", "Meine Großmutter lagert im Keller Äpfel bis nach Ostern."),
        ("fr", "Ma grand-mère garde des pommes à la cave jusqu’à Pâques."),
        ("es", "Mi abuela guarda manzanas en el sótano hasta la Pascua."),
        ("it", "Mia nonna conserva le mele in cantina fino a Pasqua."),
    ],
    "is what somebody says": [
        ("nl", "Volgens tuinman Bas Moes bewaart een kelder alle appels."),
        ("en", "According to gardener Bas Moes a cellar keeps all apples."),
        ("de", "Laut Gärtner Bas Moes hält ein Keller alle Äpfel frisch."),
        ("fr", "Selon le jardinier Bas Moes, une cave garde les pommes."),
        ("es", "Según el jardinero Bas Moes, un sótano guarda manzanas."),
        ("it", "Secondo il giardiniere Bas Moes, una cantina basta."),
    ],
    "is what people think": [
        ("nl", "Tuiniers denken dat een kelder alle appels goed bewaart."),
        ("en", "Gardeners think that a cellar keeps every kind of apple."),
        ("de", "Gärtner glauben, dass ein Keller alle Äpfel frisch hält."),
        ("fr", "Les jardiniers pensent qu’une cave garde bien les pommes."),
        ("es", "Los jardineros creen que un sótano guarda las manzanas."),
        ("it", "I giardinieri credono che una cantina conservi le mele."),
    ],
    "invites the reader": [
        ("nl", "Een cursus over kelders begint bij ons elke maand opnieuw."),
        ("en", "A cellar is the subject of our newsletter of every month."),
        ("de", "Ein Kurs über Keller beginnt bei uns in jedem Monat neu."),
        ("fr", "Un atelier sur les caves commence chez nous chaque mois."),
        ("es", "Un taller sobre sótanos empieza cada mes en la escuela."),
        ("it", "Un corso sulle cantine comincia ogni mese alla scuola."),
    ],
    "tells an amount without its source": [
        ("nl", "Een koele kelder bewaart 80 procent van alle appels goed."),
        ("en", "A cool cellar keeps 80 percent of all apples in good shape."),
        ("de", "Ein kühler Keller hält 80 Prozent aller Äpfel lange frisch."),
        ("fr", "Une cave fraîche garde bien 80 pour cent des pommes."),
        ("es", "Un sótano fresco guarda bien el 80 % de las manzanas."),
        ("it", "Una cantina fresca conserva bene l’80% delle mele."),
        ("en", "A glass of water does as much as eight milligrams of salt."),
    ],
    "is a grave matter": [
        ("nl", "Een kelder vol appels helpt mensen die kanker hebben."),
        ("en", "A cellar full of apples helps people who have cancer."),
        ("de", "Ein Keller voller Äpfel hilft bei einem Trauma im Alter."),
        ("fr", "Une cave pleine de pommes aide contre le cancer."),
        ("es", "Un sótano lleno de manzanas ayuda contra el cáncer."),
        ("it", "Una cantina piena di mele aiuta contro il cancro."),
    ],
    "is no whole sentence": [
        ("en", "A cool cellar keeps vegetables and apples in shape for"),
        ("en", "a cool cellar keeps vegetables and apples in good shape."),
        ("en", "A cool cellar keeps vegetables (and all the apples too."),
        ("nl", "Een koele kelder bewaart alle groenten en appels in:"),
        ("en", "A cool cellar keeps vegetables and apples in shape…"),
    ],
    "holds an address or signs": [
        ("en", "A cool cellar is described at https://example.org/cellar now."),
        ("en", "A cool cellar is described at cellar.example.org in full."),
        ("en", "A cool cellar keeps vegetables, so write to a@example.org."),
    ],
    "quotes somebody": [
        ("en", "A gardener thinks aloud: “My cool cellar keeps vegetables well.”"),
        ("de", "Ein Keller mit dem Schild »Hier bitte nicht aufräumen« bleibt kühl."),
    ],
    "begins with a label": [("nl", "Let op: een kelder bewaart niet alle appels even goed.")],
    "is a notice": [("en", "A cellar and its apples are not a substitute for medical advice.")],
    "is too short or too long for a post": [
        ("en", "A cellar keeps apples."),
        ("en", f"A cellar keeps apples{', and pears' * 20}."),
    ],
}  # fmt: skip


# These meet in the same: what stands before a sentence is needed to read it.
LEANING = frozenset(
    {
        "leans on what stands before it",
        "speaks of something that stands elsewhere",
        "goes on with something begun before it",
        "sends the reader elsewhere",
    }
)


@pytest.mark.parametrize(("rule", "tag", "sentence"), [(rule, *row) for rule, rows in BAD.items() for row in rows])
def test_a_sentence_that_would_embarrass_is_not_suggested(rule: str, tag: str, sentence: str) -> None:
    (alone,) = reasons.sentences([sentence], tag)
    reason = reasons.unfitness(alone, reasons.Setting(tag))
    assert reason == rule or {reason, rule} <= LEANING
    assert suggested(sentence, tag) == []


LIMITS = [
    ("nl", "Een koele kelder bewaart groenten en appels het langst.", "Alleen bij droog weer."),
    ("nl", "Een koele kelder bewaart groenten en appels het langst.", "Dat geldt vooral voor oude huizen met dikke muren."),
    ("en", "A cool cellar keeps vegetables and apples the longest.", "In rats only."),
    ("en", "A cool cellar keeps vegetables and apples the longest.", "It depends on the thickness of the walls, of course."),
    ("en", "A cool cellar keeps vegetables and apples the longest.", "But pears do not keep there at all, whatever you do."),
    ("de", "Ein kühler Keller hält Gemüse und Äpfel am längsten frisch.", "Nur bei trockenem Wetter."),
    ("fr", "Une cave fraîche garde mieux les légumes et les pommes.", "Sauf en plein été."),
    ("es", "Un sótano fresco guarda mejor las verduras y las manzanas.", "Solo con tiempo seco."),
    ("it", "Una cantina fresca conserva meglio le verdure e le mele.", "Solo con il tempo asciutto."),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "sentence", "limit"), LIMITS)
def test_a_sentence_is_never_parted_from_what_limits_it(tag: str, sentence: str, limit: str) -> None:
    assert suggested(sentence, tag) == [sentence]
    assert suggested(f"{sentence} {limit}", tag) == []


def test_a_limit_may_open_the_next_paragraph() -> None:
    assert suggested("A cool cellar keeps vegetables and apples the longest.", "en", "This only holds in winter.") == []


STUDIES = [
    ("nl", "In een proef met ratten daalde de stress binnen een week."),
    ("en", "In mice the same smell brought the stress down in a week."),
    ("de", "Bei Ratten sinkt der Stress in einer einzigen Woche."),
    ("fr", "Chez les souris le stress baisse en une seule semaine."),
    ("es", "En ratones baja el estrés en una sola semana."),
    ("it", "Nei ratti lo stress scende in una sola settimana."),
]


@pytest.mark.parametrize(("tag", "study"), STUDIES)
def test_a_finding_in_animals_is_not_told_as_if_it_held_for_us(tag: str, study: str) -> None:
    claim = next(sentence for known, sentence in GOOD if known == tag)
    assert suggested(claim, tag, study) == [claim]
    assert suggested(study, tag, claim) == []
    assert suggested(f"{claim} {study}", tag) == []


def test_citation_markers_are_left_out_of_a_suggestion() -> None:
    for marked in (
        "A cool cellar keeps vegetables and apples well [2].",
        "A cool cellar keeps vegetables and apples well.[1, 3]",
    ):
        assert suggested(f"{marked} Apples love the dark.", "en") == ["A cool cellar keeps vegetables and apples well."]


def test_where_names_were_changed_nobody_is_suggested() -> None:
    claim = "A cool cellar makes Martha keep vegetables for longer."
    assert suggested(claim, "en") == [claim]
    assert suggested(claim, "en", notices=("The names have been changed.",)) == []


def test_an_answer_is_not_suggested_without_its_question() -> None:
    assert suggested("What keeps best? A cellar that is cool and dark all year long.", "en") == []


def test_no_thought_is_suggested_twice_nor_the_title_again() -> None:
    claim = "A cool cellar keeps vegetables and apples the longest."
    article = written_by_nobody(a_section(claim), a_section(claim.replace("A cool", "The cool")), language="en")
    assert [point.section for point in suggesting(article).key_points] == [0]
    assert suggested(claim, "en", title="A cool cellar keeps vegetables and apples the longest") == []


def test_each_suggestion_says_why_and_belongs_to_its_section() -> None:
    section = a_section("A cool cellar keeps vegetables and apples the longest.", heading="The cellar")
    (point,) = suggesting(written_by_nobody(section, language="en")).key_points
    assert (point.origin, point.section) == ("suggested", 0)
    assert point.why == ("opens its section", "ends its section", "speaks of the heading", "fits a post")


def test_an_article_in_one_piece_gets_suggestions_too() -> None:
    claim = "A cool cellar keeps vegetables and apples the longest."
    (point,) = suggesting(an_article(lead=(a_paragraph(claim),), sections=(), key_points=())).key_points
    assert (point.text, point.section) == (claim, None)


@pytest.mark.parametrize("kind", ["key point", "tip", "summary"])
def test_where_the_author_wrote_one_nothing_is_suggested(kind: str) -> None:
    article = written_by_nobody(a_section(GOOD[2][1]), language="en", key_points=(KeyPoint("Rest.", kind=kind),))  # type: ignore[arg-type]
    assert suggesting(article) == article


def test_a_warning_is_no_key_point_so_suggestions_stand_beside_it() -> None:
    warning = KeyPoint("Hot fat burns.", kind="warning")
    points = suggesting(written_by_nobody(a_section(GOOD[2][1]), language="en", key_points=(warning,))).key_points
    assert [point.origin for point in points] == ["written", "suggested"]


def test_of_an_article_that_may_only_be_quoted_nothing_is_suggested() -> None:
    assert suggested(GOOD[2][1], "en", rights="quote") == []


def test_verse_lists_and_quotes_are_left_alone() -> None:
    lines = "A cool cellar keeps vegetables well.\nA cool cellar keeps the apples well."
    blocks = (a_paragraph(lines), replace(a_paragraph(GOOD[2][1]), kind="quote"))
    assert suggesting(written_by_nobody(Section(None, blocks), language="en")).key_points == ()


OTHERS = [
    ("zh", "面团在冰箱里休息一夜，味道会更香，也更容易保存很久。", "但不适合全麦粉。"),
    ("ja", "一晩冷蔵庫で休ませた生地は香りがよく、長く保存できます。", "全粒粉には向きません。"),
    ("ar", "العجين الذي يرتاح ليلة كاملة في الثلاجة يصبح ألذ طعما ويبقى طازجا.", "ليس دائما."),
    ("pt", "Um porão fresco conserva melhor os legumes e as maçãs.", "Menos no verão."),
]


@pytest.mark.parametrize(("tag", "sentence", "more"), OTHERS)
def test_in_other_languages_only_what_opens_a_section_and_stands_by_itself(tag: str, sentence: str, more: str) -> None:
    assert suggested(sentence, tag) == [sentence]
    assert suggested(f"{sentence}{'' if tag in {'zh', 'ja'} else ' '}{more}", tag) == []
    assert suggested(more, tag, sentence) == []


SENTENCES = st.sampled_from(
    [sentence for _, sentence in GOOD]
    + [sentence for rows in BAD.values() for _, sentence in rows]
    + [sentence for _, *both in LIMITS for sentence in both]
    + ["Is rest enough?", "[1]", "…", "A cool cellar keeps vegetables and apples the longest [4]."]
)
SECTIONS = st.lists(st.lists(SENTENCES, min_size=1, max_size=8).map(" ".join), max_size=4)
ARTICLES = st.builds(
    lambda tag, sections: written_by_nobody(*(a_section(*paragraphs) for paragraphs in sections), language=tag),
    st.sampled_from(["nl", "en", "de", "fr", "es", "it", "ja", "ar", "pt-BR"]),
    st.lists(SECTIONS, max_size=4),
)


@settings(deadline=None)
@given(ARTICLES)
def test_whatever_the_article_a_suggestion_is_a_sentence_of_its_section(article: Article) -> None:
    points = suggesting(article).key_points
    for point in points:
        blocks = article.sections[point.section].blocks if point.section is not None else article.lead
        known = [without_citations(one) for block in blocks for one in language.sentences(block.text, article.language)]
        assert point.text in known
        assert not re.search(r"[?？؟]|\[\d", point.text)
        assert not language.points_elsewhere(point.text)
    assert all(
        sum(point.section == index for point in points) <= suggest.MOST for index in range(len(article.sections))
    )
    texts = [point.text for point in points]
    assert not any(alike(one, other) for place, one in enumerate(texts) for other in texts[:place])


@pytest.mark.parametrize(
    "piece",
    [
        "A cool cellar keeps vegetables and apples the longest. ",
        "vegetables ",
        "( ",
        "“A ",
        "l’",
        "In on under at ",
        "A b: ",
        ". ",
        "[1] ",
        "The cellar (Moss, 2019; ",
    ],
)
@pytest.mark.parametrize("tag", ["en", "zh"])
def test_five_million_characters_take_no_long_time(piece: str, tag: str) -> None:
    text = piece * (5_000_000 // len(piece))
    sections = (a_section(text), a_section(*[piece * 20] * 200))
    start = process_time()
    suggesting(written_by_nobody(*sections, language=tag))
    assert process_time() - start < 60  # seconds of work: what is quadratic takes hours


@pytest.mark.shared
@pytest.mark.parametrize(
    ("number", "some"), [("000", False), ("001", True), ("002", True), ("003", False), ("004", False)]
)
def test_the_real_articles_get_suggestions_where_their_authors_wrote_no_key_point(
    number: str, some: bool, shared: Path
) -> None:
    (path,) = (shared / "articles").glob(f"{number}_*.txt")
    (article,) = files.articles(path)
    points = [point for point in suggesting(article).key_points if point.origin == "suggested"]
    assert bool(points) == some
    assert len({point.section for point in points}) >= (3 if some else 0)
    for point in points:
        assert not re.search(r"\[\d|volgende (?:paragraaf|alinea)|\?|morfine|procent", point.text)
        assert re.match(r"[A-Z].*[.]$", point.text)


@pytest.mark.parametrize("most", [1, 2, 3, 4, 5, 6])
def test_the_first_sentences_of_a_section_are_told_as_in_the_whole(most: int) -> None:
    paragraphs = ["Bread rests. It rises.", "Dough is alive. It breathes. It grows.", "Bake it."]
    whole = reasons.sentences(paragraphs, "en")
    assert reasons.sentences(paragraphs, "en", most) == whole[:most]
