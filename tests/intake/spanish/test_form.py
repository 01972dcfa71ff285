"""Get Started in Spanish: there while the practice says that somebody answers in it, and at an address of its own."""

import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse
from django.utils import translation

from editing.models import Redirect
from intake import cannot
from intake.forms import CONSENT
from intake.models import Inquiry
from pages.models import ContactRoute, Practice
from team.models import Supervision
from tests import factories
from tests.factories import told
from tests.intake.persons import answers
from tests.sitemap_schema import faults

pytestmark = pytest.mark.django_db
FORM, IN_ENGLISH = "/es/get-started/", "/get-started/"
YOUNG = "/es/get-started/young/"


def link_to(page, language):
    found = re.search(
        rf'<a[^>]* href="([^"]*)" lang="{language}" hreflang="{language}">', page.text
    )
    return found and html.unescape(found[1])


@pytest.mark.parametrize(("address", "ours"), [(FORM, IN_ENGLISH), (YOUNG, "/get-started/young/")])
def test_where_nobody_answers_in_spanish_the_english_page_is_given(client, practice, address, ours):
    assert client.get(address).status_code == 200
    assert link_to(client.get(ours), "es") == address
    Practice.objects.update(answers_in_spanish=False)
    answer = client.get(address)
    assert (answer.status_code, answer["Location"]) == (302, ours)
    assert link_to(client.get(ours), "es") is None
    assert "spañol" not in client.get(ours).text


def test_what_was_written_before_that_was_said_is_taken(client, practice):
    """The page was open, and said that somebody answers."""
    Practice.objects.update(answers_in_spanish=False)
    assert client.post(FORM, answers()).status_code == 303
    assert told(Inquiry.objects.get()).written_in == "es"


def test_a_new_practice_does_not_answer_in_spanish_until_it_says_so(client):
    factories.make_practice()
    factories.open_intake()
    assert client.get(FORM).status_code == 302


@pytest.mark.parametrize(
    "address",
    ["/es/es/get-started/", "/en/", "/es/team/", "/es/blog/", "/es/admin/", "/es/get-started/es/", "/es//get-started/",
     "/es/es/"],
)  # fmt: skip
def test_nothing_else_is_there_in_it(client, practice, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "address", ["/es", "/es/", "/es/get-st", "/ES/Get-Started/", "/es/get-started)."]
)
def test_an_address_that_begins_so_leads_to_it(client, practice, address):
    assert client.get(address, follow=True).redirect_chain[-1][0] == FORM
    Practice.objects.update(answers_in_spanish=False)
    answer = client.get(address, follow=True)
    assert answer.status_code == 404 or answer.redirect_chain[-1][0] == IN_ENGLISH


def test_its_entrance_keeps_what_was_chosen_and_is_not_there_where_nobody_answers(client, practice):
    factories.make_therapist("Ines Calder")
    assert client.get("/es/?therapist=ines-calder")["Location"] == f"{FORM}?therapist=ines-calder"
    Practice.objects.update(answers_in_spanish=False)
    Redirect.objects.create(old_path="/es/", new_path="/espanol/")
    assert client.get("/es/")["Location"] == "/espanol/"


def test_an_address_that_is_a_letter_off_offers_it_by_its_own_name(client, practice):
    page = client.get("/es/get-startde/").text
    assert f'<a href="{FORM}" lang="es" hreflang="es">Escríbanos</a>' in page


@pytest.mark.parametrize("query", ["lang=es", "lang=xx", "lang=es&lang=en", "language=es"])
def test_a_question_makes_no_page_another_language(client, practice, query):
    for address, language in ((IN_ENGLISH, "en"), (FORM, "es")):
        page = client.get(f"{address}?{query}")
        assert f'<html lang="{language}">' in page.text
        assert query not in page.text


def test_neither_do_the_languages_of_a_browser(client, practice):
    for accepted in ("es", "es-MX, es;q=0.9", "xx", "en;q=0"):
        page = client.get(IN_ENGLISH, headers={"accept-language": accepted})
        assert '<html lang="en">' in page.text
        assert not page.cookies
        assert "Accept-Language" not in page.get("Vary", "")


def test_each_is_the_only_address_of_itself(client, practice):
    for address in (FORM, IN_ENGLISH):
        page = client.get(address)
        assert f'<link rel="canonical" href="{settings.SITE_URL}{address}">' in page.text
    assert 'content="es_US"' in client.get(FORM).text


def test_choices_go_along_into_the_other_language_and_nothing_else_does(client, practice):
    person = factories.make_therapist("Hana Wexler")
    topic = factories.make_specialty("Grief", slug="grief")
    chosen = {
        "for": ["me"],
        "therapist": [person.slug],
        "specialty": [topic.slug],
        "time": ["evening", "weekend"],
    }
    page = client.get(IN_ENGLISH, chosen | {"from": "an-article", "state": "QQ", "name": "Rowan"})
    there = link_to(page, "es")
    assert urlsplit(there).path == FORM
    assert parse_qs(urlsplit(there).query) == chosen
    in_spanish = client.get(there)
    assert in_spanish.context["form"].initial == page.context["form"].initial | {"state": ""}
    assert parse_qs(urlsplit(link_to(in_spanish, "en")).query) == chosen
    assert link_to(client.get(IN_ENGLISH), "es") == FORM


def test_no_link_beside_what_is_typed_takes_it_away(client, practice):
    for address in (FORM, IN_ENGLISH):
        page = client.post(address, answers(name="", message="Los domingos"))
        assert "Los domingos" in page.text
        assert link_to(page, "es") is link_to(page, "en") is None


def test_what_is_wrong_is_said_in_spanish_and_sent_to_the_same_page(client, practice):
    page = client.post(FORM, answers(name="", route="text", phone="12"))
    assert "Escriba un nombre" in page.text
    assert "Revise el número de teléfono" in page.text
    assert f'action="{FORM}"' in page.text
    assert '<html lang="es">' in page.text


def test_whoever_reads_it_knows_that_it_was_written_in_spanish(client, practice):
    answer = client.post(
        FORM, answers(for_whom="me", payment="self", route="call", phone="(555) 010-0123")
    )
    assert answer["Location"].startswith("/es/r/")
    content = told(Inquiry.objects.get())
    rows = {str(label): str(text) for label, text in content.rows()}
    assert rows["Wrote in"] == "Spanish"
    assert (rows["For"], rows["Payment"]) == ("Me", "Out of pocket")
    assert content.ways[0].cares[0] == "They wrote in Spanish: answer in Spanish."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "They wrote in Spanish: answer in Spanish."),
        ("español", "They wrote in Spanish: answer in Spanish."),
        ("inglés", "They wrote in Spanish, and would rather talk in English."),
        ("Quechua", "They wrote in Spanish, and would rather talk in Quechua."),
    ],
)
def test_whoever_answers_reads_in_which_language(client, practice, typed, said):
    for name in ("Spanish", "English"):
        factories.make_therapist(f"Person of {name}").languages.create(name=name)
    client.post(FORM, answers(language=typed))
    assert told(Inquiry.objects.get()).ways[0].cares[0] == said


def test_where_nobody_answers_in_spanish_what_was_chosen_goes_along(client, practice):
    factories.make_therapist("Hana Wexler")
    factories.make_specialty("Grief", slug="grief")
    Practice.objects.update(answers_in_spanish=False)
    chosen = "therapist=hana-wexler&specialty=grief"
    answer = client.get(f"{FORM}?{chosen}&name=Rowan&state=QQ")
    assert answer["Location"] == f"{IN_ENGLISH}?{chosen}"


def test_who_is_supervised_is_named_in_english_and_marked_so(client, practice):
    june = factories.make_therapist("June Aldecott", title="Doctoral Intern", availability="closed")
    boss = factories.make_therapist("Marisol Tennant")
    Supervision.objects.create(supervisee=june, supervisor=boss, from_day="2020-01-01")
    factories.make_therapist("Theo Brandvold", availability="closed")
    page = client.get(FORM).text
    option = re.search(r'<option value="june-aldecott"( lang="en")?>([^<]*)', page)
    assert option[1]
    assert "supervised by Marisol Tennant" in option[2]
    assert "lugar" not in option[2]
    assert '<option value="theo-brandvold">Theo Brandvold (sin lugar por ahora)' in page


def test_of_the_english_form_nothing_is_said_of_a_language(client, practice):
    client.post(IN_ENGLISH, answers())
    content = told(Inquiry.objects.get())
    assert content.written_in == ""
    assert "Wrote in" not in dict(content.rows())


@pytest.mark.parametrize(("address", "language"), [(FORM, "es"), (IN_ENGLISH, "en")])
def test_the_consent_is_sealed_as_it_was_shown(client, practice, address, language):
    with translation.override(language):
        shown = str(CONSENT)
    assert shown in html.unescape(client.get(address).text)
    client.post(address, answers())
    assert told(Inquiry.objects.get()).consent == shown


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Español", "Spanish"), ("español", "Spanish"), ("Quechua", "Quechua"), ("", "")],
)
def test_a_language_of_our_list_is_kept_as_whoever_looks_for_somebody_knows_it(
    client, practice, typed, kept
):
    factories.make_therapist().languages.create(name="Spanish")
    assert '<option value="español">' in client.get(FORM).text
    client.post(FORM, answers(language=typed))
    content = told(Inquiry.objects.get())
    assert content.language == kept
    assert content.spoken == (kept or "Spanish")


def test_a_topic_is_called_what_it_is_called_in_spanish_or_as_the_practice_calls_it(
    client, practice
):
    factories.make_specialty("Worry that runs the day", clinical_name="Anxiety", slug="worry")
    factories.make_specialty("The long quiet", slug="quiet")
    page = client.get(FORM).text
    assert "> Ansiedad</label>" in page
    assert '<span lang="en">The long quiet</span></label>' in page
    assert "Worry that" not in page
    client.post(FORM, answers(topics=["worry", "quiet"]))
    assert told(Inquiry.objects.get()).topics == ["The long quiet", "Worry that runs the day"]


def test_a_name_that_staff_wrote_is_no_markup_in_either_language(client, practice):
    factories.make_specialty("<b>Ink & paper</b>", slug="ink")
    practice.responder = "<i>Dana</i>"
    practice.save()
    for address in (FORM, IN_ENGLISH):
        page = client.get(f"{address}?specialty=ink").text
        assert "&lt;b&gt;Ink &amp; paper&lt;/b&gt;" in page
        assert "&lt;i&gt;Dana" in page
        assert "<b>Ink" not in page
        assert "<i>Dana" not in page


def test_a_view_stays_in_the_language_of_its_address():
    assert resolve(FORM).kwargs == {"language": "es"}
    assert resolve(IN_ENGLISH).kwargs == {}
    assert resolve(FORM).view_name == resolve(IN_ENGLISH).view_name
    with translation.override("es"):
        assert reverse("get_started") == FORM
        assert reverse("team:therapist_list") == "/team/"
    with translation.override("fr"):
        assert reverse("get_started") == IN_ENGLISH


def test_it_costs_the_same_number_of_queries(client, practice):
    for number in range(3):
        factories.make_therapist(f"Person {number}")
        factories.make_specialty(f"Topic {number}")
    counts = []
    for address in (IN_ENGLISH, FORM):
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("code", "answers_in_spanish", "address"),
    [
        ("es", True, FORM),
        ("es-MX", True, FORM),
        ("es", False, IN_ENGLISH),
        ("fr", True, IN_ENGLISH),
        ("", True, IN_ENGLISH),
    ],
)
def test_whoever_is_told_in_spanish_that_we_can_talk_is_led_to_the_form_in_it(
    client, practice, code, answers_in_spanish, address
):
    Practice.objects.update(answers_in_spanish=answers_in_spanish)
    person = factories.make_therapist("Hana Wexler")
    spoken = person.languages.create(name="Tongue", code=code, sentence="Hablamos.")
    page = client.get("/team/hana-wexler/").text
    assert f'href="{address}?therapist=hana-wexler&amp;language={spoken.pk}"' in page


def test_search_engines_are_told_of_it_while_it_is_there(client, practice):
    text = client.get("/sitemap/entrances.xml").text
    assert faults(text, settings.SITE_URL) == []
    for language, address in (("en", IN_ENGLISH), ("es", FORM)):
        assert text.count(f"<loc>{settings.SITE_URL}{address}</loc>") == 1
        assert text.count(f'hreflang="{language}" href="{settings.SITE_URL}{address}"') == 2
    Practice.objects.update(answers_in_spanish=False)
    text = client.get("/sitemap/entrances.xml").text
    assert f"<loc>{settings.SITE_URL}{IN_ENGLISH}</loc>" in text
    assert "/es/" not in text
    assert "hreflang" not in text


@pytest.mark.parametrize("address", ["/contact/", "/search/?q=zzyzxq"])
def test_contact_and_a_search_that_finds_nothing_lead_to_it(client, practice, address):
    link = f'href="{FORM}" lang="es" hreflang="es">Escríbanos en español</a>'
    assert link in client.get(address).text
    ContactRoute.objects.create(audience="new", text="Write.")
    ContactRoute.objects.create(audience="jobs", text="Write.")
    assert client.get(address).text.count(link) == 1
    Practice.objects.update(answers_in_spanish=False)
    assert "spañol" not in client.get(address).text


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "you are in Oregon or Washington."), ("es", "esté en Oregón o Washington.")],
)
def test_nobody_is_asked_to_be_in_two_states_at_once(practice, language, said):
    practice.states_served = ["OR", "WA"]
    with translation.override(language):
        assert said in cannot.about_states(practice, is_referral=False)
