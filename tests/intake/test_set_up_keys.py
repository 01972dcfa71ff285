"""The keys can be set up at a terminal; what is missing or wrong is said."""

import io
import re
import shlex

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from intake.models import KeyHolder
from intake.room import holders
from tests import factories
from tests.intake.terminal import ONE, TWO, set_up_keys

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def practice():
    factories.make_practice()
    factories.make_user("coordinator", username="dana")
    factories.make_user("coordinator", username="ruth")
    factories.make_user("editor", username="ed")


def test_two_people_and_two_sheets_open_the_form(monkeypatch):
    text = set_up_keys(monkeypatch, ONE, ONE, "{code}", "{code}", TWO, TWO)
    assert "The form is open." in text
    assert holders.form_is_open()
    assert KeyHolder.objects.count() == 4
    assert ONE not in text


def test_slips_are_said_and_may_be_mended(monkeypatch):
    text = set_up_keys(
        monkeypatch, "short", "short", ONE, ONE, "XXXX", "{code}", "{code}", TWO, "other", TWO, TWO
    )
    assert "at least 15 characters" in text
    assert "Look again." in text
    assert "not the same" in text
    assert holders.form_is_open()


def test_it_goes_on_where_it_was_stopped(monkeypatch):
    with pytest.raises(CommandError, match="ended before"):
        set_up_keys(monkeypatch, ONE, ONE, "{code}")
    assert not holders.form_is_open()
    text = set_up_keys(monkeypatch, ONE, "{code}", TWO, TWO)
    assert "Sheet A is made and was tried." in text
    assert holders.form_is_open()


@pytest.mark.parametrize(
    ("people", "message"),
    [
        (("dana", "dana"), "Two different"),
        (("dana", "nobody"), "Nobody here"),
        (("dana", "ed"), "does not answer inquiries"),
    ],
)
def test_whom_it_cannot_be(monkeypatch, people, message):
    with pytest.raises(CommandError, match=message):
        set_up_keys(monkeypatch, people=people)


def test_nobody_takes_over_keys_that_others_have(monkeypatch):
    factories.open_intake()
    with pytest.raises(CommandError, match="they let"):
        set_up_keys(monkeypatch, ONE, ONE)


def test_the_first_account_of_the_guide_can_set_up_keys(monkeypatch, settings):
    """The command that the guide and the refusal name, word for word."""
    guide = (settings.BASE_DIR / "docs/inquiry-access.md").read_text()
    command = re.search(r"manage\.py (createsuperuser .*)", guide)[1]
    with pytest.raises(CommandError, match="createsuperuser --username nobody"):
        set_up_keys(monkeypatch, people=("nobody", "ruth"))
    get_user_model().objects.all().delete()
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "a long password")
    name, *options = shlex.split(command)
    call_command(name, *options, interactive=False, stdout=io.StringIO())
    first = get_user_model().objects.get(username="dana", is_superuser=True)
    assert first.check_password("a long password")
    assert (first.name, first.email) == ("Dana Osei", "dana@practice.example")
