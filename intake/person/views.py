"""The person's own page. The code in the address is the only key to it: no account, no session.

Nothing typed here comes back except notes to them, and a wrong code looks like any other wrong code.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake import by_code, cannot, erasing, tokens
from intake.documents import entries, person_keys, sealed
from intake.documents.choices import ROUTES
from intake.documents.timeline import TimelineItem
from intake.models import Entry, Inquiry, RoomEvent
from intake.person import added, own_way, status_messages
from intake.person.forms import AdditionForm, NewWayForm, WhateverTheySent
from intake.transitions import allows
from intake.views import Uncached, without_nul
from pages import kept_practice, languages
from sealing.envelopes import CannotOpen, SealContext, open_sealed
from staff.copied import MOST_CHARACTERS

NOT_THERE = _("There is no page for this code. Look for a typing mistake, or call us.")
WAIT = _("Too many tries from your network. Please wait an hour, or call us.")
CONFIRMED_WITHIN = timedelta(minutes=15)
STILL_LOOKING = {"yes": _("I am still looking."), "no": _("I am not looking any more.")}


class FindView(Uncached):
    """For whoever wrote the code down."""

    def get(self, request):
        return self.show("intake/person_find.html", {"code": ""})

    def post(self, request):
        data, _had_nul = without_nul(request.POST)
        typed = data.get("code", "")[:MOST_CHARACTERS]
        code = person_keys.read_code(typed)
        if code:
            return redirect("person:show", code=person_keys.in_groups(code))
        return self.show(
            "intake/person_find.html", {"code": typed[:60], "fault": NOT_THERE}, status=404
        )


class PersonView(Uncached):
    unsent_form = WhateverTheySent

    def get(self, request, code):
        inquiry, code, fault = self.find(code)
        if inquiry is None:
            return fault
        # Kept as a bookmark, it is soon not new any more.
        is_new = "new" in request.GET and inquiry.state == Inquiry.State.NEW
        is_new = is_new and timezone.now() - inquiry.received_at < timedelta(days=1)
        return self.page(inquiry, code, AdditionForm(), is_new=is_new)

    def post(self, request, code):
        inquiry, code, fault = self.find(code)
        if inquiry is None:
            return fault
        data, had_nul = without_nul(request.POST)
        form = AdditionForm(data)
        token = tokens.read(data.get("token", ""))
        if why := self.why_not_taken(token, had_nul):
            way_form = NewWayForm(data) if "way" in data else None
            return self.page(inquiry, code, form, *why, way_form=way_form)
        if "erase" in data:
            return self.erase(inquiry, code)
        if data.get("looking") in STILL_LOOKING:
            text = STILL_LOOKING[data["looking"]]
            return self.keep(inquiry, text, token, is_looking=data["looking"] == "yes")
        if "way" in data:
            return self.change_way(inquiry, code, NewWayForm(data), token)
        if not form.is_valid():
            return self.page(inquiry, code, form)
        return self.keep(inquiry, form.cleaned_data["words"], token)

    def change_way(self, inquiry, code, form, token):
        if not form.is_valid() or not allows("way_changed", inquiry):
            return self.page(inquiry, code, AdditionForm(), way_form=form)
        try:
            with languages.in_ours():
                added.take_new_way(inquiry, code, form.new_way, token)
        except Inquiry.DoesNotExist:
            return self.show("intake/person_erased.html")
        # So that it is confirmed to whoever has just changed it, and not to who finds the address later.
        return HttpResponseRedirect(f"{self.request.path}?way={tokens.issue()}", status=303)

    def is_way_to_be_confirmed(self):
        token = tokens.read(self.request.GET.get("way", ""))
        return token is not None and timezone.now() - token.issued_at < CONFIRMED_WITHIN

    def keep(self, inquiry, text, token, *, is_looking=None):
        """``is_looking``: which of the two buttons of the list was pressed, if one was."""
        try:
            with languages.in_ours():
                self.take(inquiry, text, token, is_looking)
        except Inquiry.DoesNotExist:
            return self.show("intake/person_erased.html")
        return HttpResponseRedirect(self.request.path + "?kept", status=303)

    @transaction.atomic
    def take(self, inquiry, text, token, is_looking):
        if is_looking is None:
            added.take_addition(inquiry, text, token)
        else:
            added.take_answer(inquiry, text, token, is_looking)

    def find(self, typed):
        """(inquiry, code, None), or (None, None, response)."""
        inquiry, code, status = by_code.find(self.request, typed, inquiry_of, "person's page")
        if inquiry:
            return inquiry, code, None
        context = {"code": "", "fault": WAIT if status == 429 else NOT_THERE}
        return None, None, self.show("intake/person_find.html", context, status=status)

    def page(self, inquiry, code, form, notice="", status=200, *, is_new=False, way_form=None):
        going_on, notes = inquiry.goes_on_as, notes_of(inquiry, code)
        is_confirmed = self.is_way_to_be_confirmed()
        way = own_way.opened(inquiry, code)
        is_referral = way.get("is_referral", False)
        context = {
            "form": form,
            "token": tokens.issue(),
            "notice": notice,
            "is_new": is_new,
            "is_kept": "kept" in self.request.GET,
            "is_asked_to_erase": "erase" in self.request.GET,
            "code": person_keys.in_groups(code),
            "inquiry": inquiry,
            "going_on": going_on,
            "is_referral": is_referral,
            "stage": status_messages.of(going_on, self.request.practice, is_referral=is_referral),
            "may_write": all(allows("heard_from", row) for row in (inquiry, going_on)),
            "notes": notes,
            "has_news": any(note.entry.kind == Entry.Kind.NOTE_TO_PERSON for note in notes),
            "way": in_words(way) if is_new or is_confirmed else None,
            "is_way_confirmed": is_confirmed,
            "way_form": (way_form or NewWayForm()) if allows("way_changed", inquiry) else None,
        }
        return self.show("intake/person.html", context, status=status)

    def erase(self, inquiry, code):
        own = Inquiry.objects.filter(pk=inquiry.pk)
        # They mean all that they wrote: where another message of theirs goes on, that stops as well.
        erasing.withdraw(Inquiry.objects.filter(pk=inquiry.goes_on_as.pk).exclude(pk=inquiry.pk))
        if erasing.erase(own, kind=RoomEvent.Kind.BY_PERSON) or not erasing.withdraw(own):
            return self.show("intake/person_erased.html")
        # A legal duty keeps it; perhaps since this page was opened.
        address = reverse("person:show", args=[person_keys.in_groups(code)])
        return HttpResponseRedirect(address, status=303)


def inquiry_of(code):
    return Inquiry.objects.filter(link_digest=person_keys.link_digest(code)).first()


def in_words(way):
    """Where the answer goes; None where that is not known here."""
    if not way:
        return None
    far = cannot.in_answer(
        way.get("far", {}), kept_practice.current(), is_referral=way.get("is_referral", False)
    )
    route = ROUTES.get(way["way"], way["way"])
    return {"cannot": far, "route": route, "address": way["address"], "group": way.get("group", "")}


def notes_of(inquiry, code):
    """What the practice wrote to them and they added, on this page and on others of theirs, oldest first."""
    own = [(e, e.sealed_for_person) for e in inquiry.entries.exclude(sealed_for_person=None)]
    copies = inquiry.page_copies.select_related("entry")
    rows = own + [(copy.entry, copy.sealed_for_person) for copy in copies]
    if not rows:
        return []
    private = person_keys.private_key_of(inquiry, code)
    return sorted((note_of(*row, private) for row in rows), key=lambda row: row.at)


def note_of(row, closed, private):
    try:
        document = sealed.from_bytes(
            open_sealed(closed, private, SealContext(sealed.FOR_PERSON, row.pk))
        )
    except CannotOpen as error:
        return TimelineItem(row, row.written_at, str(error))
    return TimelineItem(
        row,
        datetime.fromisoformat(document["at"]),
        entries.words_for(document),
        Entry.Kind(row.kind).label,
    )
