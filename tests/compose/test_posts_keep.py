"""Posts say what their article says: whatever it is made of, in whatever language, nothing else and nothing twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from pipeline import language as languages
from pipeline import limits
from pipeline.compose import posts, templates
from pipeline.config.shape import NETWORKS
from pipeline.language.citations import without_citations
from pipeline.model import Article, Block, Finding, Item, KeyPoint, Network, Section
from tests.factories import a_config, a_paragraph, an_article

# Nothing of these is of a template, so that all else that a post says is the author's.
ENV = templates.environment()
CONFIG = a_config(
    care={"notice_on": [], "sources_on": []},
    voice={"hashtags": {"most": 0}},
    social={"networks": {network: {"links": False} for network in NETWORKS}},
)

# By language: sentences that stand alone, lean, limit, add, think, speak of animals, of grave things, and of a name.
SENTENCES = {
    "nl": "Deeg dat een hele nacht rust, smaakt voller en blijft langer goed.|Deeg in de kou van een kelder rijst traag maar gelijkmatig.|Dit geldt voor elk brood.|Niet voor rogge.|Maar dat weet bijna niemand."
    "|Zelfs een korte rust geeft deeg al een vollere smaak.|De meeste bakkers denken dat deeg veel kneden wil.|Bij ratten gaf deeg van een nacht rust meer slaap.|Wie ibuprofen slikt, rust net zo goed als deeg in de nacht."
    "|Met andere woorden: deeg wil rust.|Vraag eerst uw huisarts.|In het dorp Borgo rust al het deeg een hele nacht in de kou.",
    "en": "Dough that rests for a whole night has a deeper taste and keeps well.|Dough in a cold cellar rises slowly but evenly for hours.|This holds for every loaf.|Not for rye.|But hardly anybody knows that."
    "|Even a short rest gives dough a deeper taste than none.|Most bakers think that dough wants a lot of kneading.|In rats dough that rests for a night gave more sleep.|Whoever takes ibuprofen rests as well as dough at night."
    "|In other words: dough wants rest.|Ask your doctor first.|In the village of Borgo all dough rests for a whole night.",
    "de": "Teig, der eine ganze Nacht ruht, schmeckt voller und bleibt länger frisch.|Teig in einem kalten Keller geht langsam, aber gleichmäßig auf.|Das gilt für jedes Brot.|Nicht für Roggen.|Aber kaum jemand weiß das."
    "|Sogar eine kurze Ruhe gibt dem Teig einen volleren Geschmack.|Die meisten Bäcker glauben, dass Teig viel Kneten will.|Bei Ratten gab Teig nach einer Nacht Ruhe mehr Schlaf.|Wer Ibuprofen nimmt, ruht so gut wie Teig in der Nacht."
    "|Mit anderen Worten: Teig will Ruhe.|Fragen Sie zuerst Ihren Arzt.|Im Dorf Borgo ruht aller Teig eine ganze Nacht im Keller.",
    "fr": "La pâte qui repose toute une nuit gagne un goût plein et se garde bien.|La pâte lève lentement et sûrement dans une cave froide.|Cela vaut pour chaque pain.|Pas pour le seigle.|Mais presque personne ne le sait."
    "|Même un court repos donne à la pâte un goût plus plein.|La plupart des gens croient que la pâte demande du pétrissage.|Chez les rats la pâte reposée une nuit donnait plus de sommeil.|Qui prend de l’ibuprofène repose comme une pâte la nuit."
    "|Autrement dit, la pâte veut du repos.|Demandez d’abord à votre médecin.|Au village de Borgo toute la pâte repose une nuit entière.",
    "es": "La masa que reposa toda una noche gana un sabor pleno y se conserva bien.|La masa sube despacio y pareja dentro de una bodega fría.|Esto vale para cada pan.|No para el centeno.|Pero casi nadie lo sabe."
    "|Incluso un reposo corto da a la masa un sabor más pleno.|Muchos panaderos creen que la masa pide mucho amasado.|En ratas la masa reposada una noche dio más sueño.|Quien toma ibuprofeno reposa como la masa de noche."
    "|En otras palabras, la masa quiere reposo.|Consulte primero a su médico.|En el pueblo de Borgo toda la masa reposa una noche entera.",
    "it": "La pasta che riposa tutta una notte prende un sapore pieno e si conserva bene.|La pasta cresce lenta e regolare dentro una cantina fredda.|Questo vale per ogni pane.|Non per la segale.|Ma quasi nessuno lo sa."
    "|Perfino un breve riposo dà alla pasta un sapore più pieno.|Molti fornai credono che la pasta voglia essere impastata a lungo.|Nei ratti la pasta riposata una notte dava più sonno.|Chi prende ibuprofene riposa come la pasta di notte."
    "|In altre parole, la pasta vuole riposo.|Chieda prima al suo medico.|Nel paese di Borgo tutta la pasta riposa una notte intera.",
    "pt": "A massa que descansa toda a noite ganha um sabor cheio e dura mais.|A massa cresce devagar numa adega fria.|Isto vale para cada pão.|Não para o centeio.",
    "pl": "Ciasto, które odpoczywa całą noc, ma pełniejszy smak i dłużej jest świeże.|Ciasto w zimnej piwnicy rośnie powoli.|To dotyczy każdego chleba.|Nie żyta.",
    "ja": "一晩寝かせたパン生地は、より深い味わいになり、長く保存することができ、職人にも家庭にも愛されています。|冷たい地下室ではゆっくり膨らみます。|これはどのパンにも言えます。|ライ麦は別です。",
    "ar": "العجين الذي يرتاح طوال الليل له طعم أعمق ويدوم وقتا أطول.|العجين في القبو البارد ينمو ببطء.|هذا صحيح لكل خبز.|ليس للجاودار.",
}  # fmt: skip
HEADINGS = (None, "Dough", "Rest and taste", "Why?")


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article of any blocks and key points, which may stand where their article has no place."""
    tag = draw(st.sampled_from(sorted(SENTENCES)))
    sentence = st.sampled_from([*SENTENCES[tag].split("|"), "!!!", "(Sand et al., 2014)"])
    text = st.lists(sentence, min_size=0, max_size=4).map(" ".join)
    listed = st.lists(sentence, min_size=1, max_size=4).map(
        lambda items: Block("list", "\n".join(items), items=tuple(Item(item, item) for item in items))
    )
    blocks = st.lists(st.one_of(text.map(a_paragraph), listed), max_size=5).map(tuple)
    sections = tuple(draw(st.lists(st.builds(Section, st.sampled_from(HEADINGS), blocks), max_size=3)))
    place = st.one_of(st.none(), st.integers(0, 3))
    point = st.builds(KeyPoint, text.filter(bool), section=place, after=st.one_of(st.none(), st.integers(0, 9)))
    points = tuple(draw(st.lists(point, min_size=1, max_size=5)))
    return an_article(
        title="Bread",
        language=tag,
        lead=draw(blocks),
        sections=sections,
        key_points=points,
        summary=draw(st.one_of(st.none(), text)),
    )


def made(article: Article, network: Network) -> posts.Composed:
    return posts.compose(article, [network], CONFIG, ENV)


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", without_citations(text)).casefold()


def lines(article: Article) -> list[str]:
    """All that the author wrote, a text each."""
    blocks = [*article.lead, *(block for section in article.sections for block in section.blocks)]
    written = [item.text for block in blocks for item in block.items] + [block.text for block in blocks]
    return [article.title, article.summary or "", *(point.text for point in article.key_points), *written]


def sentences(text: str, tag: str) -> Iterator[str]:
    """The sentences of a post without what a template adds."""
    own = (line.removeprefix("💡").strip(" •") for line in text.splitlines())
    for line in own:
        yield from languages.sentences(line, tag)


def is_written(sentence: str, article: Article, repaired: list[Finding]) -> bool:
    """Whether a sentence is the author's as written, or as a finding says that it became."""
    said = letters(sentence)
    return any(said in letters(line) for line in lines(article)) or any(
        said in letters(one.message) for one in repaired
    )


@given(articles(), st.sampled_from(NETWORKS))
def test_every_sentence_of_a_post_is_the_author_s_and_stands_in_it_once(article: Article, network: Network) -> None:
    composed = made(article, network)
    repaired = [finding for finding in composed.findings if finding.rule == "key-point-repaired"]
    for post in composed.posts:
        told = list(sentences(post.text, article.language))
        assert all(is_written(one, article, repaired) for one in told if letters(one)), post.text
        assert limits.fits(network, post.text)
        own = post.key_point or article.summary or ""
        twice = {one for one in told if letters(one) and told.count(one) > 1}
        assert all(own.count(one) > 1 for one in twice), post.text  # what the author says twice in it
