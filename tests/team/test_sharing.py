"""What somebody says of their faith or identity is theirs alone to add, and is told to visitors and to nobody else."""

import html
import re

import pytest
from django.http import QueryDict

from search.indexing import catch_up_for_good
from team import kept_people
from team.answer import Answer
from team.content import SHARED, TherapistContent
from team.filters import TeamFilter
from team.models import Identity, Payer
from team.shared_in_words import named
from tests.factories import make_published_article, make_therapist, make_user
from tests.team.outlets import OUTLETS

# By who saves the form: whether they may add to a profile, take something away, and keep the list of words that are
# offered; of a word that somebody shares, nobody may make another one, or take it from everybody at once.
MAY = {
    "the person": (True, True, False),
    "a manager whose profile it is": (True, True, True),
    "a manager": (False, True, True),
    "a superuser": (False, True, True),
    "another clinician": (False, False, False),
    "an editor": (False, False, True),
    "a coordinator": (False, False, False),
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


def save(client, person, identities, **press):
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
    data |= press
    client.post(address, data)
    person.refresh_from_db()


@pytest.mark.parametrize("who", MAY)
def test_only_the_person_adds_and_whoever_keeps_the_profile_takes_away(client, who, jewish, parent):
    may_add, may_take_away, _may_keep_list = MAY[who]
    user, person = user_and_person(who)
    client.force_login(user)
    person.identities.set([parent])
    save(client, person, [jewish, parent])
    assert (jewish in person.identities.all()) is may_add
    person.identities.set([jewish, parent])
    save(client, person, [parent])
    assert (jewish not in person.identities.all()) is may_take_away
    assert parent in person.identities.all()


def test_what_is_shared_does_not_wait_for_words_that_are_kept_for_later(client, jewish, parent):
    user, person = user_and_person("a manager whose profile it is")
    client.force_login(user)
    person.identities.set([parent])
    save(client, person, [jewish], _keep="")
    assert list(person.identities.all()) == [jewish]


@pytest.mark.parametrize("who", MAY)
@pytest.mark.parametrize("change", [{"name": "Christian"}, {"kind": "identity"}])
def test_a_word_that_somebody_shares_is_made_another_one_by_nobody(client, who, change, jewish):
    *_profile, may_keep_list = MAY[who]
    user, person = user_and_person(who)
    client.force_login(user)
    address = f"/admin/team/identity/{jewish.pk}/"
    data = {"name": "Jewish", "kind": "faith", "order": "3"} | change
    person.identities.add(jewish)
    before = (jewish.name, jewish.kind)
    client.post(f"{address}change/", data)
    client.post(f"{address}delete/", {"post": "yes"})
    client.post("/admin/team/identity/", {
        "action": "delete_selected", "_selected_action": [jewish.pk], "post": "yes",
    })  # fmt: skip
    jewish.refresh_from_db()
    assert (jewish.name, jewish.kind) == before
    assert (jewish.order == 3) is may_keep_list
    assert list(person.identities.all()) == [jewish]
    # Whom nobody shares any more, whoever keeps the list may change.
    person.identities.clear()
    client.post(f"{address}change/", data)
    jewish.refresh_from_db()
    assert ((jewish.name, jewish.kind) != before) is may_keep_list
    client.post(f"{address}delete/", {"post": "yes"})
    assert Identity.objects.exists() is not may_keep_list


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
    # Search engines are asked not to quote it, and may quote all the rest.
    found = re.search(
        r"<div data-nosnippet><dt>Shared by Hana Wexler</dt><dd>([^<]*)</dd></div>", page
    )
    # In the order of the list.
    assert found[1].strip() == "A parent and Jewish"
    assert page.count("data-nosnippet") == 1


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


def test_the_title_of_the_list_names_no_faith_and_no_identity(client, jewish, parent):
    _user, person = user_and_person("the person")
    person.identities.set([jewish, parent])
    payer = Payer.objects.create(name="Cascade Mutual")
    person.payer_participations.create(payer=payer, as_of="2026-01-01")
    make_therapist("Ben Ode").identities.add(
        sikh := Identity.objects.create(name="Sikh", kind="faith")
    )

    def title(query):
        return re.search(r"<title>(.*?) · Team · ", client.get(f"/team/?{query}").text)[1]

    both = f"faith={jewish.pk}&identity={parent.pk}"
    assert title(both) == "1 person fits"
    assert title(f"{both}&payer={payer.pk}") == "1 person: Cascade Mutual"
    assert title(f"faith={sikh.pk}&payer={payer.pk}") == "Nobody yet: Cascade Mutual"
    assert title(f"faith={sikh.pk}&identity={parent.pk}") == "Nobody yet"


def test_search_finds_whoever_shares_it(client, jewish):
    _user, person = user_and_person("the person")
    person.identities.add(jewish)
    catch_up_for_good()
    assert "Hana Wexler" in client.get("/search/?q=jewish").text
    person.identities.clear()
    catch_up_for_good()
    assert "Hana Wexler" not in client.get("/search/?q=jewish").text


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("faith", "Sikh", "Sikh"),
        ("faith", "Eastern Orthodox", "Eastern Orthodox"),
        ("faith", "Of no faith", "of no faith"),
        ("faith", "Spiritual, not religious", "spiritual, not religious"),
        ("identity", "LGBTQ+", "LGBTQ+"),
        ("identity", "A parent", "a parent"),
        ("identity", "Neurodivergent", "neurodivergent"),
        ("identity", "Immigrant or child of immigrants", "immigrant or child of immigrants"),
        ("identity", "Asian American", "Asian American"),
        ("identity", "Black", "Black"),
    ],
)
def test_in_a_sentence_names_alone_have_a_capital(kind, name, said):
    assert named(kind, name) == said


def test_whoever_shares_nothing_is_not_said_to_be_otherwise(jewish, parent):
    """Hana shares both and does not take the insurer, Ben takes it and shares nothing."""
    _user, hana = user_and_person("the person")
    hana.identities.set([jewish, parent])
    payer = Payer.objects.create(name="Cascade Mutual")
    make_therapist("Ben Ode").payer_participations.create(payer=payer, as_of="2026-01-01")

    def near(query):
        chosen = TeamFilter(QueryDict(query), kept_people.directory())
        answer = Answer(chosen, chosen.results())
        lines = [near.words for near in answer.nearest]
        return lines, {one.row.name: one.but for one in answer.near_people}

    lines, said = near(f"faith={jewish.pk}&payer={payer.pk}")
    assert lines == ["Without Cascade Mutual: Hana Wexler", "Without Jewish: Ben Ode"]
    assert said["Ben Ode"] == "Has not shared: Jewish."
    assert said["Hana Wexler"].startswith("Fits all but Cascade Mutual.")
    lines, said = near(f"faith={jewish.pk}&identity={parent.pk}&payer={payer.pk}")
    assert "Without Jewish and a parent: Ben Ode" in lines
    assert said["Ben Ode"] == "Has not shared: Jewish, a parent."
