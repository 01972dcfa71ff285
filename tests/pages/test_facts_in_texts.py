"""Facts of the practice in texts of staff: one place where they are written, and every sentence follows."""

import html
import json
import re

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from django.template.loader import render_to_string
from django.urls import reverse

from pages import facts_in_texts
from pages.facts_in_texts import FACTS, KNOWN
from pages.models import ContactRoute, Page, Practice
from search.finding import find
from tests.editing.links import link_for, open_link
from tests.factories import make_page, make_practice, make_therapist, make_user
from tests.pages.practice_form import CHANGE, form_data

pytestmark = pytest.mark.django_db
FIELDS = dict(
    zip(FACTS, ["response_days", "phone", "email", "responder", "name"], strict=True)
)  # one more fact is one more here
BEFORE = {
    "response_days": 3,
    "phone": "(555) 010-0111",
    "email": "first@practice.example",
    "responder": "Dana Before",
    "name": "Beforehand Counseling",
}
AFTER = {
    "response_days": 1,
    "phone": "(555) 010-0122",
    "email": "second@practice.example",
    "responder": "Walt After",
    "name": "Afterward Counseling",
}
CAN_BE_EMPTY = ["phone", "email", "reader"]
ADD = reverse("admin:pages_page_add")


@pytest.fixture(autouse=True)
def practice():
    return make_practice(**BEFORE)


@pytest.fixture
def manager(client):
    client.force_login(make_user("manager"))
    return client


def says(name):
    return FACTS[name].says(Practice.objects.current())


def words(markup):
    return html.unescape(re.sub(r"<[^>]*>", "", str(markup))).replace("\xa0", " ")


def page(client, address="/owls/"):
    return client.get(address).text


def main(client, address="/owls/"):
    return words(re.search(r"<main\b.*?</main>", page(client, address), re.DOTALL)[0])


def meta(client, name):
    return html.unescape(re.search(f'<meta {name} content="([^"]*)"', page(client))[1])


def data(client):
    found = re.search(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', page(client))
    nodes = json.loads(found[1])["@graph"]
    return next(one["description"] for one in nodes if one["@type"] == "WebPage")


def passage(typed, address):
    return next(words(one.passage) for one in find(typed).results if one.shown.url == address)


def owls(**texts):
    return make_page("Owls", slug="owls", **texts)


def lede(text):
    return owls(lede=text)


def body(text):
    return owls(body=f"<h2>Who hoots?</h2><p>{text}</p>")


def route(text):
    return ContactRoute.objects.create(audience="new", text=text)


# Where a text of staff is read: how it is written, and what is read there.
READ = {
    "opening lines": (lede, main),
    "text": (body, main),
    "contact": (route, lambda client: main(client, "/contact/")),
    "description of the opening lines": (lede, lambda client: meta(client, 'name="description"')),
    "description of the text": (body, lambda client: meta(client, 'name="description"')),
    "own description": (
        lambda text: owls(search_description=text),
        lambda client: meta(client, 'name="description"'),
    ),
    "shared": (lede, lambda client: meta(client, 'property="og:description"')),
    "data for machines": (lede, data),
    "search, opening lines": (lede, lambda client: passage("tawny", "/owls/")),
    "search, text": (body, lambda client: passage("tawny", "/owls/")),
    "search, question": (body, lambda client: passage("tawny", "/owls/#part-who-hoots")),
    "search, contact": (route, lambda client: passage("tawny", "/contact/")),
}


@pytest.mark.parametrize("place", READ)
@pytest.mark.parametrize("name", FACTS)
def test_wherever_a_text_is_read_it_says_what_the_facts_say_now(client, name, place):
    write, read = READ[place]
    write(f"Tawny «{{{name}}}».")
    before = says(name)
    assert f"Tawny «{before}»." in read(client)
    # By whatever way it is written.
    Practice.objects.update(**{FIELDS[name]: AFTER[FIELDS[name]]})
    assert says(name) != before
    assert f"Tawny «{says(name)}»." in read(client)


def test_every_text_of_these_models_takes_facts_or_says_that_it_does_not():
    """A field of words that is neither is filled in nowhere, and nobody is told."""
    no_words = {
        Page: {"slug", "language", "state", "trashed_by_name"},
        ContactRoute: {"audience", "phone", "email", "link"},
    }
    for model, others in no_words.items():
        fields = {
            one.name
            for one in model._meta.get_fields()
            if isinstance(one, models.CharField | models.TextField)
        }
        assert fields == {*model.FACTS_IN, *model.NO_FACTS_IN} | (fields & others)


@pytest.mark.parametrize(("number", "said"), [(1, "one business day"), (2, "2 business days")])
def test_the_days_are_worded_as_in_the_promise_of_the_site(number, said):
    Practice.objects.update(response_days=number)
    assert says("days") == said
    promise = render_to_string("_promise.html", {"practice": Practice.objects.current()})
    assert f"within {said}," in promise


def test_a_fact_is_text_and_never_html_nor_filled_in_again(client):
    Practice.objects.update(name='<b onclick="x">A & B</b> {phone}', responder="{days}")
    body('We are {practice}, <a href="/fees/?{practice}">{reader}</a>.')
    shown = page(client)
    assert "&lt;b onclick=" in shown
    assert "<b onclick=" not in shown
    text = main(client)
    assert 'We are <b onclick="x">A & B</b> {phone}, {days}.' in text


def test_what_can_be_called_or_written_to_can_be_tapped(client):
    Practice.objects.update(country="US", phone="(541) 555-0142")
    body("Call {phone}, write to {email}.")
    shown = page(client)
    assert re.search(r'<main\b.*href="tel:\+15415550142"', shown, re.DOTALL)
    assert re.search(r'<main\b.*href="mailto:first@practice.example"', shown, re.DOTALL)


@pytest.mark.parametrize(
    "text", ["Call {<b>phone</b>}.", "Call <b>{phone}</b>.", "Call {<em>pho</em>ne}."]
)
def test_marks_inside_of_the_braces_stand_in_nobodys_way(client, text):
    body(text)
    assert "Call (555) 010-0111." in main(client)


# Refused, before visitors read it.


def refused(row):
    with pytest.raises(ValidationError) as error:
        facts_in_texts.refuse(row, Practice.objects.current())
    return error.value.message_dict


@pytest.mark.parametrize("field", Page.FACTS_IN)
@pytest.mark.parametrize("strange", ["{fone}", "{ phone }", "{Phone}", "{e-mail}", "{<b>fone</b>}"])
def test_a_word_in_braces_that_stands_for_nothing_is_refused_with_those_that_do(field, strange):
    if field != "body":
        strange = words(strange)
    (sentence,) = refused(Page(title="Owls", **{field: f"Call {strange}."}))[field]
    assert sentence.startswith(f"{words(strange)} stands for no fact of the practice.")
    assert all(blank in sentence for blank in KNOWN)


@pytest.mark.parametrize("name", CAN_BE_EMPTY)
def test_a_fact_that_nobody_has_written_down_is_refused_and_later_reads_kindly(client, name):
    body(f"Ask {{{name}}}.")
    Practice.objects.update(**{FIELDS[name]: ""})
    (sentence,) = refused(Page.objects.get())["body"]
    assert sentence.startswith(f"The practice facts say nothing yet for {{{name}}}.")
    instead = FACTS[name].instead(Practice.objects.current())
    assert instead
    assert f"Ask {instead}." in main(client)


@pytest.mark.parametrize("name", [name for name in FACTS if name not in CAN_BE_EMPTY])
def test_the_other_facts_are_always_there(name):
    assert not Practice._meta.get_field(FIELDS[name]).blank
    assert FACTS[name].says(Practice(pk=1))


@pytest.mark.parametrize("field", Page.NO_FACTS_IN)
def test_a_title_takes_no_fact(field):
    (sentence,) = refused(Page(**{"title": "Owls", field: "Call {phone}"}))[field]
    assert sentence.startswith("{phone} is filled in where texts are read, and not here.")


@pytest.mark.parametrize(
    "text", ["{}", "{1}", "{ a, b }", "f{x: y}", "{two words}", "}{", "{", "{{"]
)
def test_other_braces_are_the_writers_own(client, text):
    row = body(f"Set {text} there.")
    facts_in_texts.refuse(row, Practice.objects.current())
    assert f"Set {text} there." in main(client)


def form(**changes):
    times = ("publish_at_0", "publish_at_1", "withdraw_at_0", "withdraw_at_1")
    return {"title": "Owls", "slug": "owls", "lede": "", **dict.fromkeys(times, "")} | changes


def test_the_form_says_so_when_it_is_to_go_out_and_a_draft_may_wait(manager):
    manager.post(ADD, form(body="<p>Call {fone}.</p>", _continue="1"))
    row = Page.objects.get()
    answer = manager.post(
        reverse("admin:pages_page_change", args=[row.pk]),
        form(body="<p>Call {fone}.</p>", base_version=row.latest_version, _publish="1"),
    )
    assert "{fone} stands for no fact of the practice." in words(answer.text)
    assert not Page.objects.published().exists()
    contact = {"audience": "new", "text": "Call {fone}.", "order": 0}
    answer = manager.post(reverse("admin:pages_contactroute_add"), contact)
    assert "{fone} stands for no fact of the practice." in words(answer.text)
    assert not ContactRoute.objects.exists()


def test_an_old_text_with_braces_opens_and_reads_as_it_was_written(manager):
    row = body("As he said {sic}.")
    assert "As he said {sic}." in main(manager)
    assert manager.get(reverse("admin:pages_page_change", args=[row.pk])).status_code == 200


def test_the_desk_keeps_the_braces_and_a_private_link_shows_the_fact(manager):
    manager.post(ADD, form(body="<p>Within {days}.</p>", _publish="1"))
    row = Page.objects.get()
    assert row.body == "<p>Within {days}.</p>"
    assert row.versions().get().data["body"] == [row.body]
    reader = make_therapist("Rosa Quill")
    assert "Within 3 business days." in words(open_link(manager, link_for(row, reader)).text)


@pytest.mark.parametrize("address", [ADD, reverse("admin:pages_contactroute_add")])
def test_beside_the_text_stands_what_each_says_today(manager, address):
    Practice.objects.update(phone="")
    shown = words(manager.get(address).text)
    for blank, fact in KNOWN.items():
        said = says(blank.strip("{}"))
        assert f"{blank} {fact.label}: {said or 'not written down yet'}" in shown


def test_whoever_empties_a_fact_is_told_which_public_texts_take_it(manager):
    owls(body="<p>Call {<b>phone</b>}.</p>")
    make_page("Bats", body="<p>Call {phone}.</p>", state="draft")
    make_page("Hens", body="<p>Write to {email}, in {days} or in {gusto}.</p>")
    route("Ring {phone}.")
    said = manager.post(CHANGE, form_data(phone="", email="a@practice.example"), follow=True).text
    assert f"is empty now: Owls, {ContactRoute.objects.get()}." in words(said)
    said = manager.post(CHANGE, form_data(phone="(555) 010-0133"), follow=True).text
    assert "is empty now: Hens." in words(said)
    said = manager.post(CHANGE, form_data(email="a@practice.example"), follow=True).text
    assert "is empty now" not in words(said)
