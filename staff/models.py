from datetime import timedelta

from django.contrib.auth.models import AbstractUser, Group
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from staff.copied import MailAddress
from staff.roles import ROLES

# How long an address that somebody else has changed is no proof of whoever reads there, and how far apart
# it is from a second factor that somebody else takes away.
ADDRESS_SETTLES = timedelta(days=1)


class User(AbstractUser):
    """Somebody who signs in: a person of the practice, never a client."""

    first_name = None
    last_name = None
    name = models.CharField(_("name"), max_length=150)
    email = MailAddress(_("email"))
    email_changed_at = models.DateTimeField(_("address changed"), null=True, editable=False)
    # Nobody: at a terminal, say, or by a person who is gone.
    email_changed_by = models.ForeignKey(
        "self",
        verbose_name=_("address changed by"),
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    # When somebody else took it away last, or closed the account.
    factors_gone_at = models.DateTimeField(null=True, editable=False)
    # Sessions that began before are over.
    signed_out_at = models.DateTimeField(null=True, editable=False)
    # Whom the practice has named to be told at night and on days off, see ``intake.mails.tell_of_worry``.
    hears_worries = models.BooleanField(_("is told after hours"), default=False)
    # What this person has chosen for the list of inquiries.
    sees_first_words = models.BooleanField(default=False, editable=False)
    covers_by_key = models.BooleanField(default=True, editable=False)
    # Who is about to save this row: set by whoever saves on somebody's behalf.
    saved_by = None

    REQUIRED_FIELDS = ["email", "name"]

    class Meta(AbstractUser.Meta):
        verbose_name = _("person who signs in")
        verbose_name_plural = _("people who sign in")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="staff_user_email_unique",
                violation_error_message=_("Somebody already signs in with this email address."),
            ),
            models.UniqueConstraint(
                Lower("username"),
                name="staff_user_username_unique",
                violation_error_message=_("Somebody already signs in with this name."),
            ),
        ]

    def __str__(self):
        return self.name or self.username

    def save(self, *args, update_fields=None, **kwargs):
        if (update_fields is None or "email" in update_fields) and self.has_other_email():
            self.email_changed_at, self.email_changed_by = timezone.now(), self.saved_by
            if update_fields is not None:
                update_fields = {*update_fields, "email_changed_at", "email_changed_by"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def has_other_email(self):
        """Whether mail to this person went elsewhere until now."""
        before = type(self)._base_manager.filter(pk=self.pk).values_list("email", flat=True).first()
        return before is not None and before.casefold() != self.email.casefold()

    def email_is_settled(self, now=None):
        """Whether what somebody says by a link to this address may be taken as said by this person: not
        for a day after somebody else, or nobody knows who, has changed the address."""
        if self.email_changed_at is None or self.email_changed_by_id == self.pk:
            return True
        return (now or timezone.now()) - self.email_changed_at >= ADDRESS_SETTLES

    def has_just_lost_factors(self, now=None):
        if self.factors_gone_at is None:
            return False
        return (now or timezone.now()) - self.factors_gone_at < ADDRESS_SETTLES

    def get_full_name(self):
        return self.name

    def get_short_name(self):
        return self.name.split(" ")[0] or self.username

    @property
    def roles(self):
        """Names of the roles held, in the order they are declared. Reads the prefetched groups."""
        held = {group.name for group in self.groups.all()}
        return [role for role in ROLES if role in held]

    @property
    def is_waiting(self):
        """Invited, and has not chosen a password yet."""
        return self.is_active and not self.has_usable_password()

    def set_roles(self, roles):
        """Hold exactly these roles; groups that are no roles stay as they are."""
        self.groups.remove(*self.groups.filter(name__in=ROLES.keys() - set(roles)))
        self.groups.add(*Group.objects.filter(name__in=set(roles) & ROLES.keys()))

    def end_sessions(self):
        """Sign this person out everywhere."""
        self.signed_out_at = timezone.now()
        self.save(update_fields=["signed_out_at"])

    def _get_session_auth_hash(self, secret=None):
        """Django's own is of the password alone."""
        own = super()._get_session_auth_hash(secret)
        if self.signed_out_at is None:
            return own
        text = f"{own}|{self.signed_out_at.isoformat()}"
        return salted_hmac("staff.sessions", text, secret=secret, algorithm="sha256").hexdigest()

    def leave(self):
        """Close the account. A new unusable password ends every session, also for a return."""
        self.is_active = False
        self.set_unusable_password()


class PasswordRequest(models.Model):
    """Somebody has asked for a new password and waits for the worker, which looks who it is.

    The same row for whoever works here and whoever does not: a keyed hash of what was typed.
    """

    digest = models.CharField(max_length=64, unique=True)

    def __str__(self):
        return self.digest[:8]


class Throttle(models.Model):
    """How often something was tried in one stretch of time.

    Counted in a table of our own: Django's database cache loses counts when several processes
    add at once. The key is a keyed hash, so no network address or e-mail is stored.
    """

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self):
        return f"{self.count} until {self.expires_at:%H:%M}"
