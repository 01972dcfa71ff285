from django.db import models
from django.utils.translation import gettext_lazy as _

from pages import facts_in_texts
from pages.addresses import only_safe_link
from pages.models.practice import Practice, phone_validator
from staff.copied import MailAddress, PhoneNumber


class ContactRoute(models.Model):
    """One kind of visitor on the contact page, and where that person should turn."""

    class Audience(models.TextChoices):
        NEW = "new", _("I am looking for a therapist")
        CLIENT = "client", _("I am already a client")
        REFERRING = "referring", _("I am referring somebody")
        BILLING = "billing", _("I have a question about a bill")
        JOBS = "jobs", _("I would like to work here")

    FACTS_IN = ("text",)
    NO_FACTS_IN = ("link_label",)

    audience = models.CharField(_("who asks"), max_length=12, choices=Audience.choices, unique=True)
    text = models.TextField(_("what to do"))
    phone = PhoneNumber(_("phone"), max_length=30, blank=True, validators=[phone_validator])
    email = MailAddress(_("email"), blank=True)
    link = models.CharField(
        _("link"),
        max_length=300,
        blank=True,
        validators=[only_safe_link],
        help_text=_("A page of this site, like /careers/, or an address that starts with https://"),
    )
    link_label = models.CharField(_("words of the link"), max_length=60, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("way to contact us")
        verbose_name_plural = _("ways to contact us")

    def __str__(self):
        return self.get_audience_display()

    def clean(self):
        facts_in_texts.refuse(self, Practice.objects.current())
