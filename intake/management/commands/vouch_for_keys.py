"""After another SECRET_KEY: whoever runs the site looks at the keys in the database, together with one
who can open inquiries, and says that they are the practice's own."""

import sys
from getpass import getpass

from django.core.management.base import BaseCommand, CommandError

from intake.models import KeyHolder, PracticeKey, RoomEvent
from intake.room import holders, passphrases
from outbox.sealing import CannotOpen


class Command(BaseCommand):
    help = """Says that the keys in the database are the practice's own, after SECRET_KEY has changed.
    Asks for a passphrase or the code of a recovery sheet, and shows whose keys they are."""

    def add_arguments(self, parser):
        who = parser.add_mutually_exclusive_group(required=True)
        who.add_argument("--sheet", choices=holders.SHEETS, help="with this recovery sheet")
        who.add_argument("--user", help="with the passphrase of this user name")

    def handle(self, *, sheet, user, **options):
        holder = self.holder(sheet, user)
        own = self.opened(holder, self.ask(sheet))
        keys = [key for key in PracticeKey.objects.kept() if self.is_practices(key, own)]
        self.stdout.write("These can open what people write:")
        people = list(KeyHolder.objects.select_related("user"))
        for one in people:
            self.stdout.write(f"  {one}, since {one.since}")
        days = ", ".join(str(key.made_on) for key in keys)
        self.stdout.write(f"Practice keys were made on {days}.")
        self.stdout.write("Is each of them right? Type yes: ", ending="")
        if sys.stdin.readline().strip().lower() != "yes":
            raise CommandError("Nothing was changed. Take away what is wrong on the page “Keys”.")
        for row in [*keys, *people]:
            row.vouch()
            row.save(update_fields=["proof"])
        RoomEvent.objects.note(RoomEvent.Kind.VOUCHED, holder.user, number=len(people))
        self.stdout.write(f"Vouched for {len(keys)} practice keys and {len(people)} holders.")

    def holder(self, sheet, username):
        rows = KeyHolder.objects
        rows = rows.filter(sheet=sheet) if sheet else rows.filter(user__username=username)
        if (holder := rows.first()) is None:
            raise CommandError("Nobody of that name, and no such sheet, has a key.")
        return holder

    def ask(self, sheet):
        words = f"The code on sheet {sheet}: " if sheet else "Passphrase: "
        said = getpass(words) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
        return passphrases.read_code(said) or "" if sheet else said

    def opened(self, holder, secret):
        try:
            own = holders.private_key_of(holder, secret)
        except passphrases.WrongPassphrase as error:
            raise CommandError("That is not the passphrase, or not the code.") from error
        if own.public != holder.public_key:
            raise CommandError(f"The key of {holder} was changed: it is not the one they made.")
        return own

    def is_practices(self, key, own):
        try:
            is_right = holders.practice_key(own, key.pk).public == key.public_key
        except (holders.NotReady, CannotOpen):
            is_right = False
        if not is_right:
            self.stdout.write(f"Key {key} of {key.made_on} does not open, so it is left as it is.")
        return is_right
