"""What editing has to know of an editable page."""

from django.utils.translation import gettext_lazy as _

from editing.contents import PublishableContent
from editing.publishing_forms import PublishingForm
from pages import own_words
from pages.addresses import RESERVED
from pages.models import Page
from pages.own_words import OwnWordsForm
from pages.views import PageDetailView


class PageForm(OwnWordsForm, PublishingForm):
    # Only pages live at the top of the site, where the site's own parts are.
    reserved = RESERVED


class PageContent(PublishableContent):
    model = Page
    form = PageForm
    fieldsets = [
        (None, {"fields": ["title", "slug", "lede", "body", "lists_trainees", "has_invitation"]}),
        (_("In results of a search"), {"fields": [*own_words.FIELDS], "classes": ["collapse"]}),
        (_("When"), {"fields": ["publish_at", "withdraw_at"], "classes": ["collapse"]}),
    ]
    # Who trains here is true of today, whichever text is shown.
    unversioned_fields = (
        *PublishableContent.unversioned_fields,
        "lists_trainees",
        "has_invitation",
    )
    substance_fields = ("title", "lede", "body")
    detail_view = PageDetailView
    lint_parts = {"title": "title", "summary": "lede", "body": "body"}
