"""Languages in which we have no words of our own -> findings: English stands beside such an article."""

from __future__ import annotations

from pipeline.compose import words
from pipeline.compose.locales import is_known, primary
from pipeline.config.shape import Config
from pipeline.model import Finding


def without_words(spoken: str, place: str, config: Config) -> list[Finding]:
    """That what stands at `place`, in the language `spoken` (a BCP 47 tag), gets English words, if it does."""
    table = words.load(spoken, config.folder)
    if not is_known(spoken) or table.language != words.FALLBACK or primary(spoken) == words.FALLBACK:
        return []
    ours = f"“{table['read_on']}”, “{table['link_in_bio']}”"
    message = f"It is in {spoken}, and our own words beside it are English: {ours}"
    remedy = f"Write them under `{primary(spoken)}:` in a {words.FILE} beside config.yaml; our own shows which."
    return [Finding("words-language", "warning", place, message, remedy)]
