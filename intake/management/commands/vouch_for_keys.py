"""After another SECRET_KEY, or after an alarm: whoever runs the site looks at the keys in the database,
together with one who can open inquiries, takes away what is wrong, and says that the others are the
practice's own."""

import sys
from getpass import getpass

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from intake.models import Grant, KeyHolder, NewKey, PracticeKey, RoomEvent
from intake.room import codes, holders, passphrases, roll
from intake.room.ways_in import LABELS
from sealing.envelopes import CannotOpen

ASK = "Is each of them right? Type yes, or the numbers of those to be taken away: "


class Command(BaseCommand):
    help = """Says that the keys in the database are the practice's own, after SECRET_KEY has changed or
    after an alarm. Asks for a passphrase or the code of a recovery sheet, and shows whose keys they are."""

    def add_arguments(self, parser):
        who = parser.add_mutually_exclusive_group(required=True)
        who.add_argument("--sheet", choices=LABELS, help="with this recovery sheet")
        who.add_argument("--user", help="with the passphrase of this user name")

    def handle(self, *, sheet, user, **options):
        secret = self.ask(sheet)
        with transaction.atomic():
            roll.keep_others_out()
            holder = self.holder(sheet, user)
            own = self.opened(holder, secret)
            roll_now = roll.look()
            people = [row for row in roll_now.rows if isinstance(row, KeyHolder)]
            keys = [row for row in roll_now.rows if isinstance(row, PracticeKey)]
            strays = [key for key in keys if not self.is_practices(key, own)]
            wrong = self.wrong_ones(
                roll_now, people, [key for key in keys if key not in strays], strays
            )
            if holder in wrong:
                raise CommandError(
                    f"Nothing was changed: this was opened with the key of {holder}."
                )
            for row in wrong:
                self.take_away(row)
            self.let_go_of_new_keys()
            left = [key for key in strays if key not in wrong]
            roll.record(holder.user, without=left)
            if not left:
                self.renew(own)
            people = [one for one in people if one not in wrong]
            RoomEvent.objects.note(RoomEvent.Kind.VOUCHED, holder.user, number=len(people))
        self.stdout.write(
            f"Vouched for {len(keys) - len(strays)} practice keys and {len(people)} holders."
        )

    def wrong_ones(self, roll_now, people, keys, strays):
        self.stdout.write(
            "These have a key, and can open what people write unless it says otherwise:"
        )
        sharing = set(Grant.objects.values_list("holder", flat=True))
        numbered = dict(enumerate([*people, *strays], 1))
        for number, one in numbered.items():
            if one in people:
                waits = "" if one.pk in sharing else ", waits for access"
                line = f"{one}, since {one.since}{waits}{self.mark(roll_now, one)}"
                self.stdout.write(f"  {number}. {line}")
            else:
                state = (
                    "does not open, so it is left as it is, with the alarm, unless you take it away"
                )
                self.stdout.write(f"  {number}. Practice key {one} of {one.made_on} {state}.")
        days = ", ".join(f"{key.made_on}{self.mark(roll_now, key)}" for key in keys)
        self.stdout.write(f"Practice keys were made on {days}.")
        self.stdout.write(ASK, ending="")
        said = sys.stdin.readline().strip().lower()
        if said == "yes":
            return []
        by_number = {str(number): row for number, row in numbered.items()}
        numbers = said.replace(",", " ").split()
        if not numbers or not by_number.keys() >= set(numbers):
            raise CommandError("Nothing was changed.")
        return [by_number[number] for number in numbers]

    def mark(self, roll_now, row):
        return " (NOT AS THIS SITE WROTE IT)" if row in roll_now.unsigned_keys else ""

    def take_away(self, row):
        if isinstance(row, KeyHolder):
            row.delete()
            return
        # Whatever somebody has closed with it stays, and stays shut.
        row.grants.all().delete()
        row.is_current = row.takes_inquiries = False
        row.destroyed_on = timezone.localdate()
        row.save()

    def let_go_of_new_keys(self):
        """Nobody sees whether one of them was stopped, or replaced, and put back."""
        if NewKey.objects.all().delete()[0]:
            self.stdout.write(
                "New passphrases and sheets that did not count yet are gone: they are to be made once more."
            )

    def renew(self, own):
        """What comes in from now on is closed with a key that nobody had a hand in."""
        newest = PracticeKey.objects.not_destroyed().filter(grants__holder=own.id).first()
        inside = KeyHolder.objects.answering().with_key(newest) if newest else []
        with roll.changing():
            holders.turn_over(begin_with=inside)
            holders.open_if_ready()

    def holder(self, sheet, username):
        rows = KeyHolder.objects
        rows = rows.filter(sheet=sheet) if sheet else rows.filter(user__username=username)
        if (holder := rows.first()) is None:
            raise CommandError("Nobody of that name, and no such sheet, has a key.")
        return holder

    def ask(self, sheet):
        prompt = f"The code on sheet {sheet}: " if sheet else "Passphrase: "
        said = getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
        return codes.read_code(said) or "" if sheet else said

    def opened(self, holder, secret):
        try:
            own = holders.private_key_of(holder, secret)
        except passphrases.WrongPassphrase as error:
            raise CommandError("That is not the passphrase, or not the code.") from error
        if own.public != holder.public_key:
            raise CommandError(f"The key of {holder} was changed: it is not the one they made.")
        return own

    def is_practices(self, key, own):
        """A destroyed one opens for nobody any more, and closes nothing."""
        if key.destroyed_on and not key.is_current and not key.grants.all():
            return True
        try:
            return holders.practice_key(own, key.pk).public == key.public_key
        except (holders.NotReady, CannotOpen):
            return False
