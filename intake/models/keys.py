import uuid

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sealing.envelopes import SealContext
from sealing.signed_keys import SignedKey


class PracticeKeyQuerySet(models.QuerySet):
    def current(self):
        """The one new inquiries are sealed to, or None before the room is set up."""
        return self.filter(is_current=True).first()

    def not_destroyed(self):
        return self.filter(destroyed_on=None)


class PracticeKey(SignedKey):
    """One of the practice's keys; a new one every quarter. Here stands only its public half: the
    private half exists in the grants, sealed to each holder, and nowhere else."""

    signed_fields = (
        "id",
        "public",
        "made_on",
        "is_current",
        "takes_inquiries",
        "destroyed_on",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    made_on = models.DateField(_("made"))
    is_current = models.BooleanField(_("for what comes in now"), default=True)
    # Set once enough holders could open it, and handed on to the keys after it.
    takes_inquiries = models.BooleanField(_("the form is open"), default=False)
    # What the practice was last warned of: see ``intake.room.warnings``.
    warned_of = models.CharField(max_length=12, blank=True, editable=False)
    # What was sealed to it cannot be opened by anybody any more, in no backup either.
    destroyed_on = models.DateField(_("destroyed"), null=True)

    objects = PracticeKeyQuerySet.as_manager()

    class Meta:
        ordering = ["-made_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_current"],
                condition=Q(is_current=True),
                name="intake_practicekey_one_current",
            ),
        ]

    def __str__(self):
        return str(self.pk)[:8].upper()

    def covered(self):
        """With whom it is shared, and how, belongs to a key as much as its public half."""
        grants = sorted((str(grant.holder_id), bytes(grant.sealed)) for grant in self.grants.all())
        return {**super().covered(), "grants": grants}


class KeyHolderQuerySet(models.QuerySet):
    def people(self):
        return self.exclude(user=None)

    def their_users(self):
        return get_user_model().objects.filter(pk__in=self.people().values("user"))

    def recovery_codes(self):
        return self.filter(user=None)

    def answering(self):
        """Recovery codes, and people who may still answer inquiries: not who has left, or does other work."""
        people = get_user_model().objects.with_perm("intake.change_inquiry")
        return self.filter(Q(user=None) | Q(user__in=people.values("pk")))

    def with_key(self, practice_key):
        """Whoever can open what is sealed to this key."""
        return self.filter(grants__practice_key=practice_key)

    def of(self, user):
        return self.filter(user=user).first() if user.is_authenticated else None


class KeyHolder(SignedKey):
    """A coordinator or deputy with a passphrase, or a printed recovery code.

    Each has a key pair of its own; the private half is kept under what only they know.
    """

    signed_fields = ("id", "public", "user", "sheet", "wrapped", "since", "is_proven", "kept_by")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.CASCADE,
        null=True,
        related_name="+",
    )
    sheet = models.CharField(_("recovery code"), max_length=1, blank=True)
    wrapped = models.BinaryField()
    since = models.DateField(_("since"))
    is_proven = models.BooleanField(_("was tried"), default=False)
    # When a recovery code was last typed from the paper.
    tried_on = models.DateField(_("last tried"), null=True)
    # Somebody elsewhere, by name, who keeps this recovery code.
    kept_by = models.CharField(_("kept by"), max_length=80, blank=True)

    objects = KeyHolderQuerySet.as_manager()

    class Meta:
        ordering = ["since", "sheet"]
        constraints = [
            models.CheckConstraint(
                condition=Q(user=None) ^ Q(sheet=""), name="intake_keyholder_person_or_sheet"
            ),
            models.UniqueConstraint(
                fields=["sheet"], condition=~Q(sheet=""), name="intake_keyholder_sheet_once"
            ),
        ]

    def __str__(self):
        return (
            str(self.user)
            if self.user_id
            else str(_("Recovery code {label}")).format(label=self.sheet)
        )


class Grant(models.Model):
    """The private half of a practice key, sealed to one holder."""

    practice_key = models.ForeignKey(PracticeKey, on_delete=models.CASCADE, related_name="grants")
    holder = models.ForeignKey(KeyHolder, on_delete=models.CASCADE, related_name="grants")
    sealed = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["practice_key", "holder"], name="intake_grant_once"),
        ]

    def __str__(self):
        return f"{self.practice_key_id} → {self.holder_id}"

    @staticmethod
    def seal_context(practice_key_id, holder_id):
        return SealContext("intake.grant", f"{practice_key_id}/{holder_id}")
