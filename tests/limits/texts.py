"""Texts that are hard to count."""

from __future__ import annotations

from hypothesis import strategies as st

FAMILY = "👨‍👩‍👧‍👦"
pieces = st.sampled_from(
    [
        "voorbeeld.nl",
        "https://a.nl/b",
        "t.co/x",
        ".",
        "/",
        "@ik@b.nl",
        "#rust",
        "_",
        "-",
        "é",
        "日",
        "💡",
        FAMILY,
        "\u200d",
        "(",
        " ",
        "\r\n",
    ]
)
posts = st.lists(pieces | st.text(max_size=3)).map("".join)
plain = st.text(st.characters(exclude_characters=".:/@"))

# No character of these is an emoji or half of one, and none composes with another.
weighable = st.text(
    st.characters(max_codepoint=0x2FF, exclude_characters=".©®")
    | st.sampled_from("–—“”‘’…€→•✓")
    | st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
)

# Whatever stands before or after the blanks around them, these stay what they are.
words = st.sampled_from(
    [
        "voorbeeld.nl",
        "https://a.nl/b_(c)",
        "t.co/x.",
        "@ik@b.nl",
        "#rust",
        "één",
        "日本",
        "💡",
        FAMILY,
        "🐦‍⬛",
        "1️⃣",
        "(a)",
        "…",
        "🇳🇱",
    ]
) | st.text("abcé—“”@#.:/", min_size=1, max_size=6).map(lambda word: f"x{word}")
