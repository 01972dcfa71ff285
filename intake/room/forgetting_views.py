"""“I have forgotten it”, and what those who are told of it can do."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from intake.models import NewKey
from intake.room import forgetting
from intake.room.choosing import PassphraseForm
from intake.room.pages import Kind, RoomPage
from intake.room.rules import Action, Role, role_of
from staff.factors import fresh


class ForgottenView(RoomPage):
    title = _("I forgot my passphrase")
    action = Action.FORGET

    def get(self, request):
        if not fresh.is_fresh(request):
            return fresh.ask(request)
        return self.show_form(self.form(PassphraseForm))

    def post(self, request):
        form = self.form(PassphraseForm)
        if not fresh.is_fresh(request):
            form.add_error(None, ValidationError(fresh.message_for(request.user), code="not_fresh"))
        if not form.is_valid():
            return self.show_form(form)
        new = forgetting.ask(request.user, form.cleaned_data["new"])
        if new is None:
            message = _(
                "Your new passphrase is set. A colleague, or a recovery code, gives you access."
            )
        else:
            message = _(
                "Your new passphrase works as soon as a colleague approves it, or you use a "
                "recovery code, and otherwise in a day. Until then the old one still opens."
            )
        messages.success(request, message)
        return redirect("room:show")

    def show_form(self, form):
        is_last = forgetting.is_last(self.request.user)
        return self.show("forgotten", form=form, is_last=is_last)


class StopView(RoomPage):
    """By whoever can still open: the owner of the old key, or a colleague."""

    action = Action.STOP_FORGETTING

    def post(self, request, pk):
        new = get_object_or_404(NewKey, pk=pk, sheet="")
        forgetting.stop(new, request.user)
        messages.success(request, _("Stopped. The passphrase from before goes on working."))
        return redirect("room:show")


class SayYesView(RoomPage):
    """A colleague knows that they have forgotten it, and lets them in with the new key."""

    action = Action.ADMIT

    def post(self, request, pk):
        others = NewKey.objects.filter(sheet="").exclude(user=request.user)
        new = get_object_or_404(others, pk=pk)
        if role_of(new.user) is not Role.ANSWERS:
            raise Http404
        holder = forgetting.say_yes(new, self.room.own)
        self.note(Kind.NEW_KEY, about=holder)
        messages.success(request, _("%(who)s can open inquiries now.") % {"who": holder})
        return redirect("room:show")
