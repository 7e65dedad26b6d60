"""Pages as one PDF: pictures, and over them their words, unseen, to be found, copied and read aloud. Pure.

Written by hand after ISO 32000-1, because no library at hand puts unseen words of any script over a picture: their font
has letters that draw nothing (9.6.5, Type 3) and a table that tells which characters they are (9.10.3). The same pages
are the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PIL import Image

_QUALITY = 92  # of the JPEG of a page
_SCALE = 0.5  # points a px: a page of 540 x 675 points, which viewers show at a size that can be read
_ROOM = 255  # characters a font
_ADVANCE = 0.5  # width of each letter, in sizes; lines are then stretched to their own width
_PER_BLOCK = 100  # characters a block of the table; more are not allowed (Adobe Technical Note 5411)

Codes = Mapping[str, int]  # a character's number; every 255 have a font


@dataclass(frozen=True)
class Words:
    """Words on one line of a page, in px: `x` is their left edge, `y` their baseline from above."""

    text: str
    x: float
    y: float
    width: float
    size: int


@dataclass(frozen=True)
class Leaf:
    """A page: what is seen, and the words on it in the order in which they are read."""

    picture: Image.Image
    words: tuple[Words, ...]


def document(leaves: Sequence[Leaf], title: str, author: str, language: str) -> bytes:
    """`leaves` as one PDF.

    Args:
        language: BCP 47 tag of the words.
    """
    texts = (line.text for leaf in leaves for line in leaf.words)
    codes = {char: place for place, char in enumerate(dict.fromkeys("".join(texts)))}
    written = _Objects()
    pages = written.reserve()
    fonts = [written.add(one) for one in _fonts(list(codes), written)]
    resources = " ".join(f"/F{place} {font} 0 R" for place, font in enumerate(fonts))
    kids = [_page(leaf, codes, resources, pages, written) for leaf in leaves]
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    written.put(pages, f"<< /Type /Pages /Count {len(kids)} /Kids [{listed}] >>".encode())
    shown = "/ViewerPreferences << /DisplayDocTitle true >>"
    root = f"<< /Type /Catalog /Pages {pages} 0 R /Lang {_text(language)} {shown} >>"
    info = f"<< /Title {_text(title)} /Author {_text(author)} >>"
    return written.file(written.add(root.encode()), written.add(info.encode()))


class _Objects:
    """The objects of a file, numbered from 1 in the order in which they are asked for."""

    def __init__(self) -> None:
        self._bodies: list[bytes] = []

    def reserve(self) -> int:
        """A number whose object comes later."""
        self._bodies.append(b"")
        return len(self._bodies)

    def put(self, number: int, body: bytes) -> None:
        self._bodies[number - 1] = body

    def add(self, body: bytes) -> int:
        self._bodies.append(body)
        return len(self._bodies)

    def stream(self, data: bytes, entries: str = "") -> int:
        return self.add(b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries.encode(), data))

    def file(self, root: int, info: int) -> bytes:
        written, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), []
        for number, body in enumerate(self._bodies, 1):
            places.append(len(written))
            written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        table = "".join(f"{place:010d} 00000 n \n" for place in places)
        size = len(places) + 1
        trailer = f"<< /Size {size} /Root {root} 0 R /Info {info} 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
        written += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n{trailer}".encode()
        return bytes(written)


def _page(leaf: Leaf, codes: Codes, fonts: str, pages: int, written: _Objects) -> int:
    width, height = leaf.picture.size
    jpeg = io.BytesIO()
    leaf.picture.convert("RGB").save(jpeg, "JPEG", quality=_QUALITY, subsampling=0)
    shape = f"/Width {width} /Height {height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode"
    image = written.stream(jpeg.getvalue(), f"/Type /XObject /Subtype /Image {shape}")
    lines = "".join(_shown(line, codes, height) for line in leaf.words if line.text)
    drawing = f"{_SCALE} 0 0 {_SCALE} 0 0 cm\nq {width} 0 0 {height} 0 0 cm /Page Do Q\n{lines}"
    content = written.stream(drawing.encode())
    box = f"/MediaBox [0 0 {width * _SCALE:g} {height * _SCALE:g}]"
    used = f"/Resources << /XObject << /Page {image} 0 R >> /Font << {fonts} >> >>"
    return written.add(f"<< /Type /Page /Parent {pages} 0 R {box} {used} /Contents {content} 0 R >>".encode())


def _shown(line: Words, codes: Codes, height: int) -> str:
    """The operators that set a line, stretched to its width."""
    stretch = 100 * line.width / (len(line.text) * _ADVANCE * line.size)
    parts = "".join(f"/F{font} {line.size} Tf <{shown}> Tj " for font, shown in _in_fonts(line.text, codes))
    return f"BT {stretch:.2f} Tz 1 0 0 1 {line.x:g} {height - line.y:g} Tm {parts}ET\n"


def _in_fonts(text: str, codes: Codes) -> Iterator[tuple[int, str]]:
    """`text` in stretches of one font: its number, and the codes in hexadecimal."""
    font, shown = 0, ""
    for char in text:
        other, code = divmod(codes[char], _ROOM)
        if other != font and shown:
            yield font, shown
            shown = ""
        font, shown = other, f"{shown}{code:02x}"
    yield font, shown


def _fonts(chars: Sequence[str], written: _Objects) -> Iterator[bytes]:
    """Fonts for `chars` whose letters draw nothing."""
    empty = written.stream(f"{_ADVANCE * 1000:g} 0 d0".encode())
    for start in range(0, len(chars), _ROOM):
        held = chars[start : start + _ROOM]
        table = written.stream(_table(held).encode())
        names = [f"/g{code}" for code in range(len(held))]
        yield (
            "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] "
            f"/FirstChar 0 /LastChar {len(held) - 1} /Widths [{' '.join([f'{_ADVANCE * 1000:g}'] * len(held))}] "
            f"/Encoding << /Type /Encoding /Differences [0 {' '.join(names)}] >> /Resources << >> "
            f"/CharProcs << {' '.join(f'{name} {empty} 0 R' for name in names)} >> /ToUnicode {table} 0 R >>"
        ).encode()


def _table(chars: Sequence[str]) -> str:
    """Which characters the codes from 0 stand for."""
    rows = [f"<{code:02x}> <{char.encode('utf-16-be').hex()}>" for code, char in enumerate(chars)]
    blocks = (rows[start : start + _PER_BLOCK] for start in range(0, len(rows), _PER_BLOCK))
    told = "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Words def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <ff>\nendcodespacerange\n{told}\nendcmap\nend\nend"
    )


def _text(text: str) -> str:
    """A text string in UTF-16 (7.9.2.2)."""
    return f"<feff{text.encode('utf-16-be').hex()}>"
