from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from intake.models import Inquiry
from intake.models.inquiry import InquiryQuerySet

OPEN, EVERYTHING = "open", "all"
# Places that are shown while something is in them: {place: (words, what is in it)}.
SOMETIMES = {
    "to-tell": (_("To tell"), InquiryQuerySet.to_tell),
    "to-hand-over": (_("To hand over"), InquiryQuerySet.to_hand_over),
    "to-erase": (_("To be erased"), InquiryQuerySet.put_aside),
}


class PlaceFilter(admin.SimpleListFilter):
    """The five places; what is open comes first, since that is what a morning is about."""

    title = _("place")
    parameter_name = "place"

    def lookups(self, request, model_admin):
        return [
            (OPEN, _("Everything open")),
            *Inquiry.State.choices,
            *((place, words) for place, (words, _find) in SOMETIMES.items()),
            (EVERYTHING, _("All of them")),
        ]

    def queryset(self, request, queryset):
        place = self.value()
        if place == EVERYTHING:
            return queryset
        if place in SOMETIMES:
            _words, find = SOMETIMES[place]
            return find(queryset)
        return queryset.open() if place == OPEN else queryset.active().filter(state=place)

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
    """The places with how many inquiries are in each where something is to be done."""
    counts = dict(inquiries.open().order_by().values_list("state").annotate(Count("state")))
    counts[OPEN] = sum(counts.values())
    counts |= {place: find(inquiries).count() for place, (_words, find) in SOMETIMES.items()}
    places = next(spec for spec in changelist.filter_specs if isinstance(spec, PlaceFilter))
    for choice in places.choices(changelist):
        place = choice["place"]
        if place in SOMETIMES and not counts[place] and not choice["selected"]:
            continue
        is_counted = place not in (Inquiry.State.CLOSED, EVERYTHING)
        yield choice | {"count": counts.get(place, 0) if is_counted else None}
