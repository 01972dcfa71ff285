"""What articles and their lists say of themselves elsewhere: see ``pages.heads``."""

from django.urls import reverse
from django.utils.translation import gettext as _

from blog.graph import page_of, posting
from blog.models import Article, Series
from blog.months import Month
from blog.places import Place
from blog.selections import Selection
from blog.share_images import share_image_of
from pages import frame, heads, kept_practice
from pages.heads import Crumb, FeedLink, Head

LIST = "blog:article_list"
# Of a feed, by its form.
TYPES = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}


def to_the_list() -> Crumb:
    return frame.name_of(LIST), reverse(LIST)


def of_list(page: int) -> Head:
    place, numbered = frame.name_of(LIST), _("%(place)s, page %(number)s")
    text = _("Articles by the people of %(name)s.")
    return heads.list_head(
        place,
        heads.numbered(reverse(LIST), page),
        title=numbered % {"place": place, "number": page} if page > 1 else "",
        description=text % {"name": kept_practice.current().name},
        # Every page names the first form of it.
        feeds=[
            FeedLink(TYPES[form], kept_practice.current().known_as, reverse(f"blog:feed_{form}"))
            for form in ("atom", "json")
        ],
    )


def of_months() -> Head:
    text = _("Everything the people of %(name)s have written, by the month it came out.")
    return heads.list_head(
        _("Articles by month"),
        reverse("blog:months"),
        description=text % {"name": kept_practice.current().name},
        crumbs=[to_the_list()],
    )


def of_month(month: Month, place: Place | None) -> Head:
    text = _("What the people of %(name)s wrote in %(month)s.")
    return heads.list_head(
        _("Articles of %(month)s") % {"month": month},
        f"{month.address}?before={place}" if place else month.address,
        description=text % {"name": kept_practice.current().name, "month": month},
        crumbs=[to_the_list(), (_("Articles by month"), reverse("blog:months"))],
    )


def of_selection(selection: Selection, page: int) -> Head:
    numbered, name = _("%(place)s, page %(number)s"), selection.name
    return heads.list_head(
        name,
        heads.numbered(selection.address, page),
        title=numbered % {"place": name, "number": page} if page > 1 else "",
        description=_("%(name)s at %(practice)s. %(said)s")
        % {
            "name": name,
            "practice": kept_practice.current().name,
            "said": selection.description,
        },
        crumbs=[to_the_list()],
        is_told=selection.is_told,
        feeds=[FeedLink(kind, name, selection.feed(form)) for form, kind in TYPES.items()],
    )


def of_series(series: Series, parts: list[Article]) -> Head:
    text = _("A series in %(number)s parts by the people of %(name)s: %(parts)s.")
    said = {
        "number": len(parts),
        "name": kept_practice.current().name,
        "parts": ", ".join(part.title for part in parts),
    }
    described = {"@type": "CreativeWorkSeries", "name": series.title}
    described |= {"description": series.description} if series.description else {}
    return heads.head(
        series.title,
        series.get_absolute_url(),
        title=_("%(title)s, a series") % {"title": series.title},
        description=series.description or text % said,
        crumbs=[to_the_list()],
        node={"@type": "CollectionPage", "mainEntity": described},
    )


def of_article(article: Article) -> Head:
    address = article.get_absolute_url()
    return in_brief(
        article,
        node=page_of(article, address),
        nodes=[posting(article, address)],
        topics=[topic.plain_name for topic in article.topics],
        published_at=article.publish_at,
        changed_at=article.changed_at if article.publish_at else None,
    )


def in_brief(article: Article, **more: object) -> Head:
    """What people read of it elsewhere, without what is only for machines."""
    return heads.head(
        article.title,
        article.get_absolute_url(),
        description=article.blurb,
        row=article,
        kind="article",
        image=share_image_of(article),
        crumbs=[to_the_list()],
        **more,  # type: ignore[arg-type]
    )
