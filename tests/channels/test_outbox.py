from __future__ import annotations

import email
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from pipeline.channels.folders import contents
from pipeline.channels.outbox import Outbox
from pipeline.config.shape import Brand
from pipeline.errors import ConfigError, NotSent, Rejected
from pipeline.model import Email, Image, Receipt, Remote, Request, Staged
from tests.channels.messages import PICTURE, a_post, a_thread, an_email
from tests.factories import a_config

REFERENCE = "weekly/2026-W47"
AT = datetime(2026, 11, 19, 8, 0, tzinfo=UTC)


def a_brand(**changes: Any) -> Brand:
    return Brand.model_validate(a_config().brand.model_dump() | changes)


def an_outbox(folder: Path, **brand: Any) -> Outbox:
    return Outbox(folder, a_brand(**brand))


def opened(message: Email, tmp_path: Path, **brand: Any) -> EmailMessage:
    """The .eml as a mail program reads it."""
    parts = an_outbox(tmp_path, **brand).render(message).parts
    parsed = email.message_from_bytes(parts["newsletter.eml"], policy=default)
    assert isinstance(parsed, EmailMessage)
    return parsed


# The newsletter


def test_a_mail_program_finds_both_parts_and_the_headers_of_a_list(tmp_path: Path) -> None:
    message = opened(an_email(subject="Brood dat 'n week goed blijft 💡"), tmp_path)
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    headers = {name: str(message[name]) for name in message if not name.startswith(("MIME", "Content-Type", "Message"))}
    assert headers == {
        "From": "Example Bakery <post@bakery.example>",
        "To": "post@bakery.example",
        "Subject": "Brood dat 'n week goed blijft 💡",
        "List-Id": "<newsletter.bakery.example>",
        "List-Unsubscribe": "<mailto:post@bakery.example?subject=Unsubscribe>",
        "Content-Language": "en",
        "X-Unsent": "1",
    }


def test_the_parts_of_the_mail_are_the_files_beside_it(tmp_path: Path) -> None:
    message = an_email(text="Dún 💡\n\n" + "a long line " * 200 + "\n.\nFrom here\n")
    parts = an_outbox(tmp_path).render(message).parts
    parsed = opened(message, tmp_path)
    bodies = [part.get_content().replace("\r\n", "\n") for part in parsed.iter_parts()]
    assert bodies[0].encode() == parts["newsletter.txt"]
    assert bodies[1].rstrip("\n").encode() == parts["newsletter.html"]


def test_the_mail_has_no_line_that_a_server_would_break(tmp_path: Path) -> None:
    message = an_email(subject="word " * 300, html="<p>" + "é" * 5000 + "</p>")
    raw = an_outbox(tmp_path).render(message).parts["newsletter.eml"]
    assert raw.isascii()
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    assert b"\n" not in raw.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    "injected", ["Hi\r\nBcc: all@evil.example", "Hi\nBcc: all@evil.example", "Hi\x0b\u2028Bcc: x", "\0Hi"]
)
def test_no_subject_makes_a_header(injected: str, tmp_path: Path) -> None:
    message = opened(an_email(subject=injected), tmp_path)
    assert message["Bcc"] is None
    assert str(message["Subject"]).startswith("Hi")
    assert len(message.get_all("Subject", [])) == 1


def test_no_brand_makes_a_header(tmp_path: Path) -> None:
    brand = a_brand().model_copy(update={"name": 'Bakery "x"\r\nBcc: all@evil.example'})
    message = email.message_from_bytes(
        Outbox(tmp_path, brand).render(an_email()).parts["newsletter.eml"], policy=default
    )
    assert message["Bcc"] is None
    assert message["From"].addresses[0].addr_spec == "post@bakery.example"


def test_the_placeholders_lead_to_a_mail_and_to_the_site(tmp_path: Path) -> None:
    parts = an_outbox(tmp_path, site="https://bakery.example/news?a=1&b=2").render(an_email()).parts
    page, text = parts["newsletter.html"].decode(), parts["newsletter.txt"].decode()
    assert '<a href="mailto:post@bakery.example?subject=Unsubscribe">Unsubscribe</a>' in page
    assert '<a href="https://bakery.example/news?a=1&amp;b=2">View online</a>' in page
    assert (
        "View online: https://bakery.example/news?a=1&b=2\nUnsubscribe: mailto:post@bakery.example?subject=Unsubscribe"
        in text
    )


def test_equal_mails_are_equal_files_and_others_have_another_id(tmp_path: Path) -> None:
    assert an_outbox(tmp_path).render(an_email()) == an_outbox(tmp_path).render(an_email())
    ids = {str(opened(an_email(subject=subject), tmp_path)["Message-ID"]) for subject in ("One", "Two")}
    assert len(ids) == 2


def test_an_international_domain_gets_its_ascii_form(tmp_path: Path) -> None:
    message = opened(an_email(), tmp_path, email="post@bäckerei.example")
    assert message["From"].addresses[0].addr_spec == "post@xn--bckerei-5wa.example"


@pytest.mark.parametrize(
    "address", ["bäcker@bakery.example", "a(b@bakery.example", "post@bakery..example", "post@" + "a" * 70]
)
def test_an_address_that_cannot_send_is_refused_at_once(address: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"brand\.email: .* cannot send mail"):
        an_outbox(tmp_path, email=address)


# Posts


def test_a_thread_is_a_text_a_post_with_its_pictures(tmp_path: Path) -> None:
    thread = a_thread(a_post(part=1, parts=2), a_post(part=2, parts=2, text="And store it dry.", images=()))
    outbox = an_outbox(tmp_path)
    place = outbox.stage(outbox.render(thread, PICTURE), "linkedin/2026-11-24 09:00 Europe_Amsterdam").place
    assert contents(Path(place)) == {
        "cards/bread.png": PICTURE["cards/bread.png"],
        "posts/linkedin-1.alt.txt": b"cards/bread.png: A loaf, with the sentence on it\n",
        "posts/linkedin-1.txt": b"Dough that rests overnight keeps longer.\n\nhttps://bakery.example/bread\n",
        "posts/linkedin-2.txt": b"And store it dry.\n",
    }


def test_a_missing_picture_is_named(tmp_path: Path) -> None:
    with pytest.raises(Rejected, match=r"linkedin post 1: the picture cards/bread.png is missing"):
        an_outbox(tmp_path).render(a_thread(), {})


@pytest.mark.parametrize("name", ["../evil.png", "/etc/evil.png", "cards\\..\\evil.png"])
def test_a_picture_cannot_leave_its_folder(name: str, tmp_path: Path) -> None:
    outbox = an_outbox(tmp_path / "outbox")
    thread = a_thread(a_post(images=(Image(name, "x"),)))
    with pytest.raises(Rejected, match="cannot be the name of a file"):
        outbox.stage(outbox.render(thread, {name: b"x"}), "linkedin/one")
    assert contents(tmp_path) == {}


# Staging


def test_the_same_bytes_again_change_nothing(tmp_path: Path) -> None:
    outbox = an_outbox(tmp_path)
    first = outbox.stage(outbox.render(an_email()), REFERENCE)
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    assert outbox.stage(outbox.render(an_email()), REFERENCE) == first
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == times
    assert first == Staged(REFERENCE, REFERENCE, str(tmp_path / "staged" / "weekly" / "2026-W47"))


def test_other_bytes_replace_the_draft_whole(tmp_path: Path) -> None:
    outbox = an_outbox(tmp_path)
    outbox.stage(Request({"old.txt": b"old"}), REFERENCE)
    staged = outbox.stage(outbox.render(an_email(subject="Another")), REFERENCE)
    assert contents(Path(staged.place)) == dict(outbox.render(an_email(subject="Another")).parts)


def test_what_went_out_is_never_staged_again(tmp_path: Path) -> None:
    outbox = an_outbox(tmp_path)
    published(outbox, an_email())
    before = contents(tmp_path)
    with pytest.raises(Rejected, match=r"2026-W47 shows that it went out already. Move that folder away"):
        outbox.stage(outbox.render(an_email()), REFERENCE)
    assert contents(tmp_path) == before


# Publishing


def published(outbox: Outbox, email: Email) -> Receipt:
    request = outbox.render(email)
    return outbox.publish(request, outbox.stage(request, REFERENCE), "key", AT, None)


def test_publishing_moves_the_very_bytes(tmp_path: Path) -> None:
    outbox = an_outbox(tmp_path)
    receipt = published(outbox, an_email())
    assert receipt == Receipt(REFERENCE, str(tmp_path / "sent" / "weekly" / "2026-W47"))
    assert contents(Path(receipt.place)) == dict(outbox.render(an_email()).parts)
    assert contents(tmp_path / "staged") == {}


def test_publishing_twice_has_no_second_effect(tmp_path: Path) -> None:
    outbox = an_outbox(tmp_path)
    request = outbox.render(an_email())
    staged = outbox.stage(request, REFERENCE)
    first = outbox.publish(request, staged, "key", AT, None)
    (Path(first.place) / "newsletter.txt").write_bytes(b"a person's note")
    assert outbox.publish(request, staged, "key", AT, None) == first
    assert (Path(first.place) / "newsletter.txt").read_bytes() == b"a person's note"


def test_a_draft_that_somebody_changed_does_not_go_out(tmp_path: Path) -> None:
    outbox = an_outbox(tmp_path)
    request = outbox.render(an_email())
    staged = outbox.stage(request, REFERENCE)
    (Path(staged.place) / "newsletter.html").write_bytes(b"Win a car")
    assert outbox.read(request, staged) == Remote("draft", ("content",))
    with pytest.raises(Rejected, match="does not hold what was approved"):
        outbox.publish(request, staged, "key", AT, None)
    assert outbox.find(REFERENCE) == staged


def test_reading_tells_draft_sent_and_gone(tmp_path: Path) -> None:
    outbox = an_outbox(tmp_path)
    request = outbox.render(an_email())
    staged = outbox.stage(request, REFERENCE)
    assert outbox.read(request, staged) == Remote("draft")
    outbox.withdraw(staged)
    assert outbox.read(request, staged) == Remote("gone")
    receipt = published(outbox, an_email())
    assert outbox.read(request, staged) == Remote("sent", (), receipt)


def test_a_draft_that_is_gone_is_not_published(tmp_path: Path) -> None:
    outbox = an_outbox(tmp_path)
    request = outbox.render(an_email())
    staged = outbox.stage(request, REFERENCE)
    outbox.withdraw(staged)
    with pytest.raises(Rejected):
        outbox.publish(request, staged, "key", AT, None)
    assert outbox.find(REFERENCE) is None


def test_a_folder_that_cannot_be_moved_is_not_sent(tmp_path: Path) -> None:
    outbox = an_outbox(tmp_path)
    request = outbox.render(an_email())
    staged = outbox.stage(request, REFERENCE)
    (tmp_path / "sent").write_bytes(b"a file where the folder should be")
    with pytest.raises(NotSent, match="could not be moved"):
        outbox.publish(request, staged, "key", AT, None)
    assert outbox.find(REFERENCE) == staged


def test_what_went_out_cannot_be_withdrawn(tmp_path: Path) -> None:
    outbox = an_outbox(tmp_path)
    request = outbox.render(an_email())
    staged = outbox.stage(request, REFERENCE)
    outbox.publish(request, staged, "key", AT, None)
    with pytest.raises(Rejected, match="went out already"):
        outbox.withdraw(staged)


def test_nothing_outside_the_folder_is_read_or_removed(tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    outbox = an_outbox(tmp_path / "outbox")
    outbox.withdraw(Staged("../../precious", "../../precious", str(tmp_path / "precious")))
    assert (tmp_path / "precious").is_dir()


# Tests


def test_a_test_is_addressed_to_the_tester_and_is_no_draft(tmp_path: Path) -> None:
    outbox = an_outbox(tmp_path)
    request = outbox.render(an_email())
    for _ in range(2):
        outbox.test(request, "Colleague@Bakery.example")
    (written,) = (tmp_path / "tests").iterdir()
    parsed = email.message_from_bytes((written / "newsletter.eml").read_bytes(), policy=default)
    assert parsed.get_all("To") == ["Colleague@Bakery.example"]
    original = request.parts["newsletter.eml"].split(b"\r\n")
    assert (written / "newsletter.eml").read_bytes().split(b"\r\n")[1:] == original[1:]
    assert outbox.find(REFERENCE) is None
    assert {path.name for path in tmp_path.iterdir()} == {"tests"}


@pytest.mark.parametrize("to", ["nobody", "a@b.example\r\nBcc: all@evil.example", "", "ü@b.example", "a b@c.example"])
def test_a_test_goes_to_an_address_only(to: str, tmp_path: Path) -> None:
    outbox = an_outbox(tmp_path)
    with pytest.raises(Rejected, match="is no mail address"):
        outbox.test(outbox.render(an_email()), to)
    assert list(tmp_path.iterdir()) == []


# Faults


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """Writing beyond `size` bytes fails half-way, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_that_fills_up_leaves_nothing_behind(tmp_path: Path) -> None:
    outbox = an_outbox(tmp_path)
    request = Request({"a.txt": b"small", "b.txt": b"x" * 100_000})
    with no_file_larger_than(50_000), pytest.raises(NotSent, match=r"could not be read or written .*Make room there"):
        outbox.stage(request, REFERENCE)
    assert contents(tmp_path) == {}
    assert outbox.find(REFERENCE) is None
    assert outbox.stage(request, REFERENCE).remote_id == REFERENCE


def test_a_place_that_takes_no_folder_is_not_sent(tmp_path: Path) -> None:
    (tmp_path / "outbox").write_bytes(b"a file where the folder should be")
    outbox = an_outbox(tmp_path / "outbox")
    with pytest.raises(NotSent, match="could not be read or written"):
        outbox.stage(outbox.render(an_email()), REFERENCE)
    with pytest.raises(NotSent, match="could not be read or written"):
        outbox.test(outbox.render(an_email()), "a@bakery.example")
    (finding,) = outbox.check()
    assert (finding.severity, finding.place) == ("error", "channels.outbox.folder")


def test_checking_makes_no_folder(tmp_path: Path) -> None:
    assert an_outbox(tmp_path / "not" / "yet").check() == []
    assert list(tmp_path.iterdir()) == []
