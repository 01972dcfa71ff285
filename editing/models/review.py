from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.lookups import Exact
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editing.models.capacities import BINDING, Capacity, How
from editing.models.private_links import PreviewLink
from editing.models.versions import Version


class ReviewStepQuerySet(models.QuerySet):
    def of(self, row):
        content_type = ContentType.objects.get_for_model(row)
        return self.filter(version__content_type=content_type, version__object_id=row.pk)

    def about_going_out(self):
        """The twin of ``ReviewStep.is_about_going_out``."""
        kinds = ReviewStep.Kind
        returned = Q(kind=kinds.RETURNED, capacity=Capacity.EDITOR)
        taken_back = Q(kind=kinds.TAKEN_BACK) & ~Q(capacity__in=BINDING)
        return self.filter(Q(kind=kinds.SUBMITTED) | returned | taken_back)

    def not_out_since(self):
        """What no text from then or later has answered by being on the site: taking it off asks nothing again."""
        later = Version.objects.filter(
            content_type=OuterRef("version__content_type"),
            object_id=OuterRef("version__object_id"),
            number__gte=OuterRef("version__number"),
            went_out_at__gte=OuterRef("at"),
            went_out_at__lte=timezone.now(),
        )
        return self.exclude(Exists(later.order_by()))

    def last_kind(self, model):
        """For a query of ``model``: of which kind the last step of the row is, or null."""
        steps = self.filter(
            version__content_type=ContentType.objects.get_for_model(model),
            version__object_id=OuterRef("pk"),
        )
        return Subquery(steps.order_by("-at", "-pk").values("kind")[:1])

    def was_last_said(self, kind, model):
        return Exact(self.last_kind(model), kind)


class ReviewStep(models.Model):
    """One word of a review: who said what of which text, when. Rows are only added."""

    class Kind(models.TextChoices):
        SUBMITTED = "submitted", _("asks for a yes")
        APPROVED = "approved", _("approves")
        SUGGESTED = "suggested", _("suggests wording")
        RETURNED = "returned", _("returns it")
        WORDING = "wording", _("changed the wording only")
        TAKEN_BACK = "taken_back", _("took a change back")
        TAKEN_ON = "taken_on", _("stands for a yes that came by a link")

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="steps")
    link = models.ForeignKey(
        PreviewLink, on_delete=models.SET_NULL, null=True, related_name="steps"
    )
    kind = models.CharField(max_length=12, choices=Kind.choices)
    capacity = models.CharField(max_length=12, choices=Capacity.choices)
    note = models.TextField(_("note"), max_length=4000, blank=True)
    person = models.CharField(max_length=150)
    person_key = models.CharField(max_length=40, blank=True)
    how = models.CharField(max_length=12, choices=How.choices, default=How.COPIED)
    # Who made the link it came by.
    how_by = models.CharField(max_length=150, blank=True)
    # The yes that somebody stands for.
    about = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="takers")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    objects = ReviewStepQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = []
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind__in=["suggested", "returned"]) | ~Q(note=""),
                name="editing_reviewstep_says_why",
                violation_error_message=_("Say what should change."),
            ),
        ]

    def __str__(self):
        return f"{self.person}: {self.get_kind_display()}"

    @property
    def is_about_going_out(self):
        """Asked by whoever wrote the text, answered by whoever publishes, or taken back at the desk; readers of
        private links speak beside it."""
        is_answer = self.kind == self.Kind.RETURNED and self.capacity == Capacity.EDITOR
        is_taken_back = self.kind == self.Kind.TAKEN_BACK and self.capacity not in BINDING
        return self.kind == self.Kind.SUBMITTED or is_answer or is_taken_back

    @property
    def how_label(self):
        """How it was said, where that matters: of a yes."""
        if self.kind != self.Kind.APPROVED:
            return ""
        return How(self.how).label % {"name": self.how_by or _("somebody")}

    @property
    def taker(self):
        """Who stands for this yes, or None. Reads prefetched rows."""
        return next(iter(self.takers.all()), None)

    @property
    def waits_for_taker(self):
        """A yes that may not be this person's own, and that nobody stands for yet."""
        is_open = self.kind == self.Kind.APPROVED and self.capacity in BINDING
        return is_open and not How(self.how).is_theirs and self.taker is None
