from django.conf import settings
from django.db import models
from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from team.kept_names import in_public
from team.models import Therapist
from team.models.lists import TEXTS


class BylineQuerySet(models.QuerySet):
    def for_naming(self):
        """With who stands behind a name."""
        return self.select_related("therapist").defer(*(f"therapist__{name}" for name in TEXTS))

    def for_display(self):
        """With the faces beside the names."""
        return self.for_naming().select_related("therapist__photo")

    def with_people(self, *, with_photos=False):
        """For many at once: one row for each person, and not one for each byline."""
        people = Therapist.objects.defer(*TEXTS)
        return self.prefetch_related(
            Prefetch("therapist", people.select_related("photo") if with_photos else people)
        )


def with_shown_names(bylines):
    """Asked now, so that a page which shows the rows asks nothing."""
    for byline in bylines:
        _ = byline.shown_name, byline.shown_supervisor


class Byline(models.Model):
    """One author of an article, in order, with the title held when it was published.

    A guest or somebody who left without a profile is a name; the title is kept as text, so a
    later promotion does not rewrite what was true then. Where none was written down there is none: the title of
    today may not be true of then, and a trainee's says nothing without the supervisor.
    """

    article = models.ForeignKey("blog.Article", on_delete=models.CASCADE, related_name="bylines")
    therapist = models.ForeignKey(
        Therapist,
        verbose_name=_("therapist"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="bylines",
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    title = models.CharField(
        _("title when published"),
        max_length=1000,
        blank=True,
        help_text=_("Empty: taken from the profile when the article is published."),
    )
    supervised_by = models.TextField(_("supervised by"), blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    objects = BylineQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        constraints = [
            models.CheckConstraint(
                condition=Q(therapist__isnull=False) | ~Q(name=""),
                name="blog_byline_has_author",
                violation_error_message=_("Choose a therapist or write a name."),
            ),
        ]

    def __str__(self):
        """As visitors read it."""
        parts = [self.shown_name, self.shown_title]
        if self.supervised_by:
            parts.append(_("supervised by %(name)s") % {"name": self.shown_supervisor})
        return ", ".join(filter(None, map(str, parts)))

    @property
    def display_name(self):
        """For the desk; see ``shown_name``."""
        return self.name or self.therapist.name

    # Once for each row: where rows are kept, they are asked for there (``with_shown_names``).
    @cached_property
    def shown_name(self):
        return in_public(self.display_name, self.therapist)

    @property
    def shown_title(self):
        """In the spelling of the profile where only capitals differ: one title is spelled one way on the site."""
        now = self.therapist.title if self.therapist else ""
        return now if now.casefold() == self.title.casefold() else self.title

    @cached_property
    def shown_supervisor(self):
        return in_public(self.supervised_by)

    @property
    def list_address(self):
        """Where everything that its author has written here is listed."""
        person = self.therapist
        if person is None or not person.is_listed or person.language != settings.LANGUAGE_CODE:
            return ""
        return reverse("blog:author", args=[person.slug])

    def as_row(self):
        """As the form has it."""
        return {"therapist": self.therapist, "name": self.name, "title": self.title}

    def is_of(self, row):
        """Whether a row of the form is about this author, wherever it stands now."""
        therapist = row.get("therapist")
        if therapist and self.therapist_id:
            return therapist.pk == self.therapist_id
        name = therapist.name if therapist else row.get("name") or ""
        return name.casefold() == self.display_name.casefold()

    def keep_title(self, day):
        """Fill in the title of now, and who supervises on ``day``. What is written down already stays."""
        if self.therapist:
            self.title = self.title or self.therapist.title_on(day)
            self.supervised_by = self.supervised_by or self.therapist.supervised_by_on(day)
            self.save(update_fields=["title", "supervised_by"])

    def copy_to(self, article):
        """The same author with the title held then. Who supervises a therapist is asked anew when
        the copy goes out."""
        Byline.objects.create(
            article=article,
            therapist=self.therapist,
            name=self.name,
            title=self.title,
            supervised_by="" if self.therapist else self.supervised_by,
            order=self.order,
        )
