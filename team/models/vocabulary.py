"""The words the practice uses for what it treats and how. Articles and inquiries refer to them."""

import re

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Count
from django.urls import reverse
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext_lazy as _

from editing.addresses import KeepsOldAddresses
from editing.models.dated_words import DatedWords
from editing.models.languages import Translatable
from pages.models.own_words import OwnTitle
from team.models.visibility import is_listed
from writing.fields import RichTextField

# Older than anybody.
OLDEST = 150
IN_BRACKETS = re.compile(r"\(([^()]+)\)")


def in_a_sentence(words):
    """As it stands after a colon: only a first word that is written small elsewhere loses its capital."""
    first, _space, rest = words.partition(" ")
    # “Internal Family Systems”: a name of several words has a capital in more than one.
    days = {*map(str, WEEKDAYS.values()), *map(str, MONTHS.values())}
    is_name = not first[1:].islower() or rest[:1].isupper() or first in days
    return words if is_name and first != "A" else words[:1].lower() + words[1:]


class TopicQuerySet(models.QuerySet):
    def for_naming(self):
        return self.defer("summary", "body", "synonyms")

    def with_people_count(self):
        """Adds ``people_count``: public therapists for the topic."""
        listed = is_listed("therapists__")
        people = Count("therapists", filter=listed, distinct=True)
        # A grouped query forgets the order of its model.
        return self.annotate(people_count=people).order_by("order", "name")


class Topic(OwnTitle, DatedWords, Translatable, KeepsOldAddresses):
    """A specialty or a modality: a public page with people and articles for it."""

    WORDS = ("name", "summary", "body")

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("web address"), max_length=80)
    summary = models.CharField(
        _("opening lines"), max_length=240, blank=True, help_text=_("One sentence in plain words.")
    )
    body = RichTextField(_("text"), blank=True)
    synonyms = models.TextField(
        _("other words for it"),
        max_length=1000,
        blank=True,
        help_text=_(
            "One on each line, or with commas between them: PTSD, trauma-focused therapy. Where an "
            "article uses one, the editor offers a link to this page."
        ),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = TopicQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["order", "name"]

    def __str__(self):
        return self.name

    @property
    def plain_name(self):
        """The word people search for."""
        return self.name

    @property
    def is_named_otherwise(self):
        """Whether its name is another than the word people search for."""
        return self.plain_name != self.name

    @property
    def plain_title(self):
        """What it is, the plain word first: ``Trauma: after something frightening``."""
        return self.name

    @property
    def other_names(self):
        """What else it is called on its page."""
        return []

    @property
    def words_for_it(self):
        """Everything it is called, none twice: ``EMDR therapy (EMDR)`` is two of them."""
        found = [self.name, *IN_BRACKETS.findall(self.name), IN_BRACKETS.sub("", self.name)]
        found += re.split(r"[,\n]", self.synonyms)
        return list(dict.fromkeys(filter(None, (" ".join(name.split()) for name in found))))


class Specialty(Topic):
    WORDS = (*Topic.WORDS, "plain_word", "clinical_name")

    name = models.CharField(
        _("name"), max_length=80, help_text=_("As people say it: Worry that runs the day")
    )
    clinical_name = models.CharField(
        _("clinical name"), max_length=80, blank=True, help_text=_("As colleagues say it: Anxiety")
    )
    plain_word = models.CharField(
        _("in a word"),
        max_length=40,
        blank=True,
        help_text=_(
            "As people search for it: Trauma. It stands first in titles, choices and results of a "
            "search. Empty: the clinical name."
        ),
    )

    class Meta(Topic.Meta):
        verbose_name = _("specialty")
        verbose_name_plural = _("specialties")
        constraints = [
            models.UniqueConstraint(
                fields=["language", "slug"],
                name="team_specialty_address_unique",
                violation_error_message=_("Another specialty already has this web address."),
            ),
        ]

    def get_absolute_url(self):
        return reverse("team:specialty_detail", args=[self.slug])

    @property
    def plain_name(self):
        return self.plain_word or self.clinical_name or self.name

    @property
    def plain_title(self):
        if not self.is_named_otherwise:
            return self.name
        return f"{self.plain_name}: {in_a_sentence(self.name)}"

    @property
    def other_names(self):
        called = dict.fromkeys([self.name, self.clinical_name])
        return [name for name in called if name not in ("", self.plain_name)]

    @property
    def words_for_it(self):
        others = filter(None, [self.plain_word, self.clinical_name])
        return list(dict.fromkeys([*super().words_for_it, *others]))


class Modality(Topic):
    class Meta(Topic.Meta):
        verbose_name = _("type of therapy")
        verbose_name_plural = _("types of therapy")
        constraints = [
            models.UniqueConstraint(
                fields=["language", "slug"],
                name="team_modality_address_unique",
                violation_error_message=_("Another type of therapy already has this web address."),
            ),
        ]

    def get_absolute_url(self):
        return reverse("team:modality_detail", args=[self.slug])


class Term(models.Model):
    """A plain list entry without a page of its own."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["order", "name"]

    def __str__(self):
        return self.name


class Population(Term):
    youngest = models.PositiveSmallIntegerField(
        _("from this age on"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(OLDEST)],
        help_text=_(
            "In full years. As soon as one group has ages, Get Started tells whoever chooses an age that no group of "
            "yours reaches."
        ),
    )
    oldest = models.PositiveSmallIntegerField(
        _("up to this age"), null=True, blank=True, validators=[MaxValueValidator(OLDEST)]
    )

    class Meta(Term.Meta):
        verbose_name = _("client group")
        verbose_name_plural = _("client groups")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(youngest=None)
                | models.Q(oldest=None)
                | models.Q(youngest__lte=models.F("oldest")),
                name="team_population_ages",
                violation_error_message=_("The first age is above the last one."),
            ),
        ]

    @property
    def ages(self):
        """(youngest, oldest), or None where nothing is said of them."""
        if self.youngest is None and self.oldest is None:
            return None
        return self.youngest or 0, OLDEST if self.oldest is None else self.oldest


class Language(Term):
    code = models.CharField(
        _("code"),
        max_length=20,
        blank=True,
        help_text=_("As browsers know it: es, zh-Hans. Of common languages we know it."),
    )
    sentence = models.CharField(
        _("a sentence in it"),
        max_length=160,
        blank=True,
        help_text=_(
            "“We can talk in Spanish”, said in Spanish, for profiles and the filter. Empty: ours, which "
            "we have for common languages."
        ),
    )

    class Meta(Term.Meta):
        verbose_name = _("spoken language")
        verbose_name_plural = _("spoken languages")
