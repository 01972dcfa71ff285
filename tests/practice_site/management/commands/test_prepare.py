import io

import pytest
from django.core import checks
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError

from practice_site.management.commands import prepare as command
from tests.factories import make_article


def prepare(**options):
    out = io.StringIO()
    call_command("prepare", stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def order(monkeypatch):
    done = []

    def steps():
        done.append("steps")
        yield "Roles: as declared."

    monkeypatch.setattr(command, "prepare", steps)
    return done


@pytest.mark.django_db
def test_it_says_a_line_for_each_step_and_content_stays(order):
    make_article()
    assert prepare(demo=True).splitlines() == [
        "Roles: as declared.",
        "The database has content already; it stays as it is.",
    ]


def test_without_the_demo_nobody_asks_for_content(order):
    assert prepare() == "Roles: as declared.\n"


@pytest.mark.django_db
def test_the_demo_is_refused_where_others_can_reach_the_site(order, settings):
    settings.IS_LOOPBACK = False
    with pytest.raises(CommandError, match="share one password"):
        prepare(demo=True)


def test_wrong_settings_are_refused_before_anything_is_done(order, monkeypatch):
    monkeypatch.setattr(checks, "run_checks", lambda **about: [checks.Error("Not like this.")])
    with pytest.raises(SystemCheckError, match=r"Not like this\."):
        prepare(skip_checks=False)
    assert order == []
