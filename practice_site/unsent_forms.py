"""What somebody typed survives every failure of ours.

Where a form cannot be taken, because the database is locked, full, read-only or away or because our own
code is at fault, the page that says so holds every answer and sends the same again, with the same token,
so that it is taken once. It asks the database nothing.

Shown again are the forms of public views that name theirs as ``unsent_form``, with its labels, and the desk's.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django import forms
from django.core.exceptions import FieldDoesNotExist, RequestDataTooBig, SuspiciousOperation
from django.db.models import Model
from django.forms import Form
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError
from django.urls import ResolverMatch

# Of what staff fill in: not where they sign in or change who may.
NEVER_SHOWN_AGAIN = ("login", "logout", "password", "staff_")
SECRET = re.compile(r"pass|secret|^(code|old|new|again)$", re.IGNORECASE)
LONG = 80


@dataclass(frozen=True)
class Answer:
    name: str
    value: str
    label: str = ""
    is_shown: bool = False

    @property
    def is_long(self) -> bool:
        return len(self.value) > LONG or "\n" in self.value


@dataclass(frozen=True)
class UnsentForm:
    """The answers of one form, and where they were sent."""

    address: str
    answers: list[Answer]
    had_files: bool

    @property
    def shown(self) -> list[Answer]:
        return [answer for answer in self.answers if answer.is_shown]

    @property
    def hidden(self) -> list[Answer]:
        return [answer for answer in self.answers if not answer.is_shown]


def unsent_form_of(request: HttpRequest) -> UnsentForm | None:
    """What was sent, or None where nothing was or it is nothing to show again."""
    match = request.resolver_match
    if request.method != "POST" or match is None:
        return None
    form = public_form_of(match)
    if form is None and not is_of_the_desk(match):
        return None
    try:
        sent = [(name, value) for name, values in request.POST.lists() for value in values]
        had_files = bool(request.FILES)
    except (RequestDataTooBig, SuspiciousOperation, MultiPartParserError, OSError):
        return None
    label = partial(of_form, form) if form else partial(of_model, model_of(match.func))
    answers = [
        Answer(name, value, *label(name, value)) for name, value in sent if not SECRET.search(name)
    ]
    return UnsentForm(request.get_full_path(), answers, had_files) if answers else None


def public_form_of(match: ResolverMatch) -> type[Form] | None:
    return getattr(getattr(match.func, "view_class", None), "unsent_form", None)


def is_of_the_desk(match: ResolverMatch) -> bool:
    return match.namespace == "admin" and not (match.url_name or "").startswith(NEVER_SHOWN_AGAIN)


def model_of(view: Callable) -> type[Model] | None:
    model_admin = getattr(view, "model_admin", None)
    return model_admin and model_admin.model


def of_form(form: type[Form], name: str, value: str) -> tuple[str, bool]:
    """A field's label, and whether a person is shown it; what was chosen goes along unseen."""
    field = form.base_fields.get(name)
    is_typed = field is not None and isinstance(
        field.widget, (forms.TextInput, forms.Textarea, forms.EmailInput)
    )
    return (field.label or "", bool(value)) if is_typed else ("", False)  # type: ignore[union-attr,return-value]


def of_model(model: type[Model] | None, name: str, value: str) -> tuple[str, bool]:
    """Rich texts and choices go along unseen: their markup would only frighten."""
    is_prose = " " in value.strip() and not value.lstrip().startswith(("<", "{", "["))
    if not is_prose:
        return "", False
    try:
        return model._meta.get_field(name).verbose_name, True  # type: ignore[union-attr,return-value]
    except (AttributeError, FieldDoesNotExist):
        return "", True
