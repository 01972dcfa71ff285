import html
import re
import threading

import pytest
import time_machine
from django.db import connection
from django.test import Client

from intake import tokens
from intake.models import Inquiry, UsedToken
from outbox.models import Message
from staff import copied
from team.models import Payer
from tests import factories
from tests.intake.coordinators import text_of
from tests.intake.persons import URL, answers
from writing.line_ends import with_single_ends
from writing.unbroken import unbroken

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def practice():
    factories.open_intake()
    return factories.make_practice(
        short_name="Larchmont",
        responder="Dana Osei, our coordinator",
        minors_note="Under 14, a parent writes to us.",
        voicemail_note="Only Dana hears the voicemail.",
    )


def test_the_form_says_before_its_first_field_who_reads_it_and_when(client):
    with time_machine.travel("2026-11-24T22:00:00-05:00", tick=False):
        page = text_of(client.get(URL))
    before = page[page.index("</header>") : page.index('name="name"')]
    for text in [
        "Dana Osei, our coordinator",
        unbroken("the next one is Wednesday, November 25"),
        "You hear back by",
        "988",
        "weather.gov",
    ]:
        assert text in before


def test_the_day_of_the_answer_skips_weekends_and_closures(client):
    with time_machine.travel("2026-11-28T12:00:00-05:00", tick=False):
        assert unbroken("You hear back by Wednesday, December 2") in text_of(client.get(URL))


def test_rather_talk_offers_the_phone_and_says_who_hears_the_voicemail(client):
    page = text_of(client.get(URL))
    assert 'href="tel:+15550100199"' in page
    assert "Only Dana hears the voicemail." in page


def test_the_practices_sentence_for_minors_stands_beside_the_age(client):
    assert "Under 14, a parent writes to us." in text_of(client.get(URL))


def test_the_form_asks_for_nothing_that_belongs_into_a_conversation(client):
    page = client.get(URL).content.decode().lower()
    form = page[page.index("<form") : page.index("</form>")]
    for word in ["birth", "diagnos", "medication", "suicid", "member id", "drug", "alcohol"]:
        assert word not in form


def test_the_form_sets_no_cookie_and_is_never_stored(client):
    for response in [client.get(URL), client.post(URL, answers())]:
        assert not response.cookies
        assert "no-store" in response.headers["Cache-Control"]
        assert "Cookie" not in response.headers.get("Vary", "")


def test_titles_are_neutral(client):
    for page in [client.get(URL), client.post(URL, {})]:
        title = text_of(page).split("<title>")[1].split("</title>")[0]
        assert title.endswith("· Larchmont")
        for word in ["therap", "counsel", "psych", "inquiry"]:
            assert word not in title.lower()


def test_an_inquiry_is_kept_as_one_document_and_leads_to_their_page(client):
    response = client.post(URL, answers(message="Sundays are hard."))
    assert response.status_code == 303
    assert re.fullmatch(r"/r/(\w{4}-){3}\w{4}/\?new", response.headers["Location"])
    told = factories.told(Inquiry.objects.get())
    assert (told.name, told.email, told.message) == (
        "Rowan",
        "rowan@home.example",
        "Sundays are hard.",
    )
    assert "You may use what I wrote" in told.consent


def test_no_address_of_the_network_or_the_browser_is_kept(client):
    client.post(
        URL,
        answers(),
        headers={"User-Agent": "Sentinel/1.0", "Referer": "http://testserver/blog/sentinel/"},
        REMOTE_ADDR="203.0.113.77",
    )
    inquiry = Inquiry.objects.get()
    kept = f"{inquiry.__dict__} {list(UsedToken.objects.values())} {list(Message.objects.values())}"
    assert "203.0.113.77" not in kept
    assert "entinel" not in kept


def test_only_the_way_that_was_chosen_is_kept(client):
    client.post(URL, answers(route="call-no-voicemail", phone="(555) 010-0123"))
    told = factories.told(Inquiry.objects.get())
    assert (told.address, told.email) == ("(555) 010-0123", "")


def test_a_slip_in_the_way_that_was_not_chosen_does_not_matter(client):
    assert client.post(URL, answers(phone="later")).status_code == 303


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": "  "}, "id_name"),
        ({"route": ""}, "id_route_0"),
        ({"email": ""}, "id_email"),
        ({"email": "rowan@"}, "id_email"),
        ({"route": "text"}, "id_phone"),
        ({"route": "text", "phone": "12"}, "id_phone"),
        ({"state": ""}, "id_state"),
        ({"age": ""}, "id_age_0"),
        ({"consent": ""}, "id_consent"),
        ({"message": "x" * 2001}, "id_message"),
    ],
)
def test_a_mistake_is_summed_up_with_a_link_and_everything_is_kept(client, changes, field):
    response = client.post(URL, answers(**{"message": "Sundays are hard.", **changes}))
    page = text_of(response)
    assert response.status_code == 200
    summary = page[
        page.index('class="error-summary"') : page.index(
            "</ul>", page.index('class="error-summary"')
        )
    ]
    assert summary.count("<li>") == 1
    assert f'href="#{field}"' in summary
    assert f'id="{field}"' in page
    assert changes.get("message", "Sundays are hard.") in page
    assert not Inquiry.objects.exists()


def test_somewhere_else_is_an_answer_and_no_mistake(client):
    assert client.post(URL, answers(state="elsewhere")).status_code == 303
    assert str(factories.told(Inquiry.objects.get()).state_name) == "Somewhere else"


def test_a_therapist_in_the_address_is_chosen_already(client):
    person = factories.make_therapist("Hana Wexler")
    page = text_of(client.get(URL, {"therapist": person.slug}))
    assert f'<option value="{person.slug}" selected>' in page


def test_unknown_values_in_the_address_are_ignored(client):
    response = client.get(f"{URL}?therapist=nobody&specialty=nothing&specialty=&from=x&page=9%ZZ")
    assert response.status_code == 200
    assert "You were reading" not in text_of(response)


def test_a_specialty_from_an_article_is_offered_and_not_ticked(client):
    factories.make_specialty("Sleep")
    factories.make_specialty("Trauma")
    page = text_of(client.get(f"{URL}?specialty=trauma&from=on-sleeping-badly"))
    assert "You were reading about Trauma. Mention it?" in page
    assert page.index('value="trauma"') < page.index('value="sleep"')
    assert "checked" not in page
    assert "on-sleeping-badly" not in page[page.index("<main") :]


def test_what_was_chosen_in_the_directory_is_named_and_filled_in(client):
    hana = factories.make_therapist("Hana Wexler", is_video=True)
    spanish = hana.languages.create(name="Spanish")
    payer = Payer.objects.create(name="Cascade Mutual")
    hana.payer_participations.create(payer=payer, as_of="2026-01-01")
    chosen = {"state": "NY", "format": "video", "time": ["evening", "day"], "payer": payer.pk}
    page = text_of(client.get(URL, chosen | {"language": spanish.pk}))
    named = page[page.index('class="small goes"') :].split("</p>")[0]
    for words in [
        "New York",
        "By video",
        "Evenings",
        "Weekdays by day",
        "Cascade Mutual",
        "Spanish",
    ]:
        assert words in named
    assert '<option value="NY" selected>' in page
    assert f'<option value="payer-{payer.pk}" selected>' in page
    assert '<option value="video" selected>' in page
    assert page.count(" checked") == 2
    assert '<details class="more">' in page


@pytest.mark.parametrize(
    "query",
    ["state=XX", "payer=9", "payer=%00", "format=", "time=noon&time=", "language=<b>", "state=or"],
)
def test_what_is_no_choice_of_ours_is_not_named(client, query):
    page = text_of(client.get(f"{URL}?{query}"))
    assert 'goes"' not in page
    assert " checked" not in page


def test_what_is_required_is_marked_in_words_and_for_screen_readers(client):
    page = text_of(client.get(URL))
    main = page[page.index('<form id="inquiry"') :].split("</form>")[0]
    assert main.count("(required)") == 7  # name, way, its two fields, state, age, yes
    for name in ["name", "state", "consent"]:
        field = re.search(f'<(?:input|select)[^>]* name="{name}"[^>]*>|name="{name}"[^>]*>', main)
        assert 'aria-required="true"' in field[0]
    assert main.count("aria-required") == 3


@pytest.mark.parametrize(
    ("more", "is_open"),
    [
        ({}, False),
        ({"message": "Sundays are hard."}, False),
        ({"for_whom": "couple"}, True),
        ({"format": "phone"}, True),
        ({"language": "Spanish"}, True),
        ({"was_client": "on"}, True),
        ({"language": "x" * 61}, True),
        ({"number1_who": "My sister"}, True),
    ],
)
def test_the_fold_comes_back_open_where_something_is_in_it(client, more, is_open):
    page = text_of(client.post(URL, answers(name="", **more)))
    assert ('<details class="more" open>' in page) == is_open


def test_nobody_has_to_say_who_it_is_for(client):
    client.post(URL, answers(for_whom=""))
    assert factories.told(Inquiry.objects.get()).for_whom == ""


def test_an_offer_survives_a_mistake_and_is_kept_only_if_ticked(client):
    factories.make_specialty("Trauma")
    again = text_of(client.post(URL, answers(name="", offered="trauma")))
    assert "You were reading about Trauma" in again
    client.post(URL, answers(offered="trauma"))
    assert factories.told(Inquiry.objects.get()).topics == []


def test_names_are_kept_as_text_and_outlive_their_rows(client):
    specialty = factories.make_specialty("Trauma")
    person = factories.make_therapist("Hana Wexler")
    client.post(URL, answers(topics=["trauma"], therapist=person.slug))
    specialty.delete()
    person.delete()
    told = factories.told(Inquiry.objects.get())
    assert (told.topics, told.therapist) == (["Trauma"], "Hana Wexler")


def test_a_second_click_is_no_fault_and_makes_no_second_row(client):
    sent = answers()
    first, second = client.post(URL, sent), client.post(URL, sent)
    assert first.status_code == second.status_code == 303
    assert Inquiry.objects.count() == 1


def test_other_words_with_a_spent_token_are_not_swallowed(client):
    sent = answers()
    client.post(URL, sent)
    response = client.post(URL, {**sent, "message": "One more thing."})
    assert response.status_code == 409
    assert "One more thing." in text_of(response)
    client.post(URL, {**sent, "message": "One more thing.", "token": token_in(response)})
    assert Inquiry.objects.count() == 2


def token_in(response):
    return response.content.decode().split('name="token" value="')[1].split('"')[0]


@pytest.mark.parametrize("token", ["", "forged", "a:b:c"])
def test_without_a_good_token_everything_is_kept_and_sending_again_works(client, token):
    response = client.post(URL, answers(token=token, message="Sundays are hard."))
    assert response.status_code == 403
    assert "Sundays are hard." in text_of(response)
    assert not Inquiry.objects.exists()
    client.post(URL, answers(token=token_in(response)))
    assert not Inquiry.objects.get().is_suspected_spam


def test_a_form_from_another_site_is_shown_and_not_taken(client):
    response = client.post(URL, answers(), headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403
    assert not Inquiry.objects.exists()


@pytest.mark.parametrize("sign", [{"fax": "http://buy.example"}, {"token": "now"}])
def test_what_looks_automated_is_sorted_and_thanked_all_the_same(client, sign):
    if sign.get("token"):
        sign = {"token": tokens.issue()}
    assert client.post(URL, answers(**sign)).status_code == 303
    assert Inquiry.objects.get().is_suspected_spam


def test_a_person_is_not_taken_for_a_program(client):
    client.post(URL, answers())
    assert not Inquiry.objects.get().is_suspected_spam


def test_over_the_limit_the_words_are_kept_and_the_phone_is_shown(client, settings):
    settings.INQUIRIES_PER_HOUR = 1
    client.post(URL, answers())
    response = client.post(URL, answers(message="Sundays are hard."))
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) > 0
    page = text_of(response)
    summary = page[page.index('class="error-summary"') :]
    assert "tel:+15550100199" in summary[: summary.index("</div>")]
    assert "Sundays are hard." in page
    assert Inquiry.objects.count() == 1


def test_another_network_is_not_held_back(client, settings):
    settings.INQUIRIES_PER_HOUR = 1
    for number in (1, 2):
        response = client.post(URL, answers(), REMOTE_ADDR=f"203.0.113.{number}")
        assert response.status_code == 303


def test_an_oversized_message_gets_a_page_that_helps(client):
    response = client.post(URL, answers(message="x" * 300_000))
    assert response.status_code == 413
    assert "(555) 010-0199" in text_of(response)


def test_too_many_fields_get_a_page_that_helps(client):
    response = client.post(URL, {f"field{number}": "" for number in range(2500)})
    assert response.status_code == 413


@pytest.mark.parametrize("path", [URL, "/r/"])
@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_a_wrong_method_gets_a_page_that_helps(client, path, method):
    response = getattr(client, method)(path)
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]
    assert "988" in text_of(response)


@pytest.mark.parametrize("field", ["name", "email", "message", "token", "topics"])
def test_a_nul_character_is_removed_and_said(client, field):
    response = client.post(URL, answers(**{field: "a\x00b"}))
    assert response.status_code == 400
    assert "\x00" not in response.content.decode()
    assert not Inquiry.objects.exists()


NAUGHTY = [
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "{{ 7|add:7 }}{% now %}",
    "'; DROP TABLE intake_inquiry; --",
    "田中さんにあげて下さい",
    "Ω≈ç√∫˜µ≤≥÷ \u202e\ufeff\ufffe\u0001\u001f\x7f",
    "🏳️‍🌈 ٠١٢ ﷽",
    "%s%n${7*7}#{7}",
    "1e400",
    "\ud7ff\r\n\t.",
]


@pytest.mark.parametrize("naughty", NAUGHTY)
def test_any_text_in_every_field_is_shown_back_as_text(client, naughty):
    fields = [
        "name", "route", "email", "phone", "state", "for_whom", "age", "topics", "therapist",
        "format", "payment", "message", "consent", "fax", "offered", "token",
    ]  # fmt: skip
    response = client.post(URL, dict.fromkeys(fields, naughty))
    assert response.status_code == 403
    page = response.content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert html.escape(naughty.split("\r")[0]).encode() in response.content


@pytest.mark.parametrize("naughty", NAUGHTY)
def test_any_text_can_be_kept_and_read_again(client, naughty):
    client.post(URL, answers(name=naughty, message=naughty))
    told = factories.told(Inquiry.objects.get())
    # What nobody sees comes along with copied text, and is no part of a name.
    assert told.name == copied.one_line(naughty)
    assert told.message == with_single_ends(naughty).strip()


def test_a_broken_body_is_no_fault_of_ours(client):
    for content_type in ["multipart/form-data; boundary=x", "application/json", "text/plain"]:
        response = client.post(URL, b"\xff\xfe{", content_type=content_type)
        assert 400 <= response.status_code < 500


def test_the_number_of_queries_does_not_grow(client, django_assert_num_queries):
    def count():
        from django.test.utils import CaptureQueriesContext

        client.get(URL)  # what is kept of the practice is read
        with CaptureQueriesContext(connection) as queries:
            client.get(URL)
        return len(queries)

    def add(number):
        for _ in range(number):
            factories.make_therapist()
        for name in range(number):
            factories.make_specialty(f"Specialty {number}-{name}")

    add(3)
    few = count()
    add(7)
    assert count() == few


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_make_one_inquiry():
    sent, statuses = answers(), []

    def send():
        try:
            statuses.append(Client().post(URL, sent).status_code)
        finally:
            connection.close()

    clicks = [threading.Thread(target=send) for _ in range(4)]
    for click in clicks:
        click.start()
    for click in clicks:
        click.join()
    assert statuses == [303] * 4
    assert Inquiry.objects.count() == 1
    assert Message.objects.count() == 1
