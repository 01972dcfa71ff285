"""What visitors read only once somebody else has said yes."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class WhatWaits(models.Model):
    profiles_wait_for_yes = models.BooleanField(
        _("what clinicians change in their own profile waits for a yes"),
        default=False,
        help_text=_(
            "Visitors read the profile as it was, until somebody who keeps all profiles has looked. Room and the "
            "words about it, what somebody shares by choice and what is not to be shown hold at once."
        ),
    )

    class Meta:
        abstract = True
