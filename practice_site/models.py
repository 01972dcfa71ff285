"""Derived tables: what can be thrown away without losing anything that somebody wrote."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FollowedMonth(models.Model):
    """How many people followed an article's closing invitation in a month. Whether they then wrote, and
    what, is not known: of a visit to the form nothing but the article is kept, and that nowhere else."""

    article = models.ForeignKey("blog.Article", on_delete=models.CASCADE, related_name="+")
    month = models.DateField(_("month"))
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article", "month"], name="practice_site_followedmonth_once"
            ),
        ]

    def __str__(self):
        return f"{self.article} {self.month:%Y-%m}"
