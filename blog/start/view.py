"""Start an article from one whole text, in two steps. Nothing is stored before the second."""

import json
from uuid import UUID, uuid4

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache

from blog.models import Article
from blog.start.drafts import draft_of
from blog.start.forms import RowsForm
from blog.start.pictures import leave_out, leave_out_missing, take_in
from blog.start.text_form import MARKDOWN, WholeTextForm
from blog.start.waiting_pictures import WaitingPictures
from staff.admin_routes import address
from staff.uploads import takes_files
from writing.blocks import blocks_to_html
from writing.pasting.left_out import as_stored, said
from writing.sanitizer import sanitize


@method_decorator(never_cache, name="dispatch")
class StartView(View):
    def dispatch(self, request, model_admin):
        self.model_admin = model_admin
        if not model_admin.has_add_permission(request):
            raise PermissionDenied
        return super().dispatch(request)

    def get(self, request):
        return self.render(request, "start_paste.html", form=WholeTextForm())

    def post(self, request):
        text_form = WholeTextForm(request.POST, request.FILES)
        if not text_form.is_valid():
            return self.render(request, "start_paste.html", form=text_form)
        if "back" in request.POST:
            form = WholeTextForm(initial=text_form.to_show_again())
            known = request.POST.get("confirmation", "")
            return self.render(request, "start_paste.html", form=form, confirmation=known)
        data, known = text_form.cleaned_data, confirmed_uid(request)
        uid = known or uuid4()
        blocks, waiting = data["blocks"], self.waiting(request, uid, data["pictures"])
        leave_out_missing(blocks, waiting, data["left_out"])
        is_answered = "confirm" in request.POST or "again" in request.POST
        form = RowsForm(request.POST if is_answered else None, blocks=blocks)
        if "confirm" in request.POST and known is None:
            messages.warning(
                request, _("This page was too old or somebody else’s. Confirm it again.")
            )
        if is_answered and form.is_valid() and "confirm" in request.POST and known:
            leave_out(blocks, form.left_out_pictures(), data["left_out"])
            return self.make_draft(request, uid, form, data["left_out"])
        return self.ask(request, data, form, uid)

    def waiting(self, request, uid, pictures):
        """Where the pictures of the file are kept meanwhile; None for whoever may add none."""
        if not request.user.has_perm("pictures.add_image"):
            return None
        waiting = WaitingPictures(uid)
        if pictures:
            waiting.put(pictures)
        return waiting

    def ask(self, request, data, form, uid):
        kept = ["text", "html", "touched", "shown", "file_name", "reading"]
        source = {name: data[name] for name in kept}
        source["confirmation"] = confirmation(uid, request.user)
        source["file_left_out"] = json.dumps(data["file_left_out"])
        proposal = form.proposal
        return self.render(
            request,
            "start_confirm.html",
            form=form,
            source=source,
            left_out=said(as_stored(data["left_out"])),
            rows=form.shown_rows(),
            proposal=proposal,
            body=mark_safe(sanitize(blocks_to_html(proposal.body))),
            is_markdown=data["reading"] == MARKDOWN,
        )

    def make_draft(self, request, uid, form, left_out):
        proposal = form.proposal
        article, is_new = draft_of(uid, proposal, request.user, left_out)
        if is_new and form.pictures:
            take_in(article, proposal.body, form.pictures, WaitingPictures(uid), left_out)
        if is_new:
            self.model_admin.log_addition(request, article, [{"added": {}}])
            message = _(
                "The draft is here. Look it over, choose a picture, and publish when ready."
            )
            if proposal.day:
                message += " " + _(
                    "It will go out under %(day)s: the time of publication, further down, says so."
                ) % {"day": date_format(proposal.day)}
        else:
            message = _("This draft was made already. Here it is, as it was saved last.")
        messages.success(request, message)
        return redirect(address(article, "change", article.pk))

    def render(self, request, template, **context):
        context = {
            **self.model_admin.admin_site.each_context(request),
            "title": _("Start from a whole text"),
            "opts": Article._meta,
            **context,
        }
        return TemplateResponse(request, f"admin/blog/article/{template}", context)


start = takes_files("blog.add_article")(StartView.as_view())


def confirmation(uid, user):
    """Names the draft that a confirmation will make, so that the same one makes no second."""
    return signing.dumps([uid.hex, user.pk], salt="blog.start")


def confirmed_uid(request):
    """What the form brought back, or None where it is not this person's own."""
    try:
        uid, user = signing.loads(request.POST.get("confirmation", ""), salt="blog.start")
    except signing.BadSignature:
        return None
    return UUID(uid) if user == request.user.pk else None
