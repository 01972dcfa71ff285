from django.core.management import call_command
from django.core.management.base import BaseCommand

from practice_site.preparing import prepare


class Command(BaseCommand):
    help = """Makes the site ready to start, before each start: tables, roles and static files as this
    version wants them. What is done already is left as it is."""

    def add_arguments(self, parser):
        parser.add_argument(
            "--demo",
            action="store_true",
            help="fill an empty database with the demo practice and its logins; only on this computer",
        )

    def handle(self, *, demo, **options):
        for line in prepare():
            self.stdout.write(line)
            self.stdout.flush()
        if demo:
            call_command("demo", if_empty=True, with_logins=True, stdout=self.stdout)
