"""Other public pages with the same title or description as the own one of a page: for whoever writes it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.conf import settings
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _

from editing.models.languages import Translatable
from pages.own_words import said

# Of each kind of page: what visitors may read now.
Pages = Mapping[type[Model], Callable[[], QuerySet]]


def heading_field(model: type[Model]) -> str:
    names = {field.name for field in model._meta.get_fields()}
    return "title" if "title" in names and "name" not in names else "name"


def sentences(row: Any, pages: Pages) -> Iterator[str]:
    """Sentences on other public pages with the same title, or the same description of their own."""
    if title := said(row, "search_title"):
        text = _("“{page}” has the same title. Whoever finds both cannot tell which is which.")
        for other in others(row, pages, lambda model: same_title(model, title)):
            yield text.format(page=other)
    if description := said(row, "search_description"):
        text = _("“{page}” has the same description. Say here what is only here.")
        for other in others(row, pages, lambda _model: Q(search_description__iexact=description)):
            yield text.format(page=other)


def same_title(model: type[Model], title: str) -> Q:
    heading = Q(**{f"{heading_field(model)}__iexact": title})
    if not any(field.name == "search_title" for field in model._meta.get_fields()):
        return heading
    return Q(search_title__iexact=title) | (Q(search_title="") & heading)


def others(row: Model, pages: Pages, condition: Callable[[type[Model]], Q]) -> Iterator[Model]:
    """At most one of a kind: it is about this row, not about all the others."""
    for model, public in pages.items():
        found = public().order_by().filter(condition(model))
        if issubclass(model, Translatable):
            found = found.filter(language=settings.LANGUAGE_CODE)
        if isinstance(row, model):
            found = found.exclude(pk=row.pk)
        yield from found[:1]
