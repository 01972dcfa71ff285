"""The demo's texts, people and pages, without its pictures, in the index."""

import io
from contextlib import contextmanager

from django.core.management import call_command
from django.db import transaction

from pictures.models import Image
from practice_site.demo import pictures
from search import indexing
from tests.factories import jpeg


@contextmanager
def loaded(blocker, patch):
    numbers = iter(range(1, 100))

    def small_picture(path, **about):
        file = io.BytesIO(jpeg(color=(2 * next(numbers), 90, 90)))
        return Image.objects.from_upload(file, **about)

    with blocker.unblock(), transaction.atomic():
        patch.setattr(pictures, "take_in", small_picture)
        call_command("demo", stdout=io.StringIO())
        indexing.catch_up_for_good()
        yield
        transaction.set_rollback(True)
