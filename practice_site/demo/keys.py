"""The demo's key to its inquiries. Everybody knows it: it is made on this computer only."""

from intake.models import KeyHolder, PracticeKey
from intake.room import holders, passphrases, roll
from intake.room.ways_in import LABELS
from staff.models import User

PASSPHRASE = "demo demo demo demo"  # noqa: S105  printed by the command
# What is printed on the demo's recovery codes.
CODE = "-".join(["DEMO"] * 12 + ["DEMQ"])
KEY_HOLDERS = {"coordinator", "deputy"}


@roll.changing()
def load_keys() -> None:
    """Recovery codes first: the people come with the demo's logins, or never."""
    recovery_codes = [holders.make_holder(CODE, sheet=label, is_proven=True) for label in LABELS]
    holders.turn_over(begin_with=recovery_codes)
    PracticeKey.objects.filter(is_current=True).update(takes_inquiries=True)


def give_key(user: User) -> None:
    """Lets somebody of the demo in, by way of a recovery code; nothing where the keys are real ones."""
    recovery_code = KeyHolder.objects.recovery_codes().first()
    if recovery_code is None:
        return
    try:
        own = holders.private_key_of(recovery_code, CODE)
    except passphrases.WrongPassphrase:
        return
    holders.let_in(own, holders.make_person(user, PASSPHRASE))
