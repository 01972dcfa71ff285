import pytest

from tests.practice_site.front_door.door import Door


@pytest.fixture(scope="session")
def door(tmp_path_factory, migrated_file):
    """A running site behind one proxy, with a practice, a manager and a clinician."""
    door = Door(tmp_path_factory.mktemp("door"), TRUSTED_PROXY_COUNT="1")
    door.prepare(migrated_file)
    with door.running():
        yield door
