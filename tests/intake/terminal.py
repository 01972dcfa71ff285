"""The commands of the room at a terminal, and who answers what they ask."""

import io
import re

from django.core.management import call_command

ONE, TWO = "the kettle sings before anyone", "two mugs on the window sill"


class Terminal(io.StringIO):
    """Answers what is asked; ``{code}`` is the code that was shown last."""

    def __init__(self, *answers):
        super().__init__()
        self.answers = list(answers)

    def readline(self):
        if not self.answers:
            return ""
        codes = re.findall(r"(?:\w{4}-){12}\w{4}", self.getvalue())
        return self.answers.pop(0).replace("{code}", codes[-1] if codes else "") + "\n"


def set_up_keys(monkeypatch, *answers, people=("dana", "ruth")):
    terminal = Terminal(*answers)
    monkeypatch.setattr("sys.stdin", terminal)
    call_command("set_up_keys", *people, stdout=terminal)
    return terminal.getvalue()


def vouch(monkeypatch, *said, **who):
    terminal = Terminal(*said)
    monkeypatch.setattr("sys.stdin", terminal)
    call_command("vouch_for_keys", stdout=terminal, **who)
    return terminal.getvalue()


def verify():
    out = io.StringIO()
    call_command("verify_room_log", stdout=out)
    return out.getvalue()
