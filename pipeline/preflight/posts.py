"""Posts -> findings: what would be refused, cut or embarrassing on a network."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline import language as languages
from pipeline import limits
from pipeline.config.shape import Config
from pipeline.language.standing import OPENED, Leaning, stand_alone
from pipeline.model import THREADED, Article, Finding, Network, Post
from pipeline.preflight import address, care, days, slips, telling, twice, unfinished
from pipeline.preflight.wording import links, said, without_links

_SEEN_REFUSED = 500  # bytes
_TELLING_WORDS = 15  # a shorter text does not tell its language
_TELLING_LINE = 8  # words; a shorter line may be one of ours, in our own language
# Those of one group cannot be told apart by so few words.
_KIN = ({"da", "no", "nb", "nn", "sv"}, {"es", "pt", "gl", "ca"}, {"nl", "af"}, {"cs", "sk"})
_SHOWN_TAGS: Mapping[Network, int] = {"threads": 1}  # a second topic tag stays plain text there
_TELLS_NAMED: frozenset[Network] = frozenset({"x", "mastodon", "threads", "instagram"})  # by `@` and a name alone
_MARKER = re.compile(
    r"\[\d{1,3}(?:[,;–-]\s?\d{1,3})*\]"
    r"|\((?:bron|source|quelle|fuente|fonte)\)"
    r"|\b(?:zie|see|siehe|voir|véase|vedi) (?:ook |also |auch )?"
    r"(?:figuur|fig\.|figure|tabel|table|abb\.|abbildung|tabelle|tableau|figura|tabla|tabella)",
    re.IGNORECASE,
)


Placed = tuple[Post, str]
"""A post and where it is, by which findings name it: the file it is written to, or its draft."""


def check(
    posts: Sequence[Post], config: Config, articles: Sequence[Article] = (), *, drafted: bool = False
) -> list[Finding]:
    """Findings about finished posts, in their order.

    Args:
        articles: What they tell of, with the words that a person chose.
        drafted: Whether they are the parts of one draft, and not files.
    """
    known = {article.guid: article for article in articles}
    found: list[Finding] = []
    placed = [(post, _in_draft(post)) for post in posts] if drafted else _placed(posts)
    threads = _threads(placed)
    for thread in threads:
        whole = "\n".join(post.text for post, _ in thread)
        for post, place in thread:
            found += _post(post, place, config)
            found += telling.check(post, place, config, known.get(post.article), whole)
        found += _links(thread)
        if where := unfinished.breaks(whole):
            message = f"It seems to be cut: {where}."
            found.append(Finding("post-broken", "warning", thread[-1][1], message, "Finish it, or take that out."))
    across = twice.across([[post for post, _ in thread] for thread in threads], known, config.care.notice)
    return [*found, *telling.quoted(placed, known), *twice.among(placed), *twice.within(posts, known), *across]


def _in_draft(post: Post) -> str:
    """A post as the findings of its draft name it."""
    return f"{post.network} post, part {post.part}" if post.parts > 1 else f"{post.network} post"


def _placed(posts: Sequence[Post]) -> list[Placed]:
    """Each post with the file it is written to."""
    counts: Counter[Network] = Counter()
    found = []
    for post in posts:
        counts[post.network] += 1
        found.append((post, f"posts/{post.network}-{counts[post.network]:02d}.txt"))
    return found


def _threads(placed: Sequence[Placed]) -> list[list[Placed]]:
    """The parts of each thread together; most have one."""
    found: list[list[Placed]] = []
    for post, place in placed:
        if post.part == 1 or not found:
            found.append([])
        found[-1].append((post, place))
    return found


def _shorter(post: Post) -> str:
    """What to do about a post that is too long; one of our own has no key point."""
    if post.article:
        return "Reword the key point in fewer words."
    threads = post.network in THREADED and post.parts == 1
    return "Shorten it" + (", or send it as a thread: post --thread." if threads else ".")


def _post(post: Post, place: str, config: Config) -> Iterator[Finding]:
    for problem in limits.problems(post.network, post.text):
        yield Finding("post-limit", "error", place, problem, _shorter(post))
    yield from _bytes(post, place)
    yield from care.words(post.text, place, config.voice, post.language)
    yield from (replace(one, place=place) for one in slips.of(place, said(post.text), post.language))
    if not post.article:  # how an article speaks is told once, of the article
        yield from address.of(place, said(post.text), post.language, config.voice.address)
    yield from _pictures(post, place)
    yield from _hashtags(post, place, config)
    yield from _mentions(post, place)
    yield from _leaning(post, place)
    yield from days.passing(post, place)
    yield from _language(post, place)


def _pictures(post: Post, place: str) -> Iterator[Finding]:
    rules = limits.LIMITS[post.network]
    if post.network == "instagram" and not post.images:
        message = "Instagram takes no post without a picture, and it has none."
        remedy = "Do what is said of its card: install a font that it lacks, or use fewer words."
        yield Finding("post-image", "error", place, message, remedy if post.article else "Post it there by hand.")
    for image in post.images:
        if len(image.alt) > rules.alt_text:
            message = (
                f"The words for its picture have {len(image.alt)} characters; {rules.name} takes {rules.alt_text}."
            )
            yield Finding("post-alt", "error", place, message, "Shorten the key point.")
        if not image.alt.strip():
            message = f"Its picture {image.file} has no words, so who cannot see it learns nothing of it."
            yield Finding("post-alt-missing", "warning", place, message, "Give the picture its words.")


def _hashtags(post: Post, place: str, config: Config) -> Iterator[Finding]:
    count = len(limits.hashtags(without_links(post.text)))
    shown = _SHOWN_TAGS.get(post.network)
    wanted = config.voice.hashtags.most
    if count > wanted:
        message = f"It has {count} hashtags; config.yaml says at most {wanted} (voice.hashtags.most)."
        yield Finding("post-hashtags", "warning", place, message, "Take some out.")
    elif shown is not None and count > shown:
        message = f"It has {count} hashtags; {limits.LIMITS[post.network].name} makes {shown} of them a link."
        yield Finding("post-hashtags", "warning", place, message, "Take the others out.")


def _bytes(post: Post, place: str) -> Iterator[Finding]:
    """Threads documents 500 characters, and was seen to refuse 498 of 504 bytes (gitroomhq/postiz-app, pull 1946)."""
    size = len(post.text.encode())
    if post.network == "threads" and size > _SEEN_REFUSED and limits.fits(post.network, post.text):
        message = f"It has {size} bytes, and Threads was seen to refuse more than {_SEEN_REFUSED}."
        yield Finding("post-bytes", "warning", place, message, "Shorten it, or look there whether it came through.")


def _mentions(post: Post, place: str) -> Iterator[Finding]:
    """Accounts that are told of the post: a name from an article, or `@media`, may be a stranger's there."""
    text = without_links(post.text) if post.network in _TELLS_NAMED else ""
    for name in sorted({text[slice(*span)] for span in limits.mentions(text)}):
        message = f"{limits.LIMITS[post.network].name} tells whoever is called {name} there of it."
        yield Finding("post-mention", "note", place, message, "Check that it is whom you mean, or take the @ out.")


def _leaning(post: Post, place: str) -> Iterator[Finding]:
    """Words that mean nothing without the article: a beginning that leans on another sentence, and lost markers."""
    if marker := _MARKER.search(without_links(post.text)):
        message = f"“{marker[0]}” leads nowhere in a post."
        yield Finding("post-reference", "warning", place, message, "Take it out, or name the source in words.")
    if post.part > 1 or (post.article and post.key_point is None):  # a title may begin as it likes
        return
    first = (languages.sentences(said(post.text), post.language, most=1) or [""])[0]
    standing = stand_alone(first, post.language, term="…")
    if isinstance(standing, Leaning) and any(char.isalpha() for char in first):
        message = f"“{first[:80]}” cannot be read alone: {standing.reason}."
        yield Finding("post-leans", "warning", place, message, "Say what it speaks of.")
    elif not isinstance(standing, Leaning) and OPENED in standing.repairs:
        message = f"“{first[:80]}” opens as if something stood before it."
        yield Finding("post-leans", "warning", place, message, "Begin with the point itself.")


def _language(post: Post, place: str) -> Iterator[Finding]:
    # A short line, or one that leads to a link, is nobody's of the article: “Read on:”, “The link is in our bio.”
    lines = (line for line in said(post.text).splitlines() if len(line.split()) >= _TELLING_LINE)
    tag, words = post.language[:2].lower(), "\n".join(line for line in lines if line[-1] not in ":：")
    if tag not in languages.TOLD_APART or len(words.split()) < _TELLING_WORDS:
        return
    heard = languages.detect(words, tag)
    if heard != tag and not any({heard, tag} <= kin for kin in _KIN):
        message = f"It seems to be written in {heard}, and is marked as {tag}."
        yield Finding("post-language", "warning", place, message, "Write it in that language, or discard it.")


def _links(thread: Sequence[Placed]) -> Iterator[Finding]:
    """Whether readers find the link of a post, or of a part of its thread, and once."""
    place = thread[0][1]
    found = [_bare(link) for post, _ in thread for link in links(post.text)]
    whole = "\n".join(post.text for post, _ in thread).lower()
    if (wanted := next((post.link for post, _ in thread if post.link), None)) and _bare(wanted) not in whole:
        message = f"Its link is not in its words: {wanted}"
        yield Finding("post-link-missing", "warning", place, message, "Put the link in, or discard the post.")
    for link, count in Counter(found).items():
        if count > 1:
            message = f"It gives the same link {count} times: {link}"
            yield Finding("post-link-twice", "warning", place, message, "Leave it there once.")


def _bare(link: str) -> str:
    """A link by host and path, as people know it."""
    return (
        re.sub(r"^(?:https?://)?(?:www\.)?|[?#].*$", "", link, flags=re.IGNORECASE | re.DOTALL)
        .rstrip('/.,;:!?)”"')
        .lower()
    )
