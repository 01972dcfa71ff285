"""The mails around an inquiry. None of them says a name, a topic, or what kind of place this is:
somebody else may see the screen."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from intake.person_keys import in_groups
from outbox.models import Message
from staff import throttle

# So that the form cannot be used to fill a stranger's mailbox.
MOST_PER_ADDRESS, DAY = 3, 24 * 60 * 60


def notify_coordinators(inquiry):
    link = settings.SITE_URL + reverse("admin:intake_inquiry_change", args=[inquiry.pk])
    body = render_to_string("intake/notice.txt", {"link": link})
    for user in readers():
        Message.objects.write(user.email, _("A new message is waiting"), body)


def notify_owner(inquiry):
    """The person has added something."""
    link = settings.SITE_URL + reverse("admin:intake_inquiry_change", args=[inquiry.pk])
    body = render_to_string("intake/notice.txt", {"link": link})
    people = [inquiry.owner] if inquiry.owner and inquiry.owner.email else readers()
    for user in people:
        Message.objects.write(user.email, _("A message was added to"), body)


def readers():
    """Who is told: those who may read inquiries by their role, or else whoever may do everything."""
    may_read = get_user_model().objects.with_perm("intake.view_inquiry", include_superusers=False)
    return may_read.exclude(email="") or get_user_model().objects.filter(
        is_active=True, is_superuser=True
    ).exclude(email="")


def acknowledge(content, practice, code, answer_by):
    """The mail row, or None for somebody who does not want mail. ``answer_by``: the promised day."""
    if content.route != "email":
        return None
    if not throttle.hit("intake: acknowledgment", content.email.lower(), MOST_PER_ADDRESS, DAY):
        return None
    body = render_to_string(
        "intake/acknowledgment.txt",
        {"practice": practice, "answer_by": answer_by, "link": person_link(code)},
    )
    return Message.objects.write(
        content.email, _("Your message arrived"), body, is_confidential=True
    )


def tell_of_news(content):
    """That something is on their page; says no more than that. None where they want no mail."""
    if content.route != "email" or not content.code:
        return None
    body = render_to_string("intake/news.txt", {"link": person_link(content.code)})
    return Message.objects.write(
        content.email, _("There is news for you"), body, is_confidential=True
    )


def ask_clinician(therapist, code):
    """The link to an offer, to the address they sign in with."""
    link = settings.SITE_URL + reverse("offers:answer", args=[in_groups(code)])
    body = render_to_string("intake/offer_mail.txt", {"link": link})
    Message.objects.write(therapist.user.email, _("A question for you"), body)


def person_link(code):
    return settings.SITE_URL + reverse("person:show", args=[in_groups(code)])
