from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.preview.folders import PNG, a_draft_folder, a_finding, a_post, a_studio, an_envelope, write


def text_of(html: str) -> str:
    """What a page says, without its markup, on one line."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_an_empty_folder_says_how_to_begin(tmp_path: Path) -> None:
    page = text_of(a_studio(tmp_path).get("/").text)
    assert "No drafts yet" in page
    assert "python run.py build ARTICLE --out" in page


def test_a_missing_folder_is_an_empty_one(tmp_path: Path) -> None:
    assert "No drafts yet" in a_studio(tmp_path / "nowhere").get("/").text


def test_the_list_tells_what_each_draft_is(tmp_path: Path) -> None:
    posts = [a_post(), a_post(), a_post(network="linkedin")]
    report = [a_finding(severity="error"), a_finding(), a_finding()]
    a_draft_folder(tmp_path / "weekly/2026-W14", posts=posts, report=report)
    page = text_of(a_studio(tmp_path).get("/").text)
    for words in ("weekly 2026-W14 en", "Bread that keeps", "LinkedIn 1", "Bluesky 2", "1 error", "2 warnings"):
        assert words in page


def test_the_newest_draft_stands_first(tmp_path: Path) -> None:
    for age, name in enumerate(["newest", "middle", "oldest"]):
        for path in a_draft_folder(tmp_path / name, edition=an_envelope(subject=name)).rglob("*"):
            os.utime(path, (9000 - age, 9000 - age))
    titles = re.findall(r"<h2 .*?><a .*?>(.*?)</a>", a_studio(tmp_path).get("/").text)
    assert titles == ["newest", "middle", "oldest"]


def test_a_draft_is_shown_whole(tmp_path: Path) -> None:
    a_draft_folder(tmp_path / "weekly/2026-W14")
    page = text_of(a_studio(tmp_path).get("/draft/weekly/2026-W14").text)
    for words in (
        "Bread that keeps",
        "A loaf lives longer than most people think.",
        "How bread keeps",
        "49 of 300",
        "2026-04-02 09:00 Europe/Amsterdam",
        "Alt A loaf on a board",
        "newsletter subject",
        "Shorten it to 60.",
    ):
        assert words in page


def test_a_draft_shows_which_other_subjects_it_could_have(tmp_path: Path) -> None:
    edition = an_envelope(alternatives=["Rest <b>it</b>", "Store it dry", "Bake it"])
    a_draft_folder(tmp_path / "weekly", edition=edition)
    page = a_studio(tmp_path).get("/draft/weekly").text
    assert "Rest &lt;b&gt;it&lt;/b&gt;" in page
    assert "could also be Rest" in text_of(page).replace("  ", " ")
    assert "or Bake it" in text_of(page)


def test_a_folder_that_is_itself_a_draft_is_shown(tmp_path: Path) -> None:
    studio = a_studio(a_draft_folder(tmp_path))
    (address,) = re.findall(r'<h2 .*?><a href="(.*?)"', studio.get("/").text)
    page = studio.get(address).text
    for part in set(re.findall(r'src="(/(?:mail|file)/.*?)"', page)):
        assert studio.get(part).status_code == 200
    assert 'src="/mail/"' in page
    assert 'src="/file/cards/one.png"' in page


def test_every_address_in_a_page_leads_somewhere(tmp_path: Path) -> None:
    a_draft_folder(tmp_path / "week 14 #1 %41 ü?")
    studio = a_studio(tmp_path)
    (address,) = re.findall(r'<h2 .*?><a href="(.*?)"', studio.get("/").text)
    page = studio.get(address).text
    ours = {part for part in re.findall(r'(?:src|href)="(.*?)"', page) if part.startswith("/")}
    assert {part.split("/")[1] for part in ours} == {"", "static", "mail", "file"}
    assert all(studio.get(part, buffered=True).status_code == 200 for part in ours)


def test_pages_need_nothing_from_elsewhere(tmp_path: Path) -> None:
    a_draft_folder(tmp_path / "one")
    page = a_studio(tmp_path).get("/draft/one").text
    loaded = re.findall(r'<(?:link|script|img|iframe)[^>]*?(?:src|href)="(.*?)"', page)
    assert loaded
    assert all(address.startswith("/") and not address.startswith("//") for address in loaded)


def test_the_frames_of_the_mail_may_do_nothing(tmp_path: Path) -> None:
    a_draft_folder(tmp_path / "one")
    frames = re.findall(r"<iframe[^>]*>", a_studio(tmp_path).get("/draft/one").text)
    assert [re.findall(r'width="(\d+)"', frame) for frame in frames] == [["640"], ["375"]]
    for frame in frames:
        assert " sandbox " in frame  # with no value it allows nothing: no scripts, no forms, no origin
        assert "sandbox=" not in frame
        assert "srcdoc" not in frame


def test_the_mail_is_handed_on_as_it_is(tmp_path: Path) -> None:
    content = "<!doctype html>\r\n<p>Café 💡 <script>alert(1)</script>".encode()
    a_draft_folder(tmp_path / "one", mail=content)
    assert a_studio(tmp_path).get("/mail/one").data == content


def test_what_a_draft_says_is_text_and_never_markup(tmp_path: Path) -> None:
    evil = "<img src=x onerror=alert(1)>{{ 7 * 7 }}"
    a_draft_folder(
        tmp_path / "one",
        edition=an_envelope(subject=evil, preheader=evil, newsletter=evil, label=evil, language='"><img src=x>'),
        posts=[a_post(network=evil, text=evil, key_point=evil, slot=evil, images=[{"file": evil, "alt": evil}])],
        report=[a_finding(place=evil, message=evil, remedy=evil, rule=evil)],
        text=evil,
    )
    studio = a_studio(tmp_path)
    for address in ("/", "/draft/one"):
        page = studio.get(address).text
        assert "<img src=x" not in page
        assert "{{ 7 * 7 }}" in page


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example"])
def test_only_web_addresses_become_links(tmp_path: Path, link: str) -> None:
    article = {"guid": "1", "title": "Bread", "url": link}
    a_draft_folder(tmp_path / "one", edition=an_envelope(articles=[article]), posts=[a_post(link=link, text=link)])
    page = a_studio(tmp_path).get("/draft/one").text
    assert f'href="{link}' not in page
    assert link in page


def test_a_broken_file_is_told_in_the_page(tmp_path: Path) -> None:
    a_draft_folder(tmp_path / "one", posts='[{"network": "x", "te', report="nonsense", edition="")
    studio = a_studio(tmp_path)
    for address in ("/", "/draft/one"):
        answer = studio.get(address)
        assert answer.status_code == 200
        for file in ("posts.json", "report.json", "edition.json"):
            assert f"{file}: Invalid JSON" in answer.text


def test_a_post_that_is_too_long_says_by_how_much(tmp_path: Path) -> None:
    a_draft_folder(tmp_path / "one", posts=[a_post(length=312, limit=300)])
    assert "312 of 300 : 12 too long" in text_of(a_studio(tmp_path).get("/draft/one").text).replace("300:", "300 :")


def test_a_part_of_a_thread_says_which(tmp_path: Path) -> None:
    a_draft_folder(tmp_path / "one", posts=[a_post(part=2, parts=3)])
    assert "2 of 3" in text_of(a_studio(tmp_path).get("/draft/one").text)


def test_a_picture_that_is_not_there_is_named(tmp_path: Path) -> None:
    a_draft_folder(tmp_path / "one", posts=[a_post(images=[{"file": "../../secret.png", "alt": "A loaf"}])])
    page = a_studio(tmp_path).get("/draft/one").text
    assert "is not among the cards" in page
    assert 'src="/file/../../secret.png"' not in page


def test_a_draft_of_posts_alone_has_no_mail(tmp_path: Path) -> None:
    write(tmp_path / "evergreen/posts.json", [a_post()])
    studio = a_studio(tmp_path)
    page = studio.get("/draft/evergreen").text
    assert "<iframe" not in page
    assert "has not been checked" in page
    assert studio.get("/mail/evergreen").status_code == 404


def test_a_carousel_of_one_document_is_a_link_and_no_picture(tmp_path: Path) -> None:
    image = {"file": "cards/one.pdf", "alt": "Bread that keeps"}
    folder = a_draft_folder(tmp_path / "one", posts=[a_post(network="linkedin", images=[image])])
    write(folder / "cards" / "one.pdf", b"%PDF-1.4")
    page = a_studio(tmp_path).get("/draft/one").text
    assert page.count('href="/file/one/cards/one.pdf"') == 2
    assert 'src="/file/one/cards/one.pdf"' not in page
    answer = a_studio(tmp_path).get("/file/one/cards/one.pdf")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")


def test_the_list_shows_a_picture_and_never_a_document(tmp_path: Path) -> None:
    folder = a_draft_folder(tmp_path / "one")
    write(folder / "cards" / "a.pdf", b"%PDF-1.4")
    assert 'src="/file/one/cards/one.png"' in a_studio(tmp_path).get("/").text


def test_a_card_is_a_picture(tmp_path: Path) -> None:
    a_draft_folder(tmp_path / "one")
    answer = a_studio(tmp_path).get("/file/one/cards/one.png")
    assert (answer.mimetype, answer.data) == ("image/png", PNG)


@pytest.mark.parametrize(
    "address",
    [
        "/file/one/edition.json",
        "/file/one/newsletter.html",
        "/file/one/cards/evil.html",
        "/file/one/cards/.hidden.png",
        "/file/one/cards/linked.png",
        "/file/one/cards/deep/one.png",
        "/file/one/cards/../edition.json",
        "/file/one/cards/../../secret.png",
        "/file/one/cards/%2e%2e/%2e%2e/secret.png",
        "/file/one/cards/..%2f..%2fsecret.png",
        "/file/one/cards/..%5c..%5csecret.png",
        "/file/one/cards/one.png%00.txt",
        "/file/one/cards/",
        "/file/cards/secret.png",
        "/file/../secret.png",
        "/file/%2e%2e/cards/secret.png",
        "/file//etc/passwd",
        "/file/linked/cards/one.png",
        "/draft/..",
        "/draft/%2e%2e/outside",
        "/draft/../outside",
        "/draft/linked",
        "/draft/one/cards",
        "/draft/.building",
        "/draft/",
        "/mail/../outside",
        "/mail/%2e%2e%2foutside",
        "/mail/one/../one",
        "/mail/linked",
        "/mail/",
        "/static/../app.py",
        "/static/%2e%2e/app.py",
    ],
)
def test_only_what_a_draft_has_is_served(tmp_path: Path, address: str) -> None:
    outside = a_draft_folder(tmp_path / "outside")
    folder = a_draft_folder(tmp_path / "studio/one")
    a_draft_folder(tmp_path / "studio/.building")
    write(tmp_path / "secret.png", PNG)
    write(tmp_path / "cards/secret.png", PNG)
    for name in ("evil.html", ".hidden.png", "deep/one.png"):
        write(folder / "cards" / name, PNG)
    (folder / "cards/linked.png").symlink_to(tmp_path / "secret.png")
    (folder.parent / "linked").symlink_to(outside, target_is_directory=True)
    answer = a_studio(tmp_path / "studio").get(address, follow_redirects=True)
    assert answer.status_code == 404
    assert PNG not in answer.data


def test_a_mail_that_is_a_link_is_not_served(tmp_path: Path) -> None:
    write(tmp_path / "secret.txt", "secret")
    folder = a_draft_folder(tmp_path / "studio/one")
    (folder / "newsletter.html").unlink()
    (folder / "newsletter.html").symlink_to(tmp_path / "secret.txt")
    assert a_studio(tmp_path / "studio").get("/mail/one").status_code == 404


def test_the_page_for_what_is_missing_waits_for_it_to_come_back(tmp_path: Path) -> None:
    answer = a_studio(tmp_path).get("/draft/soon")
    assert answer.status_code == 404
    assert "live.js" in answer.text


@pytest.mark.parametrize("address", ["/", "/draft/one", "/nowhere"])
def test_a_page_carries_the_version_that_it_shows(tmp_path: Path, address: str) -> None:
    a_draft_folder(tmp_path / "one")
    studio = a_studio(tmp_path)
    assert f'data-version="{studio.get("/version").text}"' in studio.get(address).text


def test_the_version_changes_when_a_file_changes(tmp_path: Path) -> None:
    folder = a_draft_folder(tmp_path / "one")
    studio = a_studio(tmp_path)
    before = studio.get("/version").text
    write(folder / "newsletter.html", "<p>Another loaf, and a longer one")
    assert studio.get("/version").text != before


@pytest.mark.parametrize("address", ["/", "/draft/one", "/mail/one", "/file/one/cards/one.png", "/version"])
def test_head_answers_without_a_body(tmp_path: Path, address: str) -> None:
    a_draft_folder(tmp_path / "one")
    answer = a_studio(tmp_path).head(address)
    assert (answer.status_code, answer.data) == (200, b"")
