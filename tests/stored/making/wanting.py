"""Those who wait on the list, who write again, and whose address had a slip in it."""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from intake import tokens, waitlist
from intake.actions.correct import CorrectForm
from intake.documents.new_ways import NewWay
from intake.documents.opened import read_inquiry
from intake.models import Inquiry
from intake.person import added
from intake.room.unlocking import Room
from pages.models import Practice
from tests.stored.making import inquiries, told


def wait(known, inquiry, by):
    """On the list; asked once, and told so."""
    inquiries.move("put_on_list", inquiry, told.text("You are on our waitlist."), by)
    content = told.make_content(name="Linden", email="linden@mail.example")
    inquiries.move("told", inquiry, replace(content, code=code_of(known, inquiry)))
    Inquiry.objects.filter(pk=inquiry.pk).update(next_on=timezone.localdate())
    assert waitlist.look_after()[0] == 1


def write_again(inquiry):
    """Words that somebody added on their own page."""
    words = told.text("I moved; mornings now.")
    added.take_addition(inquiry, words, tokens.read(tokens.issue()))


def change_way(known, inquiry, by):
    """On their own page, after nobody was reached where they had said; and somebody else was not either."""
    inquiries.move("attempted", inquiry, "wrong", told.text("It came back."), by, inquiries.in_days)
    other = told.by_call(known, "Larch")
    inquiries.move("attempted", other, "wrong", told.text("A bakery."), by, inquiries.in_days)
    way = NewWay("email", email="laurel@post.example", before_call="Mornings.", drops_others=True)
    row = Inquiry.objects.get(pk=inquiry.pk)
    added.take_new_way(row, code_of(known, inquiry), way, tokens.read(tokens.issue()))
    known["inquiries"][str(inquiry.pk)]["address"] = way.address
    row.refresh_from_db()
    known["inquiries"][str(inquiry.pk)]["address_index"] = row.address_index


def let_go(inquiry, by):
    """From the list, since they said nothing more."""
    inquiries.move("put_on_list", inquiry, told.text("You are on the list as well."), by)
    inquiries.move("let_go", inquiry, told.text("We have not heard from you."))


def correct(known, inquiry, own, by):
    """A slip in the address: what was told is opened and closed again, by the form of the desk."""
    row, room = Inquiry.objects.get(pk=inquiry.pk), Room(own)
    before = read_inquiry(room, row).content
    form = CorrectForm(
        {"correct-route": "email", "correct-email": "clover@post.example"},
        inquiry=row, user=by, practice=Practice.objects.get(), standing=None, room=room, told=before,
    )  # fmt: skip
    assert form.is_valid(), form.errors
    with transaction.atomic():
        form.save()
    row.refresh_from_db()
    told.remember(known, row, replace(before, **form.how_to_answer), before.code)


def code_of(known, inquiry):
    return known["inquiries"][str(inquiry.pk)]["code"]
