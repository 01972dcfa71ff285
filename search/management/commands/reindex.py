from django.core.management.base import BaseCommand

from search import indexing
from search.models import Change, Document


class Command(BaseCommand):
    help = """Makes the index of search anew, while the site goes on serving. Broken off, it goes on where it was:
    with --resume, or by itself while the worker runs."""

    def add_arguments(self, parser):
        parser.add_argument("--resume", action="store_true", help="only what waits to be indexed")

    def handle(self, *, resume, **options):
        if not resume:
            indexing.note_all()
        indexing.catch_up_for_good(self.say)
        self.stdout.write(f"Indexed: {Document.objects.count()} pieces of text.")

    def say(self, done):
        self.stdout.write(f"{done} looked at, {Change.objects.count()} to go.")
