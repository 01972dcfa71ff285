import hashlib
import hmac
import json

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Subquery
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.translation import gettext_lazy as _

MOST_TRIES = 50


class RoomEventManager(models.Manager):
    def note(self, kind, user=None, inquiry_id=None, number=None, about="", roll="", after=0):
        """Adds one link to the end of the chain. Two at once: the later one takes the next place.
        With the ``roll`` of keys that changed, a new generation begins."""
        for _try in range(MOST_TRIES):
            last = self.order_by("-pk").annotate(known=self.known_generation()).first()
            event = self.model(
                at=timezone.now(),
                kind=kind,
                user=user,
                inquiry_id=inquiry_id,
                number=number,
                about=about,
                generation=generation_after(last, roll, after),
                roll=roll,
                previous=last.digest if last else "",
            )
            event.digest = event.digest_with(settings.SECRET_KEY)
            try:
                with transaction.atomic():
                    event.save(force_insert=True)
            except IntegrityError:
                continue
            return event
        raise RuntimeError("The log of the room takes no entry.")

    def known_generation(self):
        """Of the highest entry, not of the last one: somebody may have changed that."""
        known = self.exclude(generation=None).order_by("-generation")
        return Subquery(known.values("generation")[:1])

    def about_keys(self):
        """The entry that says which keys there are, or None. Where somebody has taken it away, another
        one of its generation stands in its place, and says nothing of keys."""
        known = self.exclude(generation=None)
        return known.order_by("-generation", "pk").first()

    def first_broken(self, events=None):
        """The first entry that is not as it was written, or does not follow the one before it.
        ``events``: a stretch without gaps, in order; without it, the whole log."""
        before = "" if events is None else None
        for event in self.order_by("pk").iterator(chunk_size=2000) if events is None else events:
            if before not in (None, event.previous) or not event.is_as_written():
                return event
            before = event.digest
        return None


def generation_after(last, roll, after):
    known = last.known if last else None
    return max(known or 0, after) + 1 if roll else known


class RoomEvent(models.Model):
    """Who saw or did what in the confidential room. Each entry carries a keyed digest of itself and
    of the one before it, so that a change or a gap shows: ``manage.py verify_room_log``.

    The inquiry is a number and no relation: the entry outlives it.
    """

    class Kind(models.TextChoices):
        UNLOCKED = "unlocked", _("Unlocked")
        FAILED = "failed", _("Tried to unlock with a wrong passphrase or code")
        LOCKED = "locked", _("Locked")
        LISTED = "listed", _("Saw the names in the list")
        SEARCHED = "searched", _("Searched in what people wrote")
        OPENED = "opened", _("Opened")
        TAKEN_DOWN = "taken-down", _("Wrote down a call or visit")
        CHANGED = "changed", _("Changed")
        HANDED_OVER = "handed-over", _("Made the page for the record system")
        HELD = "held", _("Put on or lifted a legal hold")
        PUT_ASIDE = "put-aside", _("Marked to be erased a day later")
        BROUGHT_BACK = "brought-back", _("Brought back before it was erased")
        ERASED = "erased", _("Erased")
        BY_PERSON = "by-person", _("Erased by the person who wrote")
        EXPORTED = "exported", _("Exported the log")
        PASSPHRASE = "passphrase", _("Chose a passphrase")
        LET_IN = "let-in", _("Gave somebody access")
        TAKEN_OUT = "taken-out", _("Removed somebody’s access")
        RECOVERY_CODE = "sheet", _("Printed a recovery code")
        RESTORED = "restored", _("Restored a backup")
        COUNTED = "counted", _("Added up past months")
        TOLD = "told", _("Told people about a secure message")
        VOUCHED = "vouched", _("Confirmed who has access")
        LOOKED_OVER = "looked-over", _("Reviewed a month")
        RECOVERY_CODE_USED = "sheet-used", _("Used a recovery code")
        KEYS = "keys", _("Recorded who has access")
        RECOVERY_CODE_TRIED = "sheet-tried", _("Tested a recovery code")
        RECOVERY_CODE_OUT = "sheet-out", _("Canceled a recovery code")
        FORGOTTEN = "forgotten", _("Forgot a passphrase and chose another one")
        STOPPED = "stopped", _("Stopped a new passphrase")
        NEW_KEY = "new-key", _("Approved a new passphrase")
        PRINTED = "printed", _("Made a page to print")

    # What changes who can open, or looks after it.
    OF_KEYS = (
        Kind.PASSPHRASE, Kind.LET_IN, Kind.TAKEN_OUT, Kind.RECOVERY_CODE, Kind.RECOVERY_CODE_TRIED, Kind.RECOVERY_CODE_OUT,
        Kind.RECOVERY_CODE_USED, Kind.FORGOTTEN, Kind.STOPPED, Kind.NEW_KEY, Kind.VOUCHED,
    )  # fmt: skip

    at = models.DateTimeField(_("when"))
    kind = models.CharField(_("what"), max_length=12, choices=Kind.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
    )
    inquiry_id = models.UUIDField(_("inquiry"), null=True, db_index=True)
    number = models.PositiveIntegerField(_("how many"), null=True)
    # Whose key, or which recovery code.
    about = models.CharField(_("about"), max_length=160, blank=True)
    # How often keys had changed when this was written, and, where they just did, the proof of each.
    generation = models.PositiveIntegerField(null=True, db_index=True, editable=False)
    roll = models.TextField(blank=True, editable=False)
    # Unique: an entry has one entry after it, and the chain one beginning.
    previous = models.CharField(max_length=64, blank=True, unique=True, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)

    objects = RoomEventManager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("entry of the log")
        verbose_name_plural = _("who saw what")

    def __str__(self):
        return self.get_kind_display()

    @property
    def reference(self):
        return str(self.inquiry_id)[:8].upper() if self.inquiry_id else ""

    def is_as_written(self):
        keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
        return any(hmac.compare_digest(self.digest, self.digest_with(key)) for key in keys)

    def digest_with(self, key):
        said = [
            self.previous,
            self.at.isoformat(timespec="microseconds"),
            self.kind,
            self.user_id,
            self.inquiry_id,
            self.number,
        ]
        own = hashlib.sha256(b"intake.room_event" + force_bytes(key)).digest()
        text = self.as_json(said) if self.generation is not None else self.as_lines(said)
        return hmac.new(own, text.encode(), hashlib.sha256).hexdigest()

    def as_json(self, said):
        return json.dumps([*said, self.about, self.generation, self.roll], default=str)

    def as_lines(self, said):
        """Of entries from before generations were written down."""
        said += [self.about] if self.about else []
        return "\n".join("" if part is None else str(part) for part in said)
