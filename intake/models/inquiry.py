import uuid

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.models.keys import PracticeKey
from intake.models.progress import Progress
from intake.models.urgency import urgency_on
from outbox.models import Message
from sealing.coarse import this_hour
from sealing.envelopes import PublicKey

# How far one is followed that is the same as another one that is the same as another one.
MOST_TWINS = 10


class InquiryQuerySet(models.QuerySet):
    def active(self):
        """Not put aside to be erased: what is, is nobody's work, unless somebody brings it back."""
        return self.filter(erase_at=None)

    def put_aside(self):
        return self.exclude(erase_at=None)

    def open(self):
        return self.active().exclude(state=Inquiry.State.CLOSED)

    def unanswered(self):
        """Nobody of the practice has answered the person yet."""
        return self.open().filter(answered_at=None)

    def promised(self):
        """With a day by which a person has to have answered, which nobody has yet."""
        return self.unanswered().exclude(due_on=None)

    def past_promise(self):
        """Nobody has answered by the day that was promised."""
        return self.promised().filter(due_on__lt=timezone.localdate())

    def due(self, today=None):
        """Something is to be done by today; a worry always is, wherever its next step was moved."""
        is_today = Q(next_on__lte=today or timezone.localdate())
        return self.open().filter(is_today | Q(is_worrying=True))

    def with_urgency(self, today=None):
        """``urgency``: where each stands in the queue; to be ordered by."""
        return self.annotate(urgency=urgency_on(today or timezone.localdate()))

    def worrying(self):
        """Somebody is worried, and nobody has written down yet what was done."""
        return self.active().filter(is_worrying=True)

    def to_hand_over(self):
        """Became a client, and the practice's record system does not have it yet."""
        return self.active().filter(closed_because=Inquiry.Outcome.CLIENT, handed_over_on=None)

    def to_tell(self):
        """Something is on their page, and a person has to tell them so."""
        return self.active().filter(is_told_by_us=True)

    def unsealed(self):
        """Stored by a version of the site that did not seal."""
        return self.filter(unsealed__isnull=False)

    def with_lost_mail(self):
        """``has_lost_mail``: something we wrote to them did not arrive."""
        mail = Inquiry.mail.through.objects.filter(
            inquiry=OuterRef("pk"), message__state=Message.State.UNDELIVERED
        )
        return self.annotate(has_lost_mail=Exists(mail))

    @transaction.atomic
    def erase(self):
        """Delete inquiries and whatever mail about them still holds the person's address."""
        links = Inquiry.mail.through.objects.filter(inquiry__in=self)
        mail = list(links.values_list("message", flat=True))
        self.delete()
        Message.objects.filter(pk__in=mail).delete()


class Inquiry(Progress):
    """A first contact by a stranger, who is not a client.

    Everything the person gave is the one document in ``content``, sealed, and written and read only
    through ``intake.documents.content`` and ``intake.documents.sealed``; what stands beside it says nothing about them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    content = models.BinaryField(null=True, blank=True)
    # Until `manage.py seal_inquiries` has closed what older versions of the site stored.
    unsealed = models.JSONField(null=True, blank=True, editable=False)
    practice_key = models.ForeignKey(
        PracticeKey,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    received_at = models.DateTimeField(_("received"), default=this_hour)
    is_suspected_spam = models.BooleanField(_("looks automated"), default=False, editable=False)
    # The same address gives the same index; without the site's secret it tells nothing.
    address_index = models.CharField(max_length=64, blank=True, db_index=True)
    twin_of = models.ForeignKey(
        "self",
        verbose_name=_("same as"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    # The person's own page: found by a digest of the code, opened with the code itself.
    link_digest = models.CharField(max_length=64, null=True, blank=True, unique=True)
    person_key_id = models.UUIDField(null=True, blank=True)
    person_public = models.BinaryField(null=True, blank=True)
    person_wrapped = models.BinaryField(null=True, blank=True)
    # Where the answer goes, closed for their own page: whoever wrote sees a slip there.
    way_for_person = models.BinaryField(null=True, blank=True, editable=False)
    # Mail to the person that waits or went out: it goes when they do, and shows what did not arrive.
    mail = models.ManyToManyField("outbox.Message", editable=False, related_name="+")

    objects = InquiryQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "pk"]
        verbose_name = _("inquiry")
        verbose_name_plural = _("inquiries")
        indexes = [
            models.Index(fields=["state", "-received_at"], name="intake_inquiry_place"),
            models.Index(fields=["-received_at", "id"], name="intake_inquiry_newest"),
            # All that the order of the queue asks for, so that the rows themselves are not read for it.
            models.Index(
                fields=[
                    "next_on",
                    "received_at",
                    "id",
                    "state",
                    "is_worrying",
                    "is_told_by_us",
                    "erase_at",
                ],
                name="intake_inquiry_urgency",
            ),
            models.Index(fields=["closed_because", "handed_over_on"], name="intake_inquiry_over"),
            models.Index(
                fields=["is_news_untold"],
                condition=Q(is_news_untold=True),
                name="intake_inquiry_untold",
            ),
            models.Index(
                fields=["is_worrying"],
                condition=Q(is_worrying=True),
                name="intake_inquiry_worrying",
            ),
            models.Index(
                fields=["is_told_by_us"],
                condition=Q(is_told_by_us=True),
                name="intake_inquiry_to_tell",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(content__isnull=True) ^ Q(unsealed__isnull=True),
                name="intake_inquiry_content_once",
            ),
            models.CheckConstraint(
                condition=Q(state="closed") | Q(closed_because="", closed_on=None),
                name="intake_inquiry_open_has_no_reason",
            ),
        ]

    def __str__(self):
        # Nothing personal: this ends up in the admin's history and in messages.
        return self.reference

    @classmethod
    def progress_fields(cls):
        """With the one it goes on as."""
        return [*super().progress_fields(), "twin_of"]

    @property
    def reference(self):
        return str(self.pk)[:8].upper()

    @property
    def person_key(self):
        """Notes to the person are sealed to this; None where they have no page."""
        if self.person_public is None:
            return None
        return PublicKey(self.person_key_id, bytes(self.person_public))

    @property
    def goes_on_as(self):
        """The one this was found to be the same as, or itself."""
        one = self
        for _step in range(MOST_TWINS):
            if one.closed_because != self.Outcome.DUPLICATE or one.twin_of is None:
                break
            one = one.twin_of
        return one
