import uuid

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.models.keys import PracticeKey
from outbox.models import Message
from outbox.sealing import PublicKey


def this_hour():
    """Times that stand in clear are coarse: the minute would tell a call or a message apart."""
    return timezone.now().replace(minute=0, second=0, microsecond=0)


class InquiryQuerySet(models.QuerySet):
    def open(self):
        return self.exclude(state=Inquiry.State.CLOSED)

    def unanswered(self):
        """Nobody of the practice has answered the person yet."""
        return self.open().filter(answered_at=None)

    def promised(self):
        """With a day by which a person has to have answered, which nobody has yet."""
        return self.unanswered().exclude(due_on=None)

    def to_hand_over(self):
        """Became a client, and the practice's record system does not have it yet."""
        return self.filter(closed_because=Inquiry.Because.CLIENT, handed_over_on=None)

    def unsealed(self):
        """Stored by a version of the site that did not seal."""
        return self.filter(unsealed__isnull=False)

    @transaction.atomic
    def erase(self):
        """Delete inquiries and whatever mail about them still holds the person's address."""
        mail = list(self.exclude(acknowledgment=None).values_list("acknowledgment", flat=True))
        self.delete()
        Message.objects.filter(pk__in=mail).delete()


class Inquiry(models.Model):
    """A first contact by a stranger, who is not a client.

    Everything the person gave is the one document in ``content``, sealed, and written and read only
    through ``intake.content`` and ``intake.sealed``; what stands beside it says nothing about them.
    """

    class State(models.TextChoices):
        NEW = "new", _("New")
        TALKING = "talking", _("Talking")
        OFFERED = "offered", _("Offered")
        WAITING = "waiting", _("Waiting")
        CLOSED = "closed", _("Closed")

    class Next(models.TextChoices):
        ANSWER = "answer", _("Answer")
        TRY_AGAIN = "try-again", _("Try again")
        FIND = "find", _("Find somebody")
        HEAR_BACK = "hear-back", _("Hear back")
        ASK_AGAIN = "ask-again", _("Ask whether still looking")
        NOTHING = "", _("Nothing")

    class Because(models.TextChoices):
        CLIENT = "client", _("Became a client")
        REFERRED = "referred", _("Referred to others")
        UNREACHED = "unreached", _("Could not be reached")
        NO_WORD = "no-word", _("Did not say they were still looking")
        WITHDREW = "withdrew", _("Asked us to stop")
        TWIN = "twin", _("The same as another one")
        NOBODY = "nobody", _("Not from a person")

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
    due_on = models.DateField(_("promised by"), null=True, blank=True)
    state = models.CharField(_("place"), max_length=10, choices=State.choices, default=State.NEW)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who answers"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    next_action = models.CharField(
        _("next"), max_length=10, choices=Next.choices, default=Next.ANSWER, blank=True
    )
    next_on = models.DateField(_("on"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    # Nobody is reminded twice of the same promise.
    is_owner_reminded = models.BooleanField(default=False, editable=False)
    is_manager_told = models.BooleanField(default=False, editable=False)
    closed_on = models.DateField(_("closed"), null=True, blank=True)
    # Since when the practice's record system has what is needed of somebody who became a client.
    handed_over_on = models.DateField(_("handed over"), null=True, blank=True)
    closed_because = models.CharField(
        _("because"), max_length=10, choices=Because.choices, blank=True
    )
    is_suspected_spam = models.BooleanField(_("looks automated"), default=False, editable=False)
    is_worrying = models.BooleanField(_("worried about"), default=False, editable=False)
    # Something is on their page that no mail has told them of: addresses wait for an unlock.
    is_news_untold = models.BooleanField(_("to be told"), default=False, editable=False)
    is_held = models.BooleanField(_("must be kept"), default=False)
    # On the list: how often they were asked whether they still look, and whether that falls to a
    # person because they want no mail.
    asks = models.PositiveSmallIntegerField(default=0, editable=False)
    is_asked_by_us = models.BooleanField(default=False, editable=False)
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
    acknowledgment = models.ForeignKey(
        "outbox.Message",
        verbose_name=_("our first mail to them"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    objects = InquiryQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "pk"]
        verbose_name = _("inquiry")
        verbose_name_plural = _("inquiries")
        indexes = [
            models.Index(fields=["state", "-received_at"], name="intake_inquiry_place"),
            models.Index(fields=["-received_at", "id"], name="intake_inquiry_newest"),
            # The order of the queue, with the place in it: what is closed is passed over unread.
            models.Index(
                fields=["next_on", "received_at", "id", "state"], name="intake_inquiry_queue"
            ),
            models.Index(fields=["closed_because", "handed_over_on"], name="intake_inquiry_over"),
            models.Index(
                fields=["is_news_untold"],
                condition=Q(is_news_untold=True),
                name="intake_inquiry_untold",
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

    @property
    def reference(self):
        return str(self.pk)[:8].upper()

    @property
    def person_key(self):
        """Letters to the person are sealed to this; None where they have no page."""
        if self.person_public is None:
            return None
        return PublicKey(self.person_key_id, bytes(self.person_public))

    @property
    def is_open(self):
        return self.state != Inquiry.State.CLOSED

    @property
    def is_to_be_handed_over(self):
        """Became a client, and the practice's record system does not have it yet."""
        return self.closed_because == Inquiry.Because.CLIENT and self.handed_over_on is None

    @property
    def is_late(self):
        return self.is_waiting_for_us and timezone.localdate() > self.due_on

    @property
    def is_waiting_for_us(self):
        return self.due_on is not None and self.answered_at is None and self.is_open

    def move(self, state, *, next_action, next_on=None):
        """To one of the open places, with what happens next."""
        self.state = state
        self.next_action, self.next_on = next_action, next_on
        self.closed_because, self.closed_on = "", None

    def close(self, because):
        self.state = Inquiry.State.CLOSED
        self.next_action, self.next_on = Inquiry.Next.NOTHING, None
        self.closed_because, self.closed_on = because, timezone.localdate()

    def mark_answered(self):
        """A person of the practice has answered; a machine's note does not count."""
        self.answered_at = self.answered_at or this_hour()
