import hashlib
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from pages import error_page_facts, phone
from pages.colors import NoTone, tones
from pages.countries import COUNTRIES, default_country
from pages.models.form_words import FormWords
from pages.models.what_waits import WhatWaits
from pages.states import state_names
from staff.copied import MailAddress, PhoneNumber

phone_validator = RegexValidator(
    r"^[0-9+().\- ]{3,30}$", _("Write a phone number, like (555) 010-0199.")
)


def default_time_zone():
    return settings.TIME_ZONE


def refuse_unknown_time_zone(name):
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValidationError(_("Choose a time zone from the list.")) from error


def refuse_color_without_tone(color):
    try:
        tones(color)
    except NoTone as refused:
        message = _(
            "Words in this color could not be read in both the light and the dark theme. "
            "The nearest color that works is %(color)s."
        )
        raise ValidationError(message, params={"color": refused.nearest}) from refused
    except ValueError:
        return  # not a color: the other validator says so


class PracticeQuerySet(models.QuerySet):
    def current(self):
        """The one row, or unsaved defaults on a database that has none yet."""
        return self.select_related("logo").filter(pk=1).first() or Practice(pk=1)


class Practice(FormWords, WhatWaits):
    """The practice's own facts: one row, edited by staff, read by every page."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(_("name"), max_length=120, default=_("Our practice"))
    short_name = models.CharField(
        _("short name"),
        max_length=40,
        blank=True,
        help_text=_("What people call the practice, if they do not use the whole name."),
    )
    short_name_meaning = models.CharField(
        _("what the short name stands for"), max_length=160, blank=True
    )
    tagline = models.CharField(
        _("tagline"),
        max_length=200,
        blank=True,
        help_text=_("One sentence. The home page opens with it."),
    )
    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("Two or three sentences under the tagline.")
    )
    phone = PhoneNumber(_("phone"), max_length=30, blank=True, validators=[phone_validator])
    voicemail_note = models.CharField(
        _("who hears the voicemail"),
        max_length=200,
        blank=True,
        help_text=_("For example: Only Dana, our coordinator, hears the voicemail."),
    )
    email = MailAddress(_("email"), blank=True)
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        default=default_time_zone,
        validators=[refuse_unknown_time_zone],
    )
    country = models.CharField(
        _("country"),
        max_length=2,
        choices=COUNTRIES,
        default=default_country,
        help_text=_("Crisis help of this country is shown, and of no other."),
    )
    states_served = models.JSONField(
        _("states served"),
        default=list,
        blank=True,
        help_text=_("Where clients may be during a session."),
    )
    accent = models.CharField(
        _("accent color"),
        max_length=7,
        default="#1f4b3a",
        validators=[
            RegexValidator(r"^#[0-9a-fA-F]{6}\Z", _("Write a color like #1f4b3a.")),
            refuse_color_without_tone,
        ],
    )
    accent_light = models.CharField(max_length=7, default="#1f4b3a", editable=False)
    accent_dark = models.CharField(max_length=7, default="#a2d0bb", editable=False)
    logo = models.ForeignKey(
        "pictures.Image",
        verbose_name=_("logo"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Leave empty to use the drawn mark in your accent color."),
    )
    response_days = models.PositiveSmallIntegerField(
        _("we answer within this many business days"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(30)],
    )
    responder = models.CharField(
        _("who answers inquiries"),
        max_length=160,
        blank=True,
        help_text=_("As a reader should see it: Dana Osei, our coordinator"),
    )
    shows_answer_share = models.BooleanField(
        _("show how many were answered in time"),
        default=False,
        help_text=_(
            "A sentence on the Get Started form, about the last 90 days. It shows once 20 people "
            "have written."
        ),
    )
    keeps_inquiries_months = models.PositiveSmallIntegerField(
        _("months that closed inquiries are kept"),
        default=12,
        validators=[MinValueValidator(1), MaxValueValidator(84)],
        help_text=_(
            "Those that never became clients are erased this long after they were closed, unless a "
            "legal hold is on them."
        ),
    )
    mail_name = models.CharField(
        _("sender name of our email"),
        max_length=60,
        blank=True,
        validators=[
            RegexValidator(r"^[^@<>\"\\\x00-\x1f]*\Z", _("Write a name without @, < or quotes."))
        ],
        help_text=_(
            "What people see as the sender. Choose one that says nothing about therapy: somebody else may "
            "see the screen. Left empty, it is “Front desk”."
        ),
    )
    mail_reply_to = MailAddress(
        _("answers to our email go to"),
        blank=True,
        help_text=_(
            "A mailbox that somebody reads every business day. Left empty, every email says "
            "that nobody reads what comes back."
        ),
    )
    safety_protocol = models.TextField(
        _("when a message worries somebody"),
        blank=True,
        help_text=_(
            "Your own steps, for the people who answer inquiries: whom to call first, what to ask, "
            "what to write down. Shown only to them."
        ),
    )
    minors_note = models.TextField(
        _("about people under 18"),
        blank=True,
        help_text=_("Shown on the Get Started form when somebody under 18 is chosen."),
    )
    is_poster_shown = models.BooleanField(
        _("show who posted an article"),
        default=False,
        help_text=_("A small line at the foot of articles that somebody else put up."),
    )

    objects = PracticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("practice facts")
        verbose_name_plural = _("practice facts")
        constraints = [
            models.CheckConstraint(
                condition=Q(pk=1),
                name="pages_practice_only_one",
                violation_error_message=_("There is one practice; change its facts instead."),
            ),
        ]

    def __str__(self):
        return str(self.name)  # the default waits for its language

    def save(self, *args, **kwargs):
        found = tones(self.accent)
        self.accent_light, self.accent_dark = found.light, found.dark
        super().save(*args, **kwargs)
        transaction.on_commit(error_page_facts.refresh)

    @property
    def known_as(self):
        return self.short_name or self.name

    @property
    def reader(self):
        """Who answers inquiries, however it was typed, as the end of a sentence that has its own full stop."""
        return self.responder.rstrip(" .,;:")

    @property
    def state_names(self):
        return state_names(self.states_served)

    @property
    def phone_link(self):
        return phone.tel(self.phone)

    @property
    def colors_css(self):
        """One rule after tokens.css; everything green follows ``--accent``. On paper links begin with ``--site``."""
        site = settings.SITE_URL.replace("\\", "").replace('"', "")
        return (
            f':root{{--accent:light-dark({self.accent_light},{self.accent_dark});--site:"{site}"}}'
        )

    @property
    def colors_digest(self):
        return hashlib.sha256(self.colors_css.encode()).hexdigest()[:12]

    @cached_property
    def hours(self):
        return list(self.openinghours_set.all())

    @cached_property
    def locations(self):
        return list(self.location_set.select_related("picture"))
