"""What somebody says of their faith or identity is theirs alone to add, and is told to visitors and to nobody else."""

import html
import re

import pytest

from search.indexing import catch_up_for_good
from team.content import SHARED, TherapistContent
from team.models import Identity
from tests.factories import make_published_article, make_therapist, make_user
from tests.team.outlets import OUTLETS

# By who saves the form: whether they may add to a profile, and take something away.
MAY = {
    "the person": (True, True),
    "a manager whose profile it is": (True, True),
    "a manager": (False, True),
    "a superuser": (False, True),
    "another clinician": (False, False),
    "an editor": (False, False),
    "a coordinator": (False, False),
}
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]


@pytest.fixture
def jewish():
    return Identity.objects.create(name="Jewish", kind="faith")


@pytest.fixture
def parent():
    return Identity.objects.create(name="A parent")


def user_and_person(who):
    owner = make_user("manager" if who == "a manager whose profile it is" else "clinician")
    person = make_therapist("Hana Wexler", slug="hana-wexler", user=owner)
    users = {
        "a manager": lambda: make_user("manager"),
        "a superuser": lambda: make_user(name="Root Person", is_superuser=True),
        "another clinician": lambda: make_user("clinician"),
        "an editor": lambda: make_user("editor"),
        "a coordinator": lambda: make_user("coordinator"),
    }
    user = users.get(who, lambda: owner)()
    if who == "another clinician":
        make_therapist("Ben Ode", user=user)
    return user, person


def save(client, person, identities):
    """What the form says, with other identities."""
    address = f"/admin/team/therapist/{person.pk}/change/"
    response = client.get(address)
    if response.status_code != 200:
        return
    form = response.context["adminform"].form
    data = {name: form[name].value() for name in form.fields if name in form.initial}
    data = {name: value for name, value in data.items() if value is not None and value is not False}
    for rows in ("ordered_specialties", "credentials", "fees", "payer_participations"):
        data |= {f"{rows}-TOTAL": "0"}
    data |= {"base_version": person.latest_version, "identities": [one.pk for one in identities]}
    client.post(address, data)
    person.refresh_from_db()


@pytest.mark.parametrize("who", MAY)
def test_only_the_person_adds_and_whoever_keeps_the_profile_takes_away(client, who, jewish, parent):
    may_add, may_take_away = MAY[who]
    user, person = user_and_person(who)
    client.force_login(user)
    person.identities.set([parent])
    save(client, person, [jewish, parent])
    assert (jewish in person.identities.all()) is may_add
    person.identities.set([jewish, parent])
    save(client, person, [parent])
    assert (jewish not in person.identities.all()) is may_take_away
    assert parent in person.identities.all()


def test_the_form_says_whose_it_is_to_add(client, jewish):
    user, person = user_and_person("a manager")
    client.force_login(user)
    page = client.get(f"/admin/team/therapist/{person.pk}/change/").text
    assert "Only the person whose profile this is may add" in page
    assert "Jewish" not in page
    assert "Add a new faith" not in page
    client.force_login(person.user)
    page = client.get(f"/admin/team/therapist/{person.pk}/change/").text
    assert "Only if you like" in page
    assert "Jewish" in page


def test_an_older_text_does_not_bring_back_what_was_taken_away():
    assert set(SHARED) <= set(TherapistContent.unversioned_fields)


def test_a_profile_says_who_shared_it(client, jewish, parent):
    _user, person = user_and_person("the person")
    assert "Shared by" not in client.get("/team/hana-wexler/").text
    person.identities.set([jewish, parent])
    page = client.get("/team/hana-wexler/").text
    found = re.search(r"<dt>Shared by Hana Wexler</dt><dd>([^<]*)", page)
    # In the order of the list.
    assert found[1].strip() == "A parent and Jewish"


def test_search_engines_shared_links_and_feeds_are_not_told(client, jewish):
    _user, person = user_and_person("the person")
    make_therapist("Ben Ode")
    person.identities.add(jewish)
    make_published_article("On sleep", [person], slug="on-sleep")
    told = []
    for address in [*OUTLETS.values(), "/team/hana-wexler/", "/blog/author/hana-wexler/feed/"]:
        page = client.get(address.replace("june-aldecott", "hana-wexler")).text
        told += re.findall(r'<meta [^>]*content="[^"]*', page)
        told += re.findall(r'(?s)<script type="application/ld\+json">(.*?)</script>', page)
        told += [page] if "/feed/" in address else []
    assert any("Hana Wexler" in one for one in told)
    assert not [one for one in told if "Jewish" in html.unescape(one)]


def test_the_directory_is_narrowed_where_it_divides_and_the_wish_goes_along(client, jewish):
    _user, person = user_and_person("the person")
    assert 'name="faith"' not in client.get("/team/").text
    person.identities.add(jewish)
    assert 'name="faith"' not in client.get("/team/").text  # the only person here
    make_therapist("Ben Ode")
    page = client.get("/team/").text
    assert 'name="faith"' in page
    assert 'name="identity"' not in page
    narrowed = client.get(f"/team/?faith={jewish.pk}").text
    assert "Hana Wexler" in narrowed
    assert "Ben Ode" not in narrowed
    assert f"/get-started/?faith={jewish.pk}" in narrowed


def test_search_finds_whoever_shares_it(client, jewish):
    _user, person = user_and_person("the person")
    person.identities.add(jewish)
    catch_up_for_good()
    assert "Hana Wexler" in client.get("/search/?q=jewish").text
    person.identities.clear()
    catch_up_for_good()
    assert "Hana Wexler" not in client.get("/search/?q=jewish").text
