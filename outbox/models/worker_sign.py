from datetime import UTC, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

# A worker shows itself a few times a minute; one that sends a slow mail is not taken for dead.
ALIVE_FOR = timedelta(minutes=3)


class WorkerSign(models.Model):
    """When a worker was last alive, on which host, and which mail key its file was seen to hold.

    Whoever can write to the database, and to nothing else, cannot make one up: mail is closed for
    the key named here.
    """

    host = models.CharField(max_length=120)
    # None: the worker found no key that it could read.
    key = models.UUIDField(null=True)
    # Since when without a gap; of two with different keys the one that was there first counts.
    since = models.DateTimeField()
    seen_at = models.DateTimeField()
    is_running = models.BooleanField(default=True)
    proof = models.CharField(max_length=64, editable=False)

    def __str__(self):
        return self.name

    @property
    def name(self):
        return f"{self.host} ({str(self.key)[:8].upper()})" if self.key else self.host

    @property
    def is_signed(self):
        secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
        return any(constant_time_compare(self.proof, self.digest(secret)) for secret in secrets)

    def is_alive(self, now=None):
        # The clocks of two hosts differ a little, in either direction.
        return self.is_running and abs((now or timezone.now()) - self.seen_at) < ALIVE_FOR

    def show(self, now, *, is_running=True):
        """Alive, or ended in peace, at this moment."""
        if self.pk is None or not self.is_alive(now):
            self.since = now
        self.seen_at, self.is_running = now, is_running
        self.proof = self.digest(settings.SECRET_KEY)
        self.save()

    def digest(self, secret):
        times = [moment.astimezone(UTC).isoformat() for moment in (self.since, self.seen_at)]
        text = "|".join([self.host, str(self.key), *times, str(self.is_running)])
        return salted_hmac(
            "outbox.worker_sign", text, secret=secret, algorithm="sha256"
        ).hexdigest()
