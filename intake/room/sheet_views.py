"""Recovery sheets: made, tried from the paper, and used."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _

from intake.models import KeyHolder, RoomEvent
from intake.room import holders
from intake.room.forms import SheetForm
from intake.room.views import RoomPage

Kind = RoomEvent.Kind


class SheetPage(RoomPage):
    title = _("Recovery sheet")

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.letter = kwargs["letter"]
        if self.letter not in holders.SHEETS:
            raise Http404

    def sheet(self):
        return get_object_or_404(KeyHolder, sheet=self.letter)


class SheetView(SheetPage):
    """Makes a sheet and shows its code, this one time."""

    def post(self, request, letter):
        room = self.need_room()
        sheet, code = holders.make_sheet(letter)
        holders.let_in(room.own, sheet)
        self.note(Kind.SHEET, about=letter)
        return self.show("sheet", letter=letter, groups=code.split("-"), sheet=sheet)


class ProveView(SheetPage):
    """The code is typed in from the paper: only then does the sheet count."""

    title = _("Try the sheet")

    def get(self, request, letter):
        return self.show_form(self.form(SheetForm, sheet=self.sheet()))

    def post(self, request, letter):
        form = self.form(SheetForm, sheet=self.sheet())
        if not form.is_valid():
            self.note(Kind.FAILED, about=letter)
            return self.show_form(form)
        holders.mark_proven(form.sheet)
        messages.success(
            request,
            _("Sheet %(letter)s works. Keep it where you keep contracts.") % {"letter": letter},
        )
        return redirect("room:show")

    def show_form(self, form):
        return self.show("type_code", form=form, letter=self.letter, is_proof=True)


class UseSheetView(SheetPage):
    """Whoever has a passphrase but opens nothing comes in with the sheet."""

    title = _("Come in with a recovery sheet")

    def get(self, request, letter):
        return self.show_form(self.form(SheetForm, sheet=self.sheet()))

    def post(self, request, letter):
        if self.holder is None:
            raise PermissionDenied
        form = self.form(SheetForm, sheet=self.sheet())
        if not form.is_valid():
            self.note(Kind.FAILED, about=letter)
            return self.show_form(form)
        self.note(Kind.SHEET_USED, about=letter)
        if holders.let_in(form.private, self.holder):
            messages.success(request, _("You can open inquiries again."))
        else:
            words = _("The sheet itself opens nothing: it was made and never let in.")
            messages.error(request, words)
        return redirect("room:show")

    def show_form(self, form):
        return self.show("type_code", form=form, letter=self.letter, is_proof=False)
