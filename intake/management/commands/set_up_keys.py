"""The set-up of the confidential room at a terminal: the same steps as on the page “Access”, in one
sitting, and it may be stopped and started again."""

import sys
from getpass import getpass

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from intake.models import KeyHolder, PracticeKey, RoomEvent
from intake.room import codes, holders, passphrases, recovery_codes, warnings
from intake.room.choosing import PassphraseForm
from intake.room.ways_in import LABELS

MOST_TRIES = 3


NOBODY = (
    "Nobody here has the user name {name}. The first account is made with "
    '`manage.py createsuperuser --username {name} --name "Their Name" --email them@practice.example`; everybody '
    "else is invited under People."
)


class Command(BaseCommand):
    help = """Sets the keys up: two people choose a passphrase, two recovery sheets are shown once and
    tried. Both people sit at this terminal."""

    def add_arguments(self, parser):
        parser.add_argument("first", help="user name of a coordinator")
        parser.add_argument("second", help="user name of another one, or of a deputy")

    def handle(self, *, first, second, **options):
        if first == second:
            raise CommandError("Two different people are needed.")
        users = [self.user(name) for name in (first, second)]
        own = self.enter(users[0])
        for label in LABELS:
            self.recovery_code(label, own)
        if not self.is_in(KeyHolder.objects.of(users[1])):
            self.say(f"\nNow {users[1]}.")
            holders.let_in(own, KeyHolder.objects.of(users[1]) or self.choose(users[1]))
            RoomEvent.objects.note(RoomEvent.Kind.LET_IN, users[0], about=str(users[1]))
        if not holders.form_is_open():
            raise CommandError("Something is still missing: see the page “Access”.")
        warnings.warn_of_few()
        self.say("\nThe form is open. Both can open inquiries, and so can either sheet.")

    def user(self, name):
        user = get_user_model().objects.filter(username=name, is_active=True).first()
        if user is None:
            raise CommandError(NOBODY.format(name=name))
        if not user.has_perm("intake.change_inquiry"):
            raise CommandError(f"{user} does not answer inquiries: give them the role coordinator.")
        return user

    def enter(self, user):
        """The private key of whoever sets up."""
        holder = KeyHolder.objects.of(user)
        if holder is None:
            if PracticeKey.objects.exists():
                raise CommandError(f"Others have the keys already; they let {user} in on the page.")
            return self.opened(self.choose(user), self.chosen)
        if not self.is_in(holder):
            raise CommandError(f"{user} waits for access; that is done on the page “Access”.")
        for _try in range(MOST_TRIES):
            try:
                return self.opened(holder, self.hidden(f"Passphrase of {user}: "))
            except passphrases.WrongPassphrase:
                self.say("That is not it.")
        raise CommandError("No passphrase, no keys.")

    def choose(self, user):
        for _try in range(MOST_TRIES):
            new = self.hidden(f"{user}, choose a sentence of at least 15 characters: ")
            again = self.hidden("The same again: ")
            form = PassphraseForm({"new": new, "again": again}, user=user)
            if form.is_valid():
                self.chosen = new
                RoomEvent.objects.note(RoomEvent.Kind.PASSPHRASE, user)
                return form.save()
            for errors in form.errors.values():
                self.say(" ".join(errors))
        raise CommandError("No passphrase was chosen.")

    def recovery_code(self, label, own):
        made = KeyHolder.objects.filter(sheet=label).first()
        if made and made.is_proven and self.is_in(made):
            self.say(f"Sheet {label} is made and was tried.")
            return
        new, code = recovery_codes.make(label)
        RoomEvent.objects.note(RoomEvent.Kind.RECOVERY_CODE, about=label)
        self.say(
            f"\nRecovery sheet {label}. Write it on paper; it is not shown again:\n\n  {code}\n"
        )
        for _try in range(MOST_TRIES):
            typed = codes.read_code(self.shown("Type it from the paper: "))
            if typed == code:
                recovery_codes.prove(new, own)
                self.say(f"Sheet {label} works.")
                return
            self.say("That is not what is on it. Look again.")
        raise CommandError(f"Sheet {label} was not tried; start again, and it is made anew.")

    def is_in(self, holder):
        current = PracticeKey.objects.current()
        return bool(holder and current and current.grants.filter(holder=holder).exists())

    def opened(self, holder, passphrase):
        return holders.private_key_of(holder, passphrase)

    def hidden(self, prompt):
        return getpass(prompt) if sys.stdin.isatty() else self.shown(prompt)

    def shown(self, prompt):
        self.stdout.write(prompt, ending="")
        line = sys.stdin.readline()
        if not line:
            raise CommandError("The answers ended before the keys were set up.")
        return line.rstrip("\n")

    def say(self, line):
        self.stdout.write(line)
