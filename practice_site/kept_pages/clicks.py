"""Clicks on an article's invitation to the form, of which Django hears nothing where the form is kept."""

from functools import cache
from urllib.parse import parse_qsl

from django.urls import reverse
from granian.rsgi import Scope

from practice_site import click_counts


@cache
def form_address() -> str:
    return reverse("get_started")


def count_click(scope: Scope) -> None:
    """Django makes the form for everybody, wherever they come from."""
    if "from=" in scope.query_string and scope.path == form_address():
        asked = dict(parse_qsl(scope.query_string))
        click_counts.note(scope.method, asked.get("from", ""), scope.headers)
