"""Inquiries of a month that is over, and what is counted of them."""

from datetime import datetime, timedelta

from django.utils import timezone

from intake.models import MonthlyDemand
from tests import factories

PAGE = "/admin/intake/monthlydemand/"


def moment(year, month, day=15):
    return timezone.make_aware(datetime(year, month, day, 12))  # noqa: DTZ001


def last_month():
    return (timezone.localdate().replace(day=1) - timedelta(days=1)).replace(day=1)


def write_in(number, when=None, **told):
    when = when or moment(last_month().year, last_month().month)
    for _one in range(number):
        factories.make_inquiry(factories.make_content(**told), received_at=when)


def cells(kind):
    rows = MonthlyDemand.objects.filter(kind=kind)
    return {row.label: row.number for row in rows}
