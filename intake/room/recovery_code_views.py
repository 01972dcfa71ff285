"""Recovery codes: made, tried from the paper, used, taken out, and who keeps them."""

from functools import cached_property

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from intake.models import KeyHolder, NewKey
from intake.room import forgetting, holders, mails, recovery_codes, unlocking, warnings
from intake.room.forms import KeeperForm, RecoveryCodeForm
from intake.room.pages import AskedPage, Kind, RoomPage
from intake.room.rules import Action
from intake.room.ways_in import LABELS


class OneRecoveryCode:
    title = _("Recovery code")

    @cached_property
    def label(self):
        if self.kwargs["label"] not in LABELS:
            raise Http404
        return self.kwargs["label"]

    @property
    def recovery_code(self):
        """The one that counts, or None."""
        return KeyHolder.objects.filter(sheet=self.label).first()

    @property
    def new(self):
        """The one that was made and not tried yet, or None."""
        return NewKey.objects.filter(sheet=self.label).first()

    def about(self):
        return {"label": self.label, "recovery_code": self.recovery_code, "new": self.new}


class MakeRecoveryCodeView(OneRecoveryCode, AskedPage):
    action = Action.MAKE_RECOVERY_CODE
    template = "make_recovery_code"

    def do(self):
        new, code = recovery_codes.make(self.label)
        self.note(Kind.RECOVERY_CODE, about=self.label)
        unlocking.keep_code(self.request, new.pk, code)
        return redirect("room:code", self.label)


class CodeView(OneRecoveryCode, RoomPage):
    """The recovery code that was just made: to whoever made it, in this browser, until it was tried.
    So a jam in the printer loses nothing; until then the code opens nothing."""

    action = Action.MAKE_RECOVERY_CODE

    def get(self, request, label):
        new = self.new
        code = new and unlocking.code_of(request, new.pk)
        if not code:
            messages.warning(
                request,
                _(
                    "The code is shown only to whoever made the sheet, until it was tried or the room was "
                    "locked. If it is on no paper, make the sheet once more."
                ),
            )
            return redirect("room:show")
        return self.show("recovery_code", groups=code.split("-"), **self.about())


class TypeCodePage(OneRecoveryCode, RoomPage):
    """Asks for the code on the paper, before ``do`` goes on with the form that it opened."""

    is_proof = False

    def get(self, request, label):
        return self.show_form(self.code_form())

    def post(self, request, label):
        form = self.code_form()
        if not form.is_valid():
            self.note(Kind.FAILED, about=label)
            return self.show_form(form)
        self.do(form)
        return redirect("room:show")

    def code_form(self):
        rows = [row for row in self.rows() if row]
        if not rows:
            raise Http404
        return self.form(RecoveryCodeForm, label=self.label, rows=rows)

    def rows(self):
        """Whose code it may be."""
        return [self.recovery_code]

    def show_form(self, form):
        return self.show("type_code", form=form, is_proof=self.is_proof, **self.about())


class ProveView(TypeCodePage):
    """The code is typed in from the paper: only then does a new recovery code count."""

    title = _("Test the recovery code")
    action = Action.PROVE_RECOVERY_CODE
    is_proof = True

    def rows(self):
        return [self.new, self.recovery_code]

    def do(self, form):
        self.note(Kind.RECOVERY_CODE_TRIED, about=self.label)
        if isinstance(form.row, NewKey):
            recovery_codes.prove(form.row, self.room.own)
            unlocking.forget_code(self.request)
        else:
            recovery_codes.mark_tried(form.row)
        message = _("Recovery code %(label)s works. Keep it where you keep contracts.")
        if self.new:
            message = _(
                "This is the sheet %(label)s that counts until now. The new one was not tried."
            )
        messages.success(self.request, message % {"label": self.label})


class UseRecoveryCodeView(TypeCodePage):
    """Whoever has a passphrase but opens nothing comes in with the recovery code."""

    title = _("Use a recovery code")
    action = Action.USE_RECOVERY_CODE

    def do(self, form):
        if new := NewKey.objects.filter(user=self.request.user).first():
            forgetting.say_yes(new, form.private)
        else:
            holders.let_in(form.private, self.holder)
        self.note(Kind.RECOVERY_CODE_USED, about=self.label)
        mails.tell_of_recovery_code()
        warnings.warn_of_few()
        messages.success(self.request, _("You can open inquiries again."))


class TakeRecoveryCodeOutView(OneRecoveryCode, AskedPage):
    """At once, for a recovery code that somebody has seen."""

    title = _("Cancel a recovery code")
    action = Action.TAKE_RECOVERY_CODE_OUT
    template = "take_recovery_code_out"

    def about(self):
        get_object_or_404(KeyHolder, sheet=self.label)
        return super().about()

    def do(self):
        recovery_codes.take_out(self.label, self.room.own)
        self.note(Kind.RECOVERY_CODE_OUT, about=self.label)
        message = _("Recovery code %(label)s opens nothing any more. Make a new one.")
        messages.success(self.request, message % {"label": self.label})
        return redirect("room:show")


class KeeperView(OneRecoveryCode, RoomPage):
    title = _("Who keeps the recovery code")
    action = Action.SAY_WHO_KEEPS

    def get(self, request, label):
        recovery_code = get_object_or_404(KeyHolder, sheet=self.label)
        return self.show_form(self.form(KeeperForm, initial={"kept_by": recovery_code.kept_by}))

    def post(self, request, label):
        recovery_code, form = get_object_or_404(KeyHolder, sheet=self.label), self.form(KeeperForm)
        if not form.is_valid():
            return self.show_form(form)
        recovery_codes.say_who_keeps(recovery_code, form.cleaned_data["kept_by"])
        messages.success(request, _("Kept."))
        return redirect("room:show")

    def show_form(self, form):
        return self.show("keeper", form=form, **self.about())
