"""Who may do what in the confidential room: one table, asked by every view and every template.

What it says hangs on three things: the role, how far the key is, and whether the room is unlocked. Nobody may
more than it says. Less, where it hangs on something else: who shows once more that it is them, before a first
passphrase (``PassphraseView.shows_who``) and a forgotten one (``ForgottenView``); whose key it is, since
nobody takes the own one away (``TakeOutView.other``); and where the inquiry stands
(``intake.transitions.table``; ``InquiryAdmin.has_delete_permission``).
"""

from dataclasses import dataclass
from enum import Enum, auto

from django.http import HttpRequest

from intake.models import KeyHolder, NewKey, PracticeKey
from intake.room import holders
from intake.room.unlocking import Room, holder_of, room_of
from staff.models import User


class Role(Enum):
    OUTSIDE = auto()
    # Sees who opened inquiries, and opens none.
    OVERSEES = auto()
    ANSWERS = auto()


class Key(Enum):
    """How far somebody's key is. Having one is not being inside."""

    NONE = auto()
    # A passphrase that opens nothing yet: nobody has let it in.
    WAITING = auto()
    # The own grant opens the current practice key.
    INSIDE = auto()
    # Inside, and another key waits to take the place of this one.
    REPLACED_SOON = auto()


class Action(Enum):
    SEE_LOG = auto()
    SEE_KEYS = auto()
    CHOOSE_PASSPHRASE = auto()
    CHANGE_PASSPHRASE = auto()
    FORGET = auto()
    STOP_FORGETTING = auto()
    UNLOCK = auto()
    LOCK = auto()
    ADMIT = auto()
    TAKE_AWAY = auto()
    MAKE_RECOVERY_CODE = auto()
    PROVE_RECOVERY_CODE = auto()
    TAKE_RECOVERY_CODE_OUT = auto()
    SAY_WHO_KEEPS = auto()
    USE_RECOVERY_CODE = auto()
    # Notes, attempts and who does what next: sealing takes no secret.
    WORK = auto()
    WRITE_TO_PERSON = auto()
    ASK_CLINICIAN = auto()
    CORRECT = auto()
    MERGE = auto()
    CLOSE = auto()
    HOLD = auto()
    TELL = auto()
    PRINT = auto()
    ERASE = auto()


@dataclass(frozen=True)
class Rule:
    keys: frozenset[Key]
    roles: frozenset[Role] = frozenset({Role.ANSWERS})
    needs_unlocked: bool = False


ANY_KEY = frozenset(Key)
HAS_KEY = ANY_KEY - {Key.NONE}
IS_IN = frozenset({Key.INSIDE, Key.REPLACED_SOON})
EVERYBODY_WHO_ANSWERS = Rule(ANY_KEY)
OPEN_ROOM = Rule(IS_IN, needs_unlocked=True)

TABLE = {
    Action.SEE_LOG: Rule(ANY_KEY, frozenset({Role.OVERSEES, Role.ANSWERS})),
    Action.SEE_KEYS: EVERYBODY_WHO_ANSWERS,
    Action.CHOOSE_PASSPHRASE: Rule(frozenset({Key.NONE})),
    Action.CHANGE_PASSPHRASE: Rule(HAS_KEY),
    Action.FORGET: Rule(HAS_KEY),
    Action.STOP_FORGETTING: OPEN_ROOM,
    Action.UNLOCK: Rule(HAS_KEY),
    Action.LOCK: EVERYBODY_WHO_ANSWERS,
    Action.ADMIT: OPEN_ROOM,
    Action.TAKE_AWAY: OPEN_ROOM,
    Action.MAKE_RECOVERY_CODE: OPEN_ROOM,
    Action.PROVE_RECOVERY_CODE: OPEN_ROOM,
    Action.TAKE_RECOVERY_CODE_OUT: OPEN_ROOM,
    Action.SAY_WHO_KEEPS: OPEN_ROOM,
    Action.USE_RECOVERY_CODE: Rule(frozenset({Key.WAITING, Key.REPLACED_SOON})),
    Action.WORK: EVERYBODY_WHO_ANSWERS,
    Action.WRITE_TO_PERSON: OPEN_ROOM,
    Action.ASK_CLINICIAN: OPEN_ROOM,
    Action.CORRECT: OPEN_ROOM,
    Action.MERGE: OPEN_ROOM,
    Action.CLOSE: OPEN_ROOM,
    Action.HOLD: OPEN_ROOM,
    Action.TELL: OPEN_ROOM,
    Action.PRINT: OPEN_ROOM,
    Action.ERASE: OPEN_ROOM,
}


@dataclass(frozen=True)
class Standing:
    role: Role
    key: Key
    is_unlocked: bool

    def may(self, action: Action) -> bool:
        rule = TABLE[action]
        return self.might(action) and (self.is_unlocked or not rule.needs_unlocked)

    def might(self, action: Action) -> bool:
        """Whether they may once they have unlocked."""
        rule = TABLE[action]
        return self.role in rule.roles and self.key in rule.keys


def standing_of(request: HttpRequest) -> Standing:
    """Asked once for each request."""
    if not hasattr(request, "standing"):
        room = room_of(request)
        key = key_of(holder_of(request), room)
        role = role_of(request.user)  # type: ignore[arg-type]
        request.standing = Standing(role, key, room is not None)  # type: ignore[attr-defined]
    return request.standing  # type: ignore[attr-defined]


def role_of(user: User) -> Role:
    if user.has_perm("intake.change_inquiry"):
        return Role.ANSWERS
    return Role.OVERSEES if user.has_perm("intake.view_roomevent") else Role.OUTSIDE


def may_by_role(user: User, action: Action) -> bool:
    """For what hangs on no key."""
    return role_of(user) in TABLE[action].roles


def key_of(holder: KeyHolder | None, room: Room | None = None) -> Key:
    if holder is None:
        return Key.NONE
    if room:
        is_inside = room.opens(room.roll.current)
        has_new = holder.user_id in room.roll.awaited
    else:
        is_inside = holders.is_inside(holder, PracticeKey.objects.current())
        has_new = NewKey.objects.filter(user=holder.user_id).exists()
    if not is_inside:
        return Key.WAITING
    return Key.REPLACED_SOON if has_new else Key.INSIDE
