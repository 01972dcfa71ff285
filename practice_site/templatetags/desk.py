"""What the pages of the desk are drawn with: the rooms, drawings, labels, and what a list says."""

import re
from typing import Any

from django import template
from django.template import RequestContext
from django.template.defaultfilters import stringfilter
from django.urls import reverse

from practice_site.list_choices import choices_of
from practice_site.list_words import words_of
from practice_site.read_only import in_words
from practice_site.rooms import rooms_of
from staff import admin_frame, desk_icons

register = template.Library()

# Not the three that stand for something left out.
TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")


register.simple_tag(desk_icons.icon)
register.simple_tag(words_of, name="words_of_list")
register.simple_tag(choices_of)
register.simple_tag(in_words, takes_context=True)


@register.filter
def label(field: Any) -> str:
    """Without the colon that Django's own forms put behind it."""
    return str(field.label_tag(label_suffix=""))


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
