"""Author's text is data: whatever a provider does with its own tags, readers get what was typed.

Each provider's templates are played by a small model of them: Mailchimp's merge tags, conditions among them, by what its
help pages say; Buttondown's by Jinja2, whose tags open as Django's do and which is the stricter of the two.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email import message_from_bytes, policy
from functools import cache
from html import escape, unescape
from html.parser import HTMLParser
from typing import get_args
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined

from pipeline.channels.registry import open_channel
from pipeline.config.shape import EmailSettings
from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE, Block, Email, Item, KeyPoint, Request, Section
from tests.channels.messages import an_email
from tests.compose.letters import Letter, a_letter
from tests.factories import a_config, a_paragraph, an_article

UNSUB, ONLINE = "https://list.example/stop/7", "https://list.example/online/7"
TYPED = [
    "{{ templates }}",
    "*|MERGE|*",
    "*|IF:X|* one *|ELSE:|* two *|END:IF|*",
    "%%x%%",
    "{% if x %}",
    "{# note #}",
    "{$name}",
    "[[data:x]]",
    "{{{ raw }}}",
    "<% x %>",
    "#{x}",
    "${x}",
    "https://x.example/a@TrackLink",
    "&#123;{ x }}",
    "**| {{{{ {%",
]


def _mailchimp(text: str) -> str:
    values = {"UNSUB": UNSUB, "ARCHIVE": ONLINE}
    return re.sub(r"\*\|(.*?)\|\*", lambda found: values.get(found[1], "MERGED"), text, flags=re.DOTALL)


def _buttondown(text: str) -> str:
    env = Environment(undefined=StrictUndefined, keep_trailing_newline=True)  # noqa: S701 - it shows what it is given
    return env.from_string(text).render(unsubscribe_url=UNSUB, email={"absolute_url": ONLINE})


def _message(request: Request) -> dict[str, str]:
    (name,) = (name for name in request.parts if name.endswith(".eml"))
    message = message_from_bytes(request.parts[name], policy=policy.default)
    html, text = (message.get_body((kind,)).get_content() for kind in ("html", "plain"))  # type: ignore[union-attr]
    return {"subject": message["Subject"], "html": html, "text": text}


def _campaign(request: Request) -> dict[str, str]:
    campaign, content = (json.loads(request.parts[part]) for part in ("campaign.json", "content.json"))
    shown = {"subject": campaign["settings"]["subject_line"], "preheader": campaign["settings"]["preview_text"]}
    return shown | {"html": content["html"], "text": content["plain_text"]}


def _draft(request: Request) -> dict[str, str]:
    email = json.loads(request.parts["email.json"])
    return {"subject": email["subject"], "preheader": email["description"], "html": email["body"]}


# channel: its settings, what it renders, and what happens to that on the way
CHANNELS: Mapping[str, tuple[dict[str, str], Callable[[Request], dict[str, str]], Callable[[str], str]]] = {
    "outbox": ({}, _message, str),
    "smtp": ({"host": "smtp.example", "to": "list@bakery.example"}, _message, str),
    "mailchimp": ({"list": "News", "api_key": "0123456789abcdef-us1"}, _campaign, _mailchimp),
    "buttondown": ({"newsletter": "bakery", "api_key": "0123456789abcdef"}, _draft, _buttondown),
}


def received(channel: str, email: Email) -> dict[str, str]:
    """What arrives of `email`, by part, after the provider's templates have run."""
    own, read, run = CHANNELS[channel]
    config = a_config(channels={channel: {"type": channel} | own})
    return {part: run(text) for part, text in read(open_channel(channel, config).render(email)).items()}


@dataclass
class Seen:
    """What a reader gets of a page: its words, and what its attributes say."""

    words: str
    addresses: list[str]
    described: list[str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words, self.addresses, self.described = "", [], []  # type: str, list[str], list[str]
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden = tag == "style"
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src"}]
        self.described += [value or "" for name, value in attrs if name in {"alt", "title", "aria-label"}]

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._hidden = False

    def handle_data(self, data: str) -> None:
        self.words += "" if self._hidden else data


def plain(text: str) -> str:
    """`text` as it is seen: the joiner takes no room, and lines end in one way."""
    return "\n".join(" ".join(line.split()) for line in text.replace("\u2060", "").splitlines()).strip()


def seen(page: str) -> Seen:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    own = re.compile(
        r"https://list\.example/|mailto:|\S+\.invalid/|https://bakery\.example$"
    )  # to stop, and to look online
    addresses = [unquote(one) for one in reader.addresses if not own.match(one)]
    return Seen(plain(reader.words), addresses, [plain(one) for one in reader.described])


@cache
def letter_about(typed: str, inliner: str = "premailer") -> Letter:
    """An edition that says `typed` wherever an author or a marketer can."""
    html = escape(typed, quote=False)
    link = f'<a href="https://else.example/?q={escape(typed)}">{html}</a>'
    article = an_article(
        title=f"About {typed} here",
        byline=typed,
        url=f"https://bakery.example/?about={typed}",
        lead=(
            Block("image", f"Shows {typed}", url="https://bakery.example/a.png", html=html),
            Block("paragraph", f"It says {typed} {typed}", html=f"It says {html} {link}"),
        ),
        sections=(
            Section(
                f"How {typed} works",
                (
                    Block("list", typed, items=(Item(typed, html), Item(typed, html, 1))),
                    Block("quote", typed, html=html),
                    Block("code", typed),
                ),
            ),
            Section(
                "A table", (a_paragraph("It has one."), Block("table", f"Sign | Name\n{typed.replace('|', '!')} | x"))
            ),
        ),
        key_points=(
            KeyPoint(f"A point about {typed} that stands.", section=0),
            KeyPoint(f"Beware of {typed} here", kind="warning"),
        ),
        notices=(f"Notice {typed}",),
        references=(f"Reference {typed}",),
    )
    return a_letter(article, greeting=f"Dear {typed}", email={"inliner": inliner})


@pytest.mark.parametrize("inliner", get_args(EmailSettings.model_fields["inliner"].annotation))
@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("channel", CHANNELS)
def test_every_part_arrives_as_it_was_typed(channel: str, typed: str, inliner: str) -> None:
    email = letter_about(typed, inliner).composed.email
    got = received(channel, email)
    assert plain(got["subject"]) == email.subject
    assert plain(got.get("preheader", email.preheader)) == email.preheader
    page, wanted = seen(got["html"]), seen(email.html)
    assert page == wanted
    assert page.words.count(typed) > 8
    assert f"Shows {typed}" in page.described
    assert f"https://else.example/?q={typed}" in [address.replace("%20", " ") for address in page.addresses]
    lines = unquote(plain(got.get("text", email.text))).splitlines()
    assert lines[:-4] == unquote(plain(email.text)).splitlines()[:-4]  # the last say how to stop


@pytest.mark.parametrize("channel", ["mailchimp", "buttondown"])
def test_the_providers_own_tags_still_work(channel: str) -> None:
    got = received(channel, letter_about(TYPED[0]).composed.email)
    for part in {"html", "text"} & got.keys():
        assert UNSUB in got[part]
        assert ONLINE in got[part]
        assert ".invalid" not in got[part]


PIECES = st.lists(
    st.sampled_from(["{", "}", "%", "#", "*", "|", "$", "[", "]", "<", ">", "&", "a", " ", "&#42;"]), max_size=12
)


@pytest.mark.parametrize("channel", CHANNELS)
@given(PIECES.map("".join))
@settings(max_examples=200)
def test_nothing_that_can_be_typed_is_a_tag(channel: str, typed: str) -> None:
    shown = escape(typed)
    page = f'<p>{shown}</p><p title="{shown}"><a href="https://x.example/?{shown}">a<b>{shown}</b>|</a>{{</p>'
    ends = f'<a href="{UNSUBSCRIBE}">stop</a> <a href="{VIEW_ONLINE}">look</a>'
    got = received(channel, an_email(subject=f"a{typed}b", preheader=typed, html=page + ends, text=f"{typed}\n"))
    assert plain(got["subject"]) == plain(" ".join(f"a{typed}b".split()))
    assert plain(got.get("preheader", typed)) == plain(typed)
    found = seen(got["html"])
    assert found.words == seen(page + ends).words
    assert [unescape(one) for one in found.described] == [unescape(one) for one in seen(page).described]
    assert found.addresses == seen(page).addresses
    assert plain(got.get("text", typed)) == plain(typed)
