"""The published response time, kept: the owner is told on the last day, the manager after it."""

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from intake import mails, staff_mail, transitions
from intake.models import Inquiry
from outbox.models import Message


def remind() -> None:
    """Run every hour. Each inquiry is mentioned once to its owner and once to the managers."""
    today = timezone.localdate()
    promised = Inquiry.objects.promised()
    for inquiry in promised.filter(due_on__lte=today, is_owner_reminded=False):
        tell_owner(inquiry)
        transitions.owner_reminded(inquiry)
    late = promised.filter(due_on__lt=today, is_manager_told=False)
    if (number := late.count()) and tell_managers(number):
        transitions.managers_told(late)


def tell_owner(inquiry: Inquiry) -> None:
    staff_mail.tell(mails.who_answers(inquiry), inquiry, "due")


def tell_managers(number: int) -> bool:
    """They may not open inquiries, so they are told a number and no more."""
    body = render_to_string("intake/late.txt", {"number": number})
    managers = mails.with_role("staff.add_user") or mails.whoever_may_do_everything()
    for person in managers:
        Message.objects.write(person.email, _("An answer is late"), body)
    return len(managers) > 0
