"""Bluesky's channel: threads, names fixed beforehand, sessions, and what stands in the way."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.channels.bluesky.names import picture_cid, record_cid, record_key
from pipeline.channels.bluesky.records import draft, finished
from pipeline.channels.bluesky.rules import mistakes
from pipeline.channels.http import Throttled
from pipeline.errors import NotSent, Rejected, Uncertain
from pipeline.model import Image, LinkCard, Staged, Thread
from tests.channels.bluesky_fake import DID, FakeBluesky, RefusalError, cid_of, encoded
from tests.channels.faults import server_error, timeout, transcript
from tests.channels.messages import PICTURE, a_post, a_thread
from tests.channels.networks import AT, KEY, Network, a_bluesky, bluesky

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LINK = "https://bakery.example/bread?utm_source=bluesky"


def a_thread_of(count: int) -> Thread:
    return a_thread(
        *(
            a_post(
                network="bluesky",
                text=f"Habit {part} 💡 bakery.example/bread #Bread",
                link=LINK,
                part=part,
                parts=count,
                images=a_post().images if part == 1 else (),
            )
            for part in range(1, count + 1)
        )
    )


def posted(network: Network) -> list[dict[str, Any]]:
    assert isinstance(network.fake, FakeBluesky)
    return [value for _, value in network.fake.records.values()]


def fake_of(network: Network) -> FakeBluesky:
    assert isinstance(network.fake, FakeBluesky)
    return network.fake


def test_a_thread_goes_out_in_one_commit_each_part_a_reply_to_the_one_before() -> None:
    network = bluesky()
    request = network.channel.render(a_thread_of(3), PICTURE)
    receipt = network.publish(request, network.staged(request))
    fake = fake_of(network)
    assert [len(commit) for commit in fake.commits] == [3]
    references = [{"uri": f"at://{DID}/app.bsky.feed.post/{key}", "cid": cid} for key, (cid, _) in fake.records.items()]
    first, second, third = posted(network)
    assert "reply" not in first
    assert second["reply"] == {"root": references[0], "parent": references[0]}
    assert third["reply"] == {"root": references[0], "parent": references[1]}
    assert sorted(fake.records) == list(fake.records)
    assert receipt.remote_id == references[0]["uri"]
    assert receipt.place == f"https://bsky.app/profile/{DID}/post/{next(iter(fake.records))}"


def test_a_record_is_what_was_approved_and_its_moment_is_the_slots() -> None:
    network = bluesky()
    request = network.channel.render(a_thread_of(1), PICTURE)
    network.publish(request, network.staged(request))
    (record,) = posted(network)
    (approved,) = json.loads(request.parts["thread.json"])
    assert record == approved | {"createdAt": "2026-04-02T07:00:00.000Z"}
    assert record["langs"] == ["en"]
    assert record["embed"]["images"] == [
        {
            "image": fake_of(network).blobs[cid_of(0x55, PICTURE["cards/bread.png"])],
            "alt": "A loaf, with the sentence on it",
            "aspectRatio": {"width": 4, "height": 3},
        }
    ]
    data = record["text"].encode()
    linked = [data[one["index"]["byteStart"] : one["index"]["byteEnd"]].decode() for one in record["facets"]]
    assert linked == ["bakery.example/bread", "#Bread"]
    assert record["facets"][0]["features"] == [{"$type": "app.bsky.richtext.facet#link", "uri": LINK}]


def test_the_calls_are_these(request: pytest.FixtureRequest) -> None:
    network = bluesky()
    rendered = network.channel.render(a_thread_of(2), PICTURE)
    network.publish(rendered, network.staged(rendered))
    expected = Path(__file__).parent / "transcripts" / "bluesky_a_thread.txt"
    told = transcript(network.fake.requests, hide="c0ffee-canary-c0ffee-blue")
    if request.config.getoption("--update-golden"):
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")
    assert "c0ffee" not in told


# Once


@pytest.mark.parametrize("explicit", [False, True], ids=["a server that answers 500", "a server that names the reason"])
def test_two_at_the_same_time_make_one_post(explicit: bool) -> None:
    network = bluesky()
    fake_of(network).explicit = explicit
    request = network.request()
    staged = network.staged(request)
    other = a_bluesky(fake_of(network))

    def overtaken(_: httpx.Request) -> httpx.Response:
        other.publish(request, staged, KEY, AT, None)
        return httpx.Response(400, json={"error": "RecordNotFound", "message": "Could not locate record"})

    network.fail("GET", "getRecord", overtaken)
    if explicit:
        assert network.publish(request, staged) == other.publish(request, staged, KEY, AT, None)
    else:
        with pytest.raises(Uncertain):
            network.publish(request, staged)
    assert network.shown() == 1
    assert network.publish(request, staged).remote_id
    assert len(fake_of(network).commits) == 1


def test_a_refusal_that_could_not_be_looked_into_is_uncertain() -> None:
    network = bluesky()
    request = network.request()
    staged = network.staged(request)

    def refusal(_: httpx.Request) -> httpx.Response:
        network.fail("GET", "getRecord", server_error)
        return httpx.Response(409, json={"error": "RecordAlreadyExists", "message": "Record already exists"})

    network.fail(*network.publishing, refusal)
    with pytest.raises(Uncertain, match="could not be read"):
        network.publish(request, staged)


def test_a_clear_refusal_is_told_in_the_services_words() -> None:
    network = bluesky()
    request = network.request()
    staged = network.staged(request)
    body = {"error": "InvalidRequest", "message": "Record/text must not be longer than 3000 characters"}
    network.fail(*network.publishing, lambda _: httpx.Response(400, json=body))
    with pytest.raises(Rejected, match=r"^channels\.ours: Bluesky answered 400: Record/text must not be longer"):
        network.publish(request, staged)


def test_a_success_that_names_nothing_is_looked_into() -> None:
    network = bluesky()
    request = network.request()
    staged = network.staged(request)
    network.fail(*network.publishing, lambda _: httpx.Response(200, json={}), after=True)
    assert network.publish(request, staged).remote_id
    network.fail(*network.publishing, lambda _: httpx.Response(200, json={}))
    with pytest.raises(Uncertain, match="without what it created"):
        network.publish(request, staged, KEY + "/again")


def test_another_post_under_our_name_is_left_alone() -> None:
    network = bluesky()
    request = network.request()
    staged = network.staged(request)
    network.publish(request, staged)
    other = network.channel.render(a_thread(a_post(text="Something else", images=())))
    with pytest.raises(Rejected, match=r"another post is already at https://bsky\.app/profile/"):
        network.publish(other, staged)
    assert network.shown() == 1


def test_pictures_that_the_server_forgot_are_uploaded_again_and_nothing_went_out() -> None:
    network = bluesky()
    request = network.request()
    staged = network.staged(request)
    fake_of(network).forget_pictures()
    with pytest.raises(NotSent, match="had forgotten the pictures"):
        network.publish(request, staged)
    assert network.shown() == 0
    network.publish(request, staged)
    assert network.shown() == 1


def test_staging_twice_keeps_one_picture() -> None:
    network = bluesky()
    request = network.request()
    assert network.staged(request) == network.staged(request)
    assert len(fake_of(network).blobs) == 1


def test_a_picture_that_is_stored_otherwise_is_rejected() -> None:
    network = bluesky()
    network.fail("POST", "uploadBlob", lambda _: httpx.Response(200, json={"blob": {"$type": "blob", "size": 1}}))
    with pytest.raises(Rejected, match=r"another picture than cards/bread\.png"):
        network.staged(network.request())


def test_a_post_for_another_account_than_it_was_staged_for_differs() -> None:
    network = bluesky()
    request = network.request()
    staged = Staged("social/x", "did:plc:someoneelse", "https://bsky.app/")
    assert network.channel.read(request, staged).differs == ("audience",)
    with pytest.raises(Rejected):
        network.publish(request, staged)


def test_withdrawing_calls_nobody() -> None:
    network = bluesky()
    staged = network.staged(network.request())
    before = len(network.calls())
    network.channel.withdraw(staged)
    assert len(network.calls()) == before


# Sessions


def test_one_session_serves_many_calls() -> None:
    network = bluesky()
    for number in range(40):
        request = network.request()
        network.publish(request, network.staged(request), f"{KEY}/{number}")
    assert fake_of(network).sign_ins == 1


@pytest.mark.parametrize(("renewable", "sign_ins"), [(True, 1), (False, 2)])
def test_a_session_that_is_over_is_renewed_else_made_anew_and_the_refused_call_repeated(
    renewable: bool, sign_ins: int
) -> None:
    network = bluesky()
    request = network.request()
    staged = network.staged(request)
    fake_of(network).end_session(renewable=renewable)
    network.publish(request, staged)
    assert network.shown() == 1
    assert fake_of(network).sign_ins == sign_ins


def test_a_renewal_that_breaks_off_is_not_sent() -> None:
    network = bluesky()
    request = network.request()
    staged = network.staged(request)
    fake_of(network).end_session()
    network.fail("POST", "refreshSession", timeout)
    with pytest.raises(NotSent) as caught:
        network.publish(request, staged)
    assert not isinstance(caught.value, Uncertain)
    assert network.shown() == 0


def test_too_many_sign_ins_say_how_long_to_wait() -> None:
    network = bluesky()
    fake_of(network).sign_ins = 30
    with pytest.raises(Throttled, match="Rate Limit Exceeded") as caught:
        network.staged(network.request())
    assert caught.value.retry_after == 300


def test_a_wrong_password_is_told_by_check() -> None:
    wrong = "c0ffee-wrong-c0ffee-wrong"
    (finding,) = a_bluesky(FakeBluesky(), app_password=wrong).check()
    assert "Invalid identifier or password" in finding.message
    assert "c0ffee" not in finding.message


def test_an_account_that_is_not_active_is_told_by_check() -> None:
    (finding,) = a_bluesky(FakeBluesky(active=False)).check()
    assert "deactivated" in finding.message


# Names

MOMENTS = st.integers(0, 7_000_000_000_000_000).map(lambda microseconds: EPOCH + timedelta(microseconds=microseconds))


@given(
    MOMENTS,
    st.text(st.characters(exclude_categories=["Cs"])),
)
def test_keys_are_the_same_at_every_try_and_sort_as_their_parts(at: datetime, key: str) -> None:
    keys = [record_key(at, key, part) for part in range(1, 26)]
    assert keys == [record_key(at, key, part) for part in range(1, 26)]
    assert keys == sorted(set(keys))
    assert all(len(one) == 13 and one[0] in "234567abcdefghij" for one in keys)


def test_a_key_tells_its_moment() -> None:
    digits = "234567abcdefghijklmnopqrstuvwxyz"
    number = 0
    for digit in record_key(AT, KEY, 1):
        number = number * 32 + digits.index(digit)
    moment = EPOCH + timedelta(microseconds=number >> 10)
    assert AT <= moment < AT + timedelta(seconds=2)


def test_deliveries_of_one_slot_have_different_keys() -> None:
    assert len({record_key(AT, f"{KEY}/{number}", 1) for number in range(1000)}) == 1000


VALUES = st.recursive(
    st.one_of(st.integers(0, 2**53), st.booleans(), st.text(st.characters(exclude_categories=["Cs"]))),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text("abcé", min_size=1), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.text("abcdé", min_size=1), VALUES, max_size=5), st.binary(max_size=40))
def test_content_identifiers_are_those_of_another_encoder(record: dict[str, Any], picture: bytes) -> None:
    record["blob"] = {"$type": "blob", "ref": {"$link": picture_cid(picture)}}
    assert record_cid(record) == cid_of(0x71, encoded(record))
    assert picture_cid(picture) == cid_of(0x55, picture)


def test_an_identifier_in_a_text_stays_a_text() -> None:
    cid = picture_cid(b"x")
    assert record_cid({"text": cid}) == cid_of(0x71, encoded({"text": cid}))


# Rules


def a_record(**changes: Any) -> dict[str, Any]:
    return {**draft(a_post(text="Bread 💡 #Bread", images=()), []), **changes}


def a_facet(start: int, end: int, **feature: str) -> dict[str, Any]:
    named = feature or {"$type": "app.bsky.richtext.facet#tag", "tag": "Bread"}
    return {"index": {"byteStart": start, "byteEnd": end}, "features": [named]}


def an_image(**changes: Any) -> dict[str, Any]:
    blob = {"$type": "blob", "ref": {"$link": picture_cid(b"x")}, "mimeType": "image/png", "size": 1}
    image = {"image": blob | changes.pop("image", {}), "alt": "A loaf", "aspectRatio": {"width": 4, "height": 3}}
    return image | changes


def with_images(*images: dict[str, Any]) -> dict[str, Any]:
    return {"embed": {"$type": "app.bsky.embed.images", "images": list(images)}}


def with_card(**changes: Any) -> dict[str, Any]:
    card = {"uri": LINK, "title": "Bread", "description": "", "thumb": an_image()["image"]}
    return {"embed": {"$type": "app.bsky.embed.external", "external": card | changes}}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"text": "x" * 301}, "at most 300"),
        ({"text": "👩‍👩‍👧‍👧" * 130}, "at most 3000 bytes"),
        ({"text": ""}, "no empty text"),
        ({"langs": ["en", "nl", "de", "fr"]}, "at most 3 languages"),
        ({"langs": ["english!"]}, "at most 3 languages"),
        ({"facets": [a_facet(0, 18)]}, "outside the text of 17 bytes"),
        ({"facets": [a_facet(3, 3)]}, "outside the text"),
        ({"facets": [a_facet(-1, 3)]}, "outside the text"),
        ({"facets": [a_facet(7, 10)]}, "cuts a character"),
        ({"facets": [a_facet(6, 9)]}, "cuts a character"),
        ({"facets": [a_facet(0, 6), a_facet(5, 6)]}, "lies over another"),
        ({"facets": [a_facet(11, 17), a_facet(0, 6)]}, "out of order"),
        ({"facets": [a_facet(0, 5, **{"$type": "x#tag", "tag": "#Bread"})]}, "starts with #"),
        ({"facets": [a_facet(0, 5, **{"$type": "x#tag", "tag": "x" * 65})]}, "longer than 64"),
        ({"facets": [a_facet(0, 5, **{"$type": "x#tag", "tag": ""})]}, "is empty"),
        ({"facets": [a_facet(0, 5, **{"$type": "x#link", "uri": "javascript:alert(1)"})]}, "not a web address"),
        ({"facets": [a_facet(0, 5, **{"$type": "x#link", "uri": "https://a b"})]}, "not a web address"),
        ({"facets": [a_facet(0, 5, **{"$type": "x#mention", "did": "did:plc:x"})]}, "has a mention"),
        (with_images(*[an_image()] * 5), "at most 4 pictures"),
        (with_images(an_image(alt="x" * 2001)), "no description"),
        (with_images(an_image(image={"size": 2_000_001})), "larger than 2,000,000"),
        (with_images(an_image(image={"mimeType": "text/html"})), "or none"),
        (with_images(an_image(aspectRatio={"width": 0, "height": 3})), "no width"),
        ({"$type": "app.bsky.feed.like"}, "not a post"),
        (with_card(uri="javascript:alert(1)"), "not a web address"),
        (with_card(title=" "), "no title"),
        (with_card(thumb=an_image(image={"size": 1_000_001})["image"]), "larger than 1,000,000"),
        (with_card(thumb=an_image(image={"mimeType": "text/html"})["image"]), "or none"),
    ],
)
def test_a_record_that_breaks_a_rule_is_told_why(changes: dict[str, Any], told: str) -> None:
    assert mistakes(a_record()) == []
    assert told in " ".join(mistakes(a_record(**changes)))


def test_a_picture_may_stand_without_text() -> None:
    assert mistakes(a_record(text="", facets=[]) | with_images(an_image())) == []


def test_a_record_that_breaks_a_rule_is_not_staged() -> None:
    network = bluesky()
    request = network.channel.render(a_thread(a_post(text="x" * 301, images=())))
    with pytest.raises(Rejected, match=r"^channels\.ours: Bluesky takes at most 300 characters"):
        network.staged(request)
    assert network.calls() == []


def test_every_part_of_a_thread_is_valid_and_a_millisecond_after_the_one_before() -> None:
    drafts = [draft(post, []) for post in a_thread_of(3).posts]
    entries = finished(drafts, DID, KEY, AT)
    assert [mistakes(entry.record) for entry in entries] == [[], [], []]
    assert [entry.record["createdAt"][-5:] for entry in entries] == [".000Z", ".001Z", ".002Z"]
    assert entries == finished(drafts, DID, KEY, AT)


def test_the_fake_refuses_what_a_server_refuses() -> None:
    fake = FakeBluesky()
    with pytest.raises(RefusalError, match="Invalid"):
        fake._check(a_record(text="x" * 301, createdAt="2026-04-02T07:00:00.000Z"))
    with pytest.raises(RefusalError, match="Could not find blob"):
        fake._check(a_record(createdAt="2026-04-02T07:00:00.000Z") | with_images(an_image()))


def test_a_picture_shown_twice_is_uploaded_once() -> None:
    network = bluesky()
    twice = (Image("cards/bread.png", "One"), Image("cards/bread.png", "Two"))
    request = network.channel.render(a_thread(a_post(images=twice)), PICTURE)
    network.publish(request, network.staged(request))
    assert sum(path.endswith("uploadBlob") for _, path in network.calls()) == 1
    assert [one["alt"] for one in posted(network)[0]["embed"]["images"]] == ["One", "Two"]


# The card of a link

CARD = LinkCard("Bread that keeps", "Two habits.", "cards/bread.png")


def test_a_link_gets_its_card_with_a_picture_that_is_uploaded() -> None:
    network = bluesky()
    request = network.channel.render(a_thread(a_post(link=LINK, images=(), link_card=CARD)), PICTURE)
    network.publish(request, network.staged(request))
    (record,) = posted(network)
    embed = record["embed"]
    assert embed["$type"] == "app.bsky.embed.external"
    assert {name: embed["external"][name] for name in ("uri", "title", "description")} == {
        "uri": LINK,
        "title": "Bread that keeps",
        "description": "Two habits.",
    }
    assert embed["external"]["thumb"]["ref"] == {"$link": picture_cid(PICTURE["cards/bread.png"])}
    assert mistakes(record) == []


def test_a_post_with_pictures_shows_those_and_no_card() -> None:
    record = draft(a_post(link=LINK, link_card=CARD), [])
    assert record["embed"]["$type"] == "app.bsky.embed.external"
    request = bluesky().channel.render(a_thread(a_post(link=LINK, link_card=CARD)), PICTURE)
    (record,) = json.loads(request.parts["thread.json"])
    assert record["embed"]["$type"] == "app.bsky.embed.images"


def test_a_card_whose_picture_is_missing_is_rejected() -> None:
    with pytest.raises(Rejected, match=r"cards/bread\.png is missing"):
        bluesky().channel.render(a_thread(a_post(link=LINK, images=(), link_card=CARD)), {})


def test_a_card_may_have_no_picture() -> None:
    record = draft(a_post(link=LINK, images=(), link_card=LinkCard("Bread", "")), [])
    assert "thumb" not in record["embed"]["external"]
    assert mistakes(record) == []
