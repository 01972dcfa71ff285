import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from practice_site.environment import Environment, database_from_url, smtp_from_url


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
