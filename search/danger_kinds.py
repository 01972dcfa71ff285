"""Kinds of danger: what words tell of, and what a crisis line is for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DangerKind(models.TextChoices):
    """The most pressing first: where words tell of several, help stands in this order."""

    ANY = "any", _("Any crisis, thoughts of suicide among them")
    POISON = "poison", _("Overdose or poison")
    ASSAULT = "assault", _("Sexual assault")
    HOME = "home", _("Violence at home")
    YOUNG = "young", _("Young people")
    VETERANS = "veterans", _("Veterans")
    OTHER = "other", _("Something else")
