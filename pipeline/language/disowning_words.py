"""Words by which an author gives the sentence before them to somebody else: “I did not think of that myself”."""

from __future__ import annotations

from collections.abc import Mapping

_ENDS = r"(?=\W*$| ?[,;:.!–—(]| (?:myself|ourselves|but)\b)"
# A row a language, from the beginning of a sentence. Of the first it is not the author's; of the others it is somebody's.
DENIES: Mapping[str, str] = {
    "nl": r"(?:dat|dit|het|die (?:zin|wijsheid|gedachte|uitspraak)) (?:heb ik (?:zelf )?niet (?:zelf )?(?:bedacht|verzonnen|gezegd|uitgevonden)"
    r"|(?:zeg|zei|bedacht|verzon) (?:niet ik|ik(?: zelf)? niet)"
    r"|(?:is|was|komt|kwam)(?: helaas)? niet (?:van mij(?:zelf)?|van ons|mijn (?:idee|gedachte|vondst)|uit mijn koker)|zijn niet mijn woorden)\b"
    r"|ik heb (?:dat|dit|het) niet (?:zelf )?(?:bedacht|verzonnen|gezegd|uitgevonden)\b",
    "en": r"(?:i|we) (?:did not|didn['’]t|do not|don['’]t) (?:(?:say|think of|think up|invent|come up with|make up|coin) (?:that|this|it)"
    rf"|make (?:that|this|it) up){_ENDS}"
    r"|(?:that|this|it|the (?:line|phrase|thought|saying)) (?:is not|isn['’]t|was not|wasn['’]t) (?:mine|ours|(?:my|our) (?:idea|thought|line|phrase|own|words|saying))\b"
    r"|(?:these|those|they) (?:are not|aren['’]t|were not|weren['’]t) my (?:own )?words\b",
    "de": r"(?:das|dies|der (?:satz|gedanke|spruch)|die (?:weisheit|idee)) (?:stammt|kommt|ist|war)(?: leider)? nicht"
    r" (?:von (?:mir|uns)|meine? (?:idee|satz|gedanke|worte?)|auf meinem mist)\b"
    r"|(?:das|dies|den satz) habe? ich (?:mir )?nicht (?:selbst |selber )?(?:erfunden|gesagt|ausgedacht|erdacht)\b|das (?:sage|sagte|behaupte) nicht ich\b"
    r"|ich habe (?:das|es|ihn) (?:mir )?nicht (?:selbst |selber )?(?:erfunden|gesagt|ausgedacht)\b",
    "fr": r"ce n['’]est pas (?:de moi|moi qui)\b|ce ne sont pas mes (?:mots|paroles)\b"
    r"|(?:la phrase|la formule|le mot|l['’]idée|cela|ça) n['’]est pas (?:de moi|de nous|à moi)\b"
    rf"|je n['’]ai (?:rien|pas) inventé{_ENDS}|je ne l['’]ai pas (?:inventée?|dite?|trouvée?)\b",
    "es": r"(?:(?:eso|esto) )?no lo (?:digo|dije|inventé|pensé|he (?:dicho|inventado|pensado)) yo\b|(?:la frase|la idea|eso|esto) no es (?:mí[oa]|idea mía)\b"
    rf"|no (?:es|son) (?:palabras? mías?|mis palabras)\b|no es mía{_ENDS}",
    "it": r"(?:questo )?non (?:l['’]ho (?:detto|inventat[oa]|pensat[oa])|lo dico|lo dissi) io\b"
    r"|(?:la frase|l['’]idea|il detto|questa?o?) non è (?:mi[oa]|nostr[oa]|farina del mio sacco)\b"
    rf"|non è (?:mia|farina del mio sacco){_ENDS}|non sono parole mie\b",
}
# Who says so: “that says much of the soil” gives nothing to anybody, and “as we always said” nothing to another.
_WHO: Mapping[str, str] = {
    "nl": r"(?:mijn|onze|ons|zijn|haar|hun|de|het|een|al|(?-i:[A-ZÀ-Þ]))",
    "de": r"(?:meine?|unsere?|seine?|ihre?|der|die|ein|eine|schon|(?-i:[A-ZÀ-Þ]))",
    "fr": r"(?:ma|mon|mes|notre|le|la|l['’]|une?|sa|son|déjà|(?-i:[A-ZÀ-Þ]))",
    "es": r"(?:mi|mis|nuestr[oa]|el|la|una?|su|ya|(?-i:[A-ZÀ-Þ]))",
    "it": r"(?:mi[oa]|nostr[oa]|il|lo|la|l['’]|una?|su[oa]|già|(?-i:[A-ZÀ-Þ]))",
}
_SOMEBODY = r"(?!(?:i|we|you|one)\b)(?:[\w’'-]+ ){1,5}"
_THAT = r"(?![^.,;:]{0,40} (?:dat|dass|that|que|che)\b)(?![^.;]{0,40}:)"  # then they say what follows, and not this
# What stands before a comma may be what somebody says of the rest, so only what was said once, or always, counts there.
GIVES: Mapping[str, str] = {
    "nl": rf"(?:zoals {_WHO['nl']}[^.,;:]{{1,60}} (?:zei|schreef|placht te zeggen)"
    rf"|(?:zo|dat|dit) (?:zei|zegt|schreef) {_WHO['nl']}{_THAT}"
    rf"|(?:dat|dit) heeft {_WHO['nl']}[^.,;:]{{1,60}} (?:gezegd|geschreven|bedacht))",
    "en": rf"(?:(?:or,? )?as {_SOMEBODY}(?:once |always |often )?(?:said|put it|wrote|used to say|liked to say)"
    rf"|that(?: is|['’]s| was) what {_SOMEBODY}(?:once |always |often |used to )?(?:said|says?|wrote|called it)"
    rf"|{_SOMEBODY}(?:once|always|used to) (?:said|says?|wrote) (?:it|that|this|so){_ENDS}|so (?:says|said|wrote) (?!i\b|we\b))",
    "de": rf"(?:wie {_WHO['de']}[^.,;:]{{1,60}} (?:sagte|schrieb|zu sagen pflegte)"
    rf"|(?:so|das|dies) (?:sagte|sagt|schrieb|pflegte) {_WHO['de']}{_THAT}"
    rf"|(?:das|dies|den satz) hat {_WHO['de']}[^.,;:]{{1,60}} (?:gesagt|geschrieben|erfunden))",
    "fr": rf"(?:(?:comme|ainsi) (?:le |l['’])?(?:disait|écrivait|répétait) {_WHO['fr']}"
    rf"|c['’]est {_WHO['fr']}[^.,;:]{{1,60}} qui (?:le |l['’]a |l['’])?(?:disait|dit|répétait))",
    "es": rf"(?:(?:como|así) (?:lo )?(?:decía|solía decir|repetía|escribió|dijo) {_WHO['es']}|(?:eso )?lo (?:dijo|decía|dice) {_WHO['es']}){_THAT}",
    "it": rf"(?:(?:come|così) (?:lo )?(?:diceva|soleva dire|ripeteva|scriveva|disse) {_WHO['it']}|(?:questo )?(?:lo|l['’]ha) (?:diceva|dice|disse|detto) {_WHO['it']}){_THAT}",
}
