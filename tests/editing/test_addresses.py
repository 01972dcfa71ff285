"""What was public once stays reachable, however often its address is changed."""

import pytest

from editing.addresses import page_finder
from editing.models import Redirect
from tests.editing.desk import address, form_of
from tests.factories import (
    make_article,
    make_modality,
    make_page,
    make_published_article,
    make_specialty,
    make_therapist,
    make_user,
)

pytestmark = pytest.mark.django_db


def article(**fields):
    return make_published_article(authors=["Rosa"], **fields)


def table():
    return dict(Redirect.objects.values_list("old_path", "new_path"))


def move(row, slug):
    row = type(row).objects.get(pk=row.pk)
    row.slug = slug
    row.save()
    return row


@pytest.mark.parametrize(
    "make", [article, make_page, make_specialty, make_modality, make_therapist]
)
def test_changing_the_address_of_anything_public_leaves_the_old_one_leading_there(client, make):
    row = make()
    old = row.get_absolute_url()
    row = move(row, "somewhere-new")
    answer = client.get(old)
    assert (answer.status_code, answer["Location"]) == (301, row.get_absolute_url())
    assert client.get(answer["Location"]).status_code == 200


@pytest.mark.parametrize(
    "make",
    [make_article, lambda: make_page(state="draft"), lambda: make_therapist(is_listed=False)],
)
def test_what_was_never_public_leaves_nothing(make):
    move(make(), "somewhere-new")
    assert table() == {}


def test_a_new_row_leaves_nothing_wherever_its_fields_came_from():
    row = make_specialty()
    row.pk, row.slug, row._state.adding = None, "another", True
    row.save()
    assert table() == {}


def test_an_address_that_is_not_stored_has_not_changed():
    row = type(make_specialty()).objects.get()
    row.slug, row.order = "typed-only", 3
    row.save(update_fields=["order"])
    assert table() == {}
    row.save()
    assert table() == {"/specialties/trauma/": "/specialties/typed-only/"}


def test_a_leaver_and_a_withdrawn_text_keep_their_old_addresses(client):
    withdrawn = article(slug="on-sleep")
    withdrawn.withdraw()
    move(withdrawn, "sleep")
    assert table() == {"/blog/on-sleep/": "/blog/sleep/"}


def test_the_row_and_the_redirect_are_stored_together(monkeypatch):
    row = make_specialty()
    monkeypatch.setattr(type(row), "get_absolute_url", lambda row: "no path")
    with pytest.raises(Exception, match="begins with"):
        move(row, "elsewhere")
    assert type(row).objects.get().slug == "trauma"


def test_the_address_is_changed_in_the_admin_and_waits_for_no_text(client):
    client.force_login(make_user("editor"))
    row = article(title="On sleep", slug="on-sleep")
    client.post(address(row), form_of(row, slug="sleep", title="New", _keep="1"))
    assert client.get("/blog/on-sleep/")["Location"] == "/blog/sleep/"
    assert "New" not in client.get("/blog/sleep/").content.decode()


def test_chains_collapse_and_a_way_back_is_no_circle(client):
    row = article(slug="one")
    for slug in ("two", "three", "one"):
        move(row, slug)
        for old, new in table().items():
            assert new == f"/blog/{slug}/"
            assert new not in table(), old
    assert client.get("/blog/one/").status_code == 200
    assert table() == {"/blog/two/": "/blog/one/", "/blog/three/": "/blog/one/"}


def test_who_takes_an_address_that_led_elsewhere_has_it_to_itself(client):
    move(article(slug="rest"), "sleep")
    taken = move(article(slug="quiet"), "rest")
    assert table() == {"/blog/quiet/": "/blog/rest/"}
    assert taken.title in client.get("/blog/rest/").content.decode()


def test_the_table_does_not_speak_of_an_address_where_a_page_lives(client):
    Redirect.objects.leave("/blog/rest/", "/blog/")
    draft = make_article(slug="rest", authors=["Rosa"])
    assert client.get("/blog/rest/")["Location"] == "/blog/", "a draft takes nothing away"
    draft.publish()
    assert table() == {}


def test_which_addresses_a_page_answers(practice):
    shown = [article(), make_page(), make_specialty(), make_modality(), make_therapist()]
    withdrawn = article()
    withdrawn.withdraw()
    hidden = [withdrawn, make_article(), make_therapist(is_listed=False)]
    answers = page_finder()
    for row in shown:
        assert answers(row.get_absolute_url()), row
    for row in hidden:
        assert not answers(row.get_absolute_url()), row
    assert answers("/blog/")
    # The right last word at the wrong place.
    assert not answers(f"/blog/{shown[1].slug}/")
    assert not answers("/p/some-token/")
    assert not answers("/no/such/place/")
