import sys
from getpass import getpass
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from intake.room import codes
from practice_site.backup import archive
from practice_site.backup.keys import CannotUnlock, Keys
from practice_site.backup.stream import Damaged, Head
from sealing.envelopes import CannotOpen

UNLIKE = (
    "SECRET_KEY is another one than when this was made: with this one, second factors do not work, the "
    "log of the room does not verify, and second inquiries from the same address are not recognized."
)
ELSEWHERE = (
    "This was made with another SECRET_KEY than this site has, or by somebody who has none. Set the one "
    "it was made with; or, if you know where the file comes from, add --from-elsewhere."
)


class Command(BaseCommand):
    help = """Puts a backup of this version or of an earlier one back into an empty, migrated database.
    Asks for the code of a recovery sheet or for somebody's passphrase. What was erased since the backup was
    made is erased again."""

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--keys",
            type=Path,
            help="the newest file of keys; without it, the one beside the backup",
        )
        who = parser.add_mutually_exclusive_group(required=True)
        who.add_argument("--sheet", choices=["A", "B"], help="open it with this recovery sheet")
        who.add_argument("--user", help="open it with the passphrase of this user name")
        parser.add_argument("--check", action="store_true", help="read all of it and write nothing")
        parser.add_argument(
            "--replace", action="store_true", help="throw away what this database holds"
        )
        parser.add_argument(
            "--from-elsewhere",
            action="store_true",
            help="although it was made with another SECRET_KEY: you know where the file comes from",
        )

    def handle(self, *, file, keys, sheet, user, check, replace, from_elsewhere, **options):
        try:
            found = Keys((keys or file.with_name(archive.KEYS_NAME)).read_text())
            holder = found.holder(sheet=sheet or "", username=user or "")
            with file.open("rb") as backup:
                head = Head(backup)
                if not head.is_signed and not (check or from_elsewhere):
                    raise CommandError(ELSEWHERE)
                private = found.private_key(head.practice_key, holder, ask(sheet))
                if check:
                    self.tell(archive.check(backup, head, private, found, self.stdout.write), head)
                else:
                    self.restore(backup, head, private, found, may_replace=replace)
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            raise CommandError(f"Nothing was restored. {where}{error.strerror}.") from error
        except (CannotUnlock, CannotOpen, Damaged, archive.Refused, archive.Unfinished) as error:
            raise CommandError(str(error)) from error

    def tell(self, manifest, head):
        for label, number in manifest["rows"].items():
            self.stdout.write(f"{label}: {number}")
        if not head.is_signed:
            self.stdout.write(UNLIKE)
        self.stdout.write(f"It is whole. Made {manifest['made_at']}.")

    def restore(self, backup, head, private, found, *, may_replace):
        again = archive.restore(
            backup, head, private, found, self.stdout.write, may_replace=may_replace
        )
        self.stdout.write(f"Restored. Inquiries that were erased since, and are again: {again}")
        self.stdout.write(
            "Mail that waited then is under “Mail not delivered”; it may have gone out."
        )
        if not head.is_signed:
            self.stdout.write(f"{UNLIKE} Run manage.py vouch_for_keys, or the form stays shut.")


def ask(sheet):
    """A passphrase as it was typed, or a code as it was printed. Raises ``CannotUnlock``."""
    prompt = f"The code on sheet {sheet}: " if sheet else "Passphrase: "
    typed = getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    if not sheet:
        return typed
    code = codes.read_code(typed)
    if code is None:
        raise CannotUnlock(
            "That is not the code on the sheet: it has 13 groups of four letters and digits, and all "
            "of them are needed. Look again."
        )
    return code
