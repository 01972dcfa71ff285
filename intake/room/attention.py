"""What the desk says about the keys and the form: sentences that are true for any number."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intake import other_ways
from intake.models import KeyHolder, NewKey
from intake.room import holders, recovery_codes, roll
from intake.room.rules import TABLE, Action, Role, key_of, role_of
from intake.room.ways_in import State, WaysIn, ways_in
from pages.models import Practice
from staff.models import User


def lines(user: User) -> Iterator[tuple[str, str]]:
    """(sentence, address) for one person, most urgent first."""
    role, names_ways = role_of(user), user.has_perm("pages.change_practice")
    if role is Role.OUTSIDE and not names_ways:
        return
    ways, roll_now = ways_in(), roll.look()
    if role is not Role.OUTSIDE and not roll_now.holds:
        message = _("The practice’s keys are not as this site wrote them, and the form is shut.")
        yield message, where_to_act(user, role)
    elif role is not Role.OUTSIDE:
        address = where_to_act(user, role)
        for message in about_the_form(ways, for_insiders=role is Role.ANSWERS):
            yield message, address
    holder = KeyHolder.objects.of(user) if role is Role.ANSWERS else None
    if holder and key_of(holder) in TABLE[Action.ADMIT].keys:
        yield from for_whoever_is_inside(ways)
    if names_ways:
        yield from without_another_way(roll_now)


def where_to_act(user: User, role: Role) -> str:
    if role is Role.ANSWERS:
        return reverse("room:show")
    may_invite = user.has_perm("staff.view_user")
    return reverse("admin:staff_user_changelist" if may_invite else "admin:index")


def about_the_form(ways: WaysIn, *, for_insiders: bool = True) -> Iterator[str]:
    """Whether it is open, and what that hangs on."""
    state = ways.state
    if state is State.NEVER_OPEN:
        yield _(
            "The form on the site is shut and says to call, until {missing} can open it."
        ).format(missing=list_of_missing(ways))
    elif state is State.BEGINS_AGAIN:
        yield _(
            "Every key was gone, and a new one began on {day}: it opens nothing from before. The form on "
            "the site is shut until {missing} can open it. Find out what has happened."
        ).format(
            day=date_format(ways.key.made_on),  # type: ignore[union-attr]
            missing=list_of_missing(ways),
        )
    elif state is State.SHUT:
        yield _(
            "The form on the site has shut: nobody can open what people would write. It "
            "opens again by itself once somebody can, with a passphrase or with a recovery "
            "code that was tested."
        )
    elif state is State.ONE_LEFT:
        yield one_left(ways)
    elif state is State.ONLY_RECOVERY_CODES:
        yield _(
            "Nobody can open what people write just now. Either recovery code gives somebody access."
        )
    elif state is State.ALONE and for_insiders:
        yield alone(ways)
    if for_insiders and state in (State.FINE, State.ALONE):
        for label in ways.missing_recovery_codes:
            yield _("Recovery code {label} is missing: make it, print it and test it.").format(
                label=label
            )


def list_of_missing(ways: WaysIn) -> str:
    people = {0: [], 1: [_("one more person")], 2: [_("two people")]}[ways.missing_people]
    rest = [_("recovery code {label}").format(label=label) for label in ways.missing_recovery_codes]
    *first, last = [*people, *rest] or [_("enough people")]
    return _("{first} and {last}").format(first=", ".join(first), last=last) if first else last


def one_left(ways: WaysIn) -> str:
    if ways.people:
        return _(
            "Only {who} can open what people write, and no recovery code works. If that "
            "passphrase is lost, everything is: give a second person access, and make the "
            "recovery codes."
        ).format(who=ways.people[0].user)
    return _(
        "Nobody can open what people write, and only recovery code {label} gives "
        "somebody access. If that paper is lost, everything is."
    ).format(label=ways.recovery_codes[0].sheet)


def alone(ways: WaysIn) -> str:
    kept = next((code for code in ways.recovery_codes if code.kept_by), None)
    if kept:
        return _(
            "{who} alone can open what people write. If anything happens, recovery code "
            "{label}, which {keeper} keeps, is the way in for somebody else who may answer."
        ).format(who=ways.people[0].user, label=kept.sheet, keeper=kept.kept_by)
    return _(
        "Only {who} can open what people write. If that passphrase is lost, a recovery "
        "code is all there is: give a second person access."
    ).format(who=ways.people[0].user)


def for_whoever_is_inside(ways: WaysIn) -> Iterator[tuple[str, str]]:
    address = reverse("room:show")
    inside = [holder.pk for holder in ways.people]
    replacing = NewKey.objects.filter(sheet="").select_related("user")
    for new in replacing:
        message = _("{who} has forgotten the passphrase: approve the new one, or stop it.")
        yield message.format(who=new.user), address
    waiting = KeyHolder.objects.people().answering().exclude(pk__in=inside)
    for holder in waiting.exclude(user__in=[new.user_id for new in replacing]).select_related(
        "user"
    ):
        yield _("{who} waits for access.").format(who=holder.user), address
    for label in recovery_codes.untried():
        message = _(
            "Recovery code {label} was made and not tested yet: until then it opens nothing."
        )
        yield message.format(label=label), reverse("room:prove", args=[label])
    for recovery_code in recovery_codes.to_try_again():
        message = _(
            "Please test recovery code {label}, as twice a year: can its code still be read?"
        )
        yield (
            message.format(label=recovery_code.sheet),
            reverse("room:prove", args=[recovery_code.sheet]),
        )


def without_another_way(roll_now: roll.Roll) -> Iterator[tuple[str, str]]:
    """While the form is shut, the page names what the facts hold, and so far they hold nothing."""
    if holders.form_is_open(roll_now):
        return
    practice = Practice.objects.current()
    if not other_ways.of(practice).any:
        yield (
            _(
                "The form is shut, and the site names no other way to reach you: add a phone number."
            ),
            reverse("admin:pages_practice_change", args=[practice.pk]),
        )
