"""The page of what was found."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from practice_site.finding import find
from practice_site.list_parameters import is_too_long, too_long
from staff import admin_frame


def found(request: HttpRequest) -> HttpResponse:
    """Words come in the address; those of somebody who may look for people who wrote are posted, since an
    address stays in the browser's history and in the logs of whatever lies between."""
    query = (request.POST if request.method == "POST" else request.GET).get("q", "")
    query = query.replace("\0", " ").strip()
    refused = too_long() if is_too_long(query) else ""
    context = {
        **admin_frame.context_of(request),
        "title": _("Find"),
        "query": query[:200],
        "refused": refused,
        "groups": [] if refused else find(query, request.user),
        "inquiries": (
            reverse("admin:intake_inquiry_changelist")
            if request.user.has_perm("intake.view_inquiry")
            else ""
        ),
    }
    return TemplateResponse(request, "admin/find.html", context)
