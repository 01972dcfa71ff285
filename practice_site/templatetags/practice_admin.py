import re
from collections.abc import Iterable
from itertools import zip_longest
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from practice_site import click_counts

register = template.Library()

CHECKBOX = "action-checkbox"
# A yes or a no, which the stock list draws as an icon of its own.
DRAWN = re.compile(r'<img [^>]*icon-(?:yes|no|unknown)[^>]*alt="(True|False|None)"[^>]*>')
IN_WORDS = {"True": _("Yes"), "False": _("No"), "None": "–"}
EMPTY = re.compile(r"<td[^>]*>(-|–|&nbsp;|\s)*</td>")


@register.inclusion_tag("admin/intake/numbers/followed.html")
def followed_articles() -> dict[str, Any]:
    return {"rows": click_counts.of_the_year()}


@register.simple_tag
def labels_of(headers: Iterable[dict[str, Any]]) -> list[str]:
    """How the cell of each column begins: once for all rows, since a heading is translated and escaped each time."""
    return [
        format_html('<td data-label="{}"', capfirst(header["text"]))
        if header["text"] and CHECKBOX not in header["class_attrib"]
        else ""
        for header in headers
    ]


@register.filter
def labelled(cells: Iterable[str], labels: Iterable[str]) -> str:
    """The cells of a row as the stock list made them, each with the heading of its column: where a row is a card there
    is no head of a table. What is empty is marked, and not shown there."""
    made = []
    for cell, label in zip_longest(cells, labels, fillvalue=""):
        if "/icon-" in cell:
            cell = DRAWN.sub(lambda drawn: str(IN_WORDS[drawn[1]]), cell)
        if label and cell.startswith("<td"):
            made += [label, " data-empty" if EMPTY.fullmatch(cell) else "", cell[len("<td") :]]
        else:
            made.append(cell)
    return mark_safe("".join(made))
