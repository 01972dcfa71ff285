"""For whom and how somebody works, chosen in the directory, goes along to the form: it is shown there, may be taken back,
is sealed with the rest, and tells whoever looks for somebody."""

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from intake.matching import of_team
from intake.models import Inquiry
from team.models import Identity, Modality, Population
from tests import factories
from tests.factories import make_modality, make_practice, make_therapist, open_intake
from tests.intake.coordinators import text_of
from tests.intake.persons import answers

pytestmark = pytest.mark.django_db
PAGE = "/get-started/"


@pytest.fixture(autouse=True)
def form():
    make_practice()
    open_intake()


@pytest.fixture
def hana():
    person = make_therapist("Hana Wexler", availability="accepting")
    person.populations.add(Population.objects.create(name="Teens (14 to 17)"))
    person.modalities.add(make_modality("EMDR", slug="emdr"))
    make_therapist("Ida Quill", availability="accepting")
    return person


@pytest.fixture
def chosen(hana):
    return {"population": str(hana.populations.get().pk), "modality": "emdr"}


def test_what_the_directory_offers_to_carry_the_form_takes(client, hana, chosen):
    hana.modalities.clear()
    make_therapist("Wren Ash").modalities.add(Modality.objects.get())
    page = client.get("/team/", chosen).content.decode()
    assert "Write to us with these choices" in page
    for name, value in chosen.items():
        assert f"{name}={value}" in page.partition("/get-started/?")[2].partition('"')[0]
    text = text_of(client.get(PAGE, chosen))
    assert "Filled in below: Teens (14 to 17), EMDR." in text


def test_it_is_selected_and_can_be_taken_back(client, chosen):
    page = client.get(PAGE, chosen).content.decode()
    assert f'<option value="{chosen["population"]}" selected>Teens (14 to 17)</option>' in page
    assert '<option value="emdr" selected>EMDR</option>' in page
    assert '<option value="">Whoever fits</option>' in page
    again = client.post(PAGE, answers(name="", **chosen)).content.decode()
    assert '<option value="emdr" selected>EMDR</option>' in again


@pytest.mark.parametrize("told", ["ld+json", "og:image", "twitter:card"])
def test_what_is_shown_elsewhere_is_the_form_without_choices(client, chosen, told):
    assert told in client.get(PAGE).text
    assert told in client.get(PAGE, {"utm_source": "x"}).text
    for address in (chosen, {"therapist": "hana-wexler"}):
        with_choices = client.get(PAGE, address).text
        assert told not in with_choices
        assert f'rel="canonical" href="{settings.SITE_URL}{PAGE}"' in with_choices


def test_every_list_to_choose_from_is_drawn_as_one(client, chosen):
    page = client.get(PAGE, chosen).text
    assert page.count("<select") == page.count('<span class="select short"><select') > 2


@pytest.mark.parametrize("odd", ["", "nothing", "9" * 30, "-1", "<b>", "٣"])
def test_nobody_else_is_asked(client, hana, odd):
    for response in (
        client.get(PAGE, {"population": odd, "modality": odd}),
        client.post(PAGE, answers(name="", population=odd, modality=odd)),
    ):
        page = response.content.decode()
        assert 'name="population"' not in page
        assert 'name="modality"' not in page
    client.post(PAGE, answers(population=odd, modality=odd))
    told = factories.told(Inquiry.objects.latest("pk"))
    assert (told.population, told.modality) == ("", "")


def test_it_is_sealed_and_read_by_the_coordinator(client, chosen):
    client.post(PAGE, answers(**chosen))
    told = factories.told(Inquiry.objects.get())
    rows = {str(label): str(text) for label, text in told.rows()}
    assert rows["Somebody who works with"] == "Teens (14 to 17)"
    assert rows["Approach"] == "EMDR"
    row = Inquiry.objects.values().get()
    assert not any("emdr" in str(value).lower() for value in row.values())


def test_what_nobody_offers_any_more_by_then_is_kept_by_its_name(client, hana, chosen):
    page = answers(**chosen)
    hana.populations.clear()
    hana.modalities.clear()
    client.post(PAGE, page)
    told = factories.told(Inquiry.objects.get())
    assert (told.population, told.modality) == ("Teens (14 to 17)", "EMDR")


def test_it_speaks_for_and_against_somebody_and_forbids_nobody(hana):
    told = factories.make_content(population="Teens (14 to 17)", modality="EMDR")
    fits = {fit.therapist.name: fit for fit in of_team(told).fits}
    hers = [reason.text for reason in fits["Hana Wexler"].could if reason.holds]
    assert {"sees: Teens (14 to 17)", "works with EMDR"} <= {*hers}
    others = {reason.text: reason.holds for reason in fits["Ida Quill"].could}
    assert others["does not say whether they see: Teens (14 to 17)"] is None
    assert others["does not list EMDR"] is False
    for fit in of_team(factories.make_content()).fits:
        assert fit.may == fits[fit.therapist.name].may
        assert not any("EMDR" in reason.text or "Teens" in reason.text for reason in fit.could)


def test_whoever_is_asked_whether_they_have_room_reads_it():
    told = factories.make_content(population="Teens (14 to 17)", modality="EMDR")
    text = render_to_string("intake/offer_summary.txt", {"told": told})
    assert "Somebody who works with: Teens (14 to 17)" in text
    assert "Approach: EMDR" in text
    assert "Approach" not in render_to_string(
        "intake/offer_summary.txt", {"told": factories.make_content()}
    )


@pytest.fixture
def shared(hana):
    rows = [Identity.objects.create(name=f"Of {kind}", kind=kind) for kind in Identity.Kind.values]
    hana.identities.set(rows)
    return {row.kind: str(row.pk) for row in rows}


def test_what_people_share_goes_along_as_well(client, hana, shared):
    page = client.get("/team/", {**shared, "modality": "emdr"}).text
    for name, value in shared.items():
        assert f"{name}={value}" in page.partition("/get-started/?")[2].partition('"')[0]
    page = client.get(PAGE, shared)
    assert "Filled in below: Of faith, Of identity." in text_of(page)
    for name, value in shared.items():
        assert f'<option value="{value}" selected>Of {name}</option>' in page.text
        assert f'name="{name}"' not in client.get(PAGE).text
    hana.identities.clear()
    client.post(PAGE, answers(**shared))
    told = factories.told(Inquiry.objects.get())
    assert told.identities == ["Of faith", "Of identity"]
    assert ("Somebody who shares", "Of faith, Of identity") in [
        (str(label), str(text)) for label, text in told.rows()
    ]


def test_a_number_of_another_kind_is_nobodys_wish(client, shared):
    client.post(PAGE, answers(faith=shared["identity"], identity=shared["faith"]))
    assert factories.told(Inquiry.objects.get()).identities == []


def test_whoever_shares_nothing_is_not_said_to_be_otherwise(hana, shared):
    told = factories.make_content(identities=["Of faith", "Of identity"])
    fits = {fit.therapist.name: fit for fit in of_team(told).fits}
    reasons = {name: {one.text: one.holds for one in fit.could} for name, fit in fits.items()}
    assert reasons["Hana Wexler"]["shares: Of faith, Of identity"] is True
    assert reasons["Ida Quill"]["has not shared: Of faith, Of identity"] is None
