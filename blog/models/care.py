"""What tells readers that a text is looked after: who reviewed it, what changed, what it rests on."""

from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from writing.references import Reference

LONGEST_REFERENCE = 500
MOST_REFERENCES = 60


def refuse_odd_references(rows):
    """Rows are dicts with ``text`` and, perhaps empty, ``url`` at an https address."""
    is_list = isinstance(rows, list) and len(rows) <= MOST_REFERENCES
    if not is_list or not all(is_reference(row) for row in rows):
        raise ValidationError(_("A reference needs its words, and perhaps a link with https."))


def is_reference(row):
    return (
        isinstance(row, dict)
        and row.keys() <= {"text", "url"}
        and all(isinstance(value, str) for value in row.values())
        and 0 < len(row.get("text", "").strip()) <= LONGEST_REFERENCE
        and (not row.get("url") or row["url"].startswith("https://"))
    )


class CaredFor(models.Model):
    reviewed_by = models.ForeignKey(
        "team.Therapist",
        verbose_name=_("clinically reviewed by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="reviewed_articles",
    )
    reviewed_by_name = models.CharField(
        _("name with credentials"),
        max_length=1000,
        blank=True,
        help_text=_("As it was on that day. Empty: taken from the profile."),
    )
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    next_review_on = models.DateField(
        _("next review"),
        null=True,
        blank=True,
        help_text=_("Only for the practice: from this day the article waits to be looked over."),
    )
    changed_note = models.CharField(
        _("what changed"),
        max_length=240,
        blank=True,
        help_text=_(
            "One sentence for readers, when something of substance changed: We added a section on "
            "medication. Not for typing errors."
        ),
    )
    changed_on = models.DateField(
        _("changed on"), null=True, blank=True, help_text=_("Empty: today.")
    )
    # In a column of the article, so that showing them asks nothing more of the database.
    reference_rows = models.JSONField(
        _("references"), default=list, blank=True, validators=[refuse_odd_references]
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(reviewed_on=None, reviewed_by=None, reviewed_by_name="")
                | (Q(reviewed_on__isnull=False) & ~Q(reviewed_by_name="")),
                name="%(app_label)s_%(class)s_review_is_whole",
                violation_error_message=_("A review needs both: who read it, and on which day."),
            ),
            models.CheckConstraint(
                condition=Q(changed_on=None, changed_note="")
                | (Q(changed_on__isnull=False) & ~Q(changed_note="")),
                name="%(app_label)s_%(class)s_change_is_whole",
                violation_error_message=_("A change needs both: what changed, and on which day."),
            ),
        ]

    @property
    def references(self):
        return Reference.listed(self.reference_rows)

    @property
    def changed_at(self):
        return time_of_change(self.publish_at, self.changed_on)


def time_of_change(publish_at, changed_on):
    """When something of substance last changed, for those who follow along: the first time out,
    or the day somebody said so. Corrections do not count."""
    if changed_on is None:
        return publish_at
    return max(timezone.make_aware(datetime.combine(changed_on, time.min)), publish_at)
