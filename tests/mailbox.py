import email
import email.policy
import socket
import threading

from aiosmtpd.controller import Controller


class Mailbox:
    """A real SMTP server on a free port, in a thread of its own; it keeps what it is given.

    Set ``answer`` to make it refuse: ``"451 try later"``, ``"550 no such person"``.
    """

    def __init__(self):
        self.answer = "250 OK"
        self.messages = []
        self.arrived = threading.Condition()
        self.host = "127.0.0.1"
        self.port = free_port()

    async def handle_DATA(self, server, session, envelope):  # noqa: N802  aiosmtpd calls it so
        if self.answer.startswith("2"):
            message = email.message_from_bytes(envelope.content, policy=email.policy.default)
            message.envelope_from, message.envelope_to = envelope.mail_from, envelope.rcpt_tos
            with self.arrived:
                self.messages.append(message)
                self.arrived.notify_all()
        return self.answer

    def wait_for(self, is_wanted, seconds=30):
        """The first message that fits, as soon as it is here."""

        def found():
            return next(filter(is_wanted, self.messages), None)

        with self.arrived:
            message = self.arrived.wait_for(found, timeout=seconds)
        assert message, f"No such mail within {seconds} seconds; there were {len(self.messages)}."
        return message

    def start(self):
        # A controller that was stopped cannot start again.
        self.controller = Controller(self, hostname=self.host, port=self.port)
        self.controller.start()

    def stop(self):
        self.controller.stop()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *exception):
        self.stop()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
