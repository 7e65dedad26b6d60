"""What a feature's loss means for reading, by groups: one finding each. The judgement is ours, the facts are not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Group:
    """Features that are lost for one purpose.

    Attributes:
        what: The purpose, at the start of a sentence.
        breaks: Whether a mail without them is hard to read or says something else; the others only look plainer.
        remedy: What to write instead; of what only looks plainer nothing.
    """

    what: str
    breaks: bool
    remedy: str
    features: tuple[str, ...]


def _css(names: str) -> tuple[str, ...]:
    return tuple(f"css-{name}" for name in names.split())


GROUPS = (
    Group(
        "Columns and grids", True, "Lay columns out with tables, which every program knows.",
        _css("display-flex display-grid flex-direction flex-wrap grid-template gap align-items justify-content column-count"
             " column-layout-properties writing-mode"),
    ),
    Group(
        "Placed elements", True, "Let elements stand where they come, in cells of tables.",
        _css("position left-right-top-bottom inset float clear z-index transform shape-outside"),
    ),
    Group(
        "Computed values", True, "Write the value itself, in px or as six hexadecimal digits.",
        _css("variables unit-calc function-clamp function-max function-min function-light-dark modern-color intrinsic-size"
             " unit-vw unit-vh unit-vmin unit-vmax unit-ch unit-ex nesting rgb rgba"),
    ),
    Group(
        "Pictures and gradients behind text", True, "Put a plain colour behind the text too.",
        (*_css("background-image linear-gradient radial-gradient conic-gradient background-clip mask-image clip-path"
             " background-blend-mode mix-blend-mode"), "html-background"),
    ),
    Group(
        "Hidden text", True, "Leave out what nobody should read.",
        (*_css("display-none visibility"), "html-hidden", "html-dialog", "html-popover"),
    ),
    Group(
        "Text set by the style sheet", True, "Write the words into the page.",
        _css("pseudo-element-before pseudo-element-after pseudo-element-marker list-style-image"),
    ),
    Group(
        "Elements of web pages", True, "Use paragraphs, headings, lists and tables.",
        tuple(f"html-{name}" for name in "audio video form object svg picture select textarea button-submit button-reset"
              " input-text input-checkbox input-radio meter progress image-maps marquee ruby base link".split()),
    ),
    Group(
        "Picture formats", True, "Give them as JPEG or PNG.",
        tuple(f"image-{name}" for name in "apng avif base64 bmp hdr heif ico mp4 svg tiff webp".split()),
    ),
    Group(
        "Rules for small and dark screens", False, "",
        (*_css("at-media at-media-prefers-color-scheme at-media-hover at-media-orientation at-media-device-pixel-ratio"
             " at-media-prefers-reduced-motion at-supports color-scheme"), "html-meta-color-scheme", "html-style"),
    ),
    Group(
        "Corners and shadows", False, "",
        _css("border-radius border-radius-logical box-shadow text-shadow opacity filter backdrop-filter outline"),
    ),
    Group(
        "Limits of size", False, "",
        _css("max-width min-width max-height min-height object-fit object-position aspect-ratio box-sizing overflow"),
    ),
    Group(
        "Breaking of words and lines", False, "",
        _css("word-break overflow-wrap word-wrap hyphens white-space text-overflow text-wrap white-space-collapse"),
    ),
    Group(
        "Movement and states", False, "",
        _css("animation at-keyframes transition pseudo-class-hover pseudo-class-active pseudo-class-focus"
             " pseudo-class-checked pseudo-class-target pseudo-class-visited pseudo-class-link cursor"),
    ),
    Group(
        "Fonts of one's own", False, "",
        _css("at-font-face at-import sytem-ui font-kerning font-stretch letter-spacing"),
    ),
)  # fmt: skip
BACKED = Group("Pictures and gradients on a plain colour", False, "", ())
OTHERS = Group("Other styles", False, "", ())
OF = {feature: group for group in GROUPS for feature in group.features}
