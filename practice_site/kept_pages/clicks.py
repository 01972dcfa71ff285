"""Clicks on an article's invitation to the form, of which Django hears nothing where the form is kept."""

from urllib.parse import parse_qsl

from granian.rsgi import Scope

from practice_site import click_counts


def count_click(scope: Scope) -> None:
    """Django makes the form for everybody, wherever they come from."""
    if "from=" in scope.query_string:
        asked = dict(parse_qsl(scope.query_string))
        click_counts.note(scope.method, asked.get("from", ""), scope.headers)
