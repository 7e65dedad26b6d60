"""Images of articles on our own site: fetched once, small, and never in the way of a mail."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from pipeline.config.shape import Config, Newsletter
from pipeline.errors import NotNow, SourceError
from pipeline.ingest import files
from pipeline.ingest.fetch import Fetched
from pipeline.jobs import build, illustrating, imaging, showing
from pipeline.jobs.reading import Fetch
from pipeline.model import Article, Block, Finding
from tests.compose.test_resizing import a_picture
from tests.factories import a_config, a_paragraph, an_article
from tests.jobs.desks import House
from tests.jobs.test_build import NOW

URL = "https://bakery.example/loaf.jpg"
ADDRESS = "https://bakery.example/images"
SECTION = {"folder": "public", "address": ADDRESS}
RECIPE = Newsletter.model_validate({"from": ["desk"]})


def an_image(url: str = URL, alt: str = "A loaf") -> Block:
    return Block("image", alt, "Ours, <em>whole</em>.", url=url)


def with_images(*urls: str, **changes: Any) -> Article:
    return an_article(lead=(*map(an_image, urls or [URL]), a_paragraph("A loaf lives long.")), **changes)


class Site:
    """Gives what stands at each address, and counts who asks."""

    def __init__(self, **pages: bytes | Exception) -> None:
        self.pages: dict[str, bytes | Exception] = {URL: a_picture(), **pages}
        self.asked: list[str] = []

    def __call__(self, url: str, allow_private: bool, _known: object = None, /) -> Fetched:
        assert not allow_private
        self.asked.append(url)
        page = self.pages.get(url, b"<p>Bread</p>")
        if isinstance(page, Exception):
            raise page
        return Fetched(url, page, "image/jpeg")


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return a_config(images=SECTION).model_copy(update={"folder": tmp_path})


def published(config: Config) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in (config.folder / "public").glob("*.*") if path.is_file()}


def images(article: Article) -> list[str | None]:
    return [block.url for block in article.lead if block.kind == "image"]


def shown(article: Article, config: Config) -> tuple[list[str | None], list[Finding]]:
    made = illustrating.illustrated([article], config)
    return images(made.articles[0]), list(made.findings)


def publish(article: Article, config: Config, get: Fetch | None, **how: Any) -> None:
    assert imaging.publish([article], config, get, **how) == []


def test_an_image_is_published_in_two_sizes_under_names_of_their_bytes(config: Config) -> None:
    publish(with_images(), config, Site())
    names = sorted(published(config), key=lambda name: -len(name))
    assert [re.sub(r"^[0-9a-f]{20}", "", name) for name in names] == ["-1200.jpg", "-600.jpg"]
    made = illustrating.illustrated([with_images()], config)
    (one,) = made.images.values()
    assert images(made.articles[0]) == [one.url] == [f"{ADDRESS}/{names[0]}"]
    assert (one.width, one.height) == (1200, 675)
    assert made.findings == ()


def test_its_words_stay(config: Config) -> None:
    publish(with_images(), config, Site())
    block = illustrating.illustrated([with_images()], config).articles[0].lead[0]
    assert (block.text, block.html) == ("A loaf", "Ours, <em>whole</em>.")


def test_an_address_is_asked_once_until_a_person_asks_again(config: Config) -> None:
    site = Site()
    publish(with_images(URL, URL), config, site)
    before = published(config)
    publish(with_images(), config, site)
    assert (len(site.asked), published(config)) == (1, before)
    site.pages[URL] = a_picture(800, 800)
    publish(with_images(), config, site, again=True)
    assert len(site.asked) == 2
    assert {*before} < {*published(config)}  # what mails show that went out stays
    assert illustrating.illustrated([with_images()], config).images.popitem()[1].width == 800  # type: ignore[attr-defined]


def test_an_image_whose_file_is_gone_is_fetched_again(config: Config) -> None:
    publish(with_images(), config, site := Site())
    for path in (config.folder / "public").glob("*-600.jpg"):
        path.unlink()
    assert shown(with_images(), config)[0] == [URL]
    publish(with_images(), config, site)
    assert len(site.asked) == 2
    assert shown(with_images(), config)[0] != [URL]


def test_without_the_network_an_image_stays_where_it_is_and_that_is_noted(config: Config) -> None:
    publish(with_images(), config, None)
    urls, (finding,) = shown(with_images(), config)
    assert urls == [URL]
    assert (finding.rule, finding.severity, finding.place) == (
        "image-original",
        "note",
        "article “Bread that keeps”",
    )


@pytest.mark.parametrize(
    "error",
    [
        SourceError("https://bakery.example/loaf.jpg leads to 127.0.0.1, which is private. Use a public one."),
        SourceError("https://bakery.example/loaf.jpg gives more than 10,000,000 bytes. Use another."),
        NotNow(
            "https://bakery.example/loaf.jpg answers with status 429: we ask too often. Try again later.", NOW - NOW
        ),
    ],
)
def test_what_cannot_be_fetched_stays_where_it_is_and_is_told_and_tried_again(config: Config, error: Exception) -> None:
    site = Site(**{URL: error})
    publish(with_images(), config, site)
    urls, (finding,) = shown(with_images(), config)
    assert urls == [URL]
    assert (finding.rule, finding.severity) == ("image-unpublished", "warning")
    assert finding.message.startswith(f"The image {URL} cannot be fetched: {URL} ")
    assert finding.message.endswith(". It stays where it is.")
    site.pages[URL] = a_picture()
    publish(with_images(), config, site)
    assert shown(with_images(), config)[1] == []


def test_a_failure_later_does_not_take_away_what_was_had(config: Config) -> None:
    publish(with_images(), config, Site())
    before = shown(with_images(), config)
    publish(with_images(), config, Site(**{URL: SourceError("It is gone.")}), again=True)
    assert shown(with_images(), config) == before


@pytest.mark.parametrize("body", [b"", b"<html>Log in, please</html>", a_picture()[:4000], b"<svg></svg>"])
def test_a_mail_goes_without_what_is_no_picture(config: Config, body: bytes) -> None:
    publish(with_images(), config, Site(**{URL: body}))
    urls, (finding,) = shown(with_images(), config)
    assert urls == [None]
    assert finding.message.startswith(f"The image {URL} is ")
    assert "The mail goes without it." in finding.message
    assert published(config) == {}


def test_an_address_with_a_password_is_told_without_it(config: Config) -> None:
    url = "https://ann:s3cret@bakery.example/loaf.jpg"
    publish(with_images(url), config, Site(**{url: b"nothing"}))
    (finding,) = shown(with_images(url), config)[1]
    assert "s3cret" not in str(finding)
    assert all("s3cret" not in path.read_text() for path in config.folder.rglob("*.json"))


def test_an_article_that_may_only_be_quoted_gives_no_image(config: Config) -> None:
    site = Site()
    publish(with_images(rights="quote"), config, site)
    assert site.asked == []
    assert shown(with_images(rights="quote"), config) == ([URL], [])


def test_of_many_images_of_one_article_the_first_twenty_are_fetched(config: Config) -> None:
    urls = [f"https://bakery.example/{number}.jpg" for number in range(30)]
    site = Site(**dict.fromkeys(urls, a_picture(300, 300)))
    publish(with_images(*urls), config, site)
    assert sorted(site.asked) == sorted(urls[:20])
    addresses, findings = shown(with_images(*urls), config)
    assert addresses[20:] == urls[20:]
    assert [finding.rule for finding in findings] == ["image-unpublished"] * 10
    assert "comes after the first 20 images of its article. It stays where it is." in findings[0].message


def test_one_that_moves_is_published_still_and_noted(config: Config) -> None:
    frames = [Image.new("RGB", (300, 200), color) for color in ("red", "blue")]
    frames[0].save(config.folder / "moves.gif", save_all=True, append_images=frames[1:])
    publish(with_images(), config, Site(**{URL: (config.folder / "moves.gif").read_bytes()}))
    (finding,) = shown(with_images(), config)[1]
    assert (finding.rule, finding.severity) == ("image-moves", "note")


def test_an_image_in_the_open_is_published_where_it_is_safe(config: Config) -> None:
    url = "http://bakery.example/loaf.jpg"
    publish(with_images(url), config, Site(**{url: a_picture()}))
    assert str(shown(with_images(url), config)[0][0]).startswith(f"{ADDRESS}/")


@pytest.fixture
def local(config: Config) -> Article:
    """An article in a file, with an image beside it."""
    (config.folder / "articles").mkdir()
    (config.folder / "articles" / "loaf.jpg").write_bytes(a_picture())
    return with_images("file:loaf.jpg", source=str(config.folder / "articles" / "bread.md"))


def test_an_image_beside_an_article_needs_no_network(config: Config, local: Article) -> None:
    publish(local, config, None)
    urls, findings = shown(local, config)
    assert (str(urls[0]).startswith(f"{ADDRESS}/"), findings) == (True, [])


def test_an_image_beside_an_article_that_changes_is_published_anew(config: Config, local: Article) -> None:
    publish(local, config, None)
    before = shown(local, config)[0]
    (config.folder / "articles" / "loaf.jpg").write_bytes(a_picture(500, 500))
    publish(local, config, None)
    assert shown(local, config)[0] != before


@pytest.mark.parametrize(
    ("images", "harm", "words"),
    [
        (None, Path.exists, "loaf.jpg is a file on this machine. The mail goes without it."),
        (SECTION, Path.unlink, "loaf.jpg cannot be read, or is larger than 20 MB. The mail"),
        (SECTION, lambda path: path.write_bytes(b"?" * 20_000_001), "loaf.jpg cannot be read, or is larger"),
        (SECTION, Path.exists, "loaf.jpg is not published yet. The mail goes without it."),
    ],
)
def test_an_image_beside_an_article_that_cannot_be_shown_is_told(
    config: Config, local: Article, images: Any, harm: Any, words: str
) -> None:
    harm(config.folder / "articles" / "loaf.jpg")
    other = a_config(images=images).model_copy(update={"folder": config.folder})
    urls, (finding,) = shown(local, other)
    assert urls == [None]
    assert words in finding.message


def test_two_articles_may_call_different_images_alike(config: Config, local: Article) -> None:
    (config.folder / "other").mkdir()
    (config.folder / "other" / "loaf.jpg").write_bytes(a_picture(700, 700))
    other = with_images("file:loaf.jpg", source=str(config.folder / "other" / "soup.md"))
    imaging.publish([local, other], config, None)
    made = illustrating.illustrated([local, other], config)
    assert sorted(one.width for one in made.images.values()) == [700, 1200]
    assert images(made.articles[0]) != images(made.articles[1])


def test_images_that_cannot_be_written_are_told_and_nothing_else_changes(config: Config) -> None:
    (config.folder / "public").write_text("a file where the folder should be")
    (finding,) = imaging.publish([with_images()], config, Site())
    assert (finding.rule, finding.severity) == ("image-folder", "warning")
    assert "public cannot be written" in finding.message
    assert shown(with_images(), config)[0] == [URL]


@pytest.mark.parametrize("harm", ["", "[]", '{"sizes": [["../../secret", 1, 1]], "why": "", "away": false}'])
def test_what_is_kept_may_be_damaged(config: Config, harm: str) -> None:
    publish(with_images(), config, Site())
    for path in (config.folder / "public" / ".known").iterdir():
        path.write_text(harm)
    assert shown(with_images(), config)[0] == [URL]
    publish(with_images(), config, Site())
    assert shown(with_images(), config)[0] != [URL]


def test_an_archive_has_room_for_images_too(tmp_path: Path) -> None:
    section = {"folder": "public", "address": "https://bakery.example/news"}
    where = imaging.published(a_config(archive=section))
    assert where
    assert (where.folder, where.address) == (Path("public/images"), "https://bakery.example/news/images")
    assert imaging.published(a_config(archive={"address": "https://bakery.example/news"})) is None
    assert imaging.published(a_config(archive=section, images=SECTION)) == a_config(images=SECTION).images


def test_a_mail_shows_the_published_image(config: Config) -> None:
    publish(with_images(), config, Site())
    draft = build.whole([with_images()], "weekly", RECIPE, config, NOW, say=lambda _: None)
    page = draft.files["newsletter.html"].decode()
    assert re.search(rf'src="{ADDRESS}/[0-9a-f]{{20}}-1200\.jpg"', page)
    assert URL not in page
    assert 'alt="A loaf"' in page


def test_what_was_just_written_is_not_asked_for_over_the_network(config: Config) -> None:
    site = Site()
    (config.folder / "logo.png").write_bytes(a_picture(400, 120, "PNG"))
    brand = config.brand.model_copy(update={"logo": Path("logo.png")})
    config = config.model_copy(update={"brand": brand})
    publish(with_images(), config, site)
    draft = build.whole([with_images()], "weekly", RECIPE, config, NOW, get=site, say=lambda _: None)
    assert draft.files["newsletter.html"].decode().count(f'src="{ADDRESS}/') == 2
    assert not [url for url in site.asked if url.startswith(ADDRESS)]
    assert "image-missing" not in [finding.rule for finding in draft.findings]


def test_an_image_without_words_is_told_with_its_article_and_only_where_a_mail_shows_it(config: Config) -> None:
    other = "https://bakery.example/oven.jpg?a=1&b=2"
    for first, told in ((an_image(other, ""), 1), (an_image(), 0)):
        article = an_article(lead=(first, an_image("https://bakery.example/far.jpg", ""), a_paragraph("It keeps.")))
        draft = build.whole([article], "weekly", RECIPE, config, NOW, say=lambda _: None)
        found = [finding for finding in draft.findings if finding.rule == "image-alt"]
        assert [finding.place for finding in found] == ["article “Bread that keeps”"] * told
        assert b'alt="Bread that keeps"' in draft.files["newsletter.html"] or not told


def test_a_logo_that_is_a_file_is_published_and_shown(config: Config) -> None:
    (config.folder / "logo.png").write_bytes(a_picture(400, 120, "PNG"))
    brand = config.brand.model_copy(update={"logo": Path("logo.png")})
    config = config.model_copy(update={"brand": brand})
    before = build.whole([an_article()], "weekly", RECIPE, config, NOW, say=lambda _: None)
    publish(an_article(), config, None)
    draft = build.whole([an_article()], "weekly", RECIPE, config, NOW, say=lambda _: None)
    assert ["logo-file" in [finding.rule for finding in one.findings] for one in (before, draft)] == [True, False]
    assert re.search(
        rf'src="{ADDRESS}/[0-9a-f]{{20}}-400\.jpg" width="180" height="54"', draft.files["newsletter.html"].decode()
    )


@pytest.mark.parametrize(
    ("own", "said", "shown"),
    [((90, 30), None, (90, 30)), ((300, 600), None, (60, 120)), ((300, 600), (50, 100), (50, 100))],
)
def test_a_logo_whose_size_nobody_said_keeps_its_shape_and_pushes_nothing_away(
    config: Config, own: tuple[int, int], said: tuple[int, int] | None, shown: tuple[int, int]
) -> None:
    (config.folder / "logo.png").write_bytes(a_picture(*own, "PNG"))
    brand = config.brand.model_copy(update={"logo": Path("logo.png"), "logo_size": said})
    config = config.model_copy(update={"brand": brand})
    publish(an_article(), config, None)
    assert illustrating.with_logo(config).brand.logo_size == shown


@pytest.mark.parametrize("logo", ["https://bakery.example/logo.png", "gone.png", "drawing.svg"])
def test_a_logo_that_is_an_address_or_no_picture_stays_as_it_is(config: Config, logo: str) -> None:
    (config.folder / "drawing.svg").write_text("<svg></svg>")
    config = config.model_copy(update={"brand": config.brand.model_copy(update={"logo": Path(logo)})})
    publish(an_article(), config, None)
    assert illustrating.with_logo(config) is config


def test_an_image_that_a_mail_goes_without_is_told_once(config: Config, local: Article) -> None:
    alone = a_config().model_copy(update={"folder": config.folder})
    draft = build.whole([local], "weekly", RECIPE, alone, NOW, say=lambda _: None)
    told = [finding.rule for finding in draft.findings if "image" in finding.rule]
    assert (told, b"file:" in draft.files["newsletter.html"]) == (["image-unpublished"], False)


def test_the_service_publishes_before_it_drafts(tmp_path: Path) -> None:
    house = House(tmp_path, images=SECTION)
    house.get = Site()
    house.opened()
    text = f"---\ntitle: Bread\nlanguage: en\nurl: https://bakery.example/bread\n---\n\n![A loaf]({URL})\n\nIt keeps.\n"
    (tmp_path / "articles" / "bread.md").write_text(text)
    house.draft()
    assert f'src="{ADDRESS}/' in showing.whole(house.desk, 1)["html"]


def test_a_logo_that_is_too_large_is_told(tmp_path: Path) -> None:
    with (tmp_path / "logo.png").open("wb") as file:
        file.truncate(20_000_001)
    brand = a_config().brand.model_dump() | {"logo": "logo.png"}
    config = a_config(brand=brand, social={"networks": {"instagram": {}}}).model_copy(update={"folder": tmp_path})
    made = build.posts_of([an_article()], config, NOW, say=lambda _: None)
    (told,) = [finding for finding in made.findings if finding.rule == "card-logo"]
    assert told.remedy.endswith("of less than 20 MB.")
    assert made.posts[0].images


def test_a_logo_that_is_a_device_is_none(config: Config) -> None:
    brand = config.brand.model_copy(update={"logo": Path("/dev/zero")})
    assert imaging.logo_of(config.model_copy(update={"brand": brand})) is None


@pytest.mark.parametrize(
    ("front", "then"),
    [
        ("---\nurl: https://bakery.example/bread/\n---\n", "It is taken from https://bakery.example/bread/{}."),
        ("", "The mail goes without it."),
    ],
)
@pytest.mark.parametrize(
    ("name", "wrong", "remedy"),
    [
        ("photos/laof.jpg", "is not beside the article", "Did you mean photos/loaf.jpg?"),
        ("photos/xyz.png", "is not beside the article", "Put it there, or correct its name."),
        ("photos", "is a folder", "Write the name of an image in it."),
        ("around.jpg", "is no image, or a link that leads nowhere or out of", "Put the image itself there."),
        ("out.jpg", "is no image, or a link that leads nowhere or out of", "Put the image itself there."),
    ],
)
def test_a_misspelt_image_beside_an_article_is_told(
    config: Config, front: str, then: str, name: str, wrong: str, remedy: str
) -> None:
    folder = config.folder / "articles"
    (folder / "photos").mkdir(parents=True)
    (folder / "photos" / "loaf.jpg").write_bytes(a_picture())
    (config.folder / "secret.jpg").write_bytes(a_picture())
    (folder / "around.jpg").symlink_to("around.jpg")
    (folder / "out.jpg").symlink_to(config.folder / "secret.jpg")
    (folder / "bread.md").write_text(f"{front}# Bread\n\nIt keeps.\n\n![A loaf]({name})\n")
    findings = illustrating.illustrated(files.articles(folder / "bread.md"), config).findings
    (told,) = [finding for finding in findings if finding.severity == "warning"]
    assert told.message.startswith(f"The image {name} {wrong}")
    assert told.message.endswith(then.format(name))
    assert told.remedy == remedy


def test_an_image_of_the_page_that_an_article_was_saved_from_is_not_looked_for_beside_it(config: Config) -> None:
    path = config.folder / "bread.md"
    path.write_text(
        "---\nurl: https://bakery.example/bread/\n---\n# Bread\n\nIt keeps.\n\n![A loaf](photos/loaf.jpg)\n"
    )
    findings = illustrating.illustrated(files.articles(path), config).findings
    assert [finding.severity for finding in findings] == ["note"]
