"""Inquiries in every place, each brought there by the moves that lead to it."""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from intake import erasing, transitions
from intake.documents import same_person
from intake.jobs import promises
from intake.models import Inquiry, RoomEvent
from intake.numbers import demand
from intake.room.unlocking import Room
from tests.stored.making import asking, expecting, told, wanting
from tests.stored.making import room as keys

Next, State = Inquiry.Next, Inquiry.State


def make(cast, known):
    """The first two are closed with a practice key that is not the current one any more. As few as there
    are places and reasons: what somebody told takes 24 kB, however short it is."""
    told.begin(known)
    write, by = partial(told.by_form, known), cast["dana"]
    new = write("Rowan", age="13-17", for_whom="child", times=["evening"], **told.MORE)
    talking = talk(write("Wren"), by)
    keys.turn_over(cast, known)
    own = keys.own_key(by, known)
    asking.ask_clinicians(write("Alder"), cast, known)
    wanting.wait(known, write("Linden"), by)
    wanting.let_go(write("Fennel"), by)
    call_late(told.by_call(known, "Aspen"), by)
    end(write, by)
    twin = write("Rowan")
    wanting.correct(known, twin, own, by)
    merge(twin, new, by, own)
    put_aside(write("Bryony"), talking, by)
    wanting.write_again(talking)
    wanting.change_way(known, write("Laurel"), by)
    count_months(write, own, known)
    told.in_clear(known)
    expecting.inquiries_and_entries(known, Room(own))


def move(name, inquiry, *given, **more):
    """As it stands under its lock."""
    with transaction.atomic():
        row = Inquiry.objects.select_for_update(of=("self",)).get(pk=inquiry.pk)
        return getattr(transitions, name)(row, *given, **more)


def in_days(number):
    return timezone.localdate() + timedelta(days=number)


def talk(inquiry, by):
    move("noted", inquiry, told.text("Evenings are better."), by)
    move("attempted", inquiry, "voicemail", told.text("Said that we called."), by, in_days)
    move("wrote_to_person", inquiry, told.text("We have time for you on Tuesday."), by, in_days)
    move("planned", inquiry, State.TALKING, {"next_action": Next.FIND})
    return inquiry


def call_late(inquiry, by):
    """Promised for yesterday, and the owner and the managers told so. They want no mail."""
    yesterday = timezone.localdate() - timedelta(days=1)
    Inquiry.objects.filter(pk=inquiry.pk).update(due_on=yesterday)
    promises.remind()
    move("wrote_to_person", inquiry, told.text("We called; please call back."), by, in_days)
    move("told", inquiry, told.make_content(route="call", email="", phone="(555) 010-0177"))
    move("attempted", inquiry, "nobody", told.text("No answer; left no message."), by, in_days)
    move("planned", inquiry, State.TALKING, {"next_action": Next.TRY_AGAIN})


def end(write, by):
    """For every reason that somebody of the practice may give."""
    client = write("Juniper")
    move("closed", client, "client", told.text("Starts in May."), by)
    move("handed_over", client, by)
    held = write("Sorrel")
    move("worried", held, by)
    move("held", held, told.text("Counsel said so."), by, is_held=True)
    erasing.withdraw(Inquiry.objects.filter(pk=held.pk))
    move("closed", write("Heath"), "unreached", told.text("Three tries."), by)
    machine = write("Nobody", is_suspected_spam=True)
    move("closed", machine, "nobody", told.text("An advertisement."), by)
    move("referred", write("Yarrow"), told.text("Quince Street Clinic may help."), by)


def merge(inquiry, twin, by, own):
    """Both pages show what stood on one of them."""
    move("wrote_to_person", twin, told.text("Both of your messages are here."), by, in_days)
    move("merged", inquiry, Inquiry.objects.get(pk=twin.pk), by)
    same_person.share_notes(Inquiry.objects.get(pk=twin.pk), Room(own))
    move("planned", twin, State.NEW, {"next_action": Next.ANSWER})


def put_aside(inquiry, other, by):
    """One waits to be erased; the other was brought back from there."""
    move("planned", inquiry, State.TALKING, {"owner": by, "next_action": Next.AGREE})
    erasing.put_aside(Inquiry.objects.filter(pk__in=[inquiry.pk, other.pk]), by=by)
    move("brought_back", other)


def count_months(write, own, known):
    """Six who wrote in a month that is over: counted, and then erased, so that they are numbers alone."""
    then, known["erased"] = timezone.now() - timedelta(days=62), []
    for number in range(6):
        row = write(f"Reed{number}", payment="self", topics=["Grief"])
        Inquiry.objects.filter(pk=row.pk).update(received_at=then)
        known["erased"].append(str(row.pk))
        told.forget(known, row)
    demand.count(Room(own))
    gone = Inquiry.objects.filter(pk__in=known["erased"])
    erasing.erase(gone, kind=RoomEvent.Kind.BY_PERSON)
