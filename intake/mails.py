"""The mails around an inquiry. None of them says a name, a topic, or what kind of place this is:
somebody else may see the screen."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intake import staff_mail
from intake.documents.content import Content
from intake.documents.person_keys import in_groups
from intake.models import Inquiry
from outbox.models import Message
from pages import languages
from staff import throttle
from staff.models import User

# So that the form cannot be used to fill a stranger's mailbox.
MOST_PER_ADDRESS, DAY = 3, 24 * 60 * 60
ARRIVED, NEWS = gettext_lazy("Your message arrived"), gettext_lazy("There is news for you")


def notify_coordinators(inquiry: Inquiry) -> None:
    staff_mail.tell(readers(), inquiry, "new")


def notify_owner(inquiry: Inquiry) -> None:
    """The person or a clinician has added something."""
    staff_mail.tell(who_answers(inquiry), inquiry, "added")


def tell_of_worry(inquiry: Inquiry, by: User, *, is_after_hours: bool) -> list[User]:
    """To everybody else who answers, and after hours to whoever is named for it; a mail of its own, whatever else
    they were just told. Returns those who should read it today: after hours, what went to the others may lie until
    tomorrow."""
    named = get_user_model().objects.filter(is_active=True, hears_worries=True).exclude(email="")
    now = [person for person in (named if is_after_hours else readers()) if person != by]
    others = [person for person in readers() if is_after_hours and person not in [by, *now]]
    link = settings.SITE_URL + reverse("admin:intake_inquiry_change", args=[inquiry.pk])
    body = render_to_string("intake/worry.txt", {"link": link})
    for person in [*now, *others]:
        Message.objects.write(person.email, _("Please look at a message as soon as you can"), body)
    return now


def who_answers(inquiry: Inquiry) -> QuerySet[User] | list[User]:
    """The owner; where there is none, or not any more, everybody who may."""
    owner = inquiry.owner
    return [owner] if owner and owner.is_active and owner.email else readers()


def readers() -> QuerySet[User]:
    """Who is told: those who may read inquiries by their role, or else whoever may do everything."""
    return with_role("intake.view_inquiry") or whoever_may_do_everything()


def with_role(permission: str) -> QuerySet[User]:
    people = get_user_model().objects.with_perm(permission, include_superusers=False)
    return people.exclude(email="")


def whoever_may_do_everything() -> QuerySet[User]:
    everybody = get_user_model().objects.filter(is_active=True, is_superuser=True)
    return everybody.exclude(email="")


def acknowledge(inquiry: Inquiry, content: Content) -> Message | None:
    """The mail row, or None for somebody who does not want mail."""
    if content.route != "email":
        return None
    if not throttle.hit("intake: acknowledgment", content.email.lower(), MOST_PER_ADDRESS, DAY):
        return None
    context = {"answer_by": inquiry.due_on, "is_referral": content.is_referral}
    return write_to_person(inquiry, content, ARRIVED, "intake/acknowledgment.txt", context)


def tell_of_news(inquiry: Inquiry, content: Content) -> Message | None:
    """That something is on their page; says no more than that. None where they want no mail."""
    if content.route != "email" or not content.code:
        return None
    return write_to_person(inquiry, content, NEWS, "intake/news.txt", {})


def write_to_person(
    inquiry: Inquiry, content: Content, subject: Promise, template: str, context: dict[str, Any]
) -> Message:
    """In the language that they wrote in; the link leads to their page in it."""
    with languages.in_language(content.written_in):
        body = render_to_string(template, {**context, "link": person_link(content.code)})
        message = Message.objects.write(content.email, subject, body, is_confidential=True)
    Inquiry.mail.through.objects.create(inquiry=inquiry, message=message)
    return message


def ask_clinician(to: str, code: str) -> None:
    """The link to an offer."""
    link = settings.SITE_URL + reverse("offers:answer", args=[in_groups(code)])
    body = render_to_string("intake/offer_mail.txt", {"link": link})
    Message.objects.write(to, _("A question for you"), body)


def person_link(code: str) -> str:
    return settings.SITE_URL + reverse("person:show", args=[in_groups(code)])
