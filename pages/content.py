"""What editing has to know of an editable page."""

from django.utils.translation import gettext_lazy as _

from editing.contents import PublishableContent
from editing.publishing_forms import PublishingForm
from pages import own_words
from pages.addresses import RESERVED
from pages.models import Page
from pages.own_words import OwnWordsForm
from pages.views import PageDetailView

BELOW_THE_TEXT = ("lists_trainees", "lists_insurers", "has_invitation")


class PageForm(OwnWordsForm, PublishingForm):
    # Only pages live at the top of the site, where the site's own parts are.
    reserved = RESERVED


class PageContent(PublishableContent):
    model = Page
    form = PageForm
    fieldsets = [
        (None, {"fields": ["title", "slug", "lede", "body", *BELOW_THE_TEXT]}),
        (_("In results of a search"), {"fields": [*own_words.FIELDS], "classes": ["collapse"]}),
        (_("When"), {"fields": ["publish_at", "withdraw_at"], "classes": ["collapse"]}),
    ]
    # What the site keeps below a text is true of today, whichever text is shown.
    unversioned_fields = (*PublishableContent.unversioned_fields, *BELOW_THE_TEXT)
    substance_fields = ("title", "lede", "body")
    detail_view = PageDetailView
    lint_parts = {"title": "title", "summary": "lede", "body": "body"}
