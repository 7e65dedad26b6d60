"""Messages to send, each valid unless a test says otherwise."""

from __future__ import annotations

import base64
from typing import Any

from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE, Email, Image, Post, Thread

# A grey PNG of 4 × 3 pixels.
PICTURE = {
    "cards/bread.png": base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAAAAACRn/EaAAAADklEQVR4nGNoAAIGOAEALQ8GAa0C414AAAAASUVORK5CYII="
    )
}


def an_email(**changes: Any) -> Email:
    values: dict[str, Any] = {
        "subject": "Bread that keeps",
        "preheader": "Two habits for a loaf that lives longer",
        "html": (
            '<!doctype html><html lang="en"><body><h1>Bread that keeps 💡</h1>'
            f'<a href="{VIEW_ONLINE}">View online</a> <a href="{UNSUBSCRIBE}">Unsubscribe</a></body></html>'
        ),
        "text": f"Bread that keeps 💡\n\nView online: {VIEW_ONLINE}\nUnsubscribe: {UNSUBSCRIBE}\n",
        "language": "en",
    }
    return Email(**(values | changes))


def a_post(**changes: Any) -> Post:
    values: dict[str, Any] = {
        "network": "linkedin",
        "text": "Dough that rests overnight keeps longer.\n\nhttps://bakery.example/bread",
        "link": "https://bakery.example/bread",
        "article": "tests:bread",
        "language": "en",
        "images": (Image("cards/bread.png", "A loaf, with the sentence on it"),),
    }
    return Post(**(values | changes))


def a_thread(*posts: Post) -> Thread:
    return Thread(posts or (a_post(),))
