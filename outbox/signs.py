"""Which workers live, and for whose key mail is closed."""

import socket
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from outbox.models.worker_sign import WorkerSign


def all_ours() -> list[WorkerSign]:
    """Signs made by whoever knows ``SECRET_KEY``."""
    return [sign for sign in WorkerSign.objects.all() if sign.is_signed]


def living(now: datetime | None = None, among: list[WorkerSign] | None = None) -> list[WorkerSign]:
    """In the order in which they came, the same on every host. ``among``: signs that are ours, where they
    were read before."""
    alive = [sign for sign in (all_ours() if among is None else among) if sign.is_alive(now)]
    return sorted(alive, key=lambda sign: (sign.since, str(sign.key)))


def proven_keys() -> list[UUID]:
    """Keys that a worker has shown to hold: of those that live first, then the one seen last."""
    signs = all_ours()
    alive = [sign for sign in living(among=signs) if sign.key]
    others = sorted(signs, key=lambda sign: sign.seen_at, reverse=True)
    return [sign.key for sign in [*alive, *others] if sign.key]


def show(key: UUID | None) -> None:
    """A sign of life of the worker on this host that holds ``key``."""
    sign = here(key).first() or WorkerSign(host=host(), key=key)
    sign.show(timezone.now())


def end(key: UUID | None) -> None:
    """It ended in peace, so another one need not wait until it counts as dead."""
    for sign in here(key):
        sign.show(timezone.now(), is_running=False)


def here(key: UUID | None) -> QuerySet[WorkerSign]:
    return WorkerSign.objects.filter(host=host(), key=key).order_by("pk")


def host() -> str:
    return socket.gethostname()[:120]


def another_key(key: UUID | None, signs: list[WorkerSign]) -> WorkerSign | None:
    """Whoever lives with another key and was there before us, or None."""
    with_keys = [sign for sign in signs if sign.key]
    return with_keys[0] if with_keys and with_keys[0].key != key else None
