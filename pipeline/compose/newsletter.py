"""An edition of a newsletter -> the mail: subject, preheader, HTML with its styles inline, and text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jinja2 import pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline.compose import inline, markup, plaintext, templates, words
from pipeline.compose.locales import is_known, primary
from pipeline.compose.look import look
from pipeline.compose.own_tags import OwnTags, unknowable
from pipeline.compose.variables import variables
from pipeline.config.shape import Config, Newsletter
from pipeline.errors import TemplateError
from pipeline.model import Article, Edition, Email


@dataclass(frozen=True)
class Composed:
    """A mail as composed.

    Attributes:
        email: What is sent; its HTML has the styles inline.
        source_html: The HTML before that.
    """

    email: Email
    source_html: str


def compose(edition: Edition, recipe: Newsletter, config: Config) -> Composed:
    """The mail of `edition` by `recipe`. `UNSUBSCRIBE` and `VIEW_ONLINE` of model.py are where a provider's tags go.

    Raises:
        TemplateError: the design or its words are missing or broken, or config.yaml uses an unknown name in a subject.
    """
    tag = language_of(edition.articles, config.brand.language)
    shown, values = variables(edition, recipe, config, tag)
    env = environment(config)
    design = f"email/{recipe.design}/newsletter"
    own = OwnTags(unknowable(values))
    own.watch(env)
    source = templates.render(env, f"{design}.html", values)
    text = own.give_back(plaintext.tidy(templates.render(env, f"{design}.txt", values)), "\u2060")
    try:
        html = own.give_back(inline.inline(source, config.email.inliner), "&#8288;")
    except inline.BeyondPremailerError as error:
        place = templates.place_of(error.selector, recipe.design, env)
        raise TemplateError(f"{place or f'newsletter.source.html, line {error.line}'}: {error.remedy}") from error
    except TemplateError as error:
        raise TemplateError(f"templates/{design}.html, filled in as newsletter.source.html: {error}") from error
    email = Email(shown.subject, shown.preheader, html, text, tag, shown.alternatives, own.tags)
    return Composed(email, own.give_back(source, "&#8288;"))


def language_of(articles: Iterable[Article], fallback: str) -> str:
    """The language of `articles` where they agree, without its region where only that differs; else `fallback`."""
    tags = {article.language for article in articles if is_known(article.language)}
    if len(tags) == 1:
        return tags.pop()
    short = {primary(tag) for tag in tags}
    return short.pop() if len(short) == 1 else fallback


def environment(config: Config) -> ImmutableSandboxedEnvironment:
    """The templates of mails, with the filters that they may use."""
    env = templates.environment(config.folder)
    env.filters.update(plaintext.FILTERS, fill=words.fill, linked=markup.linked, spaced=_spaced)
    env.globals["density"] = look(config.brand).density
    return env


@pass_context  # else Jinja2 would work it out while it compiles, once for all brands
def _spaced(context: Context, px: float) -> int:
    """A distance in px, as roomy as the brand wants it."""
    times = context.environment.globals["density"]
    assert isinstance(times, float)  # noqa: S101  compose put it there
    return round(px * times)
