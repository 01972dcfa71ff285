from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from intake.models import Inquiry

OPEN, EVERYTHING = "open", "all"


class PlaceFilter(admin.SimpleListFilter):
    """The five places; what is open comes first, since that is what a morning is about."""

    title = _("place")
    parameter_name = "place"

    def lookups(self, request, model_admin):
        return [
            (OPEN, _("Everything open")),
            *Inquiry.State.choices,
            (EVERYTHING, _("All of them")),
        ]

    def queryset(self, request, queryset):
        place = self.value()
        if place == EVERYTHING:
            return queryset
        return queryset.open() if place == OPEN else queryset.filter(state=place)

    def value(self):
        place = super().value()
        return place if place in dict(self.lookup_choices) else OPEN

    def choices(self, changelist):
        for place, words in self.lookup_choices:
            yield {
                "place": place,
                "selected": self.value() == place,
                "query_string": changelist.get_query_string({self.parameter_name: place}),
                "display": words,
            }


def with_counts(changelist, inquiries):
    """The places with how many inquiries are in each that is open."""
    counts = dict(inquiries.open().order_by().values_list("state").annotate(Count("pk")))
    counts[OPEN] = sum(counts.values())
    places = next(spec for spec in changelist.filter_specs if isinstance(spec, PlaceFilter))
    for choice in places.choices(changelist):
        is_open = choice["place"] not in (Inquiry.State.CLOSED, EVERYTHING)
        yield choice | {"count": counts.get(choice["place"], 0) if is_open else None}
