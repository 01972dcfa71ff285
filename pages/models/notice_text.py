"""The texts of legal notices, each with its days.

What was once in force is never written over: a later text takes its place, so what stood on a day can be told years
later.
"""

from datetime import date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.addresses import SecureURLField
from pages.models.legal_notice import LegalNotice
from pages.models.practice import phone_validator
from pages.notices.kinds import NEEDS
from staff.copied import MailAddress, PhoneNumber
from writing.fields import RichTextField


class NoticeTextQuerySet(models.QuerySet):
    def stood(self):
        """Visitors read it, now or once: the twin of ``NoticeText.has_stood``."""
        return self.filter(shown_from__lte=timezone.now())

    def standing(self, at: datetime | None = None):
        """The last of each notice that was in force at a moment, whatever it decided."""
        latest = (
            NoticeText.objects.filter(
                notice=OuterRef("notice"), shown_from__lte=at or timezone.now()
            )
            .order_by("-shown_from", "-pk")
            .values("pk")[:1]
        )
        return self.filter(pk=Subquery(latest))

    def public(self, at: datetime | None = None):
        return (
            self.standing(at)
            .filter(outcome=NoticeText.Outcome.TEXT)
            .select_related("notice")
            .order_by("notice")
        )

    def turns(self, after: datetime) -> list[datetime]:
        """When others will stand than now."""
        return list(self.filter(shown_from__gt=after).values_list("shown_from", flat=True))


class NoticeText(models.Model):
    class Outcome(models.TextChoices):
        TEXT = "text", _("This text stands on the site")
        NOT_FOR_US = "not-for-us", _("It does not apply to us")
        NOTHING = "nothing", _("Nothing stands; it is still to be decided")

    notice = models.ForeignKey(
        LegalNotice,
        verbose_name=_("notice"),
        on_delete=models.PROTECT,
        related_name="texts",
    )
    outcome = models.CharField(
        _("what holds"), max_length=12, choices=Outcome.choices, default=Outcome.TEXT
    )
    title = models.CharField(_("title"), max_length=160, blank=True)
    text = RichTextField(_("text"), blank=True)
    has_substance_use = models.BooleanField(
        _("we keep records of treatment for substance use"),
        default=False,
        help_text=_("Only of privacy practices: the paragraphs below stand only if this is so."),
    )
    substance_use_text = RichTextField(
        _("paragraphs about records of treatment for substance use"), blank=True
    )
    contact_name = models.CharField(
        _("who answers for it"),
        max_length=120,
        blank=True,
        help_text=_("The grievance coordinator, or whoever takes word of a barrier."),
    )
    contact_phone = PhoneNumber(
        _("their phone"), max_length=30, blank=True, validators=[phone_validator]
    )
    contact_email = MailAddress(_("their email"), blank=True)
    reason = models.CharField(_("why it does not apply to us"), max_length=240, blank=True)
    decided_by = models.CharField(_("who says so"), max_length=120, blank=True)
    model_url = SecureURLField(
        _("address of the agency’s model text"),
        blank=True,
        help_text=_("For you alone: where the model for this text can be read."),
    )
    model_seen_on = models.DateField(_("looked up on"), null=True, blank=True)
    in_force_from = models.DateField(_("in force from"), default=timezone.localdate)
    # The moment from which it stood: never before somebody put it in force, whatever day the text names.
    shown_from = models.DateTimeField(_("stood from"), null=True, editable=False)
    shown_by = models.CharField(_("put in force by"), max_length=120, editable=False)
    in_office_on = models.DateField(_("hung up in the office on"), null=True, editable=False)
    in_office_by = models.CharField(_("hung up by"), max_length=120, editable=False)

    objects = NoticeTextQuerySet.as_manager()

    class Meta:
        ordering = ["notice", "-in_force_from", "-pk"]
        verbose_name = _("text of a legal notice")
        verbose_name_plural = _("texts of legal notices")
        indexes = [models.Index(fields=["notice", "shown_from"], name="pages_noticetext_standing")]

    def __str__(self):
        return f"{self.notice}: {self.title or self.get_outcome_display()}"

    def save(self, *args, **kwargs):
        stored = NoticeText.objects.stood().filter(pk=self.pk).first()
        if stored and any(getattr(stored, name) != getattr(self, name) for name in WORDS):
            raise ValidationError(KEPT)
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        if self.has_stood:
            raise ValidationError(KEPT)
        return super().delete(*args, **kwargs)

    @property
    def is_shown(self):
        return self.shown_from is not None

    @property
    def has_stood(self):
        return self.shown_from is not None and self.shown_from <= timezone.now()

    def clean(self):
        if self.model_url and not self.model_seen_on:
            raise ValidationError({"model_seen_on": _("Say on which day you looked it up.")})
        if self.model_seen_on and self.model_seen_on > timezone.localdate():
            raise ValidationError({"model_seen_on": _("This day has not come yet.")})

    def check_ready(self):
        """Before it is put in force."""
        if self.outcome == self.Outcome.NOT_FOR_US:
            asked = {"reason": _("Say why."), "decided_by": _("Say who decided it.")}
        elif self.outcome == self.Outcome.TEXT:
            asked = {"title": _("Give it a title."), "text": _("Write the text first.")}
            if self.has_substance_use:
                asked["substance_use_text"] = _("Write these paragraphs, or say no above.")
        else:
            asked = {}
        missing = {name: words for name, words in asked.items() if not getattr(self, name).strip()}
        needs_contact = self.outcome == self.Outcome.TEXT and NEEDS[self.notice.kind].contact
        if needs_contact and not (self.contact_phone or self.contact_email):
            missing["contact_phone"] = _("Say how to reach whoever answers for it.")
        if missing:
            raise ValidationError(missing)

    def midnight(self):
        """Of its first day, where the practice is: whoever asks is in its time."""
        return start_of(self.in_force_from)

    def put_in_force(self, by: str, now: datetime | None = None):
        self.shown_from = max(now or timezone.now(), self.midnight())
        self.shown_by = by
        self.save()


WORDS = [
    "notice_id", "outcome", "title", "text", "has_substance_use", "substance_use_text", "contact_name",
    "contact_phone", "contact_email", "reason", "decided_by", "in_force_from", "shown_from", "shown_by",
]  # fmt: skip
KEPT = _("A text that was in force is kept: a later one takes its place.")


def start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def stood_on(texts, day: date) -> list[tuple[NoticeText, datetime, datetime | None]]:
    """Of one notice's texts, those that stood at some time of the day, each with from and until when."""
    first, end = start_of(day), start_of(day + timedelta(days=1))
    rows = sorted((row for row in texts if row.is_shown), key=lambda row: (row.shown_from, row.pk))
    untils = [*(row.shown_from for row in rows[1:]), None][: len(rows)]
    return [
        (row, row.shown_from, until)
        for row, until in zip(rows, untils, strict=True)
        if row.shown_from < end and (until is None or until > first) and row.shown_from != until
    ]
