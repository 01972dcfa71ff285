from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from intake.models import KeyHolder, PracticeKey, RoomEvent
from intake.room import holders, roll, unlocking
from intake.room.forms import PassphraseForm, UnlockForm

Kind = RoomEvent.Kind


class RoomPage(View):
    """For those who may hold a key: whoever answers inquiries."""

    title = ""

    @method_decorator([never_cache, sensitive_post_parameters()])
    def dispatch(self, request, *args, **kwargs):
        return admin.site.admin_view(self.checked)(request, *args, **kwargs)

    def checked(self, request, *args, **kwargs):
        if not request.user.has_perm("intake.change_inquiry"):
            raise PermissionDenied
        self.holder = KeyHolder.objects.of(request.user)
        self.room = unlocking.room_of(request)
        try:
            return super().dispatch(request, *args, **kwargs)
        except roll.NotOurs as error:
            messages.error(request, error.words)
            return redirect("room:show")

    def need_room(self):
        """Raises where the room is locked; a button that is not there was pressed."""
        if self.room is None:
            raise PermissionDenied(_("The room is locked."))
        return self.room

    def note(self, kind, about=""):
        RoomEvent.objects.note(kind, self.request.user, about=str(about))

    def note_unlocked(self):
        """And looks whether the keys are the practice's own."""
        self.note(Kind.UNLOCKED)
        if self.request.room.has_foreign_keys():
            messages.error(
                self.request,
                _(
                    "Somebody has changed the practice’s keys outside this page, or the site has "
                    "another SECRET_KEY. Call whoever runs the site before anything else."
                ),
            )

    def show(self, template, **context):
        request = self.request
        context = {
            **admin.site.each_context(request),
            "title": self.title,
            "holder": self.holder,
            "room": self.room,
            **context,
        }
        return TemplateResponse(request, f"admin/intake/room/{template}.html", context)

    def form(self, kind, **kwargs):
        data = self.request.POST if self.request.method == "POST" else None
        return kind(data, user=self.request.user, holder=self.holder, **kwargs)


class RoomView(RoomPage):
    """Who can open what people write, and what is still missing."""

    title = _("Keys")

    def get(self, request):
        current = PracticeKey.objects.current()
        people = list(KeyHolder.objects.people().select_related("user"))
        sheets = {sheet.sheet: sheet for sheet in KeyHolder.objects.sheets()}
        inside = set(KeyHolder.objects.with_key(current).values_list("pk", flat=True))
        missing_people, missing_sheets = holders.missing()
        now = roll.look()
        return self.show(
            "show",
            people=[(person, person.pk in inside) for person in people],
            sheets=[
                (letter, sheets.get(letter), letter in missing_sheets) for letter in holders.SHEETS
            ],
            is_inside=self.holder is not None and self.holder.pk in inside,
            is_open=holders.is_open(),
            missing_people=missing_people,
            missing_sheets=missing_sheets,
            proven=[sheet for sheet in sheets.values() if sheet.is_proven],
            is_foreign=not now.holds,
            strangers=now.strangers,
            answering=set(KeyHolder.objects.answering().values_list("pk", flat=True)),
        )


class UnlockView(RoomPage):
    title = _("Unlock")

    def get(self, request):
        if self.holder is None:
            return redirect("room:show")
        return self.show("unlock", form=self.form(UnlockForm), next=self.next_address())

    def post(self, request):
        if self.holder is None:
            return redirect("room:show")
        form = self.form(UnlockForm, open_with=self.unlock)
        if not form.is_valid():
            if request.POST.get("passphrase"):
                self.note(Kind.FAILED)
            return self.show("unlock", form=form, next=self.next_address())
        self.note_unlocked()
        response = redirect(self.next_address())
        unlocking.set_cookie(response, form.result)
        return response

    def unlock(self, passphrase):
        return unlocking.unlock(self.request, self.holder, passphrase)

    def next_address(self):
        address = self.request.POST.get("next") or self.request.GET.get("next", "")
        if url_has_allowed_host_and_scheme(address, None) and address.startswith("/admin/"):
            return address
        return "/admin/intake/inquiry/"


class LockView(RoomPage):
    def post(self, request):
        unlocking.lock(request)
        self.note(Kind.LOCKED)
        messages.success(request, _("Locked. What people wrote cannot be read here any more."))
        response = redirect("admin:intake_inquiry_changelist")
        unlocking.delete_cookie(response)
        return response


class PassphraseView(RoomPage):
    """The first passphrase, another one, or a fresh start after it was forgotten."""

    title = _("Passphrase")

    def dispatch(self, request, *args, **kwargs):
        self.is_forgotten = "forgotten" in request.GET
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        return self.show_form(self.passphrase_form())

    def post(self, request):
        form = self.passphrase_form()
        if not form.is_valid() or (holder := form.save()) is None:
            if "old" in form.errors:
                self.note(Kind.FAILED)
            return self.show_form(form)
        self.note(Kind.PASSPHRASE)
        response = redirect("room:show")
        half = unlocking.unlock(request, holder, form.cleaned_data["new"])
        unlocking.set_cookie(response, half)
        self.note_unlocked()
        messages.success(request, _("Your passphrase is set. Write it nowhere near this computer."))
        return response

    def passphrase_form(self):
        has_old = self.holder is not None and not self.is_forgotten
        return self.form(PassphraseForm, has_old=has_old)

    def show_form(self, form):
        return self.show("passphrase", form=form, is_forgotten=self.is_forgotten)


class LetInView(RoomPage):
    def post(self, request, pk):
        holder = get_object_or_404(KeyHolder, pk=pk)
        holders.let_in(self.need_room().own, holder)
        self.note(Kind.LET_IN, about=holder)
        messages.success(request, _("%(who)s can open inquiries now.") % {"who": holder})
        return redirect("room:show")


class TakeOutView(RoomPage):
    title = _("Take a key away")

    def get(self, request, pk):
        return self.show("take_out", other=self.other(pk))

    def post(self, request, pk):
        other = self.other(pk)
        self.need_room()
        holders.drop(KeyHolder.objects.filter(pk=other.pk))
        self.note(Kind.TAKEN_OUT, about=other)
        messages.success(
            request, _("%(who)s cannot open inquiries any more.") % {"who": other.user}
        )
        return redirect("room:show")

    def other(self, pk):
        other = get_object_or_404(KeyHolder.objects.people(), pk=pk)
        if self.holder and other.pk == self.holder.pk:
            raise PermissionDenied(_("Somebody else has to take your key away."))
        return other
