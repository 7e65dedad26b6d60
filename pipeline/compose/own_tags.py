"""A provider's own tags in a design (`*|FNAME|*`, `{{ subscriber.name }}` in a raw block) stay what they are. Pure.

While a page is made, a token stands for each: no inliner encodes it, and it is told apart from an author's text that
says the same, which is data.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

# Mailchimp; Django, Jinja2, Liquid and Go; MailerLite; Mailjet; Ghost; SendGrid.
_TAG = re.compile(
    r"\*\|[^|\n]{1,80}\|\*|\{\{[^{}\n]{1,80}\}\}|\{%[^{}\n]{1,80}%\}|\{\$[^{}\n]{1,80}\}|\[\[[^\[\]\n]{1,80}\]\]"
    r"|%%[^%\n]{1,80}%%|<%[^<>\n]{1,80}%>"
)


@dataclass(frozen=True)
class OwnTags:
    """The tags found in the templates of one mail.

    Attributes:
        mark: In every token; nobody whose text is in the mail could know it.
    """

    mark: str
    _held: dict[str, str] = field(default_factory=dict)

    def watch(self, env: Environment) -> None:
        """Hold the tags of every template that `env` reads from now on."""
        env.extend(own_tags=self)
        env.add_extension(_Watch)

    def hold(self, text: str) -> str:
        """`text` of a template with a token for each tag."""
        return _TAG.sub(self._token, text)

    def give_back(self, text: str, joiner: str) -> str:
        """`text` with each tag in its place; `joiner` parts those that are somebody's text."""
        for tag in self._held.values():
            text = text.replace(tag, tag[0] + joiner + tag[1:])
        for token, tag in self._held.items():
            text = text.replace(token, tag)
        return text

    @property
    def tags(self) -> tuple[str, ...]:
        """Each once, in the order in which they were found."""
        return tuple(dict.fromkeys(self._held.values()))

    def _token(self, found: re.Match[str]) -> str:
        token = f"own-tag-{self.mark}-{hashlib.sha256(found[0].encode()).hexdigest()[:8]}-"
        self._held[token] = found[0]
        return token


def unknowable(said: object) -> str:
    """A mark that no text in `said` can hold, as it would have to hold its own hash."""
    return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:12]


class _Watch(Extension):
    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        own: OwnTags = vars(self.environment)["own_tags"]
        for token in stream:
            yield Token(token.lineno, token.type, own.hold(token.value)) if token.type == "data" else token
