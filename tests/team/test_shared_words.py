"""The word that somebody shares stays the word: see ``Identity``. Who tries it at the desk is walked in ``test_sharing``."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from team.models import Identity
from tests.factories import make_therapist, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]


@pytest.fixture
def jewish():
    return Identity.objects.create(name="Jewish", kind="faith")


def test_no_other_way_makes_it_another_word(jewish):
    make_therapist("Hana Wexler", is_listed=False).identities.add(jewish)
    jewish.name = "Christian"
    with pytest.raises(ValidationError, match="add another row"):
        jewish.full_clean()
    with pytest.raises(ProtectedError):
        jewish.delete()


def test_the_desk_says_why_a_shared_word_stays(client, jewish):
    client.force_login(make_user("editor"))
    address = f"/admin/team/identity/{jewish.pk}/"
    assert "Somebody shares this" not in client.get(f"{address}change/").text
    make_therapist("Hana Wexler").identities.add(jewish)
    assert "For another meaning, add another row." in client.get(f"{address}change/").text
    assert "Somebody still shares this" in client.get(f"{address}delete/", follow=True).text
