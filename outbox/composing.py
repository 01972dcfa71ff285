"""A mail as it leaves: what its row holds, with the practice's words around it."""

from email.utils import formataddr, formatdate, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email
from django.utils import translation
from django.utils.translation import gettext

from outbox import letterhead
from outbox.models import Message


class BrokenMail(ValueError):
    """Its own address is none, whatever our settings are."""


def read(message: Message) -> tuple[str, str]:
    """(address, text). Raises ``BrokenMail``, and what ``Message.recipient_and_body`` does."""
    recipient, body = message.recipient_and_body()
    try:
        validate_email(recipient)
    except ValidationError as error:
        raise BrokenMail from error
    return recipient, body


def compose(message: Message, recipient: str, body: str) -> EmailMessage:
    with translation.override(message.language or settings.LANGUAGE_CODE):
        head, subject = letterhead.current(), gettext(message.subject)
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    closing = f"\n-- \n{head.closing}\n" if head.closing else ""
    return EmailMessage(
        subject=subject,
        body=f"{body.rstrip()}\n{closing}",
        to=[recipient],
        # The envelope's sender, to whom mail servers report; readers see the header.
        from_email=settings.MAIL_BOUNCES_TO,
        reply_to=[head.reply_to] if head.reply_to else None,
        headers={
            "From": formataddr((head.name or name, address)),
            "Message-ID": f"<{message.pk}@{urlsplit(settings.SITE_URL).hostname}>",
            "Date": formatdate(),
            # RFC 3834: nobody's absence note answers this.
            "Auto-Submitted": "auto-generated",
        },
    )
