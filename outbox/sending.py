"""Sending what is due. At least once: a worker that dies after the mail server said yes leaves a
row that is sent again, with the same Message-ID, so that mail programs recognize it."""

import logging
import smtplib
from datetime import timedelta
from email.utils import formatdate
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from outbox.coarse import this_hour
from outbox.mail_key import NoMailKey
from outbox.models import Message
from outbox.sealing import CannotOpen

logger = logging.getLogger(__name__)

BATCH = 50
# Longer than the mail server may take to time out at every step of one mail.
HOLD = timedelta(minutes=10)
# 1, 2, 4 … 256 minutes, then every six hours: about two days until somebody is told.
MOST_ATTEMPTS = 16
LONGEST_WAIT = timedelta(hours=6)
UNREACHABLE = object()


def send_due(is_stopping=lambda: False):
    """Send one batch over one connection; returns how many messages were tried."""
    messages = list(Message.objects.due()[:BATCH])
    connection = EmailBackend()
    tried = 0
    try:
        for message in messages:
            if is_stopping():
                break
            if claim(message):
                tried += 1
                if send(message, connection) is UNREACHABLE:
                    # The rest would only wait for the same server; let the due jobs have a turn.
                    break
    finally:
        close(connection)
    return tried


def claim(message):
    """True if this worker, and no other, may try the message now.

    One conditional UPDATE decides, so it holds on every database. The attempt counts before it
    is made: a mail that kills its worker is given up one day as well.
    """
    held_until = timezone.now() + HOLD
    is_ours = Message.objects.filter(
        pk=message.pk, state=Message.State.WAITING, next_attempt_at=message.next_attempt_at
    ).update(attempts=F("attempts") + 1, next_attempt_at=held_until)
    if is_ours:
        # A second worker may have tried it between our reading and now, and given it back.
        message.refresh_from_db()
    return bool(is_ours)


def send(message, connection):
    if message.attempts > MOST_ATTEMPTS:
        # Only after attempts that ended neither way: it may be what ended the worker.
        give_up(message, _("Sending this mail failed again and again."))
        return None
    try:
        email = compose(message)
        connection.open()
        connection.send_messages([email])
    except NoMailKey:
        wait(message, _("The worker cannot read its key: see MAIL_KEY_PATH."))
        return UNREACHABLE
    except CannotOpen as error:
        give_up(message, str(error))
    except (ValueError, IndexError):
        # A header with a line break in it, or an address that is none.
        give_up(message, _("The mail could not be written: its address or subject is broken."))
    except smtplib.SMTPRecipientsRefused as error:
        refused(message, first_code(error))
    except smtplib.SMTPAuthenticationError as error:
        # The fault is ours, not the message's: it waits for better settings.
        close(connection)
        wait(
            message,
            _("The mail server refused our password ({code}).").format(code=error.smtp_code),
        )
        return UNREACHABLE
    except (smtplib.SMTPConnectError, smtplib.SMTPHeloError, smtplib.SMTPSenderRefused) as error:
        # So is this: the server does not want us, or not this sender, whatever the message.
        close(connection)
        words = _("The mail server does not take mail from us ({code}).")
        wait(message, words.format(code=error.smtp_code))
        return UNREACHABLE
    except smtplib.SMTPResponseException as error:
        close(connection)
        refused(message, error.smtp_code)
    except (smtplib.SMTPException, OSError) as error:
        close(connection)
        logger.warning("The mail server could not be reached: %s", type(error).__name__)
        wait(message, _("The mail server could not be reached."))
        return UNREACHABLE
    else:
        Message.objects.filter(pk=message.pk).update(
            state=Message.State.SENT,
            sent_at=this_hour(),
            next_attempt_at=this_hour(),
            sealed=None,
            recipient="",
            body="",
            last_error="",
        )
    return None


def compose(message):
    recipient, body = message.letter()
    email = EmailMessage(
        subject=message.subject,
        body=body,
        to=[recipient],
        headers={
            "Message-ID": f"<{message.pk}@{urlsplit(settings.SITE_URL).hostname}>",
            "Date": formatdate(),
            # RFC 3834: nobody's absence note answers this.
            "Auto-Submitted": "auto-generated",
        },
    )
    if not email.recipients():
        raise ValueError("a mail without an address would count as sent")
    return email


def first_code(error):
    """The reply code for the only recipient a message has."""
    return next(iter(error.recipients.values()))[0]


def refused(message, code):
    # What the server said in words often quotes the address, so only its number is kept.
    if 500 <= code < 600:
        give_up(message, _("The mail server refused this mail ({code}).").format(code=code))
    else:
        wait(message, _("The mail server asked us to try later ({code}).").format(code=code))


def wait(message, reason):
    if message.attempts >= MOST_ATTEMPTS:
        give_up(message, reason)
        return
    Message.objects.filter(pk=message.pk).update(
        next_attempt_at=timezone.now() + pause_after(message.attempts), last_error=reason
    )


def pause_after(attempts):
    return min(timedelta(minutes=2 ** (attempts - 1)), LONGEST_WAIT)


def give_up(message, reason):
    logger.warning("Mail %s was not delivered: %s", message.pk, reason)
    Message.objects.filter(pk=message.pk).update(
        state=Message.State.UNDELIVERED, last_error=reason, next_attempt_at=this_hour()
    )


def close(connection):
    try:
        connection.close()
    except (smtplib.SMTPException, OSError):
        # The mail has its answer already; a bad goodbye changes nothing.
        connection.connection = None


def forget_sent(days=30):
    """Remove what is left of mail that was sent long ago; returns how many rows."""
    long_ago = timezone.now() - timedelta(days=days)
    return Message.objects.filter(state=Message.State.SENT, sent_at__lt=long_ago).delete()[0]
