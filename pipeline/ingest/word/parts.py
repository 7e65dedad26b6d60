"""The parts of a Word document: unpacked within bounds, and made ready for a converter that knows only the usual ones.

What readers of the document do not see (deleted text, comments, headers and footers) is told apart on the way.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from pipeline.errors import SourceError
from pipeline.model import Dropped

_MOST_BYTES = 200_000_000  # unpacked; a long article with its pictures has a tenth
_MOST_TEXT = 10_000_000  # unpacked, of one part that holds text; a book has less
_MOST_PARTS = 5_000
_OLD = b"\xd0\xcf\x11\xe0"  # the container of Word before 2007, and of documents that are locked
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_WORDS = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",  # what Word calls strict
)
_CORE = ("http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/")
# Elements that only stand around text: a converter that does not know them would lose it.
_AROUND = frozenset({"fldSimple", "dir", "bdo", "ruby", "rubyBase", "rt"})
_UNSEEN = {"del": "deleted in tracked changes", "moveFrom": "moved elsewhere in tracked changes"}
_ROOMS = {"comments": "comment in the margin", "hdr": "running header", "ftr": "running footer"}


@dataclass
class Parts:
    """A Word document, unpacked.

    Attributes:
        plain: A document of the same text, without pictures, that mammoth can convert.
        title, author, language, created: What it states of itself, junk included.
        dropped: Text that its readers do not see.
    """

    plain: bytes = b""
    title: str = ""
    author: str = ""
    language: str = ""
    created: datetime | None = None
    dropped: list[Dropped] = field(default_factory=list)


def unpack(source: bytes, place: str) -> Parts:
    """The parts of a Word document.

    Raises:
        SourceError: it is locked, in another format, or unpacks to far more than an article holds.
    """
    if source.startswith(_OLD):
        if _LOCKED in source:
            raise SourceError(f"{place} is locked with a password. Save it without one.")
        raise SourceError(f"{place} is in the format of Word before 2007. Save it as .docx.")
    parts = Parts()
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as packed, zipfile.ZipFile(made, "w") as plain:
        _must_be_bounded(packed, place)
        for member in packed.infolist():
            if member.filename.endswith((".xml", ".rels")):
                plain.writestr(member.filename, _made_plain(packed.read(member), member.filename, place, parts))
    parts.plain = made.getvalue()
    return parts


def _must_be_bounded(packed: zipfile.ZipFile, place: str) -> None:
    members = packed.infolist()
    names = [member.filename for member in members]
    if any(member.flag_bits & 1 for member in members):
        raise SourceError(f"{place} is locked with a password. Save it without one.")
    if any(".." in PurePosixPath(name.replace("\\", "/")).parts or name.startswith(("/", "\\")) for name in names):
        raise SourceError(f"{place} is packed in a way that Word never does. Open it in Word and save it anew.")
    text = max((member.file_size for member in members if member.filename.endswith((".xml", ".rels"))), default=0)
    whole = sum(member.file_size for member in members)
    if len(members) > _MOST_PARTS or whole > _MOST_BYTES or text > _MOST_TEXT:
        raise SourceError(f"{place} unpacks to far more than an article holds. Check that it is the right file.")
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        raise SourceError(f"{place} is no Word document. Save it as .docx.")


def _made_plain(part: bytes, name: str, place: str, parts: Parts) -> bytes:
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part or "<!DOCTYPE".encode("utf-16-le") in part:
        raise SourceError(f"{place} defines entities of its own, which Word never does. Save it anew.")
    if name.endswith(".rels"):
        return part
    root = ElementTree.fromstring(part)  # noqa: S314 - without a DOCTYPE nothing can be expanded or fetched
    kind = _local(root)
    if name == "docProps/core.xml":
        _note_facts(root, parts)
    if _space(root) not in _WORDS:
        return part
    if kind in _ROOMS:
        pieces = list(root) if kind == "comments" else [root]
        parts.dropped += [Dropped(text, _ROOMS[kind]) for piece in pieces if (text := _text(piece))]
    if kind == "styles" and not parts.language:
        parts.language = next((value for one in root.iter() if (value := _spoken(one))), "")
    if kind not in {"document", "footnotes", "endnotes"}:
        return part
    _note_unseen(root, parts)
    _simplify(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _space(element: Element) -> str:
    return element.tag[1:].partition("}")[0] if element.tag.startswith("{") else ""


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _spoken(element: Element) -> str:
    return element.get(f"{{{_space(element)}}}val", "") if _local(element) == "lang" else ""


def _note_facts(root: Element, parts: Parts) -> None:
    said = {_local(one): " ".join((one.text or "").split()) for one in root if _space(one) in _CORE}
    parts.title, parts.author = said.get("title", ""), said.get("creator", "")
    parts.language = said.get("language", "") or parts.language
    if "generated by" in said.get("description", "").lower():
        return  # the dates are those of the program's own pattern
    try:
        parts.created = datetime.fromisoformat(said["created"]) if "created" in said else None
    except ValueError:
        parts.created = None  # an unreadable date is no date: it is shown nowhere and decides nothing


def _text(element: Element) -> str:
    """The words of an element, paragraphs parted by blanks."""
    words = []
    for one in element.iter():
        if _local(one) in {"t", "delText"}:
            words.append(one.text or "")
        elif _local(one) in {"p", "tab", "br"}:
            words.append(" ")
    return " ".join("".join(words).split())


def _note_unseen(root: Element, parts: Parts) -> None:
    for element in root.iter():
        reason = _UNSEEN.get(_local(element))
        if reason and (text := _text(element)):
            parts.dropped.append(Dropped(text, reason))


def _simplify(root: Element) -> None:
    """Put text into the elements that every converter knows: fields and formulas into runs, text boxes into tables."""
    for parent in list(root.iter()):
        children = list(parent)
        for child in children:
            if _local(child) in {"oMath", "oMathPara"} and _space(child) not in _WORDS:
                _replace(parent, child, [_run(root, "".join(child.itertext()))])
            elif _local(child) in _AROUND and _space(child) in _WORDS:
                child.tag = f"{{{_space(child)}}}smartTag"  # which only holds what stands in it
            elif _local(child) == "AlternateContent":
                _replace(parent, child, _preferred(child))
    for parent in list(root.iter()):
        for paragraph in [child for child in parent if _local(child) == "p" and _space(child) in _WORDS]:
            boxes = list(_taken_boxes(paragraph))
            place = list(parent).index(paragraph) + 1
            for box in reversed(boxes):
                parent.insert(place, box)


def _replace(parent: Element, child: Element, by: list[Element]) -> None:
    place = list(parent).index(child)
    parent.remove(child)
    for element in reversed(by):
        parent.insert(place, element)


def _run(root: Element, text: str) -> Element:
    run = Element(f"{{{_space(root)}}}r")
    ElementTree.SubElement(run, f"{{{_space(root)}}}t").text = text
    return run


def _preferred(alternatives: Element) -> list[Element]:
    """The form with text or a picture, of several that show the same."""
    forms = sorted(alternatives, key=lambda form: _local(form) != "Choice")
    telling = (form for form in forms if any(_local(one) in {"t", "blip", "imagedata"} for one in form.iter()))
    return list(next(telling, forms[0] if forms else []))


def _taken_boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes of a paragraph, taken out of it, each as a table of one cell."""
    space = _space(paragraph)
    for holder in list(paragraph.iter()):
        for box in [child for child in holder if _local(child) == "txbxContent"]:
            holder.remove(box)
            table = Element(f"{{{space}}}tbl")
            cell = ElementTree.SubElement(ElementTree.SubElement(table, f"{{{space}}}tr"), f"{{{space}}}tc")
            cell.extend(list(box))
            yield table
