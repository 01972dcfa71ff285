"""The published response time, kept: the owner is told on the last day, the manager after it."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from intake.letters import readers
from intake.models import Inquiry
from outbox.models import Message


def remind():
    """Run every hour. Each inquiry is mentioned once to its owner and once to the managers."""
    today = timezone.localdate()
    promised = Inquiry.objects.promised()
    for inquiry in promised.filter(due_on__lte=today, is_owner_reminded=False):
        tell_owner(inquiry)
        Inquiry.objects.filter(pk=inquiry.pk).update(is_owner_reminded=True)
    late = promised.filter(due_on__lt=today, is_manager_told=False)
    if number := late.count():
        tell_managers(number)
        late.update(is_manager_told=True)


def tell_owner(inquiry):
    link = settings.SITE_URL + reverse("admin:intake_inquiry_change", args=[inquiry.pk])
    body = render_to_string("intake/reminder.txt", {"link": link})
    owner = inquiry.owner
    for person in [owner] if owner and owner.is_active and owner.email else readers():
        Message.objects.write(person.email, _("An answer is due today"), body)


def tell_managers(number):
    """They may not open inquiries, so they are told a number and no more."""
    body = render_to_string("intake/late.txt", {"number": number})
    managers = get_user_model().objects.with_perm("staff.add_user", include_superusers=False)
    for person in managers.exclude(email=""):
        Message.objects.write(person.email, _("An answer is late"), body)
