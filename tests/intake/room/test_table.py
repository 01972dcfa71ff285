"""Every cell of the table of who may do what: each role, with a key in each state, locked and unlocked,
asks for every page and posts every form, whatever buttons the pages would have shown."""

from dataclasses import dataclass
from functools import partial

import pytest
from django.db import connection, transaction
from django.test import Client

from intake.models import (
    Entry,
    FormerSheet,
    Grant,
    Inquiry,
    KeyHolder,
    NewKey,
    Offer,
    PracticeKey,
)
from intake.room import forgetting, holders, recovery_codes
from intake.room.rules import TABLE, Action, Key, Role
from tests import factories

pytestmark = pytest.mark.django_db
ROOM, LIST = "/admin/room/", "/admin/intake/inquiry/"
NEW = "the heron stands in the shallow water"
ROLES = {
    "editor": (["editor"], Role.OUTSIDE),
    "manager": (["manager"], Role.OVERSEES),
    "coordinator": (["coordinator"], Role.ANSWERS),
    "superuser": ([], Role.ANSWERS),
}
KEYS = [(Key.NONE, False)] + [
    (key, is_unlocked)
    for key in (Key.WAITING, Key.INSIDE, Key.REPLACED_SOON)
    for is_unlocked in (False, True)
]
IS_IN = {Key.INSIDE, Key.REPLACED_SOON}
ALL = set(Key)


def answering(keys, *, unlocked=False):
    return {Role.ANSWERS}, keys, unlocked


OPEN_ROOM = answering(IS_IN, unlocked=True)
# Said here once more, by itself: a slip in the table shows.
EXPECTED = {
    Action.SEE_LOG: ({Role.OVERSEES, Role.ANSWERS}, ALL, False),
    Action.SEE_KEYS: answering(ALL),
    Action.CHOOSE_PASSPHRASE: answering({Key.NONE}),
    Action.CHANGE_PASSPHRASE: answering(ALL - {Key.NONE}),
    Action.FORGET: answering(ALL - {Key.NONE}),
    Action.UNLOCK: answering(ALL - {Key.NONE}),
    Action.LOCK: answering(ALL),
    Action.USE_RECOVERY_CODE: answering({Key.WAITING, Key.REPLACED_SOON}),
    Action.WORK: answering(ALL),
    **dict.fromkeys(
        [
            Action.STOP_FORGETTING,
            Action.ADMIT,
            Action.TAKE_AWAY,
            Action.MAKE_RECOVERY_CODE,
            Action.PROVE_RECOVERY_CODE,
            Action.TAKE_RECOVERY_CODE_OUT,
            Action.SAY_WHO_KEEPS,
            Action.WRITE_TO_PERSON,
            Action.ASK_CLINICIAN,
            Action.CORRECT,
            Action.MERGE,
            Action.CLOSE,
            Action.HOLD,
            Action.TELL,
            Action.PRINT,
            Action.ERASE,
        ],
        OPEN_ROOM,
    ),
}


@dataclass
class Door:
    """Where something is done. ``data`` is None where nothing can be posted, ``is_seen`` whether it can
    be asked for; what is posted ``changes`` what is kept."""

    address: str
    data: dict | None = None
    is_seen: bool = True
    changes: bool = True


@pytest.fixture(scope="module")
def world(once):
    """A practice at work: somebody inside, somebody who waits, somebody who has forgotten, both sheets,
    a new sheet B, and inquiries."""
    factories.make_practice()
    factories.open_intake()
    inside, waiting, forgetful = (factories.make_user("coordinator") for _number in range(3))
    holder = factories.make_key_holder(inside)
    own = holders.private_key_of(holder, factories.PASSPHRASE)
    codes = {}
    for label in "AB":
        new, codes[label] = recovery_codes.make(label)
        recovery_codes.prove(new, own)
    _new, codes["new B"] = recovery_codes.make("B")
    holders.make_person(waiting, NEW)
    holders.let_in(own, holders.make_holder(NEW, user=forgetful, is_proven=True))
    forgetting.ask(forgetful, NEW)
    inquiry, twin = factories.make_inquiry(), factories.make_inquiry()
    Inquiry.objects.filter(pk=twin.pk).update(is_news_untold=True)
    return {
        "own": own,
        "codes": codes,
        "waiting": KeyHolder.objects.of(waiting),
        "inside": holder,
        "forgotten": NewKey.objects.get(user=forgetful),
        "inquiry": inquiry,
        "twin": twin,
        "contact": factories.make_referral_contact(),
        "therapist": factories.make_therapist(user=factories.make_user("clinician")),
    }


def somebody(world, key, is_unlocked):
    """Signed in, still as a coordinator: whoever loses the role keeps the key, and even an open room."""
    user = factories.make_user("coordinator")
    client = Client()
    client.user = user
    client.force_login(user)
    client.post("/admin/second-factor/password/", {"password": factories.PASSWORD})
    if key is not Key.NONE:
        holder = holders.make_holder(factories.PASSPHRASE, user=user, is_proven=True)
        if key in IS_IN:
            holders.let_in(world["own"], holder)
    if key is Key.REPLACED_SOON:
        forgetting.ask(user, NEW)
    if is_unlocked:
        client.post(f"{ROOM}unlock/", {"passphrase": factories.PASSPHRASE})
    return client


def become(user, role):
    names, _role = ROLES[role]
    user.groups.set(factories.Group.objects.filter(name__in=names))
    user.is_superuser = role == "superuser"
    user.save()


def doors(world, key):
    inquiry, twin = world["inquiry"], world["twin"]
    page = f"{LIST}{inquiry.pk}/change/"

    def posted(action, **answers):
        data = {"action": action} | {f"{action}-{name}": what for name, what in answers.items()}
        return Door(page, data, is_seen=False)

    mine = {"passphrase": factories.PASSPHRASE}
    note = {"words": "We have an idea."}
    chosen = {"new": NEW, "again": NEW}
    return {
        Action.SEE_LOG: [Door("/admin/intake/roomevent/"), Door("/admin/intake/roomevent/month/")],
        Action.SEE_KEYS: [Door(ROOM)],
        Action.CHOOSE_PASSPHRASE: [Door(f"{ROOM}passphrase/", chosen)] if key is Key.NONE else [],
        Action.CHANGE_PASSPHRASE: []
        if key is Key.NONE
        else [Door(f"{ROOM}passphrase/", chosen | {"old": factories.PASSPHRASE})],
        Action.FORGET: [Door(f"{ROOM}forgotten/", chosen)],
        Action.STOP_FORGETTING: [
            Door(f"{ROOM}forgotten/{world['forgotten'].pk}/stop/", {}, is_seen=False)
        ],
        Action.UNLOCK: [Door(f"{ROOM}unlock/", mine, changes=False)],
        Action.LOCK: [Door(f"{ROOM}lock/", {}, is_seen=False, changes=False)],
        Action.ADMIT: [
            Door(f"{ROOM}let-in/{world['waiting'].pk}/", {}, is_seen=False),
            Door(f"{ROOM}forgotten/{world['forgotten'].pk}/yes/", {}, is_seen=False),
        ],
        Action.TAKE_AWAY: [Door(f"{ROOM}take-out/{world['inside'].pk}/", mine)],
        Action.MAKE_RECOVERY_CODE: [Door(f"{ROOM}sheet/{one}/", mine) for one in "AB"],
        Action.PROVE_RECOVERY_CODE: [
            Door(f"{ROOM}sheet/B/prove/", {"code": world["codes"]["new B"]}),
        ],
        Action.TAKE_RECOVERY_CODE_OUT: [Door(f"{ROOM}sheet/{one}/out/", mine) for one in "AB"],
        Action.SAY_WHO_KEEPS: [Door(f"{ROOM}sheet/A/kept/", {"kept_by": "Ines Abara"})],
        Action.USE_RECOVERY_CODE: [Door(f"{ROOM}sheet/A/use/", {"code": world["codes"]["A"]})],
        Action.WORK: [posted("note", **note), posted("attempt", outcome="nobody")],
        Action.WRITE_TO_PERSON: [
            posted("letter", **note),
            posted("wait", **note),
            posted("no", **note, contacts=[world["contact"].pk]),
        ],
        Action.ASK_CLINICIAN: [posted("offer", **note, therapist=world["therapist"].pk)],
        Action.CORRECT: [posted("correct", route="email", email="right@mail.example")],
        Action.MERGE: [posted("merge", twin=twin.pk)],
        Action.CLOSE: [posted("close", because="withdrew")],
        Action.HOLD: [posted("hold", want="begin", words="Counsel asked.")],
        Action.TELL: [Door(f"{LIST}tell/", {}, is_seen=False)],
        Action.PRINT: [Door(f"{LIST}call-sheet/")],
        Action.ERASE: [Door(f"{LIST}{inquiry.pk}/delete/", {"post": "yes"})],
    }


def what_is_stored():
    """Everything that an action could change, as plain values."""
    return [
        sorted(map(str, model.objects.values_list(*fields)))
        for model, *fields in [
            (PracticeKey, "pk", "is_current", "takes_inquiries"),
            (KeyHolder, "pk", "public", "is_proven", "tried_on", "kept_by"),
            (Grant, "practice_key", "holder"),
            (NewKey, "pk"),
            (FormerSheet, "pk"),
            (
                Inquiry,
                "pk",
                "state",
                "is_held",
                "closed_because",
                "is_news_untold",
                "address_index",
                "erase_at",
            ),
            (Entry, "pk"),
            (Offer, "pk"),
        ]
    ]


class Undo(Exception):
    pass


def test_the_expectations_are_the_table():
    assert set(EXPECTED) == set(TABLE) == set(Action)


@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize(("key", "is_unlocked"), KEYS, ids=lambda what: getattr(what, "name", what))
def test_every_cell_by_get_and_by_forged_post(world, key, is_unlocked):
    client = somebody(world, key, is_unlocked)
    before = what_is_stored()
    wrong = []
    for role, (_names, stands_for) in ROLES.items():
        become(client.user, role)
        for action, ways in doors(world, key).items():
            roles, keys, needs_unlocked = EXPECTED[action]
            is_allowed = stands_for in roles and key in keys and (is_unlocked or not needs_unlocked)
            for door in ways:
                for fault in faults(client, door, is_allowed, before):
                    wrong.append((role, action.name, door.address, fault))
    assert not wrong


def faults(client, door, is_allowed, before):
    """Whatever was done through this door is undone, so ``before`` holds at the next one again."""
    cookies = client.cookies.copy()
    try:
        with transaction.atomic():
            if door.is_seen:
                status, has_changed = asked(client.get, door.address, before)
                if (status == 200) != is_allowed:
                    yield f"GET answers {status}"
                if has_changed:
                    yield "GET changes something"
            if door.data is not None:
                status, has_changed = asked(
                    partial(client.post, data=door.data), door.address, before
                )
                if not is_allowed and has_changed:
                    yield "POST was refused and changes something"
                if is_allowed and status == 403:
                    yield "POST is refused"
                if is_allowed and door.changes and not has_changed:
                    yield f"POST changes nothing: {status}"
            raise Undo
    except Undo:
        client.cookies = cookies


def asked(ask, address, before):
    """The status, and whether anything was changed: where nothing was written, nothing was."""
    written = []

    def watch(execute, sql, *args):
        if not sql.startswith(("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK")):
            written.append(sql)
        return execute(sql, *args)

    with connection.execute_wrapper(watch):
        status = ask(address).status_code
    return status, bool(written) and what_is_stored() != before
