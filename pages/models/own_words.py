"""What a row says of its page in results of a search and beside a shared address, in words of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# What search engines show of it, about.
LONGEST_DESCRIPTION = 200
LONGEST_TITLE = 70


class OwnDescription(models.Model):
    search_description = models.CharField(
        _("description for search engines"),
        max_length=LONGEST_DESCRIPTION,
        blank=True,
        help_text=_(
            "What the page is about, in one or two sentences, for results of a search and where somebody shares it. "
            "Empty: its summary or opening lines."
        ),
    )

    class Meta:
        abstract = True


class OwnTitle(OwnDescription):
    search_title = models.CharField(
        _("title for search engines"),
        max_length=LONGEST_TITLE,
        blank=True,
        help_text=_("Only where it should be another one than on the page."),
    )

    class Meta:
        abstract = True
