"""The mails around an inquiry. None of them says a name, a topic, or what kind of place this is:
somebody else may see the screen."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from outbox.models import Message
from pages.calendar import answer_by
from staff import throttle

# So that the form cannot be used to fill a stranger's mailbox.
MOST_PER_ADDRESS, DAY = 3, 24 * 60 * 60


def notify_coordinators(inquiry):
    link = settings.SITE_URL + reverse("admin:intake_inquiry_change", args=[inquiry.pk])
    body = render_to_string("intake/notice.txt", {"link": link})
    for user in readers():
        Message.objects.write(user.email, _("A new message is waiting"), body)


def readers():
    """Who is told: those who may read inquiries by their role, or else whoever may do everything."""
    may_read = get_user_model().objects.with_perm("intake.view_inquiry", include_superusers=False)
    return may_read.exclude(email="") or get_user_model().objects.filter(
        is_active=True, is_superuser=True
    ).exclude(email="")


def acknowledge(content, practice):
    """The mail row, or None for somebody who does not want mail."""
    if content.route != "email":
        return None
    if not throttle.hit("intake: acknowledgment", content.email.lower(), MOST_PER_ADDRESS, DAY):
        return None
    body = render_to_string(
        "intake/acknowledgment.txt", {"practice": practice, "answer_by": answer_by(practice)}
    )
    return Message.objects.write(
        content.email, _("Your message arrived"), body, is_confidential=True
    )
