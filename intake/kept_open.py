"""Whether the form is shown, for as long as nobody writes to what decides it.

For pages that only show it. Whatever takes in what somebody wrote looks at the keys themselves.
"""

from freshness.basis import question
from freshness.kept import Kept
from intake.room import holders


def read() -> tuple[bool, None]:
    return holders.form_is_open(), None


OF = [
    "intake.RoomEvent", "intake.PracticeKey", "intake.Grant", "intake.KeyHolder", "intake.NewKey",
    "staff.User", "staff.User_groups", "staff.User_user_permissions",
    "auth.Group", "auth.Group_permissions", "auth.Permission", "contenttypes.ContentType",
]  # fmt: skip
kept = Kept("intake.form_is_open", OF, read)


@question
def is_open() -> bool:
    return kept.get()
