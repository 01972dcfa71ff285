"""What the pages behind “Access” have in common."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from intake.models import RoomEvent
from intake.room import holders, roll, rules, unlocking
from intake.room.forms import UnlockForm
from intake.room.rules import Action
from staff import admin_frame

Kind = RoomEvent.Kind


class RoomPage(View):
    """``action``: what the page is for, in the table of who may do what."""

    title = ""
    action = Action.SEE_KEYS

    @method_decorator([never_cache, sensitive_post_parameters()])
    def dispatch(self, request, *args, **kwargs):
        return admin_frame.for_staff(self.checked)(request, *args, **kwargs)

    def checked(self, request, *args, **kwargs):
        self.standing = rules.standing_of(request)
        self.holder = unlocking.holder_of(request)
        self.room = unlocking.room_of(request)
        if not self.standing.may(self.action):
            return self.refuse()
        try:
            return super().dispatch(request, *args, **kwargs)
        except roll.NotOurs as error:
            messages.error(request, error.message)
        except holders.NotReady:
            messages.error(request, _("This key does not open what comes in: nothing was changed."))
        except holders.LastWayIn:
            messages.error(
                request,
                _(
                    "Nothing was changed: without it, nobody could open what people wrote, or no "
                    "recovery code would work. First give somebody else access, or make and test "
                    "another recovery code."
                ),
            )
        return redirect("room:show")

    def refuse(self):
        """Whoever only has to unlock is led there and back; whoever has no such right is told so."""
        if not self.standing.may(Action.SEE_KEYS):
            raise PermissionDenied
        if not roll.look().holds:
            messages.error(self.request, roll.NotOurs.message)
            return redirect("room:show")
        if self.request.method != "GET":
            raise PermissionDenied(_("Unlock first: this needs a key that opens inquiries."))
        if self.standing.might(self.action):
            query = urlencode({"next": self.request.get_full_path()})
            return redirect(f"{reverse('room:unlock')}?{query}")
        messages.warning(self.request, _("Your key does not allow that, as it stands."))
        return redirect("room:show")

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
            **admin_frame.context_of(request),
            "title": self.title,
            "holder": self.holder,
            "room": self.room,
            "may": {action.name.lower(): self.standing.may(action) for action in Action},
            **context,
        }
        return TemplateResponse(request, f"admin/intake/room/{template}.html", context)

    def form(self, kind, **kwargs):
        data = self.request.POST if self.request.method == "POST" else None
        return kind(data, user=self.request.user, **kwargs)

    def open_again(self, holder, passphrase, response):
        """Unlocks for this session with a key that was just chosen."""
        unlocking.set_cookie(response, unlocking.unlock(self.request, holder, passphrase))
        self.note_unlocked()
        return response


class AskedPage(RoomPage):
    """Asks for the passphrase once more, before ``do`` changes anything."""

    template = ""

    def get(self, request, *args, **kwargs):
        return self.show_form(self.asked_form())

    def post(self, request, *args, **kwargs):
        form = self.asked_form()
        if not form.is_valid():
            if request.POST.get("passphrase"):
                self.note(Kind.FAILED)
            return self.show_form(form)
        return self.do()

    def asked_form(self):
        return self.form(UnlockForm, open_with=self.own_key)

    def own_key(self, passphrase):
        return holders.private_key_of(self.holder, passphrase)

    def show_form(self, form):
        return self.show(self.template, form=form, **self.about())

    def about(self):
        return {}
