import uuid

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from intake.content import from_document
from outbox.models import Message


class InquiryQuerySet(models.QuerySet):
    @transaction.atomic
    def erase(self):
        """Delete inquiries and whatever mail about them still holds the person's address."""
        mail = list(self.exclude(acknowledgment=None).values_list("acknowledgment", flat=True))
        self.delete()
        Message.objects.filter(pk__in=mail).delete()


class Inquiry(models.Model):
    """A first contact by a stranger, who is not a client.

    Everything the person gave is the one document in ``content``, written and read only through
    ``intake.content``; what stands beside it says nothing about the person.
    """

    class State(models.TextChoices):
        NEW = "new", _("New")
        TALKING = "talking", _("Talking")
        OFFERED = "offered", _("Offered")
        WAITING = "waiting", _("Waiting")
        CLOSED = "closed", _("Closed")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    content = models.JSONField(editable=False)
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    state = models.CharField(_("status"), max_length=10, choices=State.choices, default=State.NEW)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who answers"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    acknowledgment = models.ForeignKey(
        "outbox.Message",
        verbose_name=_("our first mail to them"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    is_suspected_spam = models.BooleanField(_("looks automated"), default=False, editable=False)

    objects = InquiryQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at"]
        verbose_name = _("inquiry")
        verbose_name_plural = _("inquiries")

    def __str__(self):
        # Nothing personal: this ends up in the admin's history and in messages.
        return self.reference

    @property
    def reference(self):
        return str(self.pk)[:8].upper()

    @property
    def told(self):
        """What the person told us; raises ``UnreadableContent``."""
        return from_document(self.content)


class UsedToken(models.Model):
    """A form token that was redeemed; kept until it would have expired anyway."""

    digest = models.CharField(max_length=64, unique=True)
    answers_digest = models.CharField(max_length=64)
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self):
        return self.digest[:8]
