import datetime

from django import template
from django.template.defaultfilters import date
from django.utils.html import format_html
from django.utils.translation import gettext as _

from blog import kept_newest, selections
from blog.meeting_authors import Authors
from blog.models import Article
from team.models import Modality, Specialty, Therapist
from writing.references import Noted, with_notes

register = template.Library()


@register.inclusion_tag("blog/_article_list.html")
def latest_articles(
    about: Specialty | Modality | Therapist, limit: int = 3, heading: str = ""
) -> dict[str, list[Article] | str | bool]:
    """The newest about a specialty or an approach, or by a therapist."""
    is_more = kept_newest.is_more_about(about, limit)
    return {
        "articles": kept_newest.latest_about(about, limit),
        "heading": heading,
        "everything": is_more and selections.address(selections.kind_of(about), about.slug),
    }


@register.simple_tag
def meeting_authors(article: Article) -> Authors:
    """``{% meeting_authors article as authors %}``: those of the team who wrote it, and how to ask for them."""
    return Authors(article)


@register.simple_tag
def with_references(html: str, article: Article) -> Noted:
    """``{% with_references body article as noted %}``: rich text that is ready to be shown, with its
    references."""
    return with_notes(html, article.references)


@register.simple_tag
def review_line(article: Article, site_url: str = "") -> str:
    """Who has read it as a clinician, and when: empty for most articles."""
    if not article.reviewed_on:
        return ""
    name = article.shown_reviewer
    if article.reviewed_by and article.reviewed_by.is_public:
        url = site_url + article.reviewed_by.get_absolute_url()
        name = format_html('<a href="{}">{}</a>', url, name)
    text = _("Clinically reviewed by {name}, on {day}")
    return format_html(text, name=name, day=day_of(article.reviewed_on))


@register.simple_tag
def change_line(article: Article) -> str:
    """What of substance changed since it came out: empty for most articles."""
    if not article.changed_on:
        return ""
    text = _("Changed on {day}: {note}")
    return format_html(text, day=day_of(article.changed_on), note=article.changed_note)


def day_of(day: datetime.date) -> str:
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), date(day, "F j, Y"))
