"""Asking somebody for a text: making their private link, and what has become of those that there are."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from blog.admin.desk import ArticleDesk
from blog.asking import mails
from blog.asking.forms import AskForm
from blog.asking.standing import Standing, standing_of
from blog.models import Article, AskedText
from editing.admin.desk import StaffRequest
from editing.admin.posted import posted_text
from staff.admin_routes import address

MOST_SHOWN = 100
IN_WORDS = {
    Standing.OVER: gettext_lazy("Closed. The link opens nothing."),
    Standing.WAITING: gettext_lazy("Nothing has come yet."),
    Standing.SENT: gettext_lazy("A text has come, and nobody has gone on with it."),
    Standing.TAKEN_UP: gettext_lazy("A text has come, and somebody has gone on with it."),
}


def ask(request: StaffRequest, model_admin: ArticleDesk) -> HttpResponse:
    """For whoever may publish: they answer for what comes in."""
    if not model_admin.has_publish_permission(request):
        raise PermissionDenied
    for name, change in (("revoke", revoke), ("renew", renew)):
        if uid := posted_text(request, name, 40):
            change(request, get_object_or_404(AskedText.objects.by_uid(uid)))
            return HttpResponseRedirect(request.path)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        make(request, form)
        return HttpResponseRedirect(request.path)
    links = AskedText.objects.select_related("article", "therapist")[:MOST_SHOWN]
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": Article._meta,
        "title": _("Ask somebody for a text"),
        "form": form,
        "links": [shown(link) for link in links],
    }
    return TemplateResponse(request, "admin/blog/article/ask.html", context)


def shown(link: AskedText) -> dict[str, Any]:
    article = link.article
    standing = standing_of(link)
    return {
        "link": link,
        "says": IN_WORDS[standing],
        "article": article if article and not article.is_in_trash else None,
        "article_address": address(article, "change", article.pk) if article else "",
    }


@transaction.atomic
def make(request: StaffRequest, form: AskForm) -> None:
    link = form.save(commit=False)
    link.created_by, link.created_by_name = request.user, request.user.get_full_name()
    link.save()
    say(request, link)


@transaction.atomic
def renew(request: StaffRequest, link: AskedText) -> None:
    link.renew()
    say(request, link)


def say(request: StaffRequest, link: AskedText) -> None:
    if link.email:
        mails.ask(link)
        message = _("The link is on its way to %(name)s.")
    else:
        message = _("The link for %(name)s is below: copy it and send it.")
    messages.success(request, message % {"name": link.name})


def revoke(request: StaffRequest, link: AskedText) -> None:
    link.revoke()
    messages.success(request, _("The link does not open anything any more."))
