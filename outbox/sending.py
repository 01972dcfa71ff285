"""Sending what is due. At least once: a worker that dies after the mail server said yes leaves a
row that is sent again, with the same Message-ID, so that mail programs recognize it.

A mail is given up only where its own address or text is at fault. Whatever is wrong with us (settings,
password, key, server, code) it waits for, and the desk says what it waits for.
"""

import logging
import smtplib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.mail.backends.smtp import EmailBackend
from django.db import Error as DatabaseFault
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from outbox import key_file
from outbox.answers import is_about_recipient
from outbox.composing import BrokenMail, compose, read
from outbox.key_file import NoMailKey
from outbox.models import Message
from outbox.models.message import OtherKey
from sealing.coarse import this_hour
from sealing.envelopes import CannotOpen, key_id

logger = logging.getLogger(__name__)

BATCH = 50
# Longer than the mail server may take to time out at every step of one mail.
HOLD = timedelta(minutes=10)
# 1, 2, 4 … 256 minutes, then every six hours: about two days until somebody is told.
MOST_ATTEMPTS = 16
LONGEST_WAIT = timedelta(hours=6)
# What waits for us leaves soon after we have put it right.
LONGEST_WAIT_FOR_US = timedelta(minutes=30)
# What is in the way would be in the way of the next mail as well.
BATCH_ENDS = object()


def send_due(is_stopping: Callable[[], bool] = lambda: False) -> int:
    """Send one batch over one connection; returns how many messages were tried."""
    own = key_file.read_file()
    due = Message.objects.due().opened_with(own and own.id)
    messages = list(due[:BATCH])
    connection = EmailBackend()
    tried = 0
    try:
        for message in messages:
            if is_stopping():
                break
            if claim(message):
                tried += 1
                if send(message, connection) is BATCH_ENDS:
                    # The rest would only wait for the same server; let the due jobs have a turn.
                    break
    finally:
        close(connection)
    return tried


def claim(message: Message) -> bool:
    """True if this worker, and no other, may try the message now.

    One conditional UPDATE decides, so it holds on every database. The attempt counts before it
    is made: what ended its worker again and again is tried rarely, so that the rest gets its turn.
    """
    hold = HOLD if message.attempts < MOST_ATTEMPTS else LONGEST_WAIT
    is_ours = Message.objects.filter(
        pk=message.pk, state=Message.State.WAITING, next_attempt_at=message.next_attempt_at
    ).update(attempts=F("attempts") + 1, next_attempt_at=timezone.now() + hold)
    if is_ours:
        # A second worker may have tried it between our reading and now, and given it back.
        message.refresh_from_db()
    return bool(is_ours)


def send(message: Message, connection: EmailBackend) -> object:
    try:
        recipient, body = read(message)
    except (OtherKey, NoMailKey):
        give_back(message)
        return None
    except CannotOpen as error:
        return wait_for_us(message, str(error))
    except BrokenMail:
        give_up(message, _("The email could not be written: its address is broken."))
        return None
    try:
        email = compose(message, recipient, body)
        connection.open()
        connection.send_messages([email])
    except smtplib.SMTPRecipientsRefused as error:
        code, said = next(iter(error.recipients.values()))
        return refused(message, code, said)
    except smtplib.SMTPAuthenticationError as error:
        close(connection)
        reason = _("The mail server refused our password ({code}).")
        return wait_for_us(message, reason.format(code=error.smtp_code))
    except (smtplib.SMTPConnectError, smtplib.SMTPHeloError, smtplib.SMTPSenderRefused) as error:
        # The server does not want us, or not this sender, whatever the message.
        close(connection)
        reason = _("The mail server does not take email from us ({code}).")
        return wait_for_us(message, reason.format(code=error.smtp_code))
    except smtplib.SMTPResponseException as error:
        close(connection)
        return refused(message, error.smtp_code, error.smtp_error)
    except smtplib.SMTPNotSupportedError:
        close(connection)
        return wait_for_us(message, _("The mail server cannot do what EMAIL_URL asks of it."))
    except (smtplib.SMTPException, OSError) as error:
        close(connection)
        logger.warning("The mail server could not be reached: %s", type(error).__name__)
        return wait_for_us(message, _("The mail server could not be reached."))
    except DatabaseFault:
        raise
    except Exception:
        # Ours, not the mail's: a setting that no header can hold, or a fault in the code.
        close(connection)
        logger.exception("A mail could not be written")
        return wait_for_us(message, _("The site could not write this email; its log says why."))
    delivered(message)
    return None


def delivered(message: Message) -> None:
    """Its server has it: address and text go, and in which language somebody reads."""
    Message.objects.filter(pk=message.pk).update(
        state=Message.State.SENT,
        sent_at=this_hour(),
        next_attempt_at=this_hour(),
        sealed=None,
        key=None,
        recipient="",
        body="",
        language="",
        last_error="",
        is_our_fault=False,
    )


def refused(message: Message, code: int, said: bytes | str) -> object:
    # What the server said in words often quotes the address, so only its number is kept.
    is_for_good = 500 <= code < 600
    reason = (
        _("The mail server refused this email ({code}).")
        if is_for_good
        else _("The mail server asked us to try later ({code}).")
    ).format(code=code)
    if not is_about_recipient(code, said):
        return wait_for_us(message, reason)
    if is_for_good or message.attempts >= MOST_ATTEMPTS:
        give_up(message, reason)
    else:
        wait(message, reason, pause_after(message.attempts))
    return None


def wait_for_us(message: Message, reason: str) -> object:
    """However long it takes. Ends the batch: the next mail would meet the same."""
    pause = min(pause_after(message.attempts), LONGEST_WAIT_FOR_US)
    # These attempts do not count against the address, which nobody has asked yet.
    attempts = min(message.attempts, MOST_ATTEMPTS // 2)
    wait(message, reason, pause, is_our_fault=True, attempts=attempts)
    return BATCH_ENDS


def wait(
    message: Message, reason: str, pause: timedelta, *, is_our_fault: bool = False, **fields: Any
) -> None:
    Message.objects.filter(pk=message.pk).update(
        next_attempt_at=timezone.now() + pause,
        last_error=reason,
        is_our_fault=is_our_fault,
        **fields,
    )


def give_back(message: Message) -> None:
    """As if it had not been tried, for the worker that has the key."""
    Message.objects.filter(pk=message.pk).update(
        attempts=F("attempts") - 1,
        next_attempt_at=timezone.now(),
        key=key_id(message.sealed),  # type: ignore[arg-type]
    )


def pause_after(attempts: int) -> timedelta:
    doublings = min(attempts, MOST_ATTEMPTS) - 1
    return min(timedelta(minutes=2**doublings), LONGEST_WAIT)


def give_up(message: Message, reason: str) -> None:
    logger.warning("Mail %s was not delivered: %s", message.pk, reason)
    Message.objects.filter(pk=message.pk).update(
        state=Message.State.UNDELIVERED,
        last_error=reason,
        next_attempt_at=this_hour(),
        is_our_fault=False,
    )


def close(connection: EmailBackend) -> None:
    try:
        connection.close()
    except (smtplib.SMTPException, OSError):
        # The mail has its answer already; a bad goodbye changes nothing.
        connection.connection = None


def forget_sent(days: int = 30) -> int:
    """Remove what is left of mail that was sent long ago; returns how many rows."""
    long_ago = timezone.now() - timedelta(days=days)
    return Message.objects.filter(state=Message.State.SENT, sent_at__lt=long_ago).delete()[0]
