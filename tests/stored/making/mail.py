"""Mail as it can lie there: waiting, given up, held up by us, sent, and in clear from long ago."""

from django.utils import timezone

from outbox.models import Message


def make(known):
    send_most()
    write = Message.objects.write
    write("ruth@lowmoor.example", "A message is waiting", "Nobody has sent this yet.")
    failed = write("nobody@lowmoor.example", "Given up", "It could not arrive.")
    change(failed, state="undelivered", attempts=9, last_error="550 no such mailbox")
    ours = write("ruth@lowmoor.example", "Held up", "The mail server was away.")
    change(ours, attempts=2, is_our_fault=True, last_error="Connection refused")
    sent = write("ruth@lowmoor.example", "Sent long ago", "Gone.")
    change(sent, state="sent", sealed=None, sent_at=timezone.now())
    Message.objects.create(
        recipient="old@lowmoor.example", subject="From before sealing", body="In clear."
    )
    waiting = Message.objects.exclude(state=Message.State.SENT)
    known["mail"] = {str(row.pk): list(row.recipient_and_body()) for row in waiting}
    known["sent"] = [str(sent.pk)]


def send_most():
    """Of each subject the last one still waits: the worker has sent the others."""
    waiting = Message.objects.filter(state="waiting").order_by("created_at", "pk")
    last = {message.subject: message.pk for message in waiting}
    for message in waiting.exclude(pk__in=last.values()):
        change(message, state="sent", sealed=None, sent_at=timezone.now())


def change(message, **fields):
    Message.objects.filter(pk=message.pk).update(**fields)
