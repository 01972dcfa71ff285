"""In what role somebody answers to a text, and how sure it is that it was them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Capacity(models.TextChoices):
    """In what role somebody reads, and answers."""

    READER = "reader", _("reads only")
    AUTHOR = "author", _("author")
    SUPERVISOR = "supervisor", _("supervisor")
    CLINICIAN = "clinician", _("responsible clinician")
    EDITOR = "editor", _("editor")


# In these roles somebody's answer is one that a text may have to wait for.
BINDING = (Capacity.SUPERVISOR, Capacity.CLINICIAN)


class How(models.TextChoices):
    """How a private link came to its reader, or how somebody gave an answer."""

    SIGNED_IN = "signed_in", _("signed in under their own account")
    ACCOUNT = "account", _("by a link that the site emailed to the address of their account")
    UNSETTLED = (
        "unsettled",
        _("by a link to the address of their account, which somebody else had changed that day"),
    )
    TYPED = "typed", _("by a link emailed to an address that %(name)s typed")
    COPIED = "copied", _("by a link that %(name)s copied")

    @property
    def is_theirs(self):
        """Whether nobody but the person themself could have answered."""
        return self in (How.SIGNED_IN, How.ACCOUNT)
