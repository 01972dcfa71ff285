"""Keys: who can open what people wrote, and who once could."""

from django.utils import timezone

from intake.jobs.retention import destroy_unused_keys
from intake.models import Inquiry, KeyHolder, PracticeKey, RoomEvent
from intake.room import forgetting, holders, recovery_codes

SENTENCES = {
    "dana": "a heron stands in the shallow end",
    "ruth": "nine pears on a blue windowsill",
    "fern": "moss keeps the north side company",
}
note = RoomEvent.objects.note


def make(cast, known):
    """Three people and two sheets, of which one takes the place of another."""
    known["passphrases"], known["sheets"], known["former_sheets"] = dict(SENTENCES), {}, {}
    dana = holders.make_person(cast["dana"], SENTENCES["dana"])
    note("passphrase", cast["dana"])
    for login in ("ruth", "fern"):
        holder = holders.make_person(cast[login], SENTENCES[login])
        note("passphrase", cast[login])
        holders.let_in(holders.private_key_of(dana, SENTENCES["dana"]), holder)
        note("let-in", cast["dana"], about=cast[login].name)
    for letter in ("A", "B", "A"):
        if letter in known["sheets"]:
            known["former_sheets"][letter] = known["sheets"][letter]
        new, code = recovery_codes.make(letter)
        recovery_codes.prove(new, own_key(cast["dana"], known))
        note("sheet", cast["dana"], about=letter)
        known["sheets"][letter] = code
    recovery_codes.say_who_keeps(KeyHolder.objects.get(sheet="B"), "Vera Holt")
    recovery_codes.mark_tried(KeyHolder.objects.get(sheet="B"))
    assert holders.form_is_open(), "the form takes inquiries"


def own_key(user, known):
    holder = KeyHolder.objects.get(user=user)
    return holders.private_key_of(holder, known["passphrases"][user.username])


def turn_over(cast, known):
    """A key with which something was closed, since somebody left; one with which nothing ever was, and
    which was destroyed; and the one for what comes in now."""
    holders.take_away(own_key(cast["dana"], known), KeyHolder.objects.filter(user=cast["fern"]))
    note("taken-out", cast["dana"], about=cast["fern"].name)
    cast["fern"].leave()
    cast["fern"].save()
    holders.turn_over()
    destroy_unused_keys(timezone.localdate())
    assert PracticeKey.objects.exclude(destroyed_on=None).exists()


def leave_waiting(cast, known):
    """New keys that do not count yet: of somebody who has forgotten the passphrase, and of a sheet."""
    forgotten = "the old one still opens until then"
    forgetting.ask(cast["ruth"], forgotten)
    _new, code = recovery_codes.make("B")
    known["waiting"] = {"ruth": forgotten, "sheet B": code}
    known["practice_keys"] = sorted(str(key.pk) for key in PracticeKey.objects.not_destroyed())


def note_every_kind(cast, known):
    """In the log, whoever does it: about an inquiry, about somebody, and by nobody."""
    one = Inquiry.objects.filter(state="new").first()
    for kind in sorted(set(RoomEvent.Kind.values) - {"keys"}):
        note(kind, cast["dana"], one.pk)
    note("told", cast["ruth"], number=3, about="Dana Osei")
    note("counted")
    last = RoomEvent.objects.order_by("-pk").first()
    known["events"] = {"number": RoomEvent.objects.count(), "last": last.digest}
