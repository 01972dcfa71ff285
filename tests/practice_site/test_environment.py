import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from practice_site.environment import (
    Environment,
    database_from_url,
    mail_domain,
    smtp_from_url,
)


def start(**variables):
    """What a process says that loads the settings with these variables and no others."""
    return subprocess.run(
        [sys.executable, "-c", "import practice_site.settings"],
        env={"PATH": os.environ["PATH"], **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_all_faults_are_reported_at_once(tmp_path):
    done = start(
        SITE_URL="https://practice.example",
        DATABASE_URL="mysql://somewhere/x",
        TIME_ZONE="Mars/Olympus",
        WEB_WORKERS="many",
        DEBUG="perhaps",
        STATE_DIR=str(tmp_path),
    )
    assert done.returncode != 0
    for name in ["SECRET_KEY", "DATABASE_URL", "TIME_ZONE", "WEB_WORKERS", "DEBUG"]:
        assert f"- {name}" in done.stderr


def test_missing_production_secret_stops_the_start(tmp_path):
    done = start(SITE_URL="https://practice.example", STATE_DIR=str(tmp_path))
    assert "SECRET_KEY must be set" in done.stderr


def test_local_machine_makes_its_own_key_once(tmp_path):
    assert start(STATE_DIR=str(tmp_path)).returncode == 0
    key = (tmp_path / "secret_key").read_text()
    assert len(key) >= 50
    assert start(STATE_DIR=str(tmp_path)).returncode == 0
    assert (tmp_path / "secret_key").read_text() == key


@pytest.mark.parametrize(
    "url",
    ["practice.example", "ftp://x", "https://", "https://a.example/blog", "https://u@a.example"],
)
def test_unusable_site_url_stops_the_start(tmp_path, url):
    done = start(SITE_URL=url, SECRET_KEY="x" * 60, STATE_DIR=str(tmp_path))
    assert "- SITE_URL" in done.stderr


def test_secret_can_come_from_a_file(tmp_path):
    (tmp_path / "key").write_text("a secret\n")
    env = Environment({"KEY_FILE": str(tmp_path / "key")})
    assert env.text("KEY") == "a secret"


def test_secret_given_twice_is_a_fault(tmp_path):
    env = Environment({"KEY": "a", "KEY_FILE": str(tmp_path / "key")})
    env.text("KEY")
    with pytest.raises(ImproperlyConfigured, match="keep one"):
        env.refuse_faults()


def test_database_url_is_taken_apart():
    parts = Environment({"D": "postgres://us%40er:p%2Fw@db:6543/na?sslmode=require"}).url(
        "D", "", ["postgres"]
    )
    database = database_from_url(parts)
    assert (database["USER"], database["PASSWORD"], database["PORT"]) == ("us@er", "p/w", "6543")
    assert database["OPTIONS"]["sslmode"] == "require"


@pytest.mark.parametrize(("scheme", "port"), [("smtp", 25), ("smtp+tls", 587), ("smtps", 465)])
def test_mail_url_has_the_usual_port(scheme, port):
    parts = Environment({"E": f"{scheme}://mail.example"}).url("E", "", [scheme])
    assert smtp_from_url(parts)["EMAIL_PORT"] == port


@pytest.mark.parametrize(
    "url",
    [
        "smtp://front:pa/ss@mail.example:587",
        "smtp://front:pa#ss@mail.example",
        "smtp://front:12?ss@mail.example",
        "smtp://front:12/ss@mail.example:25",
        "smtp://front:12#ss@mail.example",
        "smtp://[front:pa@mail.example",
    ],
)
def test_a_password_that_cuts_the_address_off_is_refused_and_not_shown(url):
    env = Environment({"E": url})
    env.url("E", "smtp://127.0.0.1", ["smtp"])
    [fault] = env.faults
    assert "E is not a usable address" in fault
    assert not any(part in fault for part in ("'pa'", "ss@", "12", "front"))


@pytest.mark.parametrize("url", ["sqlite:////srv/a@b/db", "sqlite:///db", "postgres://u:a%40b@h/x"])
def test_other_signs_in_an_address_are_taken(url):
    env = Environment({"E": url})
    env.url("E", "", ["sqlite", "postgres"])
    assert env.faults == []


@pytest.mark.parametrize(
    ("given", "becomes"),
    [
        ("office@x.example", "office@x.example"),
        ("  office@x.example ", "office@x.example"),
        ("<office@x.example>", "office@x.example"),
        ("Front desk <office@x.example>", "Front desk <office@x.example>"),
        ("Hill, Vale & Co <office@x.example>", '"Hill, Vale & Co" <office@x.example>'),
        ('"Hill, Vale & Co" <office@x.example>', '"Hill, Vale & Co" <office@x.example>'),
        ("Dr. Vale <office@x.example>", '"Dr. Vale" <office@x.example>'),
        ("office@bücher.example", "office@xn--bcher-kva.example"),
        ("desk+a.b@x.example", "desk+a.b@x.example"),
    ],
)
def test_a_mail_address_is_kept_as_a_header_holds_it(given, becomes):
    env = Environment({"MAIL_FROM": given})
    assert env.mailbox("MAIL_FROM") == becomes
    assert not env.faults


@pytest.mark.parametrize(
    "given",
    [
        "office", "office@", "@x.example", "office@x..example", "a@x.example, b@x.example",
        "a@x.example; b@x.example", "Office <a@x.example>, <b@x.example>", "Office <a@x.example",
        "a@x.example <b@x.example>", 'A "quoted" name <a@x.example>', "Office a@x.example",
        "office@x.example\nBcc: all@x.example", "Of\rfice <office@x.example>", "Hill\x00 <a@x.example>",
        "büro@x.example", "office@-x-.example", f"office@{'x' * 64}.example", "Office <>", "<<a@x.example>>",
        "Team: a@x.example;", "office@x.example.", "a\\b <a@x.example>",
    ],
)  # fmt: skip
def test_what_is_not_one_mail_address_stops_the_start_with_a_sentence(given):
    env = Environment({"MAIL_FROM": given})
    env.mailbox("MAIL_FROM")
    with pytest.raises(ImproperlyConfigured, match=r"MAIL_FROM .*; write one address, like"):
        env.refuse_faults()


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("practice.example", "practice.example"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("192.0.2.7", "[192.0.2.7]"),
        ("2001:db8::7", "[IPv6:2001:db8::7]"),
    ],
)
def test_the_default_sender_fits_any_host(host, domain):
    assert mail_domain(host) == domain
