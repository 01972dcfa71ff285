"""What every list and form of the desk takes from an address: what it offers itself, nothing else."""

import re
from copy import copy
from datetime import date

from django.contrib import messages
from django.contrib.admin import FieldListFilter, ShowFacets
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import get_fields_from_path
from django.contrib.admin.views.main import (
    ALL_VAR,
    ERROR_FLAG,
    IS_FACETS_VAR,
    ORDER_VAR,
    PAGE_VAR,
    SEARCH_VAR,
)
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _

from practice_site.ranges import FIRST_YEAR, LAST_YEAR

# A search is a few words; each of them asks every searched column of every row.
LONGEST_SEARCH = 200
MOST_WORDS = 20
DIGITS = re.compile(r"[1-9][0-9]{0,5}")
ORDER = re.compile(r"-?[0-9]{1,2}(\.-?[0-9]{1,2}){0,9}")


class OwnParametersOnly:
    """Goes in front of every ``ModelAdmin`` that is registered.

    A parameter of an address is taken when one of the list's own links could have made it: a choice
    of a filter, a day of the date hierarchy, an order, a page, words to search for. Anything else
    leads back to the plain list, so that nobody filters by a field that no page shows, or by a
    lookup that is dear to compute.
    """

    def changelist_view(self, request, extra_context=None):
        if not self.takes(request):
            return HttpResponseRedirect(request.path)
        for query in (request.GET.get(SEARCH_VAR, ""), request.POST.get("words", "")):
            if is_too_long(query):
                messages.error(request, too_long())
                return HttpResponseRedirect(request.path)
        response = super().changelist_view(request, extra_context)
        # A page past the last one, for which the stock list leads to an address with a mark in it.
        is_refused = response.status_code == 302 and response.url.endswith(f"?{ERROR_FLAG}=1")
        if is_refused and request.GET:
            return HttpResponseRedirect(request.path)
        return response

    def takes(self, request):
        asked = dict(request.GET.lists())
        if any(len(values) > 1 for values in asked.values()):
            return False
        asked = {name: values[0] for name, values in asked.items()}
        if "\0" in asked.pop(SEARCH_VAR, ""):
            return False
        rest = {
            name: value
            for name, value in asked.items()
            if not self.is_own_step(request, name, value)
        }
        names = self.names_of_days()
        days = {name: rest.pop(name) for name in names if name in rest}
        if list(days) != names[: len(days)] or not are_a_day(list(days.values())):
            return False
        return not rest or rest.items() <= self.offered(request)

    def is_own_step(self, request, name, value):
        """Whether it only turns the page, sorts, or shows more of the same rows."""
        if name == PAGE_VAR:
            return bool(DIGITS.fullmatch(value))
        if name == ORDER_VAR:
            columns = len(self.get_list_display(request)) + 1
            steps = value.split(".")
            return bool(ORDER.fullmatch(value)) and all(abs(int(n)) < columns for n in steps)
        if name == IS_FACETS_VAR:
            return value == "True" and self.show_facets is ShowFacets.ALLOW
        return (name, value) in {(ALL_VAR, ""), (ERROR_FLAG, "1"), (IS_POPUP_VAR, "1")}

    def names_of_days(self):
        field = self.date_hierarchy
        return [f"{field}__{part}" for part in ("year", "month", "day")] if field else []

    def offered(self, request):
        """``{(name, value)}`` of every choice that the list's filters show."""
        links = Links()
        for chosen in self.get_list_filter(request):
            spec = self.filter_of(chosen, request)
            if spec and spec.has_output():
                list(spec.choices(links))
        return links.made

    def filter_of(self, chosen, request):
        if callable(chosen):
            return chosen(request, {}, self.model, self)
        path, make = chosen if isinstance(chosen, (tuple, list)) else (chosen, None)
        field = get_fields_from_path(self.model, path)[-1]
        make = make or FieldListFilter.create
        return make(field, request, {}, self.model, self, field_path=path)

    def get_changeform_initial_data(self, request):
        """An address fills no form: nothing here links to one that would. What the form itself
        begins with stays."""
        asked = copy(request)
        asked.GET = QueryDict()
        return super().get_changeform_initial_data(asked)

    def response_action(self, request, queryset):
        """Chosen rows whose number could be none are none."""
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        request.POST = request.POST.copy()
        request.POST.setlist(ACTION_CHECKBOX_NAME, filter(self.could_be_a_key, chosen))
        return super().response_action(request, queryset)

    def could_be_a_key(self, text):
        try:
            self.opts.pk.to_python(text)
        except (ValidationError, ValueError):
            return False
        return "\0" not in text


class Links:
    """Stands in for the list when filters are asked for their links, and notes what is in them."""

    add_facets = False

    def __init__(self):
        self.made = set()

    def get_query_string(self, new_params=None, remove=None):
        for name, value in (new_params or {}).items():
            if value is not None:
                self.made.add((name, str(value)))
        return ""


def are_a_day(numbers):
    """Whether they are a year, a year and a month, or a day, of a calendar that people use."""
    if not all(DIGITS.fullmatch(number) for number in numbers):
        return False
    year, month, day = [*map(int, numbers), *(FIRST_YEAR, 1, 1)[len(numbers) :]]
    try:
        return FIRST_YEAR <= date(year, month, day).year <= LAST_YEAR
    except ValueError:
        return False


def is_too_long(query):
    return len(query) > LONGEST_SEARCH or len(query.split(maxsplit=MOST_WORDS)) > MOST_WORDS


def too_long():
    return _(
        "Search for fewer words: at most %(words)d, of %(characters)d characters together."
    ) % {"words": MOST_WORDS, "characters": LONGEST_SEARCH}
