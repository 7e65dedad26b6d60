"""A thread is one draft with one slot: approved whole, sent part by part where the network takes no threads."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.channels.outbox import Outbox
from pipeline.config.shape import Newsletter
from pipeline.errors import UsageError
from pipeline.jobs import build, deciding, deliver, editing, scheduling, showing, thread_parts
from pipeline.model import Article, Image, KeyPoint, Post, Thread
from tests.factories import a_config
from tests.factories import an_article as an_article_with
from tests.jobs.desks import HOUR, MONDAY, SOCIAL, House

POINTS = ("Rest makes the dough strong.", "Steam gives a crust.", "Racks cool the loaf.")


def planned(*forms: str) -> dict[str, Any]:
    return SOCIAL | {"networks": {"mastodon": {"days": ["monday", "friday"], "at": "12:30", "as": list(forms)}}}


@pytest.fixture
def house(tmp_path: Path) -> House:
    made = House(tmp_path, newsletters={}, social=planned("thread"))
    made.channel.facts = replace(made.channel.facts, atomic_threads=False)
    return made.opened()


def drafts(house: House) -> list[dict[str, Any]]:
    return [showing.whole(house.desk, row["id"]) for row in showing.listed(house.desk, everything=False)]


def test_a_thread_is_one_draft_in_one_slot_with_a_delivery_a_part(house: House) -> None:
    house.write("Bread", *POINTS)
    assert house.draft()[-1].endswith("1 posts drafted")
    (draft,) = drafts(house)
    assert [post["parts"] for post in draft["posts"]] == [5] * 5
    assert [one["part"] for one in draft["deliveries"]] == [1, 2, 3, 4, 5]
    assert house.draft() == []


def test_the_parts_go_out_in_order_after_one_approval(house: House) -> None:
    house.write("Bread", *POINTS)
    house.draft()
    deciding.approve(house.desk, 1, "Ann")
    house.time += 6 * HOUR
    house.deliver()
    texts = [request.parts["text"].decode() for _, request in house.channel.published]
    assert [text.rpartition(" ")[2] for text in texts] == [f"{part}/5" for part in range(1, 6)]
    assert [point in text for point, text in zip(POINTS, texts[1:], strict=False)] == [True] * 3


def test_with_text_the_thread_and_each_key_point_have_slots_of_their_own(house: House) -> None:
    house.configure(newsletters={}, social=planned("text", "thread"))
    house.write("Bread", *POINTS)
    assert house.draft()[-1].endswith("4 posts drafted")
    assert sorted(len(draft["posts"]) for draft in drafts(house)) == [1, 1, 1, 5]
    assert len({draft["slot"] for draft in drafts(house)}) == 4


def test_a_key_point_that_is_reworded_or_left_out_changes_the_thread(house: House) -> None:
    house.write("Bread", *POINTS)
    house.draft()
    list(editing.reword(house.desk, 1, "Ann", "1.1", "Dough wants a night of rest."))
    assert "Dough wants a night of rest." in drafts(house)[0]["posts"][1]["text"]
    list(editing.leave_out(house.desk, 1, "Ann", ["1.2"]))
    (draft,) = drafts(house)
    assert [post["parts"] for post in draft["posts"]] == [4] * 4
    assert [one["part"] for one in draft["deliveries"]] == [1, 2, 3, 4]


def test_a_persons_own_words_are_cut_where_they_say(house: House) -> None:
    house.write("Bread", *POINTS)
    house.draft()
    editing.words(house.desk, 1, "Ann", text="Our bread.\n---\nIt keeps.\n\n---\nRead on: https://bakery.example/bread")
    (draft,) = drafts(house)
    assert [post["text"] for post in draft["posts"]] == [
        "Our bread.",
        "It keeps.",
        "Read on: https://bakery.example/bread",
    ]


def test_an_own_long_text_becomes_a_thread(house: House) -> None:
    text = " ".join(f"Loaf {n} rested for a night in the coolest corner of our shed." for n in range(30))
    (event,) = scheduling.own_post(house.desk, ["mastodon"], text, None, "Ann", as_thread=True)
    assert not event.needs_person
    (draft,) = drafts(house)
    assert len(draft["posts"]) == len(draft["deliveries"]) > 3
    assert draft["posts"][0]["text"].endswith(f" 1/{len(draft['posts'])}")


@pytest.mark.parametrize(
    ("network", "text", "why"),
    [
        ("linkedin", "Hello.", "linkedin has no threads"),
        ("bluesky", "https://a.nl/" + "a" * 400, "fits in no part"),
        ("x", "word " * 20_000, "too long"),
    ],
)
def test_what_makes_no_thread_is_refused(house: House, network: str, text: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        list(scheduling.own_post(house.desk, [network], text, None, "Ann", as_thread=True))
    assert drafts(house) == []


def test_all_parts_of_a_thread_get_one_slot_in_a_build() -> None:
    config = a_config(social={"networks": {"x": {"days": ["monday", "friday"], "as": ["text", "thread"]}}})
    article: Article = an_article_with(key_points=tuple(map(KeyPoint, POINTS)))
    made = build.posts_of([article], config, MONDAY, say=lambda _: None).posts
    assert len({post.slot for post in made if post.parts > 1}) == 1
    assert len({post.slot for post in made}) == 4


def a_thread(count: int) -> Thread:
    return Thread(
        tuple(
            Post(
                "x",
                f"Part {part}",
                "https://bakery.example/" if part == count else None,
                "tests:bread",
                "en",
                images=(Image(f"{part}.png", "A card"),),
                part=part,
                parts=count,
            )
            for part in range(1, count + 1)
        )
    )


@given(before=st.integers(1, 6), after=st.integers(1, 6))
def test_a_rewritten_thread_keeps_its_link_last_and_each_picture_at_its_part(before: int, after: int) -> None:
    made = thread_parts.rewritten(a_thread(before), "\n---\n".join(f"New {part}" for part in range(1, after + 1))).posts
    assert [(post.part, post.parts, post.text) for post in made] == [
        (part, after, f"New {part}") for part in range(1, after + 1)
    ]
    assert made[-1].link == "https://bakery.example/"
    assert [post.link for post in made[:-1]] == [None] * (after - 1)
    assert [post.images[0].file for post in made if post.images] == [
        f"{n}.png" for n in range(1, min(before, after) + 1)
    ]


def test_what_people_read_is_what_they_may_send_back() -> None:
    thread = a_thread(4)
    assert thread_parts.rewritten(thread, thread_parts.readable([post.text for post in thread.posts])) == thread


def test_a_line_of_dashes_means_nothing_where_there_are_no_threads() -> None:
    post = Post("linkedin", "Bread", None, "tests:bread", "en")
    made = thread_parts.rewritten(Thread((post,)), "One\n---\nTwo")
    assert [part.text for part in made.posts] == ["One\n---\nTwo"]


def test_of_a_thread_with_an_error_in_one_part_none_is_put_into_the_outbox() -> None:
    config = a_config(
        social={"networks": {"x": {"as": ["thread"]}, "mastodon": {"as": ["text"]}}}, voice={"never": ["crust"]}
    )
    article = an_article_with(key_points=tuple(map(KeyPoint, POINTS)))
    recipe = Newsletter.model_validate({"from": ["desk"]})
    draft = build.whole([article], "weekly", recipe, config, MONDAY, say=lambda _: None)
    assert draft.email
    outbox = Outbox(Path("out"), config.brand)
    names = set(deliver.outbox_request(outbox, draft, draft.email).parts)
    assert not any(name.startswith("posts/x-") for name in names)
    assert len([name for name in names if name.startswith("posts/mastodon-")]) == 3
