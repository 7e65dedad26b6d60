"""The mail programs, as a table: a row says what each takes away from a mail, at what width, and how sure we are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.preflight.clients import gmail, support, word
from pipeline.preflight.clients.dark import OUTLOOK_COM, PARTLY, WHOLLY, inverted
from pipeline.preflight.clients.page import Step, framed, pictures_blocked, styled, without, without_attributes
from pipeline.preflight.clients.support import Scheme

Likeness = Literal["close", "rough", "simulated"]
PHONE, PANE, WINDOW = 375, 660, 760  # pixels of a telephone, of the reading pane of a webmail, of a window


@dataclass(frozen=True)
class Profile:
    """A mail program.

    Attributes:
        name: Stands in file names.
        label: What people call it.
        width: Pixels that a mail has there.
        scheme: What the reader's screen is set to.
        likeness: "close": what it takes away is known and the engine is of the same kind as a browser's. "rough": its
            engine differs, and only what is known of it is shown. "simulated": its makers do not tell what it does.
        note: How true the picture is, in a sentence or two.
        steps: What it does to the page, in order, after what all do.
        reads_word: Whether it reads what conditional comments hold for Word.
        clips: Whether it shows only the first part of a long mail.
        is_text: Whether it shows the text part.
    """

    name: str
    label: str
    width: int
    scheme: Scheme
    likeness: Likeness
    note: str
    steps: tuple[Step, ...] = ()
    reads_word: bool = False
    clips: bool = False
    is_text: bool = False

    @property
    def is_phone(self) -> bool:
        """Whether it is a telephone's."""
        return self.width == PHONE

    @property
    def height(self) -> int:
        """Pixels of a mail that are seen at once."""
        return 812 if self.is_phone else 860


_WEBMAIL = without("svg", "picture source", "title", "meta:not([name=viewport])")
_UNLABELLED = without_attributes("aria-label", "aria-hidden", "aria-labelledby", "aria-describedby")
_GMAIL = (gmail.strict, styled(support.GMAIL), _WEBMAIL)
_WORD = (word.own_styles, styled(support.WORD), word.shapes, word.unseen_pictures, without("svg", "picture source"))

PROFILES: tuple[Profile, ...] = (
    Profile(
        "ios-mail", "Mail on iPhone", PHONE, "light", "close",
        "It shows the mail as it is. Its larger system fonts are not here.",
        (styled(support.APPLE), framed("#ffffff", "#000000")),
    ),
    Profile(
        "ios-mail-dark", "Mail on iPhone", PHONE, "dark", "close",
        "It takes the mail's own dark colours. A mail without any would be darkened by the phone; that is not here.",
        (styled(support.APPLE), framed("#000000", "#ffffff")),
    ),
    Profile(
        "gmail-app", "Gmail app", PHONE, "light", "close",
        "With a Google account. Rules for small screens hold; what Gmail's list of CSS lacks is gone.",
        (*_GMAIL, framed("#ffffff", "#202124")),
        clips=True,
    ),
    Profile(
        "gmail-app-foreign", "Gmail app (IMAP)", PHONE, "light", "close",
        "With an account of another provider (IMAP): no style sheet at all, so only styles on the elements count.",
        (styled(support.GMAIL_FOREIGN), _WEBMAIL, framed("#ffffff", "#202124")),
        clips=True,
    ),
    Profile(
        "gmail-android-dark", "Gmail app on Android", PHONE, "dark", "simulated",
        "It ignores the mail's dark colours and makes its own. How is not published; here as Chromium darkens pages.",
        (*_GMAIL, inverted(PARTLY, "#1b1b1b"), framed("#1b1b1b", "#e8eaed")),
        clips=True,
    ),
    Profile(
        "gmail-ios-dark", "Gmail app on iPhone", PHONE, "dark", "simulated",
        "It ignores the mail's dark colours and turns all of them around, dark grounds too; how is not published.",
        (*_GMAIL, inverted(WHOLLY, "#1b1b1b"), framed("#1b1b1b", "#e8eaed")),
        clips=True,
    ),
    Profile(
        "samsung", "Samsung Email", PHONE, "light", "close",
        "Nearly all CSS counts. Samsung's own large text is not here.",
        (styled(support.SAMSUNG), framed("#ffffff", "#000000")),
    ),
    Profile(
        "samsung-dark", "Samsung Email", PHONE, "dark", "simulated",
        "It takes the mail's dark colours; in some versions it darkens what is still light besides, which is not here.",
        (styled(support.SAMSUNG), framed("#000000", "#ffffff")),
    ),
    Profile(
        "gmail-web", "Gmail in the browser", PANE, "light", "close",
        "Its list of CSS is kept to, a style sheet that is too long or nested goes, a mail beyond 102 KB is clipped. "
        "Gmail in the browser leaves a mail's colours alone when it is dark itself.",
        (*_GMAIL, framed("#ffffff", "#222222")),
        clips=True,
    ),
    Profile(
        "outlook-windows", "Outlook on Windows (classic)", WINDOW, "light", "rough",
        "Word lays it out, a browser shows it here: what Word does not know is gone, what stands in comments for it "
        "is read. Word's own line heights, gaps and page breaks are not here.",
        (*_WORD, framed("#ffffff", "#000000")),
        reads_word=True,
    ),
    Profile(
        "outlook-windows-dark", "Outlook on Windows (classic)", WINDOW, "dark", "simulated",
        "As in light, with all colours turned around; Microsoft does not publish how.",
        (*_WORD, inverted(WHOLLY, "#262626"), framed("#262626", "#ffffff")),
        reads_word=True,
    ),
    Profile(
        "outlook-com", "Outlook.com and new Outlook", PANE, "light", "close",
        "What it filters is gone, and classes have its prefix.",
        (styled(support.OUTLOOK_COM), _WEBMAIL, framed("#ffffff", "#242424")),
    ),
    Profile(
        "outlook-com-dark", "Outlook.com and new Outlook", PANE, "dark", "simulated",
        "It darkens light grounds and keeps the former colours in data-ogsc and data-ogsb, which rules of the mail "
        "answer; its arithmetic is guessed.",
        (styled(support.OUTLOOK_COM), _WEBMAIL, inverted(OUTLOOK_COM, "#292929"), framed("#292929", "#ffffff")),
    ),
    Profile(
        "apple-mail", "Mail on Mac", WINDOW, "light", "close",
        "It shows the mail as it is.",
        (styled(support.APPLE), framed("#ffffff", "#000000")),
    ),
    Profile(
        "apple-mail-dark", "Mail on Mac", WINDOW, "dark", "close",
        "It takes the mail's own dark colours. A mail without any may be darkened by the Mac; that is not here.",
        (styled(support.APPLE), framed("#1e1e1e", "#ffffff")),
    ),
    Profile(
        "yahoo", "Yahoo Mail", PANE, "light", "close",
        "What it filters is gone, names have its prefix, and heights are only least heights.",
        (styled(support.YAHOO), _WEBMAIL, _UNLABELLED, framed("#ffffff", "#1d2228")),
    ),
    Profile(
        "thunderbird", "Thunderbird, pictures off", WINDOW, "light", "close",
        "As it shows a first mail of a sender: no picture until the reader asks. By the last published test (2023) "
        "it reads no @media.",
        (styled(support.THUNDERBIRD), pictures_blocked, framed("#ffffff", "#000000")),
    ),
    Profile(
        "plain-text", "Text only", PANE, "light", "close",
        "The text part, as programs without HTML and many screen readers' users have it. Widths of letters differ.",
        (framed("#ffffff", "#1a1a1a"),),
        is_text=True,
    ),
)  # fmt: skip
