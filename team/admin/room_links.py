"""Asking by private links, from the page of rows: one person, or everybody whose word is getting old."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from staff.models import User
from team.confirming import links
from team.confirming.saying import Row
from team.models import Therapist
from team.models.lists import TherapistQuerySet


def act(request: HttpRequest, user: User, people: TherapistQuerySet, rows: Sequence[Row]) -> None:
    """Whatever was typed along with the press is kept before."""
    posted = request.POST
    if "mail_old" in posted:
        tell_of_all(request, links.ask_all(people.to_confirm().select_related("user"), user))
    if person := named(rows, posted.get("mail")):
        if links.ask(person, user):
            Therapist.objects.filter(pk=person.pk).update(room_asked_on=links.today())
            text = _("Asked by email: {name}.")
        else:
            text = _("{name} has no account here, so no address: copy a link instead.")
        messages.success(request, text.format(name=person.name))
    if person := named(rows, posted.get("withdraw")):
        links.withdraw(person)
        text = _("The links sent to {name} open nothing any more.")
        messages.success(request, text.format(name=person.name))


def link_to_copy(posted: Any, user: User, rows: Sequence[Row]) -> dict[int, str]:
    """{person: address}. Shown once: what is stored is no address."""
    person = named(rows, posted.get("link"))
    return {person.pk: links.make(person, user).url} if person else {}


def named(rows: Sequence[Row], pk: str | None) -> Therapist | None:
    return next((row.person for row in rows if str(row.person.pk) == pk), None)


def tell_of_all(request: HttpRequest, asked: links.Asked) -> None:
    text = ngettext(
        "Asked by email: {number} person.", "Asked by email: {number} people.", asked.by_mail
    )
    messages.success(request, text.format(number=asked.by_mail))
    if asked.without_address:
        text = _("No account here, so no address: {names}. Copy a link for them.")
        names = get_text_list(asked.without_address, _("and"))
        messages.warning(request, text.format(names=names))
