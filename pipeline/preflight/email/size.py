"""Bytes: of the whole mail, and of each `<style>` (findings 1 to 3)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding
from pipeline.preflight.email.letter import Letter

# Gmail hides what comes after about 102 KB of HTML; 85 KB leave room for what a provider adds.
CLIPPED, ROOMY = 102_000, 85_000
STYLE = 16_384  # bytes of one <style> from which Gmail drops it


def check(letter: Letter) -> Iterator[Finding]:
    """Findings about bytes."""
    yield from _whole(len(letter.email.html.encode()))
    place = letter.places.lines(r"<style\b") or "newsletter styles"
    for sheet in letter.sheets:
        if sheet.size > STYLE:
            message = f"One <style> has {sheet.size // 1024} KB; Gmail drops a <style> of more than {STYLE // 1024} KB."
            remedy = "Part it into several, and keep on the elements what can stand there."
            yield Finding("style-size", "warning", place, message, remedy)
        if sheet.nested:
            message = f"In a <style>, {sheet.nested} stands inside another rule; Gmail then drops the whole <style>."
            remedy = "Write the two conditions into one, or give it a <style> of its own."
            yield Finding("style-nested", "warning", place, message, remedy)


def _whole(size: int) -> Iterator[Finding]:
    if size > ROOMY:
        message = f"It has {size // 1000} KB; Gmail hides what comes after {CLIPPED // 1000} KB."
        remedy = "Take fewer articles or sections (`articles` in config.yaml)."
        yield Finding("size", "error" if size > CLIPPED else "warning", "newsletter", message, remedy)
