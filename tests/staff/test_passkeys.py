"""A passkey signs in and confirms, on the site that it was made for and for whom it was made."""

import json
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from tests.factories import make_user
from tests.staff.passkey import Passkey
from tests.staff.signing_in import (
    CODES,
    DESK,
    OVERVIEW,
    STEP,
    give_app,
    give_passkey,
    is_signed_in,
    sign_in,
    sign_in_with_code,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize(
    "answer", ["", "null", "[]", "7", '"x"', "{}", '{"id": 1, "rawId": "x", "response": {}}', "{"]
)
@pytest.mark.parametrize("page", ["sign-in/", "passkey/", "passkeys/add/"])
def test_odd_passkeys_are_refused_and_break_nothing(client, page, answer):
    person = make_user("editor")
    if page == "passkeys/add/":
        sign_in(client, person)
    else:
        give_passkey(person)
        sign_in(client, person) if page == "sign-in/" else client.force_login(person)
    path = OVERVIEW + page
    client.get(path)
    assert client.post(path, {"credential": answer}).status_code in (200, 302)
    assert client.session.get("second_factor_used_by") is None
    assert is_signed_in(client) is (page != "sign-in/")


def test_passkeys_belong_to_the_site_whatever_the_host_header_says(client, settings):
    settings.SITE_URL = "https://practice.example"
    settings.ALLOWED_HOSTS = ["*"]
    sign_in(client, make_user("editor"))
    page = client.get(OVERVIEW + "passkeys/add/", HTTP_HOST="elsewhere.example")
    assert page.context["js_data"]["creation_options"]["publicKey"]["rp"]["id"] == (
        "practice.example"
    )


def test_passkeys_are_not_offered_where_browsers_keep_none(client, settings):
    client.force_login(make_user("editor"))
    add = reverse("mfa_add_webauthn")
    assert add not in client.get(OVERVIEW).content.decode()
    settings.SITE_URL = "https://practice.example"
    assert add in client.get(OVERVIEW).content.decode()


def test_nobody_removes_somebody_elses_passkey(client):
    ana, ben = make_user("editor"), make_user("editor")
    _passkey, theirs = give_passkey(ben)
    sign_in(client, ana)
    assert client.post(reverse("mfa_remove_webauthn", args=[theirs.pk])).status_code == 404
    assert Authenticator.objects.filter(pk=theirs.pk).exists()


@pytest.fixture
def named_site(settings):
    settings.SITE_URL = "https://practice.example"
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = False


def test_a_passkey_is_added_and_signs_in(client, named_site, django_capture_on_commit_callbacks):
    person, passkey, add = make_user("editor"), Passkey(), reverse("mfa_add_webauthn")
    sign_in(client, person)
    options = client.get(add).context["js_data"]["creation_options"]
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(
            add, {"name": "My phone", "credential": json.dumps(passkey.create(plain(options)))}
        )
    assert answer.headers["Location"] == CODES
    assert "My phone" in client.get(OVERVIEW).content.decode()
    client.logout()
    assert sign_in(client, person).headers["Location"] == STEP
    options = client.get(STEP).context["js_data"]["request_options"]
    credential = json.dumps(passkey.get(plain(options)))
    assert client.post(STEP, {"credential": credential}).headers["Location"] == DESK
    assert client.get(DESK).status_code == 200
    # What was sent once opens nothing a second time.
    client.logout()
    sign_in(client, person)
    client.get(STEP)
    assert client.post(STEP, {"credential": credential}).status_code == 200
    assert not is_signed_in(client)


@pytest.mark.parametrize("origin", ["https://practice.example.evil.example", "http://127.0.0.1"])
def test_a_passkey_used_on_another_site_is_refused(client, named_site, origin):
    person = make_user("editor")
    passkey, _row = give_passkey(person)
    passkey.origin = origin
    sign_in(client, person)
    options = client.get(STEP).context["js_data"]["request_options"]
    answer = client.post(STEP, {"credential": json.dumps(passkey.get(plain(options)))})
    assert answer.status_code == 200
    assert not is_signed_in(client)


def test_somebody_elses_passkey_is_refused(client, named_site):
    ana, ben = make_user("editor"), make_user("editor")
    give_passkey(ana)
    bens, _row = give_passkey(ben)
    sign_in(client, ana)
    options = client.get(STEP).context["js_data"]["request_options"]
    client.post(STEP, {"credential": json.dumps(bens.get(plain(options)))})
    assert not is_signed_in(client)


def test_whoever_has_a_passkey_confirms_with_it_first(client, named_site, clock):
    person = make_user("editor")
    give_app(person)
    passkey, _row = give_passkey(person)
    sign_in_with_code(client, person)
    clock.shift(timedelta(minutes=6))
    confirm = client.get(reverse("mfa_generate_recovery_codes")).headers["Location"]
    assert confirm.startswith(OVERVIEW + "passkey/")
    page = client.get(confirm)
    assert "Use a code instead" in page.content.decode()
    assert "password" not in page.content.decode().split("<form method")[1]
    options = page.context["js_data"]["request_options"]
    answer = client.post(confirm, {"credential": json.dumps(passkey.get(plain(options)))})
    assert answer.headers["Location"] == CODES + "new/"


def plain(options):
    """As the page's script reads them."""
    return json.loads(json.dumps(options, default=dict))
