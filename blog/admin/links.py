"""Links that a writer may want, asked for while somebody writes."""

from dataclasses import asdict

from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from blog.link_offers import link_offers, link_targets
from pictures.admin.library import for_writers
from writing.forms import MOST_CHARACTERS


@for_writers
@require_POST
def offers(request, model_admin):
    html = request.POST.get("text", "")
    if len(html) > MOST_CHARACTERS:
        return JsonResponse({}, status=413)
    found = link_offers(html, list(link_targets(request.practice)))
    return JsonResponse(
        {
            "heading": heading(len(found)),
            "button": _("Link it"),
            "offers": [asdict(offer) | {"sentence": sentence(offer)} for offer in found],
        }
    )


def heading(count):
    if not count:
        return ""
    return ngettext(
        "One place could lead somewhere on this site",
        "%(count)d places could lead somewhere on this site",
        count,
    ) % {"count": count}


def sentence(offer):
    message = _("“%(words)s” could lead to %(label)s.")
    return message % {"words": offer.words, "label": offer.label}
