"""Whether the log of who saw what is as it was written."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from intake.models import RoomEvent


class Command(BaseCommand):
    help = """Checks that no entry of the log of the confidential room was changed or taken out. With a
    digest that was noted earlier, also that nothing was cut off at the end, or put back, since then."""

    def add_arguments(self, parser):
        parser.add_argument("noted", nargs="?", help="the last digest that this printed before")

    def handle(self, *, noted=None, **options):
        broken = RoomEvent.objects.first_broken()
        if broken:
            when = timezone.localtime(broken.at)
            raise CommandError(
                f"Entry {broken.pk} ({when:%Y-%m-%d %H:%M}) was changed, or one before it was"
                " taken out. What comes before it is as it was written."
            )
        if noted and not RoomEvent.objects.filter(digest=noted.strip().lower()).exists():
            raise CommandError(
                "The entry that you noted is not in the log: the log, and with it perhaps the whole"
                " database, is older than your note."
            )
        last = RoomEvent.objects.order_by("-pk").first()
        if last is None:
            self.stdout.write("The log is empty.")
            return
        number = RoomEvent.objects.count()
        # Entries cut off at the end leave no gap: only a note of the last digest shows them.
        self.stdout.write(f"{number} entries are as they were written. The last: {last.digest}")
