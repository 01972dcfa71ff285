import hashlib
import uuid
from base64 import urlsafe_b64encode
from datetime import timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from editing.models.capacities import BINDING, Capacity, How
from editing.models.versions import Version
from staff.copied import MailAddress

LIFETIME = timedelta(days=14)


class PrivateLinkQuerySet(models.QuerySet):
    def open(self, at=None):
        """Links that still open. The twin of ``PrivateLink.is_open``."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=at or timezone.now())

    def by_uid(self, text):
        """The link of this ``uid``; none where the text is no such thing."""
        try:
            return self.filter(uid=uuid.UUID(text))
        except ValueError:
            return self.none()

    def by_token(self, token):
        return self.filter(digest=digest_of(token)).first()


class PrivateLink(models.Model):
    """A private address for one person, without an account too. A model of its own says what it leads to.

    The token is not stored: ``secret`` makes it anew from ``uid`` and the site's secret, so that a stolen
    database opens no link; ``digest`` is what one that comes in is looked up by.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    expires_at = models.DateTimeField(_("open until"))
    revoked_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_by_name = models.CharField(max_length=150, blank=True)

    lifetime = LIFETIME

    class Meta:
        abstract = True
        ordering = ["-created_at"]
        default_permissions = []

    def save(self, *args, **kwargs):
        self.digest = digest_of(self.token)
        self.expires_at = self.expires_at or timezone.now() + self.lifetime
        super().save(*args, **kwargs)

    @property
    def token(self):
        return urlsafe_b64encode(self.secret()).decode().rstrip("=")

    def secret(self):
        """What the token says, in bytes: made from ``uid``, with a salt of each model."""
        raise NotImplementedError

    @property
    def is_open(self):
        return self.revoked_at is None and self.expires_at > timezone.now()

    def revoke(self):
        self.revoked_at = timezone.now()
        self.save(update_fields=["revoked_at"])


class PreviewLinkQuerySet(PrivateLinkQuerySet):
    def of(self, row):
        content_type = ContentType.objects.get_for_model(row)
        return self.filter(version__content_type=content_type, version__object_id=row.pk)

    def unanswered(self):
        return self.exclude(capacity=Capacity.READER).filter(steps__isnull=True)

    def by_token(self, token):
        return self.select_related("version").filter(digest=digest_of(token)).first()


class PreviewLink(PrivateLink):
    """A private address that shows one version of one text, to somebody without an account too."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="links")
    reader = models.CharField(_("for whom"), max_length=120)
    # Who this is to the content: a therapist, say; empty for anybody else.
    reader_key = models.CharField(max_length=40, blank=True)
    email = MailAddress(_("email"), blank=True)
    capacity = models.CharField(
        _("asked to answer as"), max_length=12, choices=Capacity.choices, default=Capacity.READER
    )
    sent = models.CharField(max_length=12, choices=How.choices, default=How.COPIED)
    # For a change of wording that is on the site already: the text it took the place of.
    replaced = models.ForeignKey(Version, on_delete=models.SET_NULL, null=True, related_name="+")
    uses = models.PositiveIntegerField(_("opened"), default=0)
    last_used_at = models.DateTimeField(null=True)

    objects = PreviewLinkQuerySet.as_manager()

    def __str__(self):
        return self.reader

    def secret(self):
        return salted_hmac("editing.preview", self.uid.hex, algorithm="sha256").digest()

    @property
    def url(self):
        return settings.SITE_URL + reverse("editing:preview", args=[self.token])

    @property
    def may_answer(self):
        return self.capacity != Capacity.READER and self.is_open

    @property
    def is_binding(self):
        """Whether the answer is one that a text may have to wait for."""
        return self.capacity in BINDING

    @property
    def is_secret(self):
        """Whether it is for the reader's own mailbox, and shown to nobody else."""
        return self.is_binding and self.sent in (How.ACCOUNT, How.UNSETTLED)

    @property
    def answer(self):
        """The last word given through this link, or None. Reads prefetched rows."""
        return next(iter(self.steps.all()), None)

    def count_use(self):
        PreviewLink.objects.filter(pk=self.pk).update(
            uses=F("uses") + 1, last_used_at=timezone.now()
        )


def digest_of(token):
    return hashlib.sha256(token.encode()).hexdigest()
