"""Start an article from one whole text, at the desk."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from blog.models import Article
from blog.start.drafts import Beginner, draft_of
from blog.start.pictures import take_in
from blog.start.steps import TwoSteps
from blog.start.waiting_pictures import WaitingPictures
from staff.admin_routes import address
from staff.uploads import takes_files
from writing.blocks import blocks_to_html
from writing.sanitizer import sanitize


@method_decorator(never_cache, name="dispatch")
class StartView(TwoSteps):
    def dispatch(self, request, model_admin):
        self.model_admin = model_admin
        if not model_admin.has_add_permission(request):
            raise PermissionDenied
        return super().dispatch(request)

    @property
    def owner(self):
        return self.request.user.pk

    def may_bring_pictures(self):
        return self.request.user.has_perm("pictures.add_image")

    def refuse_confirmation(self):
        message = _("This page was too old or somebody else’s. Confirm it again.")
        messages.warning(self.request, message)

    def first(self, form, *, confirmation=""):
        return self.render("start_paste.html", form=form, confirmation=confirmation)

    def second(self, data, form, context):
        body = mark_safe(sanitize(blocks_to_html(form.proposal.body)))
        return self.render("start_confirm.html", body=body, **context)

    def keep(self, uid, form, left_out):
        proposal, user = form.proposal, self.request.user
        article, is_new = draft_of(uid, proposal, Beginner.signed_in(user), left_out)
        if is_new and form.pictures:
            take_in(article, proposal.body, form.pictures, WaitingPictures(uid), left_out)
        if is_new:
            self.model_admin.log_addition(self.request, article, [{"added": {}}])
            message = _(
                "The draft is here. Look it over, choose a picture, and publish when ready."
            )
            if proposal.day:
                message += " " + _(
                    "It will go out under %(day)s: the time of publication, further down, says so."
                ) % {"day": date_format(proposal.day)}
        else:
            message = _("This draft was made already. Here it is, as it was saved last.")
        messages.success(self.request, message)
        return redirect(address(article, "change", article.pk))

    def render(self, template, **context):
        context = {
            **self.model_admin.admin_site.each_context(self.request),
            "title": _("Start from a text or Word file"),
            "opts": Article._meta,
            **context,
        }
        return TemplateResponse(self.request, f"admin/blog/article/{template}", context)


start = takes_files("blog.add_article")(StartView.as_view())
