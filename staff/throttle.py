"""How often something may be tried, counted so that no try is lost between processes.

A stretch of time begins with the first try and ends after ``seconds``; then counting starts
again. Tries beyond the limit do not make the wait longer.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Case, F, When
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from staff import networks
from staff.models import Throttle


def hit(scope: str, value: str, limit: int, seconds: int) -> bool:
    """Count one try of ``value`` in ``scope``; True while there were at most ``limit``."""
    now = timezone.now()
    ends_at = now + timedelta(seconds=seconds)
    today, yesterday = digests(scope, value)
    row = Throttle.objects.filter(key=today)
    with transaction.atomic():
        counted = row.update(
            count=Case(When(expires_at__lte=now, then=1), default=F("count") + 1),
            expires_at=Case(When(expires_at__lte=now, then=ends_at), default=F("expires_at")),
        )
        if not counted:
            # Two first tries at once: one inserts, the other one waits for it and adds.
            Throttle.objects.bulk_create(
                [Throttle(key=today, count=0, expires_at=ends_at)], ignore_conflicts=True
            )
            row.update(count=F("count") + 1)
        # Read in the transaction that holds the row, so the number is that of this try.
        count = row.values_list("count", flat=True).get()
        before = Throttle.objects.filter(key=yesterday, expires_at__gt=now)
        return count + sum(before.values_list("count", flat=True)) <= limit


def free_at(scope: str, value: str, limit: int) -> datetime | None:
    """When ``value`` may be tried again after ``limit`` tries; None if it may be now."""
    rows = Throttle.objects.filter(key__in=digests(scope, value), expires_at__gt=timezone.now())
    counts = dict(rows.values_list("expires_at", "count"))
    return max(counts) if sum(counts.values()) >= limit else None


def forget(scope: str, value: str) -> None:
    Throttle.objects.filter(key__in=digests(scope, value)).delete()


def purge() -> int:
    """Remove what is over; returns how many rows."""
    return Throttle.objects.filter(expires_at__lte=timezone.now()).delete()[0]


def digests(scope: str, value: str) -> list[str]:
    """Keyed hashes of today and of yesterday, since what is counted does not end at midnight: the table
    tells nobody which address or account was counted, nor whether it was a week ago as well."""
    today = timezone.now().date()
    return [
        salted_hmac("staff.throttle", f"{day}\n{scope}\n{value}", algorithm="sha256").hexdigest()
        for day in (today, today - timedelta(days=1))
    ]


def network_address(request: HttpRequest) -> str:
    """Where the request came from, as text that can be counted."""
    return networks.network(
        request.META.get("REMOTE_ADDR", ""),
        request.META.get("HTTP_X_FORWARDED_FOR", ""),
        settings.TRUSTED_PROXY_COUNT,
    )
