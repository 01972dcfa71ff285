"""Letters that the site begins or writes by itself: in the language of the moment in which they are read out, so that
one and the same letter can be said in each."""

from collections.abc import Iterable
from functools import partial
from typing import Any, cast

from django.template.loader import render_to_string
from django.utils.functional import Promise, lazy

from intake.models import ReferralContact
from pages.crisis_lines import lines
from pages.models import CrisisResource, Practice


def rendered(template: str, context: dict[str, Any]) -> str:
    return render_to_string(template, context).strip()


rendered_when_read = lazy(rendered, str)


def letter(template: str, context: dict[str, Any]) -> Promise:
    return cast(Promise, rendered_when_read(template, context))


def naming_others(
    text: str | Promise, contacts: Iterable[ReferralContact], practice: Practice
) -> Promise:
    """``text``, then whom we name, and where help is at once."""
    crisis = partial(lines, practice.country, list(CrisisResource.objects.shown()))
    context = {"text": text, "contacts": list(contacts), "crisis": crisis}
    return letter("intake/kind_no_note.txt", context)
