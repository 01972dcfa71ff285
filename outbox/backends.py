from django.core.mail.backends.base import BaseEmailBackend

from outbox.models import Message


class OutboxBackend(BaseEmailBackend):
    """Django's mail functions write rows here; the worker sends them later."""

    def send_messages(self, messages):
        for message in messages:
            for address in message.recipients():
                Message.objects.write(address, message.subject, message.body)
        return len(messages)
