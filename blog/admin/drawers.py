"""The form of an article as it will look: what stands in its place on the page, and what lies in drawers, each with
a line that says what is in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.admin.helpers import AdminForm, Fieldset
from django.forms import BaseForm
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.admin.byline_chips import chips
from blog.models import Article


@dataclass(frozen=True)
class Drawer:
    """``key`` is the name of its first field."""

    key: str
    fieldset: Fieldset
    summary: str
    waits: bool = False
    has_errors: bool = False


def layout(adminform: AdminForm, article: Article | None) -> dict[str, Any]:
    """``places``: the fields that stand where readers will see them, by name. ``drawers``: everything else."""
    keep_choices(adminform.form)
    text, *others = list(adminform)
    summaries = drawer_summaries(article, adminform.form)
    return {
        "places": {name_of(field): field for line in text for field in line},
        "byline": chips(Shown(adminform.form, article).rows("bylines"), adminform.form, article),
        "drawers": [drawer(fieldset, summaries) for fieldset in others],
    }


def name_of(field: Any) -> str:
    return field.field["name"] if field.is_readonly else field.field.name


def drawer(fieldset: Fieldset, summaries: dict[str, str]) -> Drawer:
    names = [name_of(field) for line in fieldset for field in line]
    has_errors = any(name in fieldset.form.errors for name in names)
    return Drawer(names[0], fieldset, summaries[names[0]], has_errors=has_errors)


def keep_choices(form: BaseForm) -> None:
    """Summaries name what is chosen: the choices are read once for them and for their fields, and people once for
    those who wrote it and those who reviewed it."""
    for name in ("specialties", "modalities", "reviewed_by", "series"):
        field: Any = form.fields.get(name)
        if field is not None:
            # A list made of the choices themselves would count them first.
            field.choices = list(iter(field.choices))
    if "bylines" in form.fields:
        person: Any = form.fields["bylines"].columns["therapist"]  # type: ignore[attr-defined]
        reviewer: Any = form.fields.get("reviewed_by")
        person.choices = reviewer.choices if reviewer else list(iter(person.choices))


def drawer_summaries(article: Article | None, form: BaseForm) -> dict[str, str]:
    """What is in each drawer, by the name of its first field."""
    shown = Shown(form, article)
    return {name: str(summary(shown)) for name, summary in SUMMARIES.items()}


class Shown:
    """What a form shows, or a row where somebody may only look."""

    def __init__(self, form: BaseForm, article: Article | None) -> None:
        self.form, self.article = form, article or Article()

    def value(self, name: str) -> Any:
        return (
            self.form[name].value()
            if name in self.form.fields
            else getattr(self.article, name, None)
        )

    def text(self, name: str) -> str:
        value = self.value(name)
        return value.strip() if isinstance(value, str) else ""

    def chosen(self, name: str) -> list[str]:
        """The words of what is chosen in a list."""
        value = self.value(name)
        if name not in self.form.fields:
            rows = value.all() if self.article.pk and hasattr(value, "all") else [value]
            return [
                str(row) for row in rows if isinstance(row, object) and row and hasattr(row, "pk")
            ]
        keys = value if isinstance(value, list | tuple) else [value]
        asked = {str(getattr(key, "pk", key)) for key in keys if key not in (None, "")}
        choices = self.form.fields[name].choices  # type: ignore[attr-defined]
        return [str(label) for key, label in choices if str(key) in asked]

    def rows(self, name: str) -> list[dict[str, Any]]:
        value = self.value(name) if name in self.form.fields else []
        return [
            row if isinstance(row, dict) else row.values
            for row in value or []
            if isinstance(row, dict) or not row.is_deleted
        ]

    def day(self, name: str) -> str:
        value = self.value(name)
        return date_format(value, "DATE_FORMAT") if hasattr(value, "year") else str(value or "")

    def time(self, name: str) -> str:
        value = self.value(name)
        if isinstance(value, datetime):
            local = timezone.localtime(value) if timezone.is_aware(value) else value
            return date_format(local, "DATETIME_FORMAT")
        parts = value if isinstance(value, list | tuple) else [value]
        return " ".join(str(part) for part in parts if part)


def joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)


def about(shown: Shown) -> str:
    topics = [*shown.chosen("specialties"), *shown.chosen("modalities")]
    return joined(
        [
            ", ".join(topics) or _("No specialty yet"),
            _("with a summary") if shown.text("summary") else "",
        ]
    )


def sources(shown: Shown) -> str:
    count = len([row for row in shown.rows("references") if row.get("text")])
    if "references" not in shown.form.fields:
        count = len(shown.article.references)
    return ngettext("%d source", "%d sources", count) % count if count else _("None")


def review(shown: Shown) -> str:
    name = shown.text("reviewed_by_name") or ", ".join(shown.chosen("reviewed_by"))
    parts = [joined([name, shown.day("reviewed_on")]) or _("Nobody yet")]
    if shown.value("next_review_on"):
        parts.append(_("look again %(day)s") % {"day": shown.day("next_review_on")})
    if shown.text("changed_note"):
        parts.append(_("a change is noted"))
    if shown.text("no_crisis_box_because"):
        parts.append(_("no crisis box"))
    return joined(parts)


def series(shown: Shown) -> str:
    names = shown.chosen("series")
    if not names:
        return _("Not part of one")
    number = shown.value("series_order")
    return joined([names[0], _("part %(number)s") % {"number": number} if number else ""])


def ending(shown: Shown) -> str:
    own = shown.text("cta_heading") or shown.text("cta_text")
    return joined([own or _("The usual invitation"), shown.text("posted_by")])


def times(shown: Shown) -> str:
    article, when, until = shown.article, shown.time("publish_at"), shown.time("withdraw_at")
    status = article.status()
    if status == "live":
        first = _("On the site since %(time)s") % {"time": when}
    elif status == "withdrawn":
        first = _("Not on the site any more")
    elif when:
        first = _("Goes out %(time)s") % {"time": when}
    elif "publish_at" in shown.form.fields:
        first = _("Goes out when you publish it")
    else:
        first = _("Goes out when an editor publishes it")
    return joined([first, _("until %(time)s") % {"time": until} if until else ""])


def web_address(shown: Shown) -> str:
    slug = shown.text("slug")
    address = f"/blog/{slug}/" if slug else _("Made from the title")
    return joined([address, shown.text("search_title")])


SUMMARIES: dict[str, Callable[[Shown], str]] = {
    "specialties": about,
    "references": sources,
    "reviewed_by": review,
    "series": series,
    "cta_heading": ending,
    "publish_at": times,
    "slug": web_address,
}
