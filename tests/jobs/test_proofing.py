"""What the preflight is told beside the mail: lines of templates, what addresses answer, what was sent before."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import NoPage, NotNow, SourceError, TooMuch
from pipeline.ingest.fetch import Fetched
from pipeline.ingest.versions import Version
from pipeline.jobs import build, deciding, proofing, showing
from pipeline.preflight.email import Reached
from pipeline.preflight.rules import RULES
from tests.factories import a_config, an_article
from tests.jobs.desks import DAY, HOUR, MONDAY, THURSDAY, House

URL = "https://bakery.example/bread"
ANSWERS = [
    (b"1234", Reached(size=4)),
    (NoPage("It is gone.", 404), Reached("It is gone.", gone=True)),
    (NoPage("It is gone.", 410), Reached("It is gone.", gone=True)),
    (NoPage("It is broken.", 500), Reached("It is broken.")),
    (NoPage("It keeps us out.", 403), Reached()),
    (NotNow("It is busy.", HOUR), Reached()),
    (TooMuch("It gives more than we take."), Reached(size=10_000_000)),
    (SourceError("It takes too long."), Reached("It takes too long.")),
]


@pytest.mark.parametrize(("answer", "reached"), ANSWERS)
def test_only_a_clear_answer_says_that_nothing_is_there(answer: bytes | Exception, reached: Reached) -> None:
    def get(url: str, allow_private: bool, known: Version | None = None, /) -> Fetched:
        assert not allow_private
        if isinstance(answer, Exception):
            raise answer
        return Fetched(url, answer, "text/html")

    assert proofing.answers([URL], get) == {URL: reached}


def test_a_build_asks_links_only_when_it_may() -> None:
    asked: list[str] = []

    def get(url: str, allow_private: bool, known: Version | None = None, /) -> Fetched:
        asked.append(url)
        raise NoPage(f"{url} is gone.", 404)

    config = a_config()
    for how, dead in ((None, False), (get, True)):
        name, recipe = build.recipe_named(None, config)
        draft = build.whole([an_article()], name, recipe, config, MONDAY, get=how, say=lambda _: None)
        assert any(finding.rule == "link-dead" for finding in draft.findings) == dead
    assert any(url.startswith(URL) for url in asked)
    assert not any("placeholder.invalid" in url for url in asked)


def test_templates_of_a_team_go_before_those_that_ship(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "email" / "parts" / "footer.html"
    own.parent.mkdir(parents=True)
    own.write_text("<p>ours</p>")
    found = proofing.templates("digest", tmp_path)
    assert found["templates/email/parts/footer.html"] == "<p>ours</p>"
    assert "<!DOCTYPE html>" in found["templates/email/digest/newsletter.html"]


def test_an_article_that_an_earlier_edition_sent_is_told_with_that_edition(tmp_path: Path) -> None:
    recipe = {"from": ["desk"], "every": "thursday", "at": "09:00"}
    house = House(tmp_path, newsletters={"weekly": recipe}).opened()
    house.write("Bread")
    house.draft()
    assert not sent_before(house, 1)
    deciding.approve(house.desk, 1, "Ann")
    house.time = THURSDAY
    house.deliver()
    house.time = THURSDAY + DAY
    house.draft(places=[str(tmp_path / "articles" / "bread.md")], again=True)
    assert sent_before(house, 2) == ["It was sent before, in weekly/2026-W48."]


def test_an_article_of_an_edition_that_never_went_out_was_not_sent(tmp_path: Path) -> None:
    recipe = {"from": ["desk"], "every": "thursday", "at": "09:00"}
    house = House(tmp_path, newsletters={"weekly": recipe}).opened()
    house.write("Bread")
    house.draft()
    house.time = THURSDAY + DAY
    house.draft(places=[str(tmp_path / "articles" / "bread.md")], again=True)
    assert not sent_before(house, 2)


def sent_before(house: House, number: int) -> list[str]:
    whole = showing.whole(house.desk, number)
    return [finding["message"] for finding in whole["findings"] if finding["rule"] == "sent-before"]


@pytest.mark.parametrize("design", ["digest", "feature", "key-points"])
@pytest.mark.parametrize("logo", [None, "https://bakery.example/logo.png"])
def test_a_design_that_ships_has_no_error_or_warning_about_the_mail_itself(design: str, logo: str | None) -> None:
    config = a_config(newsletters={"weekly": {"from": ["desk"], "design": design}})
    brand = config.brand.model_copy(update={"logo": Path(logo) if logo else None})
    config = config.model_copy(update={"brand": brand})
    name, recipe = build.recipe_named(None, config)
    draft = build.whole([an_article()], name, recipe, config, MONDAY, say=lambda _: None)
    about_mail = {rule.name for rule in RULES if rule.number is not None}
    grave = [one for one in draft.findings if one.severity != "note" and one.rule in about_mail]
    assert grave == []
