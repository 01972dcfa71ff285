from datetime import datetime, timedelta
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from practice_site.backup import archive

NAME = "site-%Y-%m-%dT%H%M%S"


class Command(BaseCommand):
    help = """Writes a sealed backup of everything into a directory, and beside it the newest file of
    keys. Keep both; of the file of keys keep the newest only. Meant to run every night."""

    def add_arguments(self, parser):
        parser.add_argument("directory", type=Path)
        parser.add_argument(
            "--keep",
            type=int,
            metavar="DAYS",
            help="afterwards remove backups in the directory that are older",
        )
        parser.add_argument(
            "--only-keys",
            action="store_true",
            help="write the file of keys, with what was erased until now, and no backup",
        )

    def handle(self, *, directory, keep, only_keys, **options):
        if keep is not None and keep < 1:
            raise CommandError("--keep needs at least one day.")
        try:
            path = archive.make(directory, self.stdout.write, only_keys=only_keys)
        except archive.Refused as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            what = f"{error.filename or directory}: {error.strerror or error}"
            raise CommandError(f"The backup failed. {what}.") from error
        if keep is not None:
            self.remove_older(directory, keep)
        self.stdout.write(f"Written: {path} ({path.stat().st_size / 1e6:.1f} MB)")

    def remove_older(self, directory, days):
        oldest = datetime.now() - timedelta(days=days)  # noqa: DTZ005  names are without a zone
        # A machine that was switched off leaves the half of one.
        for path in [*directory.glob("site-*.backup"), *directory.glob("site-*.part")]:
            try:
                made = datetime.strptime(path.stem, NAME)  # noqa: DTZ007
            except ValueError:
                continue
            if made < oldest:
                path.unlink()
                self.stdout.write(f"Removed: {path.name}")
