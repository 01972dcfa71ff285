"""The demo's key to its inquiries. Everybody knows it: it is made on this computer only."""

from intake.models import KeyHolder, PracticeKey
from intake.room import holders, passphrases, roll
from intake.room.ways_in import SHEETS

PASSPHRASE = "demo demo demo demo"  # noqa: S105  printed by the command
# What is printed on the demo's recovery sheets.
CODE = "-".join(["DEMO"] * 12 + ["DEMQ"])
KEY_HOLDERS = {"coordinator", "deputy"}


@roll.changing()
def load_keys():
    """Sheets first: the people come with the demo's logins, or never."""
    sheets = [holders.make_holder(CODE, sheet=label, is_proven=True) for label in SHEETS]
    holders.turn_over(begin_with=sheets)
    PracticeKey.objects.filter(is_current=True).update(takes_inquiries=True)


def give_key(user):
    """Lets somebody of the demo in, by way of a sheet; nothing where the keys are real ones."""
    sheet = KeyHolder.objects.sheets().first()
    if sheet is None:
        return
    try:
        own = holders.private_key_of(sheet, CODE)
    except passphrases.WrongPassphrase:
        return
    holders.let_in(own, holders.make_person(user, PASSPHRASE))
