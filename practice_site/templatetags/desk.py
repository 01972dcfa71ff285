"""What the pages of the desk are drawn with: the rooms, drawings, and choices of a list."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django import template
from django.contrib.admin import ListFilter
from django.contrib.admin.views.main import ChangeList
from django.template import RequestContext
from django.template.defaultfilters import stringfilter
from django.urls import reverse

from practice_site.list_words import words_of
from practice_site.read_only import in_words
from practice_site.rooms import rooms_of
from staff import admin_frame, desk_icons

register = template.Library()

# Not the three that stand for something left out.
TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")


register.simple_tag(desk_icons.icon)
register.simple_tag(words_of, name="words_of_list")
register.simple_tag(in_words, takes_context=True)


@register.filter(is_safe=True)
@stringfilter
def one_stop(sentence: str) -> str:
    """A time or a name that ends in a full stop, at the end of a sentence: "9 a.m.", "Jr."."""
    return TWO_STOPS.sub(".", sentence)


@register.simple_tag(takes_context=True)
def rooms(context: RequestContext) -> list[dict[str, Any]]:
    """Those in which whoever asks may open something."""
    request = context["request"]
    context["is_front_page"] = request.path == reverse("admin:index")
    return rooms_of(admin_frame.parts_of(request))


@register.simple_tag
def choices_of(cl: ChangeList) -> list[dict[str, Any]]:
    """What a list can be narrowed by: each with its title and its choices; and, where one stands that is not the
    first, which, and the address of the list without it."""
    return [about(cl, spec) for spec in cl.filter_specs]


def about(cl: ChangeList, spec: ListFilter) -> dict[str, Any]:
    choices: list[Mapping[str, Any]] = list(spec.choices(cl))
    standing = list(standing_of(choices))
    return {
        "title": spec.title,
        "choices": choices,
        "standing": standing,
        "without": choices[0]["query_string"],
    }


def standing_of(choices: list[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for choice in choices[1:]:
        if choice["selected"]:
            yield choice
