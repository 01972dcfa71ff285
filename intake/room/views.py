"""The keys of people: who has one, unlocking, passphrases, letting in and taking away."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from intake.models import KeyHolder, NewKey
from intake.room import attention, holders, mails, recovery_codes, roll, unlocking, warnings
from intake.room.choosing import PassphraseForm
from intake.room.forms import UnlockForm
from intake.room.pages import AskedPage, Kind, RoomPage
from intake.room.rules import Action
from intake.room.ways_in import LABELS, ways_in
from staff.factors import fresh


class RoomView(RoomPage):
    """Who can open what people write, and what is still missing."""

    title = _("Access")

    def get(self, request):
        ways, roll_now = ways_in(), self.room.roll if self.room else roll.look()
        people = KeyHolder.objects.people().select_related("user")
        inside = {holder.pk for holder in ways.people}
        rows = {
            recovery_code.sheet: recovery_code
            for recovery_code in KeyHolder.objects.recovery_codes()
        }
        new = {new_key.sheet: new_key for new_key in NewKey.objects.exclude(sheet="")}
        return self.show(
            "show",
            people=[(holder, holder.pk in inside) for holder in people],
            is_inside=self.standing.might(Action.ADMIT),
            replacing=NewKey.objects.filter(sheet="").select_related("user"),
            recovery_codes=[
                self.about_recovery_code(label, rows.get(label), new.get(label)) for label in LABELS
            ],
            is_open=holders.form_is_open(roll_now),
            form_messages=attention.about_the_form(ways),
            missing_people=ways.missing_people,
            to_try_again=recovery_codes.to_try_again(),
            is_foreign=not roll_now.holds,
            unsigned_keys=roll_now.unsigned_keys,
            answering=set(KeyHolder.objects.answering().values_list("pk", flat=True)),
        )

    def about_recovery_code(self, label, recovery_code, new):
        return label, recovery_code, new, list(recovery_codes.lines_about(recovery_code, new))


class UnlockView(RoomPage):
    title = _("Unlock")
    action = Action.UNLOCK

    def get(self, request):
        return self.show_form(self.form(UnlockForm))

    def post(self, request):
        form = self.form(UnlockForm, open_with=self.unlock)
        if not form.is_valid():
            if request.POST.get("passphrase"):
                self.note(Kind.FAILED)
            return self.show_form(form)
        self.note_unlocked()
        response = redirect(self.next_address())
        unlocking.set_cookie(response, form.result)
        return response

    def show_form(self, form):
        new = NewKey.objects.filter(user=self.request.user).first()
        return self.show("unlock", form=form, next=self.next_address(), new=new)

    def unlock(self, passphrase):
        return unlocking.unlock(self.request, self.holder, passphrase)

    def next_address(self):
        address = self.request.POST.get("next") or self.request.GET.get("next", "")
        if url_has_allowed_host_and_scheme(address, None) and address.startswith("/admin/"):
            return address
        return "/admin/intake/inquiry/"


class LockView(RoomPage):
    action = Action.LOCK

    def post(self, request):
        unlocking.lock(request)
        self.note(Kind.LOCKED)
        messages.success(request, _("Locked. What people wrote cannot be read here any more."))
        response = redirect("admin:intake_inquiry_changelist")
        unlocking.delete_cookie(response)
        return response


class PassphraseView(RoomPage):
    """The first passphrase, or another one."""

    title = _("Passphrase")

    @property
    def action(self):
        is_first = self.standing.might(Action.CHOOSE_PASSPHRASE)
        return Action.CHOOSE_PASSPHRASE if is_first else Action.CHANGE_PASSPHRASE

    def get(self, request):
        if not self.shows_who():
            return fresh.ask(request)
        return self.show("passphrase", form=self.passphrase_form())

    def post(self, request):
        form = self.passphrase_form()
        if not self.shows_who():
            form.add_error(None, ValidationError(fresh.message_for(request.user), code="not_fresh"))
        if not form.is_valid() or (holder := form.save()) is None:
            if "old" in form.errors:
                self.note(Kind.FAILED)
            return self.show("passphrase", form=form)
        self.note(Kind.PASSPHRASE)
        if self.holder:
            mails.tell_of_passphrase()
        else:
            mails.tell_of_waiting()
        warnings.warn_of_few()
        messages.success(request, _("Your passphrase is set. Write it nowhere near this computer."))
        return self.open_again(holder, form.cleaned_data["new"], redirect("room:show"))

    def shows_who(self):
        """A first one is nobody's yet, and colleagues let in whose name stands there: a session in other
        hands must not choose it. Another one asks for the one until now."""
        return self.holder is not None or fresh.is_fresh(self.request)

    def passphrase_form(self):
        return self.form(PassphraseForm, holder=self.holder)


class LetInView(RoomPage):
    action = Action.ADMIT

    def post(self, request, pk):
        holder = get_object_or_404(KeyHolder.objects.people().answering(), pk=pk)
        holders.let_in(self.room.own, holder)
        warnings.warn_of_few()
        self.note(Kind.LET_IN, about=holder)
        messages.success(request, _("%(who)s can open inquiries now.") % {"who": holder})
        return redirect("room:show")


class TakeOutView(AskedPage):
    title = _("Remove somebody’s access")
    action = Action.TAKE_AWAY
    template = "take_out"

    @cached_property
    def other(self):
        other = get_object_or_404(KeyHolder.objects.people(), pk=self.kwargs["pk"])
        if other.pk == self.holder.pk:
            raise PermissionDenied(_("Somebody else has to remove your access."))
        return other

    def about(self):
        return {"other": self.other}

    def do(self):
        holders.take_away(self.room.own, KeyHolder.objects.filter(pk=self.other.pk))
        mails.tell_of_taking_away(self.other.user)
        warnings.warn_of_few()
        self.note(Kind.TAKEN_OUT, about=self.other)
        message = _("%(who)s cannot open inquiries any more.") % {"who": self.other.user}
        messages.success(self.request, message)
        return redirect("room:show")
