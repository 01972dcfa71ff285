"""The list of therapists says where a next text stands, and can be narrowed to each of these."""

import pytest

from team.admin.waiting import STANDS
from team.models import Therapist
from tests.factories import make_practice, make_therapist, make_user
from tests.team.next_texts import BROUGHT, signed_in, with_next_text

pytestmark = pytest.mark.django_db
LIST = "/admin/team/therapist/"


@pytest.fixture
def manager():
    make_practice()
    return signed_in(make_user("manager", name="Ana Vale"))


@pytest.fixture
def people(manager):
    make_therapist("Nothing waits")
    return {stands: with_next_text(stands, manager, stands)[0] for stands in BROUGHT}


@pytest.mark.parametrize("stands", STANDS)
def test_what_the_list_says_of_a_next_text_it_can_be_narrowed_to(manager, people, stands):
    words = STANDS[stands]
    whole = manager.get(LIST)
    assert whole.text.count(f"</span>{words.in_list}<") == 1
    assert f">{words.in_filter}<" in whole.text
    page = manager.get(f"{LIST}?changes={stands}")
    assert list(page.context["cl"].result_list) == [people[stands]]
    assert f"</span>{words.in_list}<" in page.text


def test_whoever_has_a_next_text_stands_somewhere_and_nobody_else(people):
    rows = Therapist.objects.with_where_next_text_stands()
    assert dict(rows.values_list("name", "next_text")) == {"Nothing waits": ""} | {
        stands: stands for stands in STANDS
    }
