import json
import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.core import mail
from django.urls import reverse

from staff.factors import forms, sealing
from tests.factories import PASSWORD, make_user
from tests.mailbox import free_port
from tests.staff.passkey import Passkey
from tests.staff.signing_in import (
    APP,
    CODES,
    CONFIRM,
    DESK,
    LOGIN,
    OVERVIEW,
    SECRET,
    STEP,
    code_for,
    give_app,
    give_passkey,
    is_signed_in,
    set_up_app,
    sign_in,
    sign_in_with_code,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def production(settings):
    settings.REQUIRE_SECOND_FACTOR = True


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-11-24T12:00:10Z", tick=False) as clock:
        yield clock


# Signing in


def test_the_password_alone_does_not_sign_in_whoever_has_a_factor(client):
    person = make_user("editor")
    give_app(person)
    assert sign_in(client, person).headers["Location"] == STEP
    assert not is_signed_in(client)
    assert client.get(DESK).headers["Location"].startswith(LOGIN)
    assert client.get(OVERVIEW).headers["Location"].startswith(LOGIN)


def test_password_and_code_sign_in_and_lead_where_one_wanted_to_go(client):
    person = make_user("editor")
    give_app(person)
    sign_in(client, person, next="/admin/blog/article/")
    answer = client.post(STEP, {"code": code_for(SECRET)})
    assert answer.headers["Location"] == "/admin/blog/article/"
    assert client.get("/admin/blog/article/").status_code == 200


def test_a_session_from_before_the_factor_is_asked_for_it(client):
    person = make_user("editor")
    client.force_login(person)
    assert client.get(DESK).status_code == 200
    give_app(person)
    answer = client.get("/admin/blog/article/")
    assert answer.headers["Location"] == f"{CONFIRM}?next=%2Fadmin%2Fblog%2Farticle%2F"
    answer = client.post(answer.headers["Location"], {"code": code_for(SECRET)})
    assert answer.headers["Location"] == "/admin/blog/article/"
    assert client.get(DESK).status_code == 200


@pytest.mark.parametrize(
    "path", [OVERVIEW, APP, CODES, OVERVIEW + "app/remove/", OVERVIEW + "password/"]
)
def test_a_factor_that_was_not_used_cannot_be_changed(client, path):
    person = make_user("editor")
    give_app(person)
    client.force_login(person)
    for method in (client.get, client.post):
        assert method(path).headers["Location"].startswith(CONFIRM)


def test_the_proof_of_one_person_is_not_that_of_another(client):
    ana, ben = make_user("editor"), make_user("editor")
    give_app(ana)
    give_app(ben)
    sign_in_with_code(client, ana)
    sign_in(client, ben)
    assert not is_signed_in(client)
    client.force_login(ben)
    assert client.get(DESK).headers["Location"].startswith(CONFIRM)


def test_the_step_after_the_password_waits_five_minutes(client, clock):
    person = make_user("editor")
    give_app(person)
    sign_in(client, person)
    clock.shift(timedelta(minutes=6))
    answer = client.post(STEP, {"code": code_for(SECRET)})
    assert answer.headers["Location"] == LOGIN
    assert not is_signed_in(client)


def test_without_a_password_there_is_no_second_step(client):
    assert client.get(STEP).headers["Location"] == LOGIN
    assert client.post(STEP, {"code": "123456"}).headers["Location"] == LOGIN


def test_without_a_factor_nothing_changes(client):
    person = make_user("editor")
    assert sign_in(client, person).headers["Location"] == DESK
    assert client.get(DESK).status_code == 200


@pytest.mark.parametrize("later", [-30, 0, 30])
def test_a_clock_may_be_half_a_minute_off(client, later):
    person = make_user("editor")
    give_app(person)
    sign_in(client, person)
    assert client.post(STEP, {"code": code_for(SECRET, later)}).headers["Location"] == DESK


def test_a_used_code_is_refused_as_long_as_it_would_be_valid(client, clock):
    person = make_user("editor")
    give_app(person)
    code = code_for(SECRET, 30)
    sign_in(client, person)
    assert client.post(STEP, {"code": code}).status_code == 302
    for spelling in [code, f"{code[:3]} {code[3:]}"]:
        client.logout()
        # Past the memory of the package itself, which is one period long.
        clock.shift(timedelta(seconds=25))
        sign_in(client, person)
        assert client.post(STEP, {"code": spelling}).status_code == 200
        assert not is_signed_in(client)


def test_the_code_of_the_set_up_is_used_as_well(client, django_capture_on_commit_callbacks):
    person = make_user("editor")
    sign_in(client, person)
    secret, _answer = set_up_app(client, django_capture_on_commit_callbacks)
    client.logout()
    sign_in(client, person)
    assert client.post(STEP, {"code": code_for(secret)}).status_code == 200
    assert client.post(STEP, {"code": code_for(secret, 30)}).status_code == 302


def test_wrong_codes_are_limited_and_then_the_right_one_waits_too(client, clock):
    person, other = make_user("editor"), make_user("editor")
    give_app(person)
    give_app(other)
    sign_in(client, person)
    answers = [client.post(STEP, {"code": "000000"}).status_code for _ in range(forms.TRIES)]
    assert answers == [200] * forms.TRIES
    # Starting again with the password does not help.
    sign_in(client, person)
    answer = client.post(STEP, {"code": code_for(SECRET)})
    assert answer.status_code == 429
    assert "Please try again at" in answer.content.decode()
    assert not is_signed_in(client)
    assert sign_in_with_code(client.__class__(), other).status_code == 302
    clock.shift(timedelta(minutes=16))
    assert sign_in_with_code(client, person).status_code == 302


@pytest.mark.parametrize("code", ["", "abc", "१२३४५६", "\x00", "1" * 500, "😀" * 6])
def test_odd_codes_are_refused_and_break_nothing(client, code):
    person = make_user("editor")
    give_app(person)
    sign_in(client, person)
    assert client.post(STEP, {"code": code}).status_code == 200
    assert not is_signed_in(client)


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


def test_a_recovery_code_works_once(client):
    person = make_user("editor")
    code = give_app(person)[0]
    sign_in(client, person)
    assert client.post(STEP, {"code": code}).headers["Location"] == DESK
    client.logout()
    sign_in(client, person)
    assert client.post(STEP, {"code": code}).status_code == 200
    assert not is_signed_in(client)


def test_a_closed_account_does_not_get_past_the_second_step(client):
    person = make_user("editor")
    give_app(person)
    sign_in(client, person)
    type(person).objects.filter(pk=person.pk).update(is_active=False)
    client.post(STEP, {"code": code_for(SECRET)})
    assert client.get(DESK).status_code == 302


# Who must have one


@pytest.mark.parametrize("role", ["coordinator", "manager", "superuser"])
def test_who_may_open_inquiries_or_change_accounts_reaches_only_the_set_up_in_production(
    client, production, role
):
    person = make_user(is_superuser=True) if role == "superuser" else make_user(role)
    sign_in(client, person)
    for path in [DESK, "/admin/intake/inquiry/", "/admin/jsi18n/", "/admin/nowhere/", CODES]:
        assert client.get(path).headers["Location"] == OVERVIEW
        assert client.post(path).headers["Location"] == OVERVIEW
    page = client.get(OVERVIEW).content.decode()
    assert "a stolen password alone must not open the desk" in page
    assert client.get(APP).status_code == 200
    assert client.get("/admin/password_change/").status_code == 200
    assert client.post("/admin/logout/").status_code == 200


def test_after_the_set_up_the_desk_opens(client, production, django_capture_on_commit_callbacks):
    person = make_user("coordinator")
    sign_in(client, person)
    _secret, answer = set_up_app(client, django_capture_on_commit_callbacks)
    assert answer.headers["Location"] == CODES
    assert client.get(CODES).status_code == 200
    assert client.get("/admin/intake/inquiry/").status_code == 200


def test_whoever_removes_a_demanded_factor_is_back_at_the_set_up(client, production):
    person = make_user("coordinator")
    give_app(person)
    sign_in_with_code(client, person)
    assert client.get(DESK).status_code == 200
    client.post(OVERVIEW + "app/remove/")
    assert not Authenticator.objects.filter(user=person).exists()
    assert client.get(DESK).headers["Location"] == OVERVIEW


@pytest.mark.parametrize("role", ["editor", "author", "clinician"])
def test_others_are_not_asked_in_production_unless_they_set_one_up(client, production, role):
    person = make_user(role)
    sign_in(client, person)
    assert client.get(DESK).status_code == 200
    give_app(person)
    assert client.get(DESK).headers["Location"].startswith(CONFIRM)


def test_on_ones_own_machine_it_is_offered_not_demanded(client, settings):
    assert settings.REQUIRE_SECOND_FACTOR is False
    client.force_login(make_user("coordinator"))
    page = client.get(DESK)
    assert page.status_code == 200
    assert f'href="{OVERVIEW}"' in page.content.decode()


def test_visitors_and_public_pages_are_not_asked(client, production, practice):
    client.force_login(make_user("coordinator"))
    assert client.get("/").status_code == 200


# Setting up and changing


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
    assert [letter.to for letter in mail.outbox] == [[person.email]]
    assert "second factor" in mail.outbox[0].body
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


# A manager's help


@pytest.fixture
def manager(client):
    user = make_user("manager", name="Dana Osei")
    sign_in(client, user)
    return user


def save(client, person, **more):
    data = {"name": person.name, "email": person.email, "roles": person.roles, "is_active": "on"}
    return client.post(reverse("admin:staff_user_change", args=[person.pk]), data | more)


def test_a_manager_takes_lost_factors_away_and_it_is_on_record(client, manager):
    ana = make_user("coordinator")
    give_app(ana)
    session = client.__class__()
    sign_in_with_code(session, ana)
    page = client.get(reverse("admin:staff_user_change", args=[ana.pk])).content.decode()
    assert "take away the second factor" in page
    save(client, ana, _forget_factors="1")
    assert not Authenticator.objects.filter(user=ana).exists()
    assert session.get(DESK).headers["Location"].startswith(LOGIN)
    assert "Took away the second factor." in [
        entry.get_change_message() for entry in LogEntry.objects.filter(object_id=ana.pk)
    ]
    assert mail.outbox[0].to == [ana.email]
    assert "Dana Osei" in mail.outbox[0].body
    # The manager's own session goes on, and the person starts over.
    assert client.get(DESK).status_code == 200
    assert sign_in(session, ana).headers["Location"] == DESK


def test_saving_a_person_takes_nothing_away(client, manager):
    ana = make_user("author")
    give_app(ana)
    save(client, ana)
    assert Authenticator.objects.filter(user=ana).exists()
    assert mail.outbox == []


def test_whoever_leaves_keeps_no_factor(client, manager):
    ana = make_user("author")
    give_app(ana)
    save(client, ana, is_active="")
    assert not Authenticator.objects.filter(user=ana).exists()


@pytest.mark.parametrize("role", ["editor", "coordinator", "author"])
def test_nobody_else_takes_factors_away(client, role):
    client.force_login(make_user(role))
    ana = make_user("author")
    give_app(ana)
    assert save(client, ana, _forget_factors="1").status_code == 403
    assert Authenticator.objects.filter(user=ana).exists()


def test_only_a_superuser_takes_a_superusers_factors_away(client, manager):
    root = make_user(is_superuser=True)
    give_app(root)
    save(client, root, _forget_factors="1")
    assert Authenticator.objects.filter(user=root).exists()
    sign_in(client, make_user(is_superuser=True))
    save(client, root, is_superuser="on", _forget_factors="1")
    assert not Authenticator.objects.filter(user=root).exists()


def test_ones_own_factor_is_not_taken_away_there(client, manager):
    give_app(manager)
    sign_in_with_code(client, manager)
    save(client, manager, _forget_factors="1")
    assert Authenticator.objects.filter(user=manager).exists()


def test_signing_in_needs_no_cache(client, production, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "practice_site.caches.ForgivingRedis",
            "LOCATION": f"redis://127.0.0.1:{free_port()}/0",
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
        }
    }
    ana = make_user("coordinator")
    give_app(ana)
    sign_in(client, ana)
    assert client.post(STEP, {"code": code_for(SECRET)}).headers["Location"] == DESK
    client.logout()
    sign_in(client, ana)
    assert client.post(STEP, {"code": code_for(SECRET)}).status_code == 200, "a code counts once"
