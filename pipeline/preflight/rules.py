"""Every rule by which drafts are judged: its number, its name, how grave it can be, and what it is about.

docs/findings.md says what to do about each; a test holds the two together, and that each is found and not found.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import Severity


@dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes:
        number: Which of the 29 checks of a newsletter it belongs to; None of the others.
        name: As in `report.json`; it never changes.
        severities: Those that it can have, gravest first.
        about: What is found.
        second_yes: True where a warning holds the draft until a person says that they read it once more.
    """

    number: int | None
    name: str
    severities: tuple[Severity, ...]
    about: str
    second_yes: bool = False


def _row(number: int | None, name: str, severities: str, about: str, *, second_yes: bool = False) -> Rule:
    known: dict[str, Severity] = {"e": "error", "w": "warning", "n": "note"}
    return Rule(number, name, tuple(known[letter] for letter in severities), about, second_yes)


RULES = (
    _row(1, "size", "ew", "the mail has more than 85 KB (error: more than 102 KB, which Gmail cuts off)"),
    _row(2, "style-size", "w", "all `<style>` together have more than 16 KB; Gmail drops the one that goes beyond"),
    _row(3, "style-nested", "w", "a rule stands inside another in a `<style>`, so Gmail drops all of it"),
    _row(4, "unsubscribe", "e", "no link with words ends the subscription, on the page or in the text part"),
    _row(4, "unsubscribe-fake", "w", "a link says that it ends the subscription and leads elsewhere"),
    _row(5, "postal-address", "e", "your postal address is missing, on the page or in the text part"),
    _row(6, "view-online", "w", "there is no link to read the mail online"),
    _row(7, "merge-tag", "ew", "a provider's tag would be shown or followed as it is (warning: in an article's link)"),
    _row(8, "subject-empty", "e", "there is no subject"),
    _row(8, "subject-long", "n", "the subject has more than 60 characters"),
    _row(8, "subject-shouts", "w", "the subject is in capitals, or ends in several exclamation marks"),
    _row(8, "subject-placeholder", "w", "the subject shows a `{name}`"),
    _row(8, "preheader-same", "w", "the preheader repeats the subject"),
    _row(9, "preheader-length", "n", "the preheader has less than 40 or more than 110 characters"),
    _row(10, "language", "w", "the page, or the element around all, does not say its language, or a wrong one"),
    _row(10, "direction", "w", "the page does not say which way its text runs, or a wrong one"),
    _row(11, "title", "w", "the page has no `<title>`"),
    _row(12, "table-role", "w", "a table that lays out would be read aloud as data"),
    _row(13, "image-alt", "w", "a picture has no words, or a file's name in their place"),
    _row(14, "image-width", "w", "a picture has no width in pixels, or more than 600"),
    _row(15, "image-format", "w", "a picture is in the mail itself, or in a format that not every program shows"),
    _row(16, "image-address", "ew", "a picture has no address that readers can reach (error: only your machine can)"),
    _row(16, "image-missing", "ew", "a picture cannot be loaded; with `--online` (error: there is none)"),
    _row(16, "image-weight", "w", "a picture has more than 1 MB; with `--online`"),
    _row(
        16,
        "image-unshown",
        "w",
        "a picture has no https address, so a mail that shows all goes without it",
    ),
    _row(16, "logo-file", "w", "the logo is a file, which no reader can see"),
    _row(17, "contrast", "ew", "words have too little contrast, in light or in dark (error: below 1.5)"),
    _row(18, "link-text", "wn", "a link does not say where it leads (warning: it has no words at all)"),
    _row(19, "link-address", "ew", "a link is empty, relative or not encrypted (error: only your machine knows it)"),
    _row(19, "link-staging", "w", "a link leads to a page that is still being tried out"),
    _row(19, "link-dead", "ew", "a link leads nowhere; with `--online` (error: the answer is clear)"),
    _row(20, "utm-differs", "n", "links to your site are counted otherwise than the others, or not"),
    _row(20, "utm-kept", "w", "an article's address has UTM parameters of its own"),
    _row(21, "dark-meta", "w", "the page does not say that it can be shown dark"),
    _row(21, "dark-rules", "w", "there are no rules for dark, of one of the two kinds"),
    _row(21, "dark-incomplete", "wn", "colours stay as they are in dark (warning: light grounds)"),
    _row(
        22,
        "client-support",
        "wn",
        "readers' mail programs lack something (warning: hard to read for 10 of 100)",
    ),
    _row(23, "forbidden", "ew", "scripts, forms, frames (error), films, fields, other files"),
    _row(23, "font-fallback", "w", "a font that not everybody has, and no usual one after it"),
    _row(23, "not-encrypted", "w", "a picture is loaded over http"),
    _row(24, "text-part", "ew", "the text part is missing (error), a stub, or shows markup"),
    _row(24, "text-links", "w", "the text part lacks links of the page"),
    _row(25, "heading-first", "w", "there is no heading of the first level, or there are several"),
    _row(25, "heading-order", "w", "a level of headings is left out"),
    _row(25, "text-small", "w", "words are smaller than 14 pixels"),
    _row(26, "suggested-key-points", "n", "key points are only suggested; nothing tells them before you keep them"),
    _row(26, "suggested-key-point", "n", "one of them, and why it was suggested; where there is no draft"),
    _row(26, "suggested-told", "e", "a suggestion is shown as if its author had written it"),
    _row(27, "sent-before", "w", "the readers of this list got the article in an earlier edition"),
    _row(28, "mixed-address", "n", "readers are addressed in two ways, in one article or in one mail"),
    _row(28, "other-address", "n", "readers are addressed otherwise than `voice: address` says"),
    _row(29, "greeting", "e", "a greeting is required and missing, or the mail does not show it"),
    _row(29, "greeting-language", "w", "the greeting is in another language than the mail"),
    _row(29, "notice", "e", "a notice that belongs to the mail is not in it"),
    _row(None, "own-block", "e", "a block of our own cannot be read"),
    _row(
        None,
        "own-block-missing",
        "wn",
        "a block's file or folder is not there (note: nothing for this edition)",
    ),
    _row(None, "own-block-empty", "n", "a block has no words, so it is left out"),
    _row(None, "own-block-same", "n", "a block's file says the same as in the last edition"),
    _row(None, "own-block-part", "n", "a piece of a block is left out: a comment, a heading with nothing below it"),
    _row(None, "own-block-nowhere", "w", "`order` does not name a block"),
    _row(None, "articles-left-out", "ew", "there are more articles than `at_most` (error: `order` has no articles)"),
    _row(
        None,
        "image-unpublished",
        "w",
        "an article's image could not be published (no picture, too large, gone), or is not beside it",
    ),
    _row(None, "image-moves", "n", "an image moves; the mail shows its first picture"),
    _row(None, "image-original", "n", "images stay where they are, since nobody fetched them"),
    _row(None, "all-quiet", "e", "posts never go out on a network, since all its days are quiet"),
    _row(
        None, "words-language", "w", "our own words beside an article are English, since there are none in its language"
    ),
    _row(None, "no-slot", "n", "posts have no slot, since their networks' days are taken"),
    _row(
        None,
        "past-day",
        "wn",
        "a post names a day that has passed, or goes out after it; by itself it gets no slot (note: in an edition)",
        second_yes=True,
    ),
    _row(None, "no-slot-before", "w", "a post names a day and has no slot before it"),
    _row(
        None,
        "passing-day",
        "w",
        "a post tells of an event tomorrow or next Saturday, or of what came out this week",
        second_yes=True,
    ),
    _row(None, "after-day", "n", "an article begins with a day, and posts about it that name none go out after it"),
    _row(
        None,
        "embargo",
        "ewn",
        "an article is dated ahead or under embargo (note), and is told before (error: an edition)",
        second_yes=True,
    ),
    _row(None, "image-folder", "w", "images could not be written"),
    _row(None, "color-adjusted", "n", "a colour could not be read where it stands, and another took its place"),
    _row(None, "template-style", "ew", "a style of a design that inboxes would not take; by `check` only"),
    _row(None, "article-address", "w", "an article has no address of its own"),
    _row(None, "link-password", "w", "an address in an article had a name and password, which are taken out"),
    _row(None, "encoding", "n", "an article's file is no UTF-8 and was read as Windows-1252"),
    _row(None, "no-key-points", "n", "an article has no key points"),
    _row(None, "bulb-in-text", "n", "a 💡 stands inside the text of an article and marks no key point"),
    _row(None, "borrowed-title", "w", "an article's title comes from its share line"),
    _row(None, "slip", "w", "a word or the start of a clause is said twice, or a word or character is broken"),
    _row(None, "never-word", "e", "a word that `voice: never` forbids"),
    _row(None, "rather-word", "n", "a word for which `voice: rather` has a better one"),
    _row(None, "post-limit", "e", "a post is longer than its network takes"),
    _row(None, "post-image", "e", "a post for Instagram has no picture"),
    _row(None, "post-alt", "e", "the words for a post's picture are longer than the network takes"),
    _row(
        None,
        "claim-cure",
        "w",
        "words say that something heals or is a medicine",
        second_yes=True,
    ),
    _row(
        None,
        "claim-disease",
        "w",
        "good is said to be done against a disease (with `topic: health`), or something to blood pressure and the like",
        second_yes=True,
    ),
    _row(None, "claim-medicine", "w", "a medicine is named, prescribed or injected", second_yes=True),
    _row(None, "grave-told", "w", "a lost or ended pregnancy, or a suicide, is told", second_yes=True),
    _row(
        None,
        "claim-figure",
        "wn",
        "a figure about people, risk or effect, or of a study, has no source (warning: with `topic: health`), "
        "or is told without the sentence of its article that limits it (always a warning)",
        second_yes=True,
    ),
    _row(
        None,
        "claim-research",
        "wn",
        "research is said to have found something, and not whose (warning: with `topic: health`)",
        second_yes=True,
    ),
    _row(
        None,
        "claim-animals",
        "w",
        "something tells as if of people what its section found in animals",
        second_yes=True,
    ),
    _row(None, "quoted-told", "w", "a post tells as ours what somebody says in its article", second_yes=True),
    _row(
        None,
        "claim-language",
        "w",
        "no words for claims are known of its language; with `topic: health`",
        second_yes=True,
    ),
    _row(None, "claim-button", "w", "a button or line invites to an appointment beside a claim", second_yes=True),
    _row(None, "button-left-out", "n", "a button for an appointment is left out beside a claim"),
    _row(
        None,
        "source-missing",
        "wn",
        "a source in the text is no reference of its article (warning: with `topic: health`)",
        second_yes=True,
    ),
    _row(None, "care-topic", "w", "an article's front matter says `topic: health`, and config.yaml does not"),
    _row(
        None,
        "names-told",
        "w",
        "somebody is named or quoted whose article says that names were changed",
        second_yes=True,
    ),
    _row(None, "rights", "e", "an article that may only be quoted is quoted twice on a network, or without credit"),
    _row(
        None,
        "rights-unknown",
        "wn",
        "an article seems to be somebody else's, and is treated as ours (note: by its address)",
        second_yes=True,
    ),
    _row(None, "post-alt-missing", "w", "a post's picture has no words"),
    _row(
        None, "post-hashtags", "w", "a post has more hashtags than `voice: hashtags: most`, or than the network links"
    ),
    _row(None, "post-bytes", "w", "a post has more bytes than its network was seen to take"),
    _row(None, "post-mention", "n", "a post names an account, and its network tells whoever has that name there"),
    _row(None, "post-reference", "w", "a post has a marker such as [2] or (source), which leads nowhere there"),
    _row(None, "post-leans", "w", "a post begins with words that lean on a sentence before it"),
    _row(None, "post-language", "w", "a post is written in another language than it is marked with"),
    _row(None, "post-link-missing", "w", "a post's link is not in its words"),
    _row(None, "post-link-twice", "w", "a post gives the same link more than once"),
    _row(None, "post-broken", "w", "a post ends in the middle, or leaves a bracket or a quotation open"),
    _row(None, "post-same-words", "n", "four networks or more tell of an article in the same words"),
    _row(
        None,
        "post-alike",
        "n",
        "two key points of an article say nearly the same; only one of them gets a time on each network",
    ),
    _row(None, "post-outdated", "e", "a post tells its key point in words that were replaced by ones that make none"),
    _row(None, "post-twice", "w", "two posts made together say the same on one network"),
    _row(None, "post-earlier", "w", "a post says nearly what an earlier one said on the network"),
)

# Warnings of these hold a draft for a second yes, which is written to the audit trail.
SECOND_YES = frozenset(rule.name for rule in RULES if rule.second_yes)
