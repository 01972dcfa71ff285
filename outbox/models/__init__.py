from outbox.models.job_time import JobTime
from outbox.models.mail_key import MailKey
from outbox.models.message import Message
from outbox.models.worker_sign import WorkerSign

__all__ = ["JobTime", "MailKey", "Message", "WorkerSign"]
