from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from intake.room import holders
from practice_site.demo.keys import PASSPHRASE
from practice_site.demo.load import is_demo, is_empty, load_demo
from practice_site.demo.logins import PASSWORD, PEOPLE, load_logins
from practice_site.demo.many_articles import add_articles
from practice_site.demo.many_inquiries import add_inquiries
from practice_site.demo.many_people import add_therapists


class Command(BaseCommand):
    help = """Fills an empty database with the demo practice. Again: keeps everything as it is and
    only adds what the numbers ask for."""

    def add_arguments(self, parser):
        parser.add_argument(
            "--articles", type=int, default=0, help="published articles in all, at least"
        )
        parser.add_argument("--therapists", type=int, default=0, help="therapists in all, at least")
        parser.add_argument("--inquiries", type=int, default=0, help="inquiries in all, at least")
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing if the database has content already"
        )
        parser.add_argument(
            "--with-logins", action="store_true", help="make the demo logins; only on this computer"
        )

    def handle(self, *, articles, therapists, inquiries, if_empty, with_logins, **options):
        if with_logins and not settings.IS_LOOPBACK:
            raise CommandError(
                f"Demo logins share one password, and others can reach {settings.SITE_URL}. They are "
                "made only where SITE_URL is this computer, like http://127.0.0.1:8000."
            )
        say = self.stdout.write
        if is_empty():
            load_demo(say)
        elif if_empty:
            say("The database has content already; it stays as it is.")
            return
        elif not is_demo():
            raise CommandError(
                "This database holds the content of another practice, so nothing was added. "
                "The demo goes into an empty database, or one that holds the demo already."
            )
        add_therapists(therapists, say)
        add_articles(articles, say)
        if inquiries and not holders.form_is_open():
            raise CommandError(
                "Inquiries of the demo are closed with keys that everybody knows, so they are made "
                "only where SITE_URL is this computer."
            )
        add_inquiries(inquiries, say)
        if with_logins or (settings.DEBUG and settings.IS_LOOPBACK):
            load_logins()
            say(
                f"Sign in at {settings.SITE_URL}/admin/ as {', '.join(PEOPLE)}; password: {PASSWORD}"
            )
            say(f"The passphrase that opens inquiries: {PASSPHRASE}")
