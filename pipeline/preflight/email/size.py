"""Bytes: of the whole mail, and of its style sheets (findings 1 to 3)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding
from pipeline.preflight.email.letter import Letter

# Gmail hides what comes after about 102 KB of HTML; 85 KB leave room for what a provider adds.
CLIPPED, ROOMY = 102_000, 85_000
# Bytes of all <style> together: Gmail drops the one that goes beyond (email-bugs issue 90, caniemail issue 144).
STYLE = 16_384


def check(letter: Letter) -> Iterator[Finding]:
    """Findings about bytes."""
    yield from _whole(len(letter.email.html.encode()))
    place = letter.places.lines(r"<style\b") or "newsletter styles"
    together = sum(sheet.size for sheet in letter.sheets)
    if together > STYLE:
        message = f"All <style> have {together // 1024} KB; Gmail drops the one that goes beyond {STYLE // 1024} KB."
        remedy = "Shorten them, and keep on the elements what can stand there."
        yield Finding("style-size", "warning", place, message, remedy)
    for sheet in letter.sheets:
        if sheet.nested:
            message = f"In a <style>, {sheet.nested} stands inside another rule; Gmail then drops the whole <style>."
            remedy = "Write the two conditions into one, or give it a <style> of its own."
            yield Finding("style-nested", "warning", place, message, remedy)


def _whole(size: int) -> Iterator[Finding]:
    if size > ROOMY:
        message = f"It has {size // 1000} KB; Gmail hides what comes after {CLIPPED // 1000} KB."
        remedy = "Take fewer articles or sections (`articles` in config.yaml)."
        yield Finding("size", "error" if size > CLIPPED else "warning", "newsletter", message, remedy)
