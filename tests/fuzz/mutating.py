"""What happens to a text on its way: cuts, repetition, nesting, odd signs, pieces of other texts. Seeded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from tests.fuzz.stories import a_word

LARGEST = 200_000  # characters of a mutated text; enough to see time grow
_SIGNS = (
    *(
        "\u200b",
        "\u202e",
        "\xa0",
        "\xad",
        "\ufeff",
        "\u2028",
        "\x0c",
        "\x0b",
        "\0",
        "\t",
        "\r",
        "💡",
        "⚠️",
        "👨‍👩‍👧",
        "İ",
        "ﬁ",
        "e\u0301",
    ),
    *(
        "<",
        ">",
        "&",
        '"',
        "'",
        "&amp;",
        "&#128161;",
        "&nbsp;",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<br>",
        "</p>",
        "<p>",
        "<div>",
    ),
    *(
        "**",
        "`",
        "```\n",
        "~~~",
        "[",
        "](",
        "![",
        "[^1]",
        "> ",
        "- ",
        "1. ",
        "# ",
        "| ",
        "---\n",
        ":::",
        "!!! tip\n",
        "{{<",
        "{%",
        "$$",
        "%%",
    ),
    *(
        "\n",
        "\n\n",
        "    ",
        ":bulb:",
        "<aside>",
        "</aside>",
        "“",
        "”",
        "…",
        "–",
        "-\n",
        "。",
        "؟",
        "שלום",
        "漢字",
        "Tip: ",
        "Bronnen\n",
        "Key points\n",
    ),
)
_PAIRS = (
    *(("<div>", "</div>"), ("<b>", "</b>"), ("<ul><li>", "</li></ul>"), ("<table><tr><td>", "</td></tr></table>")),
    *(
        ("<blockquote>", "</blockquote>"),
        ("<aside>\n", "\n</aside>\n"),
        ("> ", ""),
        ("- ", ""),
        (":::tip\n", "\n:::\n"),
        ("[", "](x)"),
    ),
    *(
        ("{{< tip >}}", "{{< /tip >}}"),
        ("(", ")"),
        ("“", "”"),
        ("**", "**"),
        ("  ", ""),
        ("<a href=/x>", "</a>"),
        ("<!--", "-->"),
        ("\n", "\n"),
    ),
)


def mutated(source: str, others: Sequence[str], dice: Random) -> str:
    """`source` after a few accidents."""
    for _ in range(dice.choice((1, 1, 2, 3, 5))):
        source = dice.choice(_ACCIDENTS)(source, others, dice)[:LARGEST]
    return source


def _span(source: str, dice: Random, longest: int) -> tuple[int, int]:
    start = dice.randint(0, len(source))
    return start, min(len(source), start + dice.randint(1, longest))


def _cut(source: str, _: Sequence[str], dice: Random) -> str:
    start, end = _span(source, dice, 200)
    return source[:start] + source[end:]


def _cut_off(source: str, _: Sequence[str], dice: Random) -> str:
    return source[: dice.randint(0, len(source))]


def _many(source: str, _: Sequence[str], dice: Random) -> str:
    start, end = _span(source, dice, dice.choice((1, 3, 20, 200)))
    return source[:end] + source[start:end] * dice.choice((1, 5, 100, 3_000)) + source[end:]


def _sign(source: str, _: Sequence[str], dice: Random) -> str:
    at, sign = dice.randint(0, len(source)), dice.choice(_SIGNS)
    return source[:at] + sign * dice.choice((1, 1, 1, 3, 50, 2_000)) + source[at:]


def _nested(source: str, _: Sequence[str], dice: Random) -> str:
    (opening, closing), (start, end) = dice.choice(_PAIRS), _span(source, dice, 300)
    deep = dice.choice((1, 2, 5, 30, 300, 2_000))
    closed = closing * dice.choice((deep, deep, deep // 2, 0))
    return source[:start] + opening * deep + source[start:end] + closed + source[end:]


def _spliced(source: str, others: Sequence[str], dice: Random) -> str:
    other = dice.choice(others)
    start, end = _span(other, dice, 600)
    at = dice.randint(0, len(source))
    return source[:at] + other[start:end] + source[at:]


def _moved(source: str, _: Sequence[str], dice: Random) -> str:
    lines = source.split("\n")
    line = lines.pop(dice.randrange(len(lines)))
    lines.insert(dice.randint(0, len(lines)), line)
    return "\n".join(lines)


def _joined(source: str, _: Sequence[str], dice: Random) -> str:
    start, end = _span(source, dice, 500)
    old, new = dice.choice(
        (("\n", " "), ("\n", "\n\n"), ("\n\n", "\n"), (" ", "\n"), ("\n", "\r\n"), (".", ""), (" ", ""))
    )
    return source[:start] + source[start:end].replace(old, new) + source[end:]


def _worded(source: str, _: Sequence[str], dice: Random) -> str:
    """With words in it that stand nowhere else, so that the loss of one shows."""
    for _number in range(5):
        at = source.find(" ", dice.randint(0, len(source)))
        at = at if at >= 0 else len(source)
        source = f"{source[:at]} {a_word(dice.randint(10_000, 10_000_000))}{source[at:]}"
    return source


def _loud(source: str, _: Sequence[str], dice: Random) -> str:
    start, end = _span(source, dice, 300)
    return source[:start] + source[start:end].upper() + source[end:]


_ACCIDENTS: tuple[Callable[[str, Sequence[str], Random], str], ...] = (
    *(_cut, _cut_off, _many, _sign, _nested, _spliced, _moved, _joined, _worded, _worded, _loud),
)


def harmed(source: bytes, dice: Random) -> bytes:
    """Bytes with some of them flipped, cut out, or doubled."""
    made = bytearray(source)
    for _ in range(dice.choice((1, 3, 20, 200))):
        at = dice.randrange(len(made)) if made else 0
        if dice.random() < 0.8 and made:
            made[at] = dice.randrange(256)
        elif dice.random() < 0.5:
            del made[at : at + dice.randint(1, 100)]
        else:
            made[at:at] = made[at : at + dice.randint(1, 100)]
    return bytes(made)


# A text in these comes out whole, so its words are looked for. Others are damage, and only have to be survived.
WHOLE = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16")
BROKEN = ("latin-1", "cp1252", "utf-16-le", "shift-jis", "utf-32")
