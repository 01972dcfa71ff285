import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from editing.rows import rows_data
from team.models import Credential, Payer, Specialty, Supervision, Therapist
from tests.factories import (
    make_modality,
    make_published_article,
    make_specialty,
    make_therapist,
    make_user,
)

pytestmark = pytest.mark.django_db
LIST = "/admin/team/therapist/"
ADD = "/admin/team/therapist/add/"


def change(person):
    return reverse("admin:team_therapist_change", args=[person.pk])


@pytest.fixture
def manager_client(client):
    client.force_login(make_user("manager"))
    return client


@pytest.fixture
def clinician():
    return make_user("clinician", name="Hana Wexler")


@pytest.fixture
def own_profile(clinician):
    return make_therapist("Hana Wexler", user=clinician, title="Doctoral Intern")


def form_data(credentials=(), fees=(), specialties=(), payers=(), **changes):
    data = {
        "name": "Hana Wexler", "slug": "", "pronouns": "she/her", "title": "Psychologist",
        "photo": "", "opening_lines": "“Begin anywhere.”", "biography": "<p>Hello.</p>",
        "first_session": "", "availability": "accepting", "availability_note": "mornings",
        "is_video": "on", "is_listed": "on", "order": "3", "left_on": "",
        "user": "",
    }  # fmt: skip
    data |= rows_data("credentials", credentials) | rows_data("fees", fees)
    data |= rows_data("ordered_specialties", [{"specialty": s} for s in specialties])
    data |= rows_data("payer_participations", payers)
    return data | changes


def errors(response):
    return response.context["adminform"].form.errors


def credential(name, **changes):
    facts = {"kind": "license", "name": name, "abbreviation": "", "state": "NY", "number": "7"}
    return {**facts, "is_shown": True, **changes}


def test_one_form_takes_everything_about_a_therapist(manager_client):
    sleep, grief = make_specialty("Sleep"), make_specialty("Grief")
    payer = Payer.objects.create(name="An insurer")
    response = manager_client.post(
        ADD,
        form_data(
            credentials=[credential("Psychologist"), credential("Doctor", abbreviation="PsyD")],
            fees=[{"service": "Session", "minutes": 50, "amount": 180, "note": ""}],
            specialties=[grief, sleep],
            payers=[{"payer": payer, "as_of": "2026-01-05"}],
            modalities=[make_modality().pk],
        ),
    )
    assert response.status_code == 302, errors(response)
    person = Therapist.objects.for_profile().get()
    assert person.slug == "hana-wexler"
    assert person.name_with_credentials == "Hana Wexler, PsyD"
    assert [s.name for s in person.specialties.all()] == ["Grief", "Sleep"]
    assert [(f.service, f.minutes, f.amount) for f in person.fees.all()] == [("Session", 50, 180)]
    assert [str(p) for p in person.payer_participations.all()] == ["An insurer"]
    assert (person.is_video, person.is_in_person) == (True, False)
    assert person.availability_confirmed_on == timezone.localdate()


def test_the_form_shows_what_is_stored(manager_client):
    person = make_therapist()
    person.credentials.create(**credential("Doctor of Psychology"))
    person.therapistspecialty_set.create(specialty=make_specialty("Grief"))
    html = manager_client.get(change(person)).text
    assert 'value="Doctor of Psychology"' in html
    assert 'name="credentials-TOTAL" value="4"' in html
    assert 'name="ordered_specialties-TOTAL" value="4"' in html


def test_rows_are_reordered_and_removed(manager_client):
    person = make_therapist()
    topics = [make_specialty(name) for name in ("One", "Two", "Three")]
    for order, topic in enumerate(topics):
        person.therapistspecialty_set.create(specialty=topic, order=order)
    moved = {"ordered_specialties-2-ORDER": "1", "ordered_specialties-1-DELETE": "on"}
    manager_client.post(change(person), form_data(specialties=topics, **moved))
    specialties = Therapist.objects.for_profile().get().specialties.all()
    assert [s.name for s in specialties] == ["Three", "One"]


def test_faults_in_rows_are_told_where_they_are(manager_client):
    sleep = make_specialty("Sleep")
    response = manager_client.post(
        ADD,
        form_data(
            credentials=[credential("")],
            fees=[{"service": "Session", "amount": "a lot"}],
            specialties=[sleep, sleep],
            payers=[{"payer": "99", "as_of": "someday"}],
        ),
    )
    assert {name: len(found) for name, found in errors(response).items()} == {
        "credentials": 1, "fees": 1, "ordered_specialties": 1, "payer_participations": 2,
    }  # fmt: skip
    assert not Therapist.objects.exists()


def test_a_profile_says_where_its_person_may_practice_and_leads_to_the_licenses(manager_client):
    person = make_therapist(states=["NY", "OR"])
    page = manager_client.get(change(person)).text
    assert "New York and Oregon" in page
    assert f"{reverse('admin:team_practiceauthority_add')}?therapist={person.pk}" in page
    person.authorities.update(to_day="2020-01-01")
    assert "No license is good today" in manager_client.get(change(person)).text


def test_an_address_in_use_is_refused(manager_client):
    make_therapist("Ana", slug="ana")
    assert "slug" in errors(manager_client.post(ADD, form_data(slug="ana")))


def test_the_room_is_confirmed_by_its_own_button_or_by_changing_it(manager_client):
    long_ago = timezone.localdate().replace(year=2020, day=1)
    person = make_therapist(availability_note="mornings", availability_confirmed_on=long_ago)

    def confirmed_after(**data):
        Therapist.objects.update(availability_confirmed_on=long_ago)
        manager_client.post(change(person), form_data(slug=person.slug, **data))
        person.refresh_from_db()
        return person.availability_confirmed_on

    assert confirmed_after(_save="Save") == long_ago
    assert confirmed_after(_confirm_availability="Save") == timezone.localdate()
    assert confirmed_after(_save="Save", availability="closed") == timezone.localdate()


def test_a_clinician_goes_straight_to_the_own_profile(client, clinician, own_profile):
    client.force_login(clinician)
    assert client.get(LIST).url == change(own_profile)


def test_a_clinician_without_a_profile_is_told_whom_to_ask(client, clinician):
    make_therapist("Somebody Else")
    client.force_login(clinician)
    html = client.get(LIST).text
    assert "Ask a manager to link it." in html
    assert "Somebody Else" not in html


def test_a_clinician_is_offered_the_words_the_room_and_what_is_not_to_be_shown(
    client, clinician, own_profile
):
    client.force_login(clinician)
    form = client.get(change(own_profile)).context["adminform"].form
    assert set(form.fields) == {
        "is_by_day", "is_evening", "is_weekend",
        "pronouns", "photo", "opening_lines", "biography", "first_session", "availability",
        "availability_note", "identities",
        "first_name_only", "is_without_photo", "is_out_of_search", "is_without_place",
    }  # fmt: skip


def test_forged_fields_of_a_clinician_change_nothing(client, clinician, own_profile):
    own_profile.credentials.create(**credential("Registered intern"))
    before = Therapist.objects.values().get()
    client.force_login(clinician)
    forged = form_data(
        name="Dr. Hana", title="Chief", slug="chief", order="0", user=make_user("manager").pk,
        left_on="2020-01-01", biography="<p>New words.</p>",
        credentials=[credential("Professor")], specialties=[make_specialty()], is_listed="",
    )  # fmt: skip
    assert client.post(change(own_profile), forged).status_code == 302
    after = Therapist.objects.values().get()
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {
        "biography", "pronouns", "opening_lines", "availability_note",
        "availability_confirmed_by_id", "availability_confirmed_name", "latest_version", "current_version",
        "words_changed_at",
    }  # fmt: skip
    assert [c.name for c in own_profile.credentials.all()] == ["Registered intern"]
    assert not own_profile.specialties.exists()


def test_a_clinician_reaches_no_other_profile(client, clinician, own_profile):
    other = make_therapist("Somebody Else", biography="<p>Before.</p>")
    client.force_login(clinician)
    for address in (change(other), f"{LIST}{other.pk}/history/", f"{LIST}{other.pk}/delete/"):
        assert client.get(address).status_code in {302, 403}
    client.post(change(other), form_data())
    other.refresh_from_db()
    assert other.biography == "<p>Before.</p>"
    assert client.get(ADD).status_code == 403
    assert client.post(f"{LIST}{own_profile.pk}/delete/", {"post": "yes"}).status_code == 403
    assert client.get("/admin/team/specialty/").status_code == 403


def test_somebody_who_sees_all_profiles_and_has_one_changes_only_that(client):
    user = make_user("editor", "clinician")
    own, other = make_therapist("Own", user=user), make_therapist("Other")
    client.force_login(user)
    assert "Other" in client.get(LIST).text
    assert "biography" in client.get(change(own)).context["adminform"].form.fields
    assert 'name="biography"' not in client.get(change(other)).text
    assert client.post(change(other), form_data()).status_code == 403


def test_only_those_who_keep_people_link_a_profile_to_one(client):
    person, somebody = make_therapist(), make_user("clinician")
    keeper = make_user()
    keeper.user_permissions.set(Permission.objects.filter(content_type__app_label="team"))
    client.force_login(keeper)
    client.post(change(person), form_data(slug="x", user=somebody.pk))
    person.refresh_from_db()
    assert (person.slug, person.user) == ("x", None)
    client.force_login(make_user("manager"))
    client.post(change(person), form_data(slug="x", user=somebody.pk))
    person.refresh_from_db()
    assert person.user == somebody


def test_a_manager_neither_sees_nor_unlinks_a_superuser(manager_client):
    person = make_therapist()
    boss = make_user(name="Root Person", is_superuser=True)
    assert "Root Person" not in manager_client.get(change(person)).content.decode()
    manager_client.post(change(person), form_data(slug="x", user=boss.pk))
    person.refresh_from_db()
    assert person.user is None
    person.user = boss
    person.save()
    assert "Root Person" not in manager_client.get(change(person)).content.decode()
    manager_client.post(change(person), form_data(slug="y"))
    person.refresh_from_db()
    assert (person.slug, person.user) == ("y", boss)


def test_an_author_s_profile_stays_and_the_form_says_what_to_do(manager_client):
    person = make_therapist()
    make_published_article(authors=[person])
    response = manager_client.post(f"{LIST}{person.pk}/delete/", {"post": "yes"}, follow=True)
    assert "Write down the day of leaving instead" in response.text
    assert Therapist.objects.filter(pk=person.pk).exists()


def test_a_profile_nothing_depends_on_can_be_deleted(manager_client):
    person = make_therapist()
    manager_client.post(f"{LIST}{person.pk}/delete/", {"post": "yes"})
    assert not Therapist.objects.exists()


def test_an_insurer_in_use_stays(manager_client):
    payer = Payer.objects.create(name="An insurer")
    make_therapist().payer_participations.create(payer=payer, as_of="2026-01-05")
    address = f"/admin/team/payer/{payer.pk}/delete/"
    assert "Take it off those profiles first" in manager_client.post(
        address, {"post": "yes"}, follow=True
    ).text  # fmt: skip
    assert Payer.objects.exists()


@pytest.mark.parametrize(
    ("left", "field"), [({"is_listed": ""}, "is_listed"), ({"left_on": "2026-01-01"}, "left_on")]
)
def test_a_supervisor_does_not_leave_somebody_alone(manager_client, left, field):
    supervisor, intern = make_therapist("Marisol"), make_therapist("Calla")
    row = Supervision.objects.create(
        supervisee=intern, supervisor=supervisor, from_day="2025-01-01"
    )
    data = form_data(slug="marisol", **left)
    response = manager_client.post(change(supervisor), data)
    assert errors(response)[field] == [
        "This person supervises Calla. End that first, under Supervisions."
    ]
    row.to_day = "2025-12-31"
    row.save()
    assert manager_client.post(change(supervisor), data).status_code == 302


def test_supervision_refuses_a_second_supervisor_in_words(manager_client):
    intern, one, other = (make_therapist(name) for name in ("Calla", "Marisol", "Theo"))
    data = {"supervisee": intern.pk, "state": "NY", "from_day": "2026-01-01", "to_day": ""}
    add = "/admin/team/supervision/add/"
    assert manager_client.post(add, data | {"supervisor": one.pk}).status_code == 302
    response = manager_client.post(add, data | {"supervisor": other.pk})
    assert errors(response)["from_day"] == [
        "In these days Marisol already supervises this person there."
    ]
    assert Supervision.objects.count() == 1


def test_a_specialty_is_made_with_a_free_address_and_keeps_it(manager_client):
    data = {"name": "Worry", "clinical_name": "", "slug": "", "summary": "", "body": ""}
    for _twice in range(2):
        manager_client.post("/admin/team/specialty/add/", data | {"order": "0"})
    assert sorted(Specialty.objects.values_list("slug", flat=True)) == ["worry", "worry-2"]
    topic = Specialty.objects.first()
    response = manager_client.get(f"/admin/team/specialty/{topic.pk}/change/")
    assert response.context["adminform"].prepopulated_fields == []


@pytest.mark.parametrize("text", ["\x00", "x" * 5000, "<script>alert(1)</script>"])
def test_odd_text_is_refused_or_kept_as_text(manager_client, text):
    data = form_data(name=text, title=text, credentials=[credential(text, number=text)])
    response = manager_client.post(ADD, data)
    assert response.status_code in {200, 302}
    for person in Therapist.objects.all():
        assert "<script>alert" not in manager_client.get(change(person)).text
    assert Credential.objects.count() == Therapist.objects.count()


def test_those_who_may_only_look_see_the_rows_in_words(client):
    person = make_therapist(states=["NY"])
    person.credentials.create(**credential("Doctor of Psychology"))
    person.therapistspecialty_set.create(specialty=make_specialty("Grief"))
    person.fees.create(service="Session", amount=180)
    client.force_login(make_user("coordinator"))
    html = client.get(change(person)).text
    for text in ("Doctor of Psychology", "Grief", "Session: $180"):
        assert f"<div>{text}</div>" in html
    assert client.post(change(person), form_data()).status_code == 403
