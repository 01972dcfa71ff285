"""Fills an empty database with the demo practice, in one transaction."""

from collections.abc import Callable

from django.conf import settings
from django.db import transaction

from blog.models import Article
from intake.models import Inquiry
from pages.models import Page, Practice
from practice_site.demo.articles import load_articles
from practice_site.demo.colleagues import load_colleagues
from practice_site.demo.groups import load_groups
from practice_site.demo.inquiries import load_inquiries
from practice_site.demo.keys import load_keys
from practice_site.demo.licenses import load_compacts
from practice_site.demo.notices import load_notices
from practice_site.demo.pages import load_menu, load_pages
from practice_site.demo.pictures import load_pictures
from practice_site.demo.practice import load_practice
from practice_site.demo.team import load_office, load_terms, load_therapists
from team.models import Modality, OfficePerson, Specialty, Therapist

# No real practice has an address here (RFC 2606), so this alone tells the demo from a practice's own data.
DEMO_MAIL = "@fallowhouse.example"
CONTENT_MODELS = [Practice, Page, Therapist, OfficePerson, Specialty, Modality, Article, Inquiry]


def is_empty() -> bool:
    """Pictures alone do not count: an interrupted run leaves some."""
    return not any(model.objects.exists() for model in CONTENT_MODELS)  # type: ignore[attr-defined]


def is_demo() -> bool:
    return Practice.objects.filter(email__endswith=DEMO_MAIL).exists()


def load_demo(say: Callable[[str], object]) -> None:
    pictures = load_pictures(say)
    with transaction.atomic():
        say("The practice, its pages and its menu")
        # The facts first: pages take some of them.
        load_practice()
        load_pages(pictures)
        load_menu()
        load_notices()
        say("What it treats, how, and who works there")
        load_terms()
        load_compacts()
        load_therapists(pictures)
        load_office(pictures)
        load_colleagues()
        load_groups()
        say("Articles")
        load_articles(pictures)
        if settings.IS_LOOPBACK:
            # The demo's keys are known to everybody: never where strangers could write.
            say("Keys and inquiries")
            load_keys()
            load_inquiries()
