"""Every text of a letter with its colour and what is behind it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.compose.colors import TEXT
from pipeline.contrast import contrast
from pipeline.inversion import Inversion, partly, wholly
from tests.browser.painting import as_hex
from tests.browser.window import Scheme, Window

# A picture counts by the text it shows where pictures are blocked. Ornaments (aria-hidden) are read by nobody. A gradient of
# one colour is that colour.
_TEXTS = """() => {
    const grounds = element => {
        const found = [];
        for (; element; element = element.parentElement) {
            const style = getComputedStyle(element);
            if (style.backgroundImage !== 'none') {
                const colors = new Set(style.backgroundImage.match(/rgba?\\([^)]*\\)/g));
                found.push(colors.size === 1 ? [...colors][0] : style.backgroundImage);
            }
            found.push(style.backgroundColor);
        }
        return found.filter(color => color !== 'rgba(0, 0, 0, 0)');
    };
    const opacity = element => element ? getComputedStyle(element).opacity * opacity(element.parentElement) : 1;
    return [...document.querySelectorAll('body *')].filter(element => element.getClientRects().length
        && !element.closest('[aria-hidden]') && (element.alt || [...element.childNodes].some(node =>
            node.nodeType === 3 && node.data.trim()))
    ).map(element => [`${element.tagName.toLowerCase()}.${element.className}: `
        + (element.alt || element.textContent).trim().slice(0, 30),
        getComputedStyle(element).color, grounds(element)[0] || 'rgb(255, 255, 255)', opacity(element), 'alt' in element]);
}"""


@dataclass(frozen=True)
class Text:
    """A text: the element with its first words, its colour and the one behind it, as `#RRGGBB`.

    Attributes:
        picture: Whether it is that of a blocked picture.
    """

    name: str
    ink: str
    ground: str
    picture: bool = False

    def faint(self, change: Inversion | None = None) -> str | None:
        """What is wrong where its contrast is below 4.5, with its colours changed or as they are."""
        if change and self.picture:
            return None  # Gmail shows pictures, and leaves the ground of a logo as it is
        ink, ground = change(self.ink, self.ground) if change else (self.ink, self.ground)
        ratio = contrast(ink, ground)
        return f"{self.name} {ink} on {ground} has {ratio:.2f}" if ratio < TEXT else None


def texts(window: Window, html: str, width: int = 640, scheme: Scheme = "light") -> list[Text]:
    """Every text that is seen.

    Raises:
        ValueError: one is half transparent or lies on a picture, so its contrast cannot be told.
    """
    found = window.read(html, _TEXTS, width, scheme)
    if faded := [name for name, _, _, opacity, _ in found if opacity != 1]:
        raise ValueError(f"half transparent: {faded}")
    return [Text(name, as_hex(ink), as_hex(ground), picture) for name, ink, ground, _, picture in found]


def faint(window: Window, html: str) -> list[str]:
    """What cannot be read well: in light, in dark, and as Gmail's apps invert the light one."""
    light, dark = texts(window, html), texts(window, html, scheme="dark")
    told = {
        "light": [text.faint() for text in light],
        "dark": [text.faint() for text in dark],
        "Gmail on iOS": [text.faint(wholly) for text in light],
        "Gmail on Android": [text.faint(partly) for text in light],
    }
    return list(dict.fromkeys(f"{sight}: {one}" for sight, found in told.items() for one in found if one))
