"""When a piece of content is visible to the public. Said here once, for articles and pages alike."""

from typing import ClassVar

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Least
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editing.addresses import KeepsOldAddresses
from editing.models.editable import Editable, EditableQuerySet
from editing.models.trash import Trashable, TrashableQuerySet
from freshness.basis import turns


def is_approved(at):
    is_open = Q(withdraw_at=None) | Q(withdraw_at__gt=at)
    return Q(state=Publishable.State.APPROVED) & is_open


class PublishableQuerySet(EditableQuerySet, TrashableQuerySet):
    def published(self, at=None, *, first=None, last=None):
        """Rows a visitor may see; of them, what went out from ``first`` to ``last``. The twin of
        ``Publishable.is_published``."""
        at = at or timezone.now()
        # One end on each side: of two, SQLite searches by either, and looks at all rows that are newer.
        end = at if last is None else Least(last, Value(at))
        rows = self.filter(is_approved(at), publish_at__lte=end, trashed_at__isnull=True)
        return rows if first is None else rows.filter(publish_at__gte=first)

    def with_status(self, status, at=None):
        """Rows whose ``Publishable.status`` it is, as long as they are not in the trash."""
        at = at or timezone.now()
        states = Publishable.State
        is_over = Q(state=states.APPROVED, withdraw_at__lte=at)
        return self.filter(
            {
                "draft": Q(state=states.DRAFT),
                "scheduled": is_approved(at) & Q(publish_at__gt=at),
                "live": is_approved(at) & Q(publish_at__lte=at),
                "withdrawn": Q(state=states.WITHDRAWN) | is_over,
            }[status]
        )

    def going_out(self, until):
        """What goes out by itself, at a time that was set, before ``until``."""
        now = timezone.now()
        return self.active().filter(
            state=Publishable.State.APPROVED, publish_at__gt=now, publish_at__lte=until
        )


class Publishable(Editable, Trashable, KeepsOldAddresses):
    """Draft, approved or withdrawn, plus times. "Scheduled" and "live" are derived, so that
    publishing on time needs no job to run."""

    objects: ClassVar[PublishableQuerySet]

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        APPROVED = "approved", _("Approved")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.DRAFT, editable=False
    )
    publish_at = models.DateTimeField(
        _("publish at"),
        null=True,
        blank=True,
        help_text=_("Leave empty to publish right away when you press Publish."),
    )
    withdraw_at = models.DateTimeField(
        _("withdraw at"),
        null=True,
        blank=True,
        help_text=_("Leave empty to keep it on the site."),
    )
    first_published_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="approved") | Q(publish_at__isnull=False),
                name="%(app_label)s_%(class)s_approved_has_time",
                violation_error_message=_("Something approved needs a time to be published at."),
            ),
            models.CheckConstraint(
                condition=Q(withdraw_at__isnull=True)
                | Q(publish_at__isnull=True)
                | Q(withdraw_at__gt=models.F("publish_at")),
                name="%(app_label)s_%(class)s_withdrawn_after_published",
                violation_error_message=_("The time to withdraw it comes before it is published."),
            ),
        ]

    def save(self, *args, **kwargs):
        # A time that was set and then moved, before anybody could see it, does not count.
        if self.state == self.State.APPROVED and not self.was_public:
            self.first_published_at = self.publish_at
        super().save(*args, **kwargs)

    @property
    def is_published(self):
        return self.status(timezone.now()) == "live"

    @property
    def was_public(self):
        """Whether visitors could ever see it. From then on its web address stays."""
        return self.first_published_at is not None and self.first_published_at <= timezone.now()

    @property
    def had_public_address(self):
        return self.was_public

    @property
    def is_at_its_address(self):
        return self.is_published

    def status(self, at=None):
        """One of ``draft``, ``withdrawn``, ``scheduled``, ``live``; ``trashed`` over all of them."""
        at = at or timezone.now()
        turns(self.publish_at, self.withdraw_at)
        if self.is_in_trash:
            return "trashed"
        if self.state != self.State.APPROVED:
            return self.state
        if self.withdraw_at and self.withdraw_at <= at:
            return "withdrawn"
        return "live" if self.publish_at and self.publish_at <= at else "scheduled"

    def check_ready(self):
        """Raise a ``ValidationError`` by field while something is missing that visitors need.

        Anything can be saved as a draft; this is asked when it goes out and while it is out."""

    def publish(self):
        """Approve for the public: now, or at the time that was set."""
        now = timezone.now()
        self.check_ready()
        self.state = self.State.APPROVED
        self.publish_at = self.publish_at or now
        if self.withdraw_at and self.withdraw_at <= now:
            self.withdraw_at = None
        self.full_clean()
        self.save()

    def withdraw(self):
        self.state = self.State.WITHDRAWN
        self.save(update_fields=["state"])
