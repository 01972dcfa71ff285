import pytest

from tests.factories import make_user


@pytest.fixture
def maker(db):
    """The editor who made the links."""
    return make_user("editor", name="Ed Maker")


@pytest.fixture(autouse=True)
def state(settings, tmp_path):
    settings.STATE_DIR = tmp_path
    return tmp_path / "started"
