"""The practice's words around every mail, true to what its facts say."""

from collections.abc import Iterator
from email.utils import parseaddr
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _

from outbox.letterhead import Letterhead

if TYPE_CHECKING:
    from pages.models import Practice


def letterhead() -> Letterhead:
    from pages.models import Practice

    practice = Practice.objects.current()
    return Letterhead(
        name=practice.mail_name or parseaddr(settings.DEFAULT_FROM_EMAIL)[0] or _("Front desk"),
        reply_to=practice.mail_reply_to,
        closing=" ".join([answers(practice), *by_phone(practice)]),
    )


def answers(practice: "Practice") -> str:
    if practice.mail_reply_to or is_their_own_box(practice):
        return _(
            "If you answer this email, the people at the front desk read it. Email is not "
            "private, so please write nothing in it that only we should know."
        )
    return _("Please don’t answer this email: nobody reads what comes back.")


def is_their_own_box(practice: "Practice") -> bool:
    sender = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return sender.casefold() == practice.email.casefold()


def by_phone(practice: "Practice") -> Iterator[str]:
    if practice.phone:
        yield _("To talk to somebody, call %(phone)s.") % {"phone": practice.phone}
