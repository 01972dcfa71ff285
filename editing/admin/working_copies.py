"""What somebody has typed and not saved: kept on the server while they type, shown again when they
come back, and telling others who is here."""

import json

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, JsonResponse
from django.middleware.csrf import get_token
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from editing.admin.posted import without_nul
from editing.models import WorkingCopy

# What of a form is nobody's text.
NOT_TEXT = {"csrfmiddlewaretoken", "base_version", "copy_revision", "_popup", "_to_field"}
ASKED = {"revision", "is_unchanged", "is_thrown_away", "is_forced"}

WORDS = {
    "kept": gettext_lazy("Not saved yet; what you typed is kept ({time})."),
    "keeping": gettext_lazy("Keeping what you typed …"),
    "offline": gettext_lazy(
        "No connection. Your text is safe in this window, and we go on trying."
    ),
    "signed_out": gettext_lazy(
        "You are signed out. Your text is safe in this window: sign in, come back here and go on."
    ),
    "other_person": gettext_lazy(
        "Somebody else is signed in now in this browser. Sign in as yourself to save this text."
    ),
    "sign_in": gettext_lazy("Sign in in a new window"),
    "elsewhere": gettext_lazy(
        "You have newer text of this in another window. Go on there, or keep the text of this one."
    ),
    "found": gettext_lazy(
        "This browser holds text of yours that never arrived, and newer text has arrived since."
    ),
    "use_found": gettext_lazy("Show the text of this browser"),
    "use_this": gettext_lazy("Keep the text of this window"),
    "saved_meanwhile": gettext_lazy(
        "{name} has saved this meanwhile. When you save, you will see both texts."
    ),
    "too_long": gettext_lazy("This text is too long to be kept. Divide it into two."),
    "not_allowed": gettext_lazy(
        "You may not change this any more. Copy your text before you leave."
    ),
}


class WorkingCopyMixin:
    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.working_copy_view))
        route = path("working-copy/<int:pk>/", view, name=self.working_copy_name())
        return [route, *super().get_urls()]

    def working_copy_name(self):
        return f"{self.opts.app_label}_{self.opts.model_name}_working_copy"

    def own_copy(self, request, obj):
        """What this person typed here and did not save, or None. Asked once per request."""
        asked = request.__dict__.setdefault("own_copies", {})
        key = (self.model, obj.pk if obj else None)
        if key not in asked:
            asked[key] = WorkingCopy.objects.of(*key).filter(user=request.user).first()
        copy = asked[key]
        return copy if copy and copy.data is not None else None

    def drop_copy(self, request, obj):
        """After a save. What was typed later in another window stays, as that was not saved."""
        copies = WorkingCopy.objects.of(self.model, obj.pk if obj else None)
        copies = copies.filter(user=request.user)
        if "copy_revision" in request.POST:
            copies = copies.filter(revision__lte=number(request.POST["copy_revision"]))
        copies.delete()

    @method_decorator(transaction.atomic)
    def working_copy_view(self, request, pk):
        """Keep, renew or throw away the unsaved text of one form, and say who else is here."""
        obj = self.writable(request, pk)
        copies = WorkingCopy.objects.of(self.model, pk).filter(user=request.user)
        if request.POST.get("is_thrown_away"):
            copies.delete()
            return JsonResponse({"revision": 0})
        copy = copies.select_for_update().first() or self.new_copy(pk, request.user)
        if request.POST.get("is_unchanged"):
            copy.seen_at = timezone.now()
            copy.save()
            return JsonResponse(self.answer(request, obj, copy))
        if copy.revision != number(request.POST.get("revision")) and not request.POST.get(
            "is_forced"
        ):
            return JsonResponse(
                self.answer(request, obj, copy) | {"is_elsewhere": True}, status=409
            )
        copy.data = {
            without_nul(key): [without_nul(value) for value in values]
            for key, values in request.POST.lists()
            if key not in NOT_TEXT | ASKED and not key.startswith("_")
        }
        copy.base_version = number(request.POST.get("base_version"))
        copy.revision += 1
        copy.seen_at = copy.typed_at = timezone.now()
        copy.save()
        return JsonResponse(self.answer(request, obj, copy))

    def writable(self, request, pk):
        if pk == 0:
            if not self.has_add_permission(request):
                raise PermissionDenied
            return None
        obj = self.model._base_manager.filter(
            pk__in=self.get_queryset(request).values("pk"), pk=pk
        ).first()
        if obj is None:
            raise Http404
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        return obj

    def new_copy(self, pk, user):
        found = WorkingCopy.objects.of(self.model, pk)
        copy, _is_new = found.get_or_create(
            user=user,
            defaults={
                "content_type": ContentType.objects.get_for_model(self.model),
                "object_id": pk,
            },
        )
        return copy

    def answer(self, request, obj, copy):
        return {
            "revision": copy.revision,
            "kept_at": date_format(timezone.localtime(copy.typed_at), "TIME_FORMAT")
            if copy.typed_at
            else "",
            "person": request.user.pk,
            # A sign-in in another window changes it.
            "token": get_token(request),
            "here": [self.sentence(other) for other in self.others(request, obj)],
            "latest": obj.latest_version if obj else 0,
            "saved_by": self.saved_by(request, obj),
        }

    def others(self, request, obj):
        if obj is None:
            return []
        here = WorkingCopy.objects.of(self.model, obj.pk).here_now().exclude(user=request.user)
        return here.select_related("user").order_by("opened_at")

    def sentence(self, other):
        since = date_format(timezone.localtime(other.opened_at), "TIME_FORMAT")
        if other.typed_at is None:
            return _("%(name)s has had this open since %(since)s") % {
                "name": other.user,
                "since": since,
            }
        typed = date_format(timezone.localtime(other.typed_at), "TIME_FORMAT")
        words = _("%(name)s is writing here since %(since)s (last at %(typed)s).")
        return words % {"name": other.user, "since": since, "typed": typed}

    def saved_by(self, request, obj):
        """Who saved last, for a form that began from an older version."""
        newest = obj.versions().first() if obj else None
        return newest.made_by_name if newest else ""

    def keeping_config(self, request, obj, copy):
        """What ``keeping.js`` needs to know, as JSON; empty for those who only look."""
        may = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        if not may:
            return ""
        pk = obj.pk if obj else 0
        return json.dumps(
            {
                "address": reverse(f"admin:{self.working_copy_name()}", args=[pk]),
                "sign_in": reverse("admin:login"),
                "person": request.user.pk,
                "revision": self.own_revision(request, obj),
                "words": {key: str(words) for key, words in WORDS.items()},
            }
        )

    def own_revision(self, request, obj):
        self.own_copy(request, obj)
        copy = request.own_copies[(self.model, obj.pk if obj else None)]
        return copy.revision if copy else 0


def number(text):
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0
