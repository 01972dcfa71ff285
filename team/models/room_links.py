"""Private links by which somebody says whether they have room, without an account."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from editing.models import PrivateLink, PrivateLinkQuerySet
from team.models.therapist import Therapist

KEPT_AFTERWARDS = timedelta(days=30)


class RoomLinkQuerySet(PrivateLinkQuerySet):
    def over(self, at=None):
        """Links that have opened nothing for so long that nobody asks why."""
        before = (at or timezone.now()) - KEPT_AFTERWARDS
        return self.filter(Q(expires_at__lt=before) | Q(revoked_at__lt=before))


class RoomLink(PrivateLink):
    lifetime = timedelta(days=30)

    therapist = models.ForeignKey(Therapist, on_delete=models.CASCADE, related_name="room_links")

    # Of one that was mailed: to which account and address, as ``links.account_of`` has it. Empty: for whoever has it.
    sent_to = models.CharField(max_length=64, blank=True, editable=False)

    objects = RoomLinkQuerySet.as_manager()

    def __str__(self):
        return str(self.therapist)

    def secret(self):
        return salted_hmac("team.room_link", self.uid.hex, algorithm="sha256").digest()

    @property
    def url(self):
        return settings.SITE_URL + reverse("openings:say", args=[self.token])
