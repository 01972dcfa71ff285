"""The key that mail waits under. The web process closes mail with its public half, which stands in
the database; only the worker needs the file with the private half. It opens mail and nothing else.

Hosts of one site share one file. Where each has its own, mail is closed for the key that a living
worker has, and a second key has to wait.
"""

import uuid
from contextlib import suppress

from outbox import signs
from outbox.key_file import NoMailKey, make_file, read_file
from outbox.models.mail_key import MailKey
from outbox.models.worker_sign import WorkerSign
from sealing.envelopes import PublicKey


def public_key() -> PublicKey:
    """What to close a mail with; whoever writes the first one makes the key. Never one that somebody
    else has put into the database. Raises ``NoMailKey``."""
    ours = {row.pk: row for row in MailKey.objects.order_by("-made_at") if row.is_signed}
    proven = (ours[key] for key in signs.proven_keys() if key in ours)
    row = next(proven, None) or next(iter(ours.values()), None) or use_file()
    return row.public_key


def show_life() -> tuple[uuid.UUID | None, WorkerSign | None]:
    """What a worker does every few seconds; returns its own key's id, and whose other key is in the way.

    Its key is brought only while no other one is: until then it sends what its own key opens.
    """
    pair = read_file()
    own = pair.id if pair else None
    other = signs.another_key(own, signs.living())
    if other is None:
        with suppress(NoMailKey, OSError):
            own = use_file().pk
    signs.show(own)
    return own, other


def follow_file() -> bool:
    """After rows came from another machine: what is written from now on is closed for the file here.

    Returns whether the rows were for another file. Raises ``NoMailKey`` or ``OSError``.
    """
    before = MailKey.objects.order_by("-made_at").first()
    if before is None:
        return False
    row = use_file()
    # Nothing is opened with a row. The others only have to be in nobody's way, whatever their clocks said.
    MailKey.objects.exclude(pk=row.pk).delete()
    return row != before


def use_file() -> MailKey:
    """The row of the file's key, made and vouched for where it has to be. Raises ``NoMailKey``."""
    pair = read_file() or make_file()
    if pair is None:
        raise NoMailKey
    made = MailKey(id=pair.id, public=pair.public.raw)
    made.sign()
    fields = {"public": made.public, "proof": made.proof}
    row, _is_new = MailKey.objects.get_or_create(id=pair.id, defaults=fields)
    if not row.is_signed or bytes(row.public) != made.public:
        MailKey.objects.filter(pk=row.pk).update(**fields)
        row.refresh_from_db()
    return row
