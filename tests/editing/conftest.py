from datetime import timedelta

import pytest
from django.utils import timezone

from team.models import Supervision
from tests.factories import make_therapist, make_user


@pytest.fixture
def mail_waits(settings):
    """What is written to somebody stays in the outbox, where a test can read it."""
    settings.EMAIL_BACKEND = "outbox.backends.OutboxBackend"


@pytest.fixture
def a_practice_of_several(db):
    make_user("manager")


@pytest.fixture
def trainee(db):
    return make_therapist("Ines Calder", title="Doctoral Intern")


@pytest.fixture
def supervisor(trainee):
    person = make_therapist("Marisol Tennant")
    long_ago = timezone.localdate() - timedelta(days=300)
    Supervision.objects.create(supervisee=trainee, supervisor=person, from_day=long_ago)
    return person
