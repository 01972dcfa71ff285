"""Showing a text before it is on the site, and asking for somebody's word on it."""

from datetime import timedelta
from uuid import uuid4

from csp.constants import SELF
from csp.decorators import csp_replace, csp_update
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST

from editing import letters, previews
from editing.admin.link_form import LinkForm
from editing.admin.posted import typed
from editing.admin.taking_on import TakingOnMixin
from editing.models import Capacity, How, PreviewLink, ReviewStep


class SharingMixin(TakingOnMixin):
    def get_urls(self):
        wrap = self.admin_site.admin_view
        stem = f"{self.opts.app_label}_{self.opts.model_name}"
        preview = csp_replace({"frame-ancestors": [SELF]})(
            xframe_options_sameorigin(require_POST(self.preview_view))
        )
        return [
            path("<int:pk>/share/", wrap(self.share_view), name=f"{stem}_share"),
            path(
                "<int:pk>/review/",
                wrap(require_POST(transaction.atomic(self.review_view))),
                name=f"{stem}_review",
            ),
            path("preview/<int:pk>/", wrap(preview), name=f"{stem}_preview"),
            *super().get_urls(),
        ]

    @method_decorator(csp_update({"frame-src": [SELF]}))
    def changeform_view(self, request, *args, **kwargs):
        # For the preview beside the form.
        return super().changeform_view(request, *args, **kwargs)

    def preview_view(self, request, pk):
        """What the form holds just now, as visitors would see it: for the frame beside the form."""
        obj = self.writable(request, pk)
        form = self.content.version_form(
            data=request.POST, instance=obj or self.model(slug=uuid4().hex)
        )
        looks = {"preview": {"is_print": request.POST.get("look") == "print"}}
        try:
            response = previews.show(self.content, request, form, looks)
        except previews.CannotBeShown as error:
            response = TemplateResponse(
                request, "editing/cannot_be_shown.html", looks | {"sentences": error.sentences}
            )
        response["Cache-Control"] = "no-store"
        return response

    def share_view(self, request, pk):
        """Private links to the newest saved text, and what was answered."""
        obj = self.readable(request, pk)
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        if request.method == "POST":
            self.keep_first_text(request, obj, change=True)
        version = obj.versions().first()
        if "revoke" in request.POST:
            get_object_or_404(PreviewLink.objects.of(obj).by_uid(request.POST["revoke"])).revoke()
            messages.success(request, _("The link does not open anything any more."))
            return HttpResponseRedirect(request.path)
        asked = self.content.reviewers(obj)
        may_hand_over = self.has_publish_permission(request, obj) and not self.content.is_about(
            request.user, obj
        )
        form = LinkForm(
            request.POST or None,
            asked=asked,
            how_it_goes=self.content.how_it_goes,
            may_hand_over=may_hand_over,
        )
        if request.method == "POST" and form.is_valid():
            self.make_link(request, form, version)
            return HttpResponseRedirect(request.path)
        context = self.page_context(request, obj) | {
            "title": _("Show “%(title)s” to somebody") % {"title": obj},
            "form": form,
            "asked": asked,
            "version": version,
            "links": [
                (link, not link.is_binding or (may_hand_over and not link.is_secret))
                for link in PreviewLink.objects.of(obj)
                .select_related("version")
                .prefetch_related("steps")
            ],
            **self.steps_to_show(request, obj),
        }
        return TemplateResponse(request, "admin/editing/share.html", context)

    def steps_to_show(self, request, obj):
        """Who said what: every step with whether this person may stand for it."""
        steps = ReviewStep.objects.of(obj).select_related("version", "link")
        steps = steps.defer("version__data").prefetch_related("takers")
        return {
            "steps": [(step, self.may_stand_for(request, obj, step)) for step in steps],
            "take_on_address": self.review_addresses(obj)["take_on_address"],
        }

    @transaction.atomic
    def make_link(self, request, form, version):
        link = form.save(commit=False)
        link.version = version
        link.expires_at = timezone.now() + timedelta(days=form.cleaned_data["days"])
        link.created_by, link.created_by_name = request.user, request.user.get_full_name()
        link.save()
        if link.email:
            letters.send_request(link)
            words = _("The link is on its way to %(reader)s.")
        else:
            words = _("The link for %(reader)s is below: copy it and send it.")
        messages.success(request, words % {"reader": link.reader})

    def review_view(self, request, pk):
        """An editor returns what was submitted, with a note."""
        obj = self.readable(request, pk)
        if not self.has_publish_permission(request, obj):
            raise PermissionDenied
        note = typed(request, "note", 4000)
        if not note:
            messages.error(request, _("Say in a few words what should change."))
        else:
            self.keep_first_text(request, obj, change=True)
            self.add_step(request, obj.versions().first(), ReviewStep.Kind.RETURNED, note=note)
            messages.success(request, _("Returned. The author sees your note on the desk."))
        return HttpResponseRedirect(self.form_address(obj))

    def add_step(
        self, request, version, kind, *, capacity=Capacity.EDITOR, key="", note="", about=None
    ):
        return ReviewStep.objects.create(
            version=version,
            kind=kind,
            capacity=capacity,
            note=note,
            person=request.user.get_full_name() or request.user.get_username(),
            person_key=key,
            user=request.user,
            how=How.SIGNED_IN,
            about=about,
        )

    def has_publish_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    def sharing_context(self, request, obj):
        stem = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        preview = reverse(f"{stem}_preview", args=[obj.pk if obj else 0])
        context = {"preview_address": preview, "last_step": self.last_step(obj)}
        return context | (self.review_addresses(obj) if obj else {})

    def review_addresses(self, obj):
        stem = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        names = ("share", "review", "swap", "take_on")
        return {f"{name}_address": reverse(f"{stem}_{name}", args=[obj.pk]) for name in names}

    def last_step(self, obj):
        if obj is None:
            return None
        steps = ReviewStep.objects.of(obj).select_related("version").prefetch_related("takers")
        return steps.first()
