from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

# A series of one is none yet.
FEWEST = 2


class Series(models.Model):
    """Articles to be read one after the other."""

    title = models.CharField(_("title"), max_length=120, unique=True)
    description = models.CharField(
        _("description"),
        max_length=240,
        blank=True,
        help_text=_("One sentence. Shown with the list of its parts."),
    )

    # Of its first title: it stays where it is, whatever it is called later.
    slug = models.SlugField(_("web address"), max_length=130, unique=True, editable=False)

    class Meta:
        ordering = ["title"]
        verbose_name = _("series")
        verbose_name_plural = _("series")

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        if not self.slug:
            self.slug = free_address(self.title)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("blog:series", args=[self.slug])

    @property
    def parts(self):
        """What visitors can read of it in our language, in its order; nothing while there are not two."""
        ours = self.articles.published().filter(language=settings.LANGUAGE_CODE)
        parts = sorted(ours.for_listing(), key=reading_order)
        return parts if len(parts) >= FEWEST else []


def free_address(title):
    stem = slug = slugify(title)[:120].strip("-") or "series"
    number = 1
    while Series.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{stem}-{number}"
    return slug


@dataclass(frozen=True)
class Position:
    """Where one article stands among the parts of its series that visitors can read."""

    series: Series
    parts: list
    number: int

    @property
    def before(self):
        return self.parts[self.number - 2] if self.number > 1 else None

    @property
    def has_page(self):
        """Whether visitors find the series at its own address."""
        ours = [part for part in self.parts if part.language == settings.LANGUAGE_CODE]
        return sum(part.is_published for part in ours) >= FEWEST

    @property
    def after(self):
        return self.parts[self.number] if self.number < len(self.parts) else None


class InSeries(models.Model):
    series = models.ForeignKey(
        Series,
        verbose_name=_("series"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="articles",
    )
    series_order = models.PositiveSmallIntegerField(
        _("part"),
        null=True,
        blank=True,
        help_text=_("Its number in the series. Empty: after the others, as they came out."),
    )

    class Meta:
        abstract = True

    @cached_property
    def position_in_series(self):
        """A ``Position``, or None outside a series and where there is no other part to read."""
        if self.series_id is None:
            return None
        published = type(self).objects.published().filter(language=self.language)
        others = published.without_text().filter(series=self.series_id)
        # This one counts even while only its preview is read.
        parts = sorted([self, *others.exclude(pk=self.pk)], key=reading_order)
        if len(parts) < FEWEST:
            return None
        return Position(self.series, parts, parts.index(self) + 1)


def reading_order(article):
    has_number = article.series_order is not None
    came_out = article.publish_at.timestamp() if article.publish_at else float("inf")
    return (not has_number, article.series_order or 0, came_out, article.pk)
