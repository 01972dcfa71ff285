import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import capfirst

from practice_site import click_counts

register = template.Library()

EMPTY = re.compile(r"<td[^>]*>(-|–|&nbsp;|\s)*</td>")


@register.inclusion_tag("admin/intake/numbers/followed.html")
def followed_articles() -> dict[str, Any]:
    return {"rows": click_counts.of_the_year()}


@register.filter
def labelled(cells: Iterable[str], headers: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The cells of a row, each with the heading of its column: where a row is a card there is no head
    of a table. What is empty is marked, and not shown there."""
    for cell, header in zip_longest(cells, headers):
        is_value = header and header["text"] and "action-checkbox" not in cell
        if not is_value or not cell.startswith("<td"):
            yield cell
            continue
        mark = " data-empty" if EMPTY.fullmatch(cell) else ""
        label = format_html('<td data-label="{}"{}', capfirst(header["text"]), mark)
        # The rest of what the stock list made.
        yield label + mark_safe(cell[len("<td") :])
