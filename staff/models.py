from django.contrib.auth.models import AbstractUser, Group
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from staff.roles import ROLES


class User(AbstractUser):
    """Somebody who signs in: a person of the practice, never a client."""

    first_name = None
    last_name = None
    name = models.CharField(_("name"), max_length=150)
    email = models.EmailField(_("e-mail"))

    REQUIRED_FIELDS = ["email", "name"]

    class Meta(AbstractUser.Meta):
        verbose_name = _("person who signs in")
        verbose_name_plural = _("people who sign in")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="staff_user_email_unique",
                violation_error_message=_("Somebody already signs in with this e-mail address."),
            ),
            models.UniqueConstraint(
                Lower("username"),
                name="staff_user_username_unique",
                violation_error_message=_("Somebody already signs in with this name."),
            ),
        ]

    def __str__(self):
        return self.name or self.username

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

    def leave(self):
        """Close the account. A new unusable password ends every session, also for a return."""
        self.is_active = False
        self.set_unusable_password()


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
