"""Setting up one’s own second factors, changing them, and how they lie in the database."""

import json
import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail

from staff.factors import forms, sealing
from tests.factories import PASSWORD, make_user
from tests.staff.signing_in import (
    APP,
    CODES,
    CONFIRM,
    OVERVIEW,
    SECRET,
    STEP,
    code_for,
    give_app,
    is_signed_in,
    set_up_app,
    sign_in,
    sign_in_with_code,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_changing_asks_again_when_signing_in_is_five_minutes_ago(client, clock):
    person = make_user("editor")
    sign_in(client, person)
    assert client.get(APP).status_code == 200
    clock.shift(timedelta(minutes=6))
    answer = client.get(APP)
    assert answer.headers["Location"] == f"{OVERVIEW}password/?next={APP.replace('/', '%2F')}"
    confirm = answer.headers["Location"]
    assert client.post(confirm, {"password": "wrong"}).status_code == 200
    assert client.get(APP).status_code == 302
    assert client.post(confirm, {"password": PASSWORD}).headers["Location"] == APP
    assert client.get(APP).status_code == 200


def test_with_a_factor_the_password_does_not_do_for_changing(client, clock):
    person = make_user("editor")
    give_app(person)
    sign_in_with_code(client, person)
    clock.shift(timedelta(minutes=6))
    remove = OVERVIEW + "app/remove/"
    assert client.post(remove).headers["Location"].startswith(CONFIRM)
    assert Authenticator.objects.filter(user=person, type="totp").exists()
    assert client.post(OVERVIEW + "password/", {"password": PASSWORD}).status_code == 302
    assert client.post(remove).headers["Location"].startswith(CONFIRM)
    client.post(CONFIRM, {"code": code_for(SECRET)})
    client.post(remove)
    assert not Authenticator.objects.filter(user=person).exists()


def test_guessing_the_password_again_is_limited(client, clock):
    person = make_user("editor")
    sign_in(client, person)
    clock.shift(timedelta(minutes=6))
    path = OVERVIEW + "password/"
    answers = [client.post(path, {"password": "x"}).status_code for _ in range(forms.TRIES + 1)]
    assert answers == [200] * forms.TRIES + [429]
    assert client.post(path, {"password": PASSWORD}).status_code == 429


def test_no_secret_stands_in_the_database(client, django_capture_on_commit_callbacks):
    person = make_user("editor")
    sign_in(client, person)
    page = client.get(APP).content.decode()
    shown = re.search(r'class="key">([A-Z2-7 ]+)<', page)[1].replace(" ", "")
    assert shown not in str(dict(client.session))
    secret, _answer = set_up_app(client, django_capture_on_commit_callbacks)
    rows = {row.type: row.data for row in Authenticator.objects.filter(user=person)}
    assert rows.keys() == {"totp", "recovery_codes"}
    assert secret not in json.dumps(rows)
    assert sealing.unseal(rows["totp"]["secret"]) == secret
    assert re.fullmatch(r"[0-9a-f]{80}", sealing.unseal(rows["recovery_codes"]["seed"]))
    assert secret not in str(dict(client.session))


def test_with_another_site_key_no_code_fits_and_nothing_breaks(client, settings):
    person = make_user("editor")
    code = give_app(person)[0]
    settings.SECRET_KEY = "another key " * 6
    sign_in(client, person)
    for guess in (code_for(SECRET), code_for(""), code):
        assert client.post(STEP, {"code": guess}).status_code == 200
    assert not is_signed_in(client)


def test_an_old_site_key_still_opens_what_it_sealed(settings):
    sealed = sealing.seal("a secret")
    assert sealed != sealing.seal("a secret")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key " * 6
    assert sealing.unseal(sealed) == "a secret"


def test_recovery_codes_are_shown_once_and_can_be_renewed(
    client, django_capture_on_commit_callbacks
):
    person = make_user("editor")
    sign_in(client, person)
    set_up_app(client, django_capture_on_commit_callbacks)
    first = re.findall(r"<code>(\d{8})</code>", client.get(CODES).content.decode())
    assert len(first) == 10
    again = client.get(CODES).content.decode()
    assert not re.findall(r"\d{8}", again)
    assert client.post(CODES + "new/").headers["Location"] == CODES
    second = re.findall(r"<code>(\d{8})</code>", client.get(CODES).content.decode())
    assert len(second) == 10
    assert not set(first) & set(second)
    client.logout()
    sign_in(client, person)
    assert client.post(STEP, {"code": first[0]}).status_code == 200
    assert client.post(STEP, {"code": second[0]}).status_code == 302


def test_a_change_is_told_by_mail(client, django_capture_on_commit_callbacks):
    person = make_user("editor")
    sign_in(client, person)
    set_up_app(client, django_capture_on_commit_callbacks)
    assert [message.to for message in mail.outbox] == [[person.email]]
    assert "Two-step verification" in mail.outbox[0].body
    client.post(OVERVIEW + "app/remove/")
    assert len(mail.outbox) == 2


def test_the_picture_holds_the_key_for_this_site_and_the_policy(client, settings):
    settings.SITE_URL = "https://practice.example"
    person = make_user("editor")
    sign_in(client, person)
    answer = client.get(APP)
    assert "issuer=practice.example" in answer.context["totp_url"]
    page = answer.content.decode()
    assert "<svg" in page
    assert "<?xml" not in page
    assert "style=" not in page
    assert "data:" not in page.split("<svg")[1].split("</svg>")[0]


@pytest.mark.parametrize(
    "path",
    ["signup/", "email/", "password/reset/", "accounts/", "accounts/login/", "accounts/signup/"],
)
def test_no_page_of_the_package_is_there_that_is_not_needed(client, path):
    client.force_login(make_user(is_superuser=True))
    for prefix in ("/", OVERVIEW):
        assert client.get(prefix + path).status_code == 404
    for path in ("/admin/mfa/authenticator/", "/admin/account/emailaddress/"):
        assert client.get(path).status_code == 404
