import pytest

from tests.team.held_back import make_june


@pytest.fixture
def june(practice):
    return make_june(practice)
