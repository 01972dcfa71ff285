import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _

from blog.call_to_action import CallToAction
from blog.models.care import CaredFor
from blog.models.crisis import CarriesCrisisHelp
from blog.models.in_brief import InBrief
from blog.models.lists import ArticleQuerySet
from blog.models.series import InSeries
from editing.addresses import free_slug
from editing.models.languages import Translatable
from editing.models.publishing import Publishable
from pages.models.own_words import OwnTitle
from team.kept_names import in_public
from team.models import Therapist
from writing.fields import RichTextField
from writing.text import plain_text

# What a copy takes over; who wrote it and what it is about come along too.
COPIED = (
    "language", "opening_lines", "body", "summary", "lead_image", "cta_heading", "cta_text",
    "cta_team_label", "cta_start_label", "reference_rows",
)  # fmt: skip


class Article(OwnTitle, Translatable, InBrief, CarriesCrisisHelp, Publishable, CaredFor, InSeries):
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(_("web address"), max_length=100)
    opening_lines = models.TextField(
        _("opening lines"),
        max_length=600,
        blank=True,
        help_text=_("Set apart at the top. Quotation marks stay as you write them."),
    )
    body = RichTextField(_("text"), blank=True)
    lead_image = models.ForeignKey(
        "pictures.Image",
        verbose_name=_("picture"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    specialties = models.ManyToManyField(
        "team.Specialty", verbose_name=_("specialties"), blank=True, related_name="articles"
    )
    modalities = models.ManyToManyField(
        "team.Modality", verbose_name=_("types of therapy"), blank=True, related_name="articles"
    )
    posted_by = models.CharField(
        _("posted by"),
        max_length=120,
        blank=True,
        help_text=_("Who put it on the site, if not the author. Shown small at the foot."),
    )
    cta_heading = models.CharField(_("invitation: heading"), max_length=120, blank=True)
    cta_text = models.TextField(_("invitation: text"), max_length=500, blank=True)
    cta_team_label = models.CharField(_("button to the team"), max_length=40, blank=True)
    cta_start_label = models.CharField(_("button to Get Started"), max_length=40, blank=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    created_by_name = models.CharField(max_length=150, blank=True, editable=False)
    # From whose accounts it was begun: a copy keeps them, and they stay when an account goes.
    begun_by = models.ManyToManyField(
        "team.Therapist", blank=True, editable=False, related_name="+"
    )

    # What could not come along when it was started from a whole text, by kind, until it is dismissed.
    left_out = models.JSONField(default=dict, blank=True, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-publish_at", "-pk"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        permissions = [
            ("publish_article", "Can publish and withdraw articles"),
            ("write_own_article", "Can write own articles"),
        ]
        indexes = [
            # Every list of articles, newest first, without a look at the rows that it does not show.
            models.Index(
                fields=["language", "state", "-publish_at", "-id", "withdraw_at"],
                condition=Q(trashed_at__isnull=True),
                name="blog_article_lists",
            ),
            # The desk's list, and what it says waits for somebody, in whatever language.
            models.Index(
                fields=["-publish_at", "-id"],
                condition=Q(trashed_at__isnull=True),
                name="blog_article_desk",
            ),
            models.Index(
                fields=["state", "-publish_at", "-id", "withdraw_at"],
                condition=Q(trashed_at__isnull=True),
                name="blog_article_states",
            ),
            models.Index(
                fields=["next_review_on"],
                condition=Q(next_review_on__isnull=False),
                name="blog_article_past_review",
            ),
            models.Index(
                fields=["-publish_at", "-id"],
                condition=Q(latest_version__gt=F("current_version")),
                name="blog_article_next_texts",
            ),
        ]
        constraints = [
            *Publishable.Meta.constraints,
            *CaredFor.Meta.constraints,
            models.UniqueConstraint(
                fields=["language", "slug"],
                name="blog_article_address_unique",
                violation_error_message=_("Another article already has this web address."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("blog:article_detail", args=[self.slug])

    @property
    def call_to_action(self):
        return CallToAction.of(self)

    @property
    def topics(self):
        return [*self.specialties.all(), *self.modalities.all()]

    @property
    def byline_text(self):
        """Everybody under the title, with the supervisor wherever a supervised person is named.
        Reads prefetched rows."""
        return get_text_list([str(byline) for byline in self.bylines.all()], _("and"))

    @property
    def has_other_poster(self):
        """Whether somebody other than the authors put it up, which is worth a small line."""
        authors = {byline.display_name.casefold() for byline in self.bylines.all()}
        return bool(self.posted_by) and self.posted_by.casefold() not in authors

    @cached_property
    def shown_poster(self):
        return in_public(self.posted_by)

    @cached_property
    def shown_reviewer(self):
        return in_public(self.reviewed_by_name, self.reviewed_by)

    def check_ready(self):
        refuse_unready(self.body, has_bylines=self.bylines.exists())

    def publish(self):
        super().publish()
        self.keep_titles()

    def keep_titles(self):
        """Write down under each name the title held when the article first went out."""
        day = timezone.localdate(self.first_published_at)
        for byline in self.bylines.select_related("therapist"):
            byline.keep_title(day)

    def keep_beginner(self, user):
        """Write down that it was begun from this account, for as long as there is a profile."""
        self.begun_by.add(*Therapist.objects.filter(user=user))

    def show_as_published(self):
        """As visitors would get it: the time it goes out, and titles and supervisors of that day.
        For previews, whose changes are taken back."""
        self.publish_at = self.publish_at or timezone.now()
        if not self.was_public:
            self.first_published_at = self.publish_at
        self.keep_titles()

    @transaction.atomic
    def copy_as_draft(self, user):
        """A new draft with the same text, at an address of its own. Times, the review, the place in
        a series, what search engines are told and what was said of a change belong to this article and stay with it."""
        ending = str(_(" (copy)"))
        title = self.title[: Article._meta.get_field("title").max_length - len(ending)] + ending
        copy = Article(**{name: getattr(self, name) for name in COPIED})
        copy.title, copy.slug = title, free_slug(copy, title)
        copy.created_by, copy.created_by_name = user, user.get_full_name()
        copy.posted_by = copy.created_by_name[: Article._meta.get_field("posted_by").max_length]
        copy.save()
        for byline in self.bylines.all():
            byline.copy_to(copy)
        copy.begun_by.set(self.begun_by.all())
        copy.keep_beginner(user)
        copy.specialties.set(self.specialties.all())
        copy.modalities.set(self.modalities.all())
        return copy


def refuse_unready(body, *, has_bylines):
    """What an article needs before visitors see it: stored, or as a form holds it."""
    errors = {}
    if not plain_text(body):
        errors["body"] = _("There is no text yet.")
    if not has_bylines:
        errors["bylines"] = _("Say who wrote it.")
    if errors:
        raise ValidationError(errors)
