"""Links that a writer may want, asked for while somebody writes."""

from dataclasses import asdict

from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from blog.link_offers import LinkOffer, link_offers, link_targets
from editing.admin.desk import Desk, StaffRequest
from pictures.admin.library import for_writers
from writing.forms import MOST_CHARACTERS


@for_writers
@require_POST
def offers(request: StaffRequest, model_admin: Desk) -> JsonResponse:
    html = request.POST.get("text", "")
    if len(html) > MOST_CHARACTERS:
        return JsonResponse({}, status=413)
    found = link_offers(html, list(link_targets(request.practice)))  # type: ignore[attr-defined]
    return JsonResponse(
        {
            "heading": heading(len(found)),
            "button": _("Link it"),
            "offers": [asdict(offer) | {"sentence": sentence(offer)} for offer in found],
        }
    )


def heading(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "One place could lead somewhere on this site",
        "%(count)d places could lead somewhere on this site",
        count,
    ) % {"count": count}


def sentence(offer: LinkOffer) -> str:
    message = _("“%(words)s” could lead to %(label)s.")
    return message % {"words": offer.words, "label": offer.label}
