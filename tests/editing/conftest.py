import pytest


@pytest.fixture
def mail_waits(settings):
    """What is written to somebody stays in the outbox, where a test can read it."""
    settings.EMAIL_BACKEND = "outbox.backends.OutboxBackend"
