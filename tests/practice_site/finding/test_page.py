"""The page of what was found, and the field that leads to it from every other."""

import pytest

from staff.roles import ROLES
from tests.factories import (
    make_article,
    make_content,
    make_inquiry,
    make_key_holder,
    make_practice,
    make_user,
)

pytestmark = pytest.mark.django_db
FIND = "/admin/find/"


@pytest.fixture(autouse=True)
def practice_is_there():
    make_practice()


@pytest.fixture
def staff(client):
    def sign_in(*roles):
        client.force_login(make_user(*roles))
        return client

    return sign_in


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def test_it_groups_what_it_found(staff):
    make_article("The phone that rings")
    page = text(staff("manager").get(FIND, {"q": "phone"}))
    for words in ("Found for “phone”", "Settings", "#id_phone", "Articles", "The phone that rings"):
        assert words in page


def test_what_was_typed_stays_words(staff):
    page = text(staff("editor").get(FIND, {"q": "<b>&"}))
    assert "<b>&" not in page
    assert "&lt;b&gt;&amp;" in page


def test_it_says_what_to_do_where_there_is_nothing(staff):
    editor = staff("editor")
    assert "Type a few letters" in text(editor.get(FIND))
    assert "Try one word" in text(editor.get(FIND, {"q": "xyzzy"}))
    assert "Search for fewer words" in text(editor.get(FIND, {"q": "a " * 21}))


def test_strangers_are_led_to_sign_in(client):
    assert client.get(FIND, {"q": "menu"}).url.startswith("/admin/login/")


@pytest.mark.parametrize("role", [role for role in ROLES if role != "coordinator"])
def test_nobody_else_hears_of_inquiries(staff, role):
    make_inquiry(make_content(name="Rowan Abernathy"))
    page = text(staff(role).get(FIND, {"q": "Rowan"}))
    assert "sealed" not in page
    assert "Abernathy" not in page


def test_a_coordinator_posts_words_and_is_led_to_the_inquiries_own_search(staff):
    """Somebody may type a name: in an address it would stay."""
    client = staff("coordinator")
    make_inquiry(make_content(name="Rowan Abernathy"))
    make_key_holder(client.get(FIND).wsgi_request.user)
    front = text(client.get("/admin/"))
    assert f'action="{FIND}" method="post"' in front
    page = text(client.post(FIND, {"q": "Rowan"}))
    assert "Abernathy" not in page
    assert '<form method="post" action="/admin/intake/inquiry/"' in page
    assert '<input type="hidden" name="words" value="Rowan">' in page
    assert "?q=Rowan" not in page


@pytest.mark.parametrize("role", ROLES)
def test_the_field_stands_on_every_page(staff, role):
    client = staff(role)
    for address in ("/admin/", "/admin/password_change/", FIND):
        page = text(client.get(address))
        assert page.count('id="goto"') == 1
        assert "data-goto-key hidden" in page


def test_it_does_not_stand_on_the_page_for_signing_in(client):
    assert 'id="goto"' not in text(client.get("/admin/login/"))
