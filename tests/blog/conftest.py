import pytest

from tests.blog.bylines import supervise
from tests.factories import make_therapist, make_user
from tests.team import names_held_back


@pytest.fixture
def everybody(db):
    """The team among whom a name may be anybody's."""
    for name in names_held_back.TEAM[1:]:
        make_therapist(name)


@pytest.fixture
def june(db):
    """Somebody who writes under supervision."""
    user = make_user("author", name="June Aldecott")
    person = make_therapist("June Aldecott", title="Doctoral Intern", user=user)
    supervise(person, make_therapist("Ada Supervisor"))
    return person
