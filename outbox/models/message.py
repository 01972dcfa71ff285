import json
import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from outbox import key_file, mail_key
from sealing.coarse import this_hour
from sealing.envelopes import FEW_SIZES, CannotOpen, SealContext, key_id, open_sealed, seal


class OtherKey(CannotOpen):
    """Closed for a key that is not in the file here; it may be on another host."""


def is_late(now):
    tried = Q(state=Message.State.WAITING, attempts__gt=0, is_our_fault=False)
    return tried & Q(created_at__lt=now - timedelta(hours=2))


class MessageQuerySet(models.QuerySet):
    def due(self, now=None):
        return self.filter(
            state=Message.State.WAITING, next_attempt_at__lte=now or timezone.now()
        ).order_by("next_attempt_at", "created_at")

    def opened_with(self, key):
        """What the worker that holds ``key`` can send. Older versions did not note the key."""
        return self.filter(Q(sealed=None) | Q(key=None) | Q(key=key))

    def undelivered(self):
        """Given up: somebody has to look at these."""
        return self.filter(state=Message.State.UNDELIVERED)

    def late(self, now=None):
        """Tried for hours, and the other side wants them later."""
        return self.filter(is_late(now or timezone.now()))

    def to_look_at(self):
        """How many of each of these two, in one look."""
        state = Message.State
        return self.filter(state__in=[state.UNDELIVERED, state.WAITING]).aggregate(
            undelivered=Count("pk", filter=Q(state=state.UNDELIVERED)),
            late=Count("pk", filter=is_late(timezone.now())),
        )

    def try_again(self):
        return self.undelivered().update(
            state=Message.State.WAITING, attempts=0, next_attempt_at=timezone.now()
        )

    def stop_trying(self):
        """Somebody has decided that this need not arrive any more."""
        return self.filter(state=Message.State.WAITING).update(
            state=Message.State.UNDELIVERED, is_our_fault=False
        )


class MessageManager(models.Manager.from_queryset(MessageQuerySet)):
    def write(self, recipient, subject, body, **fields):
        """Put one mail into the outbox, closed for the worker, in whatever transaction is open. It is in the language
        of the moment, and so is what will stand around it. Its subject, which stands here in clear, waits in the
        site's own."""
        row_id, language = uuid.uuid4(), get_language() or ""
        with override(settings.LANGUAGE_CODE):
            subject = one_line(subject)[:200]
        message = Message(id=row_id, subject=subject, language=language, **fields)
        message.close(recipient, body)
        message.save(force_insert=True)
        return message


class Message(models.Model):
    """One mail that waits, was sent, or could not be delivered.

    Written in the transaction of what it is about; only the worker sends it, and only the worker can
    read it. Once sent, the address and the text are erased: what remains says that something was sent, and when.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        SENT = "sent", _("Sent")
        UNDELIVERED = "undelivered", _("Not delivered")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Address and text, closed with the mail key; only the worker opens it.
    sealed = models.BinaryField(null=True)
    # Which key opens it, as ``sealed`` says too, so that a worker takes only what it can send.
    key = models.UUIDField(null=True, editable=False)
    # What older versions of the site wrote in clear, until it is sent or sealed.
    recipient = models.EmailField(_("to"), max_length=254, blank=True)
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"), blank=True)
    is_confidential = models.BooleanField(
        _("address shown to nobody here"),
        default=False,
        help_text=_(
            "Email to somebody who wrote to the practice: the email desk hides the address."
        ),
    )
    # Of what stands around the text, until it is sent; empty for the site's own.
    language = models.CharField(max_length=12, blank=True, db_default="", editable=False)
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.WAITING
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    # While a worker holds a message, this is when the message is free again if that worker dies.
    next_attempt_at = models.DateTimeField(_("next attempt"), default=this_hour)
    last_error = models.CharField(_("what went wrong"), max_length=300, blank=True)
    # Nothing is wrong with the mail: it leaves as soon as we have put our own things right.
    is_our_fault = models.BooleanField(default=False, db_default=False, editable=False)
    created_at = models.DateTimeField(_("written"), default=this_hour, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    objects = MessageManager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("email")
        verbose_name_plural = _("sent email")
        indexes = [
            models.Index(
                fields=["next_attempt_at", "created_at"],
                condition=Q(state="waiting"),
                name="outbox_message_waiting",
            ),
        ]

    def __str__(self):
        return self.subject

    @staticmethod
    def seal_context(row_id):
        return SealContext("outbox.message", row_id)

    def close(self, recipient, body):
        """Sealed for the worker, instead of what stands in clear."""
        key = mail_key.public_key()
        content = json.dumps([str(recipient), str(body)]).encode()
        self.sealed = seal(content, key, self.seal_context(self.pk), FEW_SIZES)
        self.key = key.id
        self.recipient = self.body = ""

    def recipient_and_body(self):
        """(address, text) while it waits. Raises ``CannotOpen``, and ``NoMailKey`` for everybody but
        the worker."""
        if self.sealed is None:
            return self.recipient, self.body
        needed = key_id(self.sealed)
        own = key_file.private_key()
        if needed != own.id:
            raise OtherKey(_("This email waits for the key of another host."))
        return json.loads(open_sealed(self.sealed, own, self.seal_context(self.pk)))


def one_line(text):
    """A header stays one header, whatever was put into it."""
    return " ".join(str(text).split())
