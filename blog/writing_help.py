"""What the desk offers to somebody who writes an article: links, and a copy to start from."""

from dataclasses import asdict

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Script
from django.http import HttpResponseRedirect, JsonResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from blog.link_offers import link_offers, link_targets
from pictures.admin.library import for_writers
from writing.forms import MOST_CHARACTERS


class LinkOffersMixin:
    """Asks, while somebody writes, whether first mentions should become links. Works with
    ``static/js/editor/offers.js``; without it nothing is offered."""

    class Media:
        css = {"all": ["css/admin-offers.css"]}
        js = [Script("js/editor/offers.js", type="module")]

    def get_urls(self):
        view = for_writers(self, self.offers_view)
        return [path("offers/", view, name="blog_article_offers"), *super().get_urls()]

    def editor_addresses(self):
        offers = reverse(f"{self.admin_site.name}:blog_article_offers")
        return super().editor_addresses() | {"offers": offers}

    @method_decorator(require_POST)
    def offers_view(self, request):
        html = request.POST.get("text", "")
        if len(html) > MOST_CHARACTERS:
            return JsonResponse({}, status=413)
        offers = link_offers(html, list(link_targets(request.practice)))
        return JsonResponse(
            {
                "heading": heading(len(offers)),
                "button": _("Link it"),
                "offers": [asdict(offer) | {"sentence": sentence(offer)} for offer in offers],
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
    words = _("“%(words)s” could lead to %(label)s.")
    return words % {"words": offer.words, "label": offer.label}


class CopyMixin:
    change_form_template = "admin/blog/article/change_form.html"

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.copy_view))
        return [path("<int:pk>/copy/", view, name="blog_article_copy"), *super().get_urls()]

    def copy_view(self, request, pk):
        """A new draft with the text as it was saved last, for those who may add articles."""
        article = self.readable(request, pk)
        if not self.has_add_permission(request):
            raise PermissionDenied
        copy = article.copy_as_draft(request.user)
        self.log_addition(request, copy, [{"added": {}}])
        words = _("This is a new draft with the text of “%(title)s”. Give it a title of its own.")
        messages.success(request, words % {"title": article})
        return HttpResponseRedirect(self.form_address(copy))
