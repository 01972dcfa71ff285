"""The demo's texts, people and pages, without its pictures, in the index."""

import io
from contextlib import contextmanager
from unittest import mock

from django.core.management import call_command
from django.db import transaction

from pictures.models import Image
from practice_site.demo import pictures
from search import indexing
from tests.factories import jpeg
from tests.search.lists import as_shipped


def load(**numbers):
    """``articles=100``: at least as many, as ``manage.py demo`` takes it."""
    colors = iter(range(1, 100))

    def small_picture(path, **about):
        file = io.BytesIO(jpeg(color=(2 * next(colors), 90, 90)))
        return Image.objects.from_upload(file, **about)

    as_shipped()
    with mock.patch.object(pictures, "take_in", small_picture):
        call_command("demo", stdout=io.StringIO(), **numbers)
    indexing.catch_up_for_good()


@contextmanager
def loaded(blocker):
    with blocker.unblock(), transaction.atomic():
        load()
        yield
        transaction.set_rollback(True)
