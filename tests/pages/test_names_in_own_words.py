"""Whom the own title and description of a page may not name, however somebody writes it."""

import pytest

from pages import own_words
from pages.models import Page
from tests.factories import make_page, make_therapist
from tests.pages.told import told, train

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]

# {f} and {l}: first and last name.
WITH_LAST_NAME = [
    "{f} {l}", "{l} on sleep", "Dr. {l}", "N. {l}", "{f}  {l}", "{f}\u00a0{l}", "{f}-{l}", "{f} A. {l}", "{l}, {f}",
    "{f} {l}’s sleep", "SLEEP WITH {l}", "{l}/Calder", "({l})",
]  # fmt: skip


def somebody(who, name="Noor Halabrand"):
    if who == "shown by first name":
        return make_therapist(name, first_name_only="Noor")
    if who == "out of search":
        return make_therapist(name, is_out_of_search=True)
    if who == "in training":
        return train(name)
    return make_therapist(name, first_name_only="Noor", is_out_of_search=True)


@pytest.mark.parametrize("who", ["shown by first name", "out of search", "in training", "both"])
@pytest.mark.parametrize("form", WITH_LAST_NAME)
def test_no_way_to_write_a_last_name_stands_where_it_may_not(client, who, form):
    somebody(who)
    text = form.format(f="Noor", l="Halabrand")
    page = make_page("Sleep")
    assert own_words.objections_to(text, page)
    Page.objects.update(search_title=text, search_description=text)
    page.refresh_from_db()
    assert "halabrand" not in told(client, page)[1].split("</head>")[0].casefold()


@pytest.mark.parametrize(
    ("who", "text", "may_stand"),
    [
        ("shown by first name", "Sleep, with Noor", True),
        ("both", "Sleep, with Noor", False),
        ("in training", "Sleep, with Noor", True),
        ("out of search", "How the mind sleeps", True),
        ("shown by first name", "sleep with HALABRAND", False),
        ("shown by first name", "sleep with hala\u00adbrand", False),
        ("in training", "sleep with noor-halabrand", False),
        ("nobody of these", "Sleep, with Noor Halabrand", True),
    ],
)
def test_what_else_may_stand(who, text, may_stand):
    if who == "nobody of these":
        make_therapist("Noor Halabrand")
    else:
        somebody(who)
    assert (not own_words.objections_to(text, make_page("Sleep"))) is may_stand


def test_a_last_name_that_is_a_word_is_found_by_its_capital():
    train("Noor Love")
    page = make_page("Sleep")
    assert own_words.objections_to("For couples in love", page) == []
    assert own_words.objections_to("Dr. Love", page)


def test_what_somebody_asked_for_goes_on_after_they_left_and_is_not_theirs_to_break(client):
    person = make_therapist("Quentin Quiet", is_out_of_search=True, is_listed=False)
    assert own_words.objections_to("Sleep, with Quentin Quiet", make_page("Sleep"))
    # Their own page tells search engines nothing, so their own words about themself are saved.
    assert own_words.objections_to("Quentin Quiet knows sleep", person) == []


def test_an_apostrophe_hides_no_last_name():
    person = make_therapist("Siobhan O'Neill", slug="siobhan-oneill", first_name_only="Siobhan")
    assert person.slug == "siobhan"
    page = make_page("Sleep")
    for text in ("Siobhan O’Neill", "ONeill", "O Neill", "siobhan-oneill"):
        assert own_words.objections_to(text, page), text
