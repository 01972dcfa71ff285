from outbox.models.job_time import JobTime
from outbox.models.mail_key import MailKey
from outbox.models.message import Message

__all__ = ["JobTime", "MailKey", "Message"]
