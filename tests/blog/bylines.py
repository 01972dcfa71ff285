"""Whose names a text goes out under."""

from datetime import timedelta

from django.utils import timezone

from editing.rows import rows_data
from team.models import Supervision

BODY = "<p>The kettle had gone cold by the time she said it.</p>"


def supervise(person, supervisor):
    day = timezone.localdate() - timedelta(days=30)
    return Supervision.objects.create(supervisee=person, supervisor=supervisor, from_day=day)


def named(*names):
    rows = [
        {"therapist": "", "title": ""} | ({"name": n} if isinstance(n, str) else n) for n in names
    ]
    return rows_data("bylines", rows)


def is_public(article):
    article.refresh_from_db()
    return article.status() != "draft"
