"""Bluesky: posts and threads of one account, as records of its repository.

https://docs.bsky.app/docs/advanced-guides/posts, https://atproto.com/specs/repository
"""

from pipeline.channels.bluesky.channel import Bluesky

__all__ = ["Bluesky"]
