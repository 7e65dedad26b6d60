"""Words of the lines that tell about an article: who wrote it, who did what for it, when; patterns without case."""

from __future__ import annotations

import re
from collections.abc import Mapping

# What says "by", by language, and words that only a sentence has: "By Anna Berg, we mean the mountain."
BY: Mapping[str, tuple[str, str]] = {
    "en": (r"(?:written |words )?by", "i me we us you he him she it they them is are was were be been has have had will would can could"),
    "nl": (r"(?:geschreven )?door|tekst door", "ik mij me we wij je jij u hij hem zij ze hen het is zijn was waren werd wordt heeft hebben had kan zal"),
    "de": (r"(?:geschrieben |ein beitrag )?von", "ich mich mir wir uns du dich dir sie er ihm ihn es man ist sind war waren wird wurde wurden hat habe haben hatte kann"),
    "fr": (r"(?:écrit )?par", "je j' nous vous tu il elle ils elles on est sont était a ont avait fut sera peut"),
    "es": (r"(?:escrito )?por", "yo nosotros usted él ella ellos se es son fue era ha han había hay puede"),
    "it": (r"(?:scritto )?di|scritto da|a cura di", "io noi voi lui lei loro si è sono fu era ha hanno aveva può"),
    "pt": (r"(?:escrito )?por", "eu nós você ele ela eles se é são foi era tem há tinha pode"),
    "sv": (r"(?:skriven |skrivet )?av", "jag vi du ni han hon den det de man är var blev har hade kan ska"),
    "da": (r"(?:skrevet )?af", "jeg vi du i han hun den det de man er var blev har havde kan skal"),
    "no": (r"(?:skrevet )?av", "jeg vi du dere han hun den det de man er var ble har hadde kan skal"),
    "fi": (r"kirjoittanut", "minä me sinä te hän he se on oli ovat"),
    "cs": (r"napsala?", "já my ty vy on ona oni se je jsou byl byla bylo má"),
    "tr": (r"yazan", "ben biz sen siz o onlar"),
}  # fmt: skip
AUTHOR = (
    r"words|text|story|written by|author|tekst|verhaal|auteur|geschreven door|texte?s?|autrice|autor(?:in|a|e|ka)?|geschrieben von"
    r"|écrit par|textos?|escrito por|test[oi]|scritto da|författare|skrivet av|forfatter|skrevet a[vf]|teksti|kirjoittaja"
    r"|автор|текст|الكاتبة?|بقلم|כתבה?|מאת|文|作者|글|저자"
)  # fmt: skip
PICTURES = (
    r"(?:photo|picture|image|illustration|drawing|video)s?|photography|photographs|foto['’]?s?|beeld|fotografie|illustraties?|tekeningen"
    r"|bild(?:er)?|illustrationen|zeichnungen|photographies|dessins|imágenes|fotografías?|ilustraciones|immagini|fotografie|illustrazioni"
    r"|imagens|ilustrações|fotografier?|illustrationer|billeder|zdjęci[ae]|ilustracje|kuvat?|kuvitus|ilustrace|фото|写真|사진"
)  # fmt: skip
OTHERS = (
    r"interview|translat(?:ion|ed)|edit(?:ing|ed)|editor|vertaling|eindredactie|redactie|übersetzung|redaktion|traduction|rédaction"
    r"|traducción|redacción|traduzione|redazione|tradução|edição|översättning|oversættelse|oversettelse|tłumaczenie|redakcja|käännös|překlad"
)  # fmt: skip
AND = r"and|en|und|et|y|e|och|og|ja|i|a|&|\+|/"
UPDATED = (
    r"(?:last |laatst |zuletzt |senast |sidst |sist )?(?:updated|modified|revised|bijgewerkt|gewijzigd|aktualisiert|uppdaterad|opdateret|oppdatert)"
    r"|stand|update|(?:dernière )?mise? à jour|modifié|actualizado|última actualización|aggiornato|ultimo aggiornamento|atualizado|última atualização"
    r"|(?:ostatnia )?aktualizacja|zaktualizowano|päivitetty|aktualizováno"
)  # fmt: skip
PUBLISHED = (
    r"(?:first )?published|posted|gepubliceerd|geplaatst|verschenen|veröffentlicht|erschienen|publié|publicado|pubblicato|publicerad|udgivet|publisert"
    r"|opublikowano|julkaistu|vydáno|zveřejněno|date|datum|fecha|data|dato"
)  # fmt: skip
PARTICLES = frozenset(
    "van de der den het 't von vom zu zur la le les du des ter ten te di da do dos das del della dello e y af av bin ibn al el ben".split()
)
# "By New Year, everything rests": a time, and no name.
TIMES = frozenset(
    "new year day eve morning evening night christmas easter january february march april may june july august september october "
    "november december monday tuesday wednesday thursday friday saturday sunday".split()
)
TEAM = re.compile(
    r"(?:(?:de|the|die|la|le|our|onze|unsere) )?(?:redactie|editors|editorial team|redaktion(?:en)?|rédaction|redacción|redazione|redação|redakcja)"
    r"(?: (?:van|of|at|von|de|di|der|do) [^\W\d_][\w&'’ -]{1,40})?",
    re.IGNORECASE,
)
