"""Answers the practice has written down: kept here, and begun with on the page of an inquiry."""

from collections.abc import Mapping
from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from freshness.kept import Kept
from intake.actions.form import ActionForm
from intake.documents.content import Content
from intake.models import SavedAnswer
from pages import blanks
from team import kept_people


@admin.register(SavedAnswer)
class SavedAnswerAdmin(admin.ModelAdmin):
    list_display = ["title", "kind"]
    list_filter = ["kind"]
    search_fields = ["title", "text"]
    radio_fields = {"kind": admin.VERTICAL}


def read() -> tuple[list[SavedAnswer], None]:
    return list(SavedAnswer.objects.all()), None


# They are about nobody, so they may lie in memory; the page of an inquiry asks for them each time.
kept = Kept("intake.saved_answers", ["intake.SavedAnswer"], read).get


def public_name(asked_for: str) -> str:
    """A trainee is named in a letter as everywhere, with who is responsible."""
    people = kept_people.in_our_language()
    found = (one.public_name for one in people if one.is_called(asked_for))
    return next(found, asked_for)


def offer(forms: Mapping[str, ActionForm], told: Content | None, request: HttpRequest) -> None:
    """Gives the letters among the forms what they can begin with; and the one that was chosen its text, where
    a page is asked for anew to begin with it."""
    letters = {kind: forms[kind] for kind in SavedAnswer.Kind.values if kind in forms}
    if not letters or told is None:
        return
    phone = request.practice.phone  # type: ignore[attr-defined]
    values = {"name": told.name, "therapist": public_name(told.therapist), "phone": phone}
    for answer in kept():
        form: Any = letters.get(answer.kind)
        if form is None:
            continue
        text = blanks.filled(answer.text, values)
        form.saved_answers = [*getattr(form, "saved_answers", []), (answer, text)]
        if str(answer.pk) == request.GET.get("begin") and not form.is_bound:
            form.fields["words"].initial, form.starts_open = text, True
