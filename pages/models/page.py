from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from editing.models.dated_words import DatedWords
from editing.models.languages import Translatable
from editing.models.publishing import Publishable, PublishableQuerySet
from pages import facts_in_texts
from pages.addresses import refuse_reserved
from pages.models.own_words import OwnTitle
from pages.models.practice import Practice
from writing.fields import RichTextField


class PageQuerySet(PublishableQuerySet):
    pass


class Page(OwnTitle, DatedWords, Translatable, Publishable):
    """An editable page at ``/<slug>/``: about, fees, privacy and the like."""

    WORDS = ("title", "lede", "body")
    FACTS_IN = ("lede", "body", "search_description")
    NO_FACTS_IN = ("title", "search_title")

    title = models.CharField(_("title"), max_length=160)
    slug = models.SlugField(
        _("web address"),
        max_length=80,
        validators=[refuse_reserved],
        help_text=_("The last part of the page's address, like fees."),
    )
    lede = models.CharField(
        _("opening lines"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences under the title."),
    )
    body = RichTextField(_("text"), blank=True)
    lists_trainees = models.BooleanField(
        _("with everybody who is training here"),
        default=False,
        help_text=_(
            "Below the text: each by name, title and supervisor, as of today. The list keeps itself."
        ),
    )
    lists_insurers = models.BooleanField(
        _("with what people pay with their insurance"),
        default=False,
        help_text=_(
            "Below the text: each insurer that somebody here accepts, and what people insured there usually pay, as the "
            "profiles say it. The list keeps itself; the amounts stand under Insurers."
        ),
    )
    has_invitation = models.BooleanField(
        _("ends with an invitation to write"),
        default=False,
        help_text=_(
            "Below the text: the two buttons that an article ends with. For pages that somebody reads on the way to you: "
            "fees, questions, about."
        ),
    )
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["title"]
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        constraints = [
            *Publishable.Meta.constraints,
            models.UniqueConstraint(
                fields=["language", "slug"],
                name="pages_page_address_unique",
                violation_error_message=_("Another page already has this web address."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("pages:page_detail", args=[self.slug])

    @property
    def changed_at(self):
        """Since when visitors read other words than at first; None while they are the first."""
        since, out = self.words_changed_at, self.publish_at
        return since if since and out and since > out else None

    def check_ready(self):
        if not self.body.strip():
            raise ValidationError({"body": _("Write the text before you publish the page.")})
        facts_in_texts.refuse(self, Practice.objects.current())
