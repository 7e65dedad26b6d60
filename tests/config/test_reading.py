from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from pipeline.config.reading import parse, read
from pipeline.config.shape import Archive, Config, MailchimpChannel, OutboxChannel
from pipeline.errors import ConfigError
from tests.config.builders import BRAND, a_config_of

MAILCHIMP = "channels: {mail: {type: mailchimp, list: Readers, api_key: '%s'}}"


def a_brand(lines: str) -> Config:
    whole = "brand:\n  name: A\n  site: https://a.example\n  email: a@a.example\n  postal_address: A\n"
    return parse(whole + lines, "config.yaml", Path(), {})


@pytest.mark.parametrize("written", ["10:30", '"10:30"', "10.30", "'10:30'"])
def test_a_time_needs_no_quotes(written: str) -> None:
    assert a_config_of(f"social: {{networks: {{x: {{at: {written}}}}}}}").social.networks["x"].at == time(10, 30)


def test_a_time_before_ten_needs_no_zero() -> None:
    assert a_config_of("social: {networks: {x: {at: 9:05}}}").social.networks["x"].at == time(9, 5)


@pytest.mark.parametrize("word", ["no", "on", "yes", "off", "NO", "y"])
def test_words_that_yaml_takes_for_yes_and_no_stay_text(word: str) -> None:
    assert a_config_of(f"voice: {{address: {word}}}").voice.address == word


def test_norwegian_is_a_language() -> None:
    assert a_brand("  language: no\n").brand.language == "no"


@pytest.mark.parametrize(
    "written", ["123", "0123", "1_000", "0x1F", "1e3", "12:30", "2027-05-04", ".5", "true", "1.10"]
)
def test_numbers_stay_as_they_are_written_where_a_text_is_wanted(written: str) -> None:
    config = parse(
        f"brand: {{name: {written}, site: https://a.example, email: a@a.example, postal_address: {written}}}",
        "config.yaml",
        Path(),
        {},
    )
    assert (config.brand.name, config.brand.postal_address) == (written, written)


def test_numbers_may_stand_in_quotes() -> None:
    assert a_config_of('social: {posts_per_article: "7"}').social.posts_per_article == 7


@pytest.mark.parametrize(("written", "meant"), [("yes", True), ("no", False), ("true", True), ("on", True)])
def test_yes_and_no_are_yes_and_no_where_they_are_wanted(written: str, meant: bool) -> None:
    config = a_config_of(f"sources: {{a: {{feed: https://a.example/feed, allow_private: {written}}}}}")
    assert config.sources["a"].allow_private is meant


def test_days_and_dates_are_quiet() -> None:
    assert a_config_of("social: {quiet: [Sunday, 2027-05-04]}").social.quiet == ("sunday", date(2027, 5, 4))


def test_one_word_is_a_list_of_one() -> None:
    config = a_config_of("sources: {blog: {folder: a}}\nsocial: {from: blog, quiet: sunday}\nvoice: {never: wonder}")
    assert (config.social.sources, config.social.quiet, config.voice.never) == (("blog",), ("sunday",), ("wonder",))


@pytest.mark.parametrize("nothing", ["", " ~", " null", "   # a note"])
def test_a_group_left_empty_has_its_defaults(nothing: str) -> None:
    groups = ["voice", "care", "social", "email", "sources", "newsletters", "channels"]
    assert a_config_of("\n".join(f"{group}:{nothing}" for group in groups)) == a_config_of("")


def test_a_network_left_empty_has_its_defaults() -> None:
    plan = a_config_of("social: {networks: {x: }}").social.networks["x"]
    assert (plan.days, plan.at, plan.forms) == (("tuesday",), time(9, 0), ("text", "card"))


def test_a_feed_keeps_its_last_slash_and_a_site_loses_it() -> None:
    config = a_config_of("sources: {blog: {feed: https://a.example/feed/}}")
    assert config.sources["blog"].feed == "https://a.example/feed/"
    assert a_config_of("archive: {address: https://a.example/post/}").archive == Archive(
        address="https://a.example/post"
    )


def test_a_server_of_ones_own_may_have_a_short_name() -> None:
    config = a_config_of("sources: {a: {feed: http://mock:8080/feed}, b: {feed: http://localhost/feed}}")
    assert [source.feed for source in config.sources.values()] == ["http://mock:8080/feed", "http://localhost/feed"]


def test_line_breaks_do_not_get_into_names() -> None:
    config = a_config_of('newsletters: {a: {from: b, subject: "Hi\\nBcc: x@a.example"}}\nsources: {b: {folder: c}}')
    assert config.newsletters["a"].subject == "Hi Bcc: x@a.example"


def test_a_postal_address_may_have_lines() -> None:
    text = "brand:\n  name: A\n  site: https://a.example\n  email: a@a.example\n  postal_address: |\n    Street 1\n    Town\n"
    assert parse(text, "config.yaml", Path(), {}).brand.postal_address == "Street 1\nTown"


def test_a_text_may_run_over_lines() -> None:
    assert a_config_of("care:\n  notice: Ask somebody\n    who knows.").care.notice == "Ask somebody who knows."


def test_hashtags_may_have_their_sign() -> None:
    assert a_config_of('voice: {hashtags: {always: "#Tuin", may: ["#Brood", Goed slapen]}}').voice.hashtags.may == (
        "Brood",
        "Goed slapen",
    )


def test_there_is_always_an_outbox() -> None:
    assert a_config_of("").channels == {"outbox": OutboxChannel(type="outbox")}
    assert set(a_config_of("channels: {desk: {type: outbox, folder: x}}").channels) == {"outbox", "desk"}


def test_an_outbox_of_ones_own_is_kept() -> None:
    outbox = a_config_of("channels: {outbox: {type: outbox, folder: elsewhere}}").channels["outbox"]
    assert isinstance(outbox, OutboxChannel)
    assert outbox.folder == Path("elsewhere")


@pytest.mark.parametrize(("written", "meant"), [("${KEY}", "abc-us1"), ("x${KEY}y${KEY}", "xabc-us1yabc-us1")])
def test_a_secret_is_filled_in_within_a_text_too(written: str, meant: str) -> None:
    channel = a_config_of(MAILCHIMP % written, {"KEY": " abc-us1\n"}).channels["mail"]
    assert isinstance(channel, MailchimpChannel)
    assert channel.api_key.get_secret_value() == meant


def test_a_secret_is_not_filled_in_twice() -> None:
    channel = a_config_of(MAILCHIMP % "${KEY}", {"KEY": "${OTHER}", "OTHER": "wrong"}).channels["mail"]
    assert isinstance(channel, MailchimpChannel)
    assert channel.api_key.get_secret_value() == "${OTHER}"


def test_a_secret_is_not_shown_by_the_configuration() -> None:
    config = a_config_of(MAILCHIMP % "${KEY}", {"KEY": "canary-5f1c0de"})
    assert "canary" not in f"{config!r}{config}{config.model_dump()}{config.model_dump_json()}"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("", "KEY is set, but empty"),
        ("  ", "KEY is set, but empty"),
        ("a\nb", "KEY holds a line break"),
        ("\udc80", "KEY holds"),
    ],
)
def test_a_secret_that_cannot_be_one_is_told(value: str, words: str) -> None:
    with pytest.raises(ConfigError, match=f"^config.yaml, line 2, channels.mail.api_key: {words}"):
        a_config_of(MAILCHIMP % "${KEY}", {"KEY": value})


def test_relative_paths_start_where_the_file_lies(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(BRAND, encoding="utf-8")
    assert read(tmp_path / "config.yaml", {}).folder == tmp_path


def test_ten_thousand_sources_are_no_trouble() -> None:
    lines = "".join(f"  source-{number}: {{feed: https://a{number}.example/feed}}\n" for number in range(10_000))
    assert len(a_config_of(f"sources:\n{lines}").sources) == 10_000


def test_a_post_of_instagram_or_linkedin_may_be_a_carousel() -> None:
    plans = a_config_of(
        "social: {networks: {instagram: {as: carousel}, linkedin: {as: [text, carousel]}}}"
    ).social.networks
    assert [plan.forms for plan in plans.values()] == [("carousel",), ("text", "carousel")]


@pytest.mark.parametrize("network", ["x", "bluesky", "mastodon", "facebook", "threads"])
def test_other_networks_show_no_carousels(network: str) -> None:
    with pytest.raises(
        ConfigError, match=rf"line \d+, social.networks: {network} shows no carousels, instagram and linkedin do"
    ):
        a_config_of(f"social: {{networks: {{{network}: {{as: [text, carousel]}}}}}}")


def test_a_design_of_cards_is_the_name_of_a_folder() -> None:
    assert a_config_of("").social.card == "lamp"
    assert a_config_of("social: {card: paper}").social.card == "paper"
    with pytest.raises(ConfigError, match=r"social\.card"):
        a_config_of("social: {card: ../paper}")


def test_a_font_that_systems_have_gets_its_kind() -> None:
    config = a_brand("  fonts: {text: Georgia, headings: 'segoe ui'}\n")
    assert config.brand.fonts.text == "Georgia, serif"
    assert config.brand.fonts.headings == "Segoe UI, sans-serif"
