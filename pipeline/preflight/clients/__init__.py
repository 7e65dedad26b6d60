"""A finished mail -> the pages that mail programs would make of it. Pure; nothing runs in these pages."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from selectolax.lexbor import LexborHTMLParser

from pipeline.preflight.clients import comments, gmail
from pipeline.preflight.clients.page import Page, harmless
from pipeline.preflight.clients.profiles import PROFILES, Profile

__all__ = ["PROFILES", "Profile", "View", "seen_by", "views"]


@dataclass(frozen=True)
class View:
    """A mail as one program shows it, for an `<iframe sandbox>`.

    Attributes:
        profile: The program, with width, colours and how true the picture is.
        html: A whole page.
    """

    profile: Profile
    html: str


def views(html: str, text: str) -> tuple[View, ...]:
    """The mail of these two parts as every program shows it, phones first."""
    return tuple(View(profile, seen_by(profile, html, text)) for profile in PROFILES)


def seen_by(profile: Profile, html: str, text: str) -> str:
    """The page that a program makes of a mail's two parts."""
    if profile.is_text:
        html = _text_page(html, text)
    html = comments.resolved(html.replace("\0", ""), word=profile.reads_word)
    html, is_clipped = gmail.clipped(html) if profile.clips else (html, False)
    page = Page(LexborHTMLParser(html.encode("utf-8", "replace").decode()), profile.scheme)
    harmless(page)
    if is_clipped:
        gmail.says_clipped(page)
    for step in profile.steps:
        step(page)
    return page.tree.html or ""


def _text_page(html: str, text: str) -> str:
    """The text part as a page in the language of the HTML."""
    root = LexborHTMLParser(html).css_first("html")
    said = root.attributes if root is not None else {}
    attributes = "".join(f' {name}="{escape(value)}"' for name in ("lang", "dir") if (value := said.get(name)))
    style = "margin: 0; padding: 20px; font: 13px/1.5 monospace; white-space: pre-wrap; overflow-wrap: anywhere"
    return (
        f"<!DOCTYPE html><html{attributes}><head><title>Text</title></head><body>"
        f'<pre style="{style}">{escape(text)}</pre></body></html>'
    )
