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

pytestmark = pytest.mark.django_db
ONE, TWO = "the kettle sings before anyone", "two mugs on the window sill"


@pytest.fixture(autouse=True)
def practice():
    factories.make_practice()
    factories.make_user("coordinator", username="dana")
    factories.make_user("coordinator", username="ruth")
    factories.make_user("editor", username="ed")


class Terminal(io.StringIO):
    """Answers what is asked; ``{A}`` is the code that was shown last."""

    def __init__(self, *answers):
        super().__init__()
        self.answers = list(answers)

    def readline(self):
        if not self.answers:
            return ""
        codes = re.findall(r"(?:\w{4}-){12}\w{4}", self.getvalue())
        return self.answers.pop(0).replace("{code}", codes[-1] if codes else "") + "\n"


def set_up(monkeypatch, *answers, people=("dana", "ruth")):
    terminal = Terminal(*answers)
    monkeypatch.setattr("sys.stdin", terminal)
    call_command("set_up_keys", *people, stdout=terminal)
    return terminal.getvalue()


def test_two_people_and_two_sheets_open_the_form(monkeypatch):
    words = set_up(monkeypatch, ONE, ONE, "{code}", "{code}", TWO, TWO)
    assert "The form is open." in words
    assert holders.is_open()
    assert KeyHolder.objects.count() == 4
    assert ONE not in words


def test_slips_are_said_and_may_be_mended(monkeypatch):
    words = set_up(
        monkeypatch, "short", "short", ONE, ONE, "XXXX", "{code}", "{code}", TWO, "other", TWO, TWO
    )
    assert "at least 15 characters" in words
    assert "Look again." in words
    assert "not the same" in words
    assert holders.is_open()


def test_it_goes_on_where_it_was_stopped(monkeypatch):
    with pytest.raises(CommandError, match="ended before"):
        set_up(monkeypatch, ONE, ONE, "{code}")
    assert not holders.is_open()
    words = set_up(monkeypatch, ONE, "{code}", TWO, TWO)
    assert "Sheet A is made and was tried." in words
    assert holders.is_open()


@pytest.mark.parametrize(
    ("people", "words"),
    [
        (("dana", "dana"), "Two different"),
        (("dana", "nobody"), "Nobody here"),
        (("dana", "ed"), "does not answer inquiries"),
    ],
)
def test_whom_it_cannot_be(monkeypatch, people, words):
    with pytest.raises(CommandError, match=words):
        set_up(monkeypatch, people=people)


def test_nobody_takes_over_keys_that_others_have(monkeypatch):
    factories.open_intake()
    with pytest.raises(CommandError, match="they let"):
        set_up(monkeypatch, ONE, ONE)


def test_the_first_account_of_the_guide_can_set_up_keys(monkeypatch, settings):
    """The command that the guide and the refusal name, word for word."""
    guide = (settings.BASE_DIR / "docs/inquiries.md").read_text()
    command = re.search(r"manage\.py (createsuperuser .*)", guide)[1]
    with pytest.raises(CommandError, match="createsuperuser --username nobody"):
        set_up(monkeypatch, people=("nobody", "ruth"))
    get_user_model().objects.all().delete()
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "a long password")
    name, *options = shlex.split(command)
    call_command(name, *options, interactive=False, stdout=io.StringIO())
    first = get_user_model().objects.get(username="dana", is_superuser=True)
    assert first.check_password("a long password")
    assert (first.name, first.email) == ("Dana Osei", "dana@practice.example")
