from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from intake.admin.searching import is_asked
from intake.models import Inquiry
from intake.models.inquiry import InquiryQuerySet

OPEN, EVERYTHING = "open", "all"
# Shown beside the five while something is in them: {value: (label, what is in it)}.
SOMETIMES = {
    "worrying": (_("Somebody is worried"), InquiryQuerySet.worrying),
    "to-tell": (_("To tell"), InquiryQuerySet.to_tell),
    "to-hand-over": (_("To hand over"), InquiryQuerySet.to_hand_over),
    "to-erase": (_("To be erased"), InquiryQuerySet.put_aside),
}


class StateFilter(admin.SimpleListFilter):
    """The five states; what is open comes first, since that is what a morning is about."""

    title = _("status")
    # As in addresses that staff have kept.
    parameter_name = "place"

    def lookups(self, request, model_admin):
        return [
            (OPEN, _("Everything open")),
            *Inquiry.State.choices,
            *((state, label) for state, (label, _find) in SOMETIMES.items()),
            (EVERYTHING, _("All of them")),
        ]

    def queryset(self, request, queryset):
        state = self.value()
        # Whoever looks for somebody does not know where they stand by now.
        if state == EVERYTHING or is_asked(request):
            return queryset
        if state in SOMETIMES:
            _label, find = SOMETIMES[state]
            return find(queryset)
        return queryset.open() if state == OPEN else queryset.active().filter(state=state)

    def value(self):
        state = super().value()
        return state if state in dict(self.lookup_choices) else OPEN

    def choices(self, changelist):
        for state, label in self.lookup_choices:
            yield {
                "value": state,
                "selected": self.value() == state,
                "query_string": changelist.get_query_string({self.parameter_name: state}),
                "display": label,
            }


class WhoseFilter(admin.SimpleListFilter):
    """Whose they are, and which wait longer than was promised. What stands in clear only: locked, it is the same."""

    title = _("whose")
    parameter_name = "whose"

    def lookups(self, request, model_admin):
        return [("mine", _("Mine")), ("nobodys", _("Not assigned")), ("late", _("Overdue"))]

    def queryset(self, request, queryset):
        if is_asked(request):
            return queryset
        if self.value() == "mine":
            return queryset.filter(owner=request.user)
        if self.value() == "nobodys":
            return queryset.filter(owner=None)
        if self.value() == "late":
            return queryset.past_promise()
        return queryset


def with_counts(changelist, inquiries):
    """The states with how many inquiries are in each where something is to be done."""
    counts = dict(inquiries.open().order_by().values_list("state").annotate(Count("state")))
    counts[OPEN] = sum(counts.values())
    counts |= {state: find(inquiries).count() for state, (_label, find) in SOMETIMES.items()}
    state_filter = next(spec for spec in changelist.filter_specs if isinstance(spec, StateFilter))
    for choice in state_filter.choices(changelist):
        state = choice["value"]
        if state in SOMETIMES and not counts[state] and not choice["selected"]:
            continue
        is_counted = state not in (Inquiry.State.CLOSED, EVERYTHING)
        yield choice | {"count": counts.get(state, 0) if is_counted else None}
