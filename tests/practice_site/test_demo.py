"""The demo practice, loaded once for all of these tests; each sees it as it was made."""

import io
import re

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from blog.models import Article
from intake.models import Inquiry
from pages.models import MenuItem, NoticeText, Page, Practice
from pictures.models import Image
from practice_site.demo import pictures
from practice_site.demo.files import CONTENT, facts, people, texts, with_pictures
from practice_site.demo.keys import CODE
from practice_site.demo.logins import PEOPLE
from team.models import OfficePerson, Supervision, Therapist
from tests import factories
from tests.factories import jpeg
from writing.sanitizer import sanitize
from writing.text import plain_text

OURS = {"pages", "team", "groups", "blog", "intake", "staff", "outbox"}
TEXTS = [*texts("articles"), *texts("pages"), *texts("groups")]
PICTURE_NUMBERS = {name: number for number, name in enumerate(facts("images")["files"], start=1)}


@pytest.fixture(scope="module", autouse=True)
def _demo(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        # Cutting 22 pictures to size takes half a minute and is tested where it is done.
        patch.setattr(pictures, "take_in", small_picture)
        demo()
        yield
        transaction.set_rollback(True)


def small_picture(path, **about):
    shade = 40 + 9 * list(PICTURE_NUMBERS).index(path.name)
    return Image.objects.from_upload(io.BytesIO(jpeg(color=(shade, 90, 90))), **about)


def demo(**options):
    call_command("demo", stdout=io.StringIO(), **options)


def everything():
    """Every row of every table of ours, by its values."""
    models = [model for model in apps.get_models() if model._meta.app_label in OURS]
    return {model: list(model.objects.order_by("pk").values()) for model in models}


@pytest.mark.django_db
def test_demo_fills_an_empty_database():
    assert Therapist.objects.listed().count() == 11
    assert Supervision.objects.current().values("supervisee").distinct().count() == 2
    assert OfficePerson.objects.listed().count() == 2
    assert Article.objects.published().count() == 10
    assert Page.objects.published().count() == 6
    assert NoticeText.objects.public().count() == 7
    assert Image.objects.count() == 22
    assert Inquiry.objects.count() == 12
    assert set(Inquiry.objects.values_list("state", flat=True)) == set(Inquiry.State.values)
    assert Practice.objects.current().known_as == "Fallow House"
    assert get_user_model().objects.count() == 0


@pytest.mark.django_db
def test_every_menu_entry_of_the_demo_leads_somewhere():
    assert all(item.url for item in MenuItem.objects.for_site())


@pytest.mark.django_db
def test_links_in_the_texts_lead_to_pages_of_the_demo(client):
    found = {href for text in TEXTS for href in re.findall(r'href="(/[^"]*)"', text["body"])}
    found |= {route["link"] for route in facts("practice")["contact"] if route["link"][0] == "/"}
    assert {href: client.get(href).status_code for href in found} == dict.fromkeys(found, 200)


@pytest.mark.django_db
def test_second_run_changes_nothing():
    demo(with_logins=True)
    before = everything()
    demo(with_logins=True)
    demo(with_logins=True, if_empty=True)
    assert everything() == before


@pytest.mark.django_db
def test_second_run_keeps_what_was_edited_and_what_was_removed():
    Article.objects.get(slug="rest-that-isnt-recovery").delete()
    Therapist.objects.filter(slug="hana-wexler").update(opening_lines="Come in.")
    demo()
    assert not Article.objects.filter(slug="rest-that-isnt-recovery").exists()
    assert Therapist.objects.get(slug="hana-wexler").opening_lines == "Come in."


@pytest.mark.django_db
def test_demo_logins_have_their_role_and_their_profile():
    demo(with_logins=True)
    users = {user.username: user for user in get_user_model().objects.all()}
    assert users.keys() == PEOPLE.keys()
    for login, user in users.items():
        role = "coordinator" if login == "deputy" else login
        assert [group.name for group in user.groups.all()] == [role]
        assert user.check_password("demo")
        assert user.is_staff
        assert not user.is_superuser
    assert Therapist.objects.get(user=users["author"]).name == "June Aldecott"
    assert Therapist.objects.get(user=users["clinician"]).name == "Hana Wexler"
    assert Article.objects.get(state=Article.State.DRAFT).created_by == users["author"]
    owners = dict(Inquiry.objects.values_list("state", "owner__username"))
    assert owners["new"] is None
    assert owners["talking"] == "coordinator"


@pytest.mark.django_db
def test_a_login_that_exists_keeps_its_password():
    demo(with_logins=True)
    user = get_user_model().objects.get(username="editor")
    user.set_password("another and longer one")
    user.save()
    demo(with_logins=True)
    user.refresh_from_db()
    assert user.check_password("another and longer one")


@pytest.mark.django_db
def test_bylines_keep_title_and_supervisor_of_the_day():
    promoted = Article.objects.get(slug="questions-asked-at-four-in-the-morning").bylines.get()
    assert promoted.title == "Clinical Social Work Associate"
    assert promoted.supervised_by == "Idris Okonjo-Vale, LCSW"
    assert promoted.therapist.title == "Licensed clinical social worker"
    former = Article.objects.get(slug="on-being-new-at-this").bylines.get()
    assert (former.therapist, former.name, former.title) == (
        None,
        "Calla Whitcombe",
        "Practicum Student",
    )


@pytest.mark.django_db
def test_every_inquiry_of_the_demo_can_be_read():
    demo(inquiries=20)
    for inquiry in Inquiry.objects.all():
        assert factories.told(inquiry, CODE).address
        assert inquiry.received_at <= timezone.now()
    assert Inquiry.objects.filter(
        received_at__lt=timezone.now() - timezone.timedelta(days=25)
    ).exists()


@pytest.mark.django_db
def test_numbers_are_totals_and_a_second_run_adds_nothing():
    demo(articles=13, therapists=14, inquiries=15)
    assert Article.objects.published().count() == 13
    assert Therapist.objects.listed().count() == 14
    assert Inquiry.objects.count() == 15
    before = everything()
    demo(articles=13, therapists=5, inquiries=15)
    assert everything() == before


@pytest.mark.django_db
def test_content_at_scale_is_the_same_each_time():
    def made():
        demo(articles=14, therapists=14)
        articles = Article.objects.filter(publish_at__year__lt=2025).order_by("slug")
        therapists = Therapist.objects.filter(order__gte=200).order_by("slug")
        return [
            *articles.values_list(
                "slug", "title", "opening_lines", "body", "publish_at", "lead_image"
            ),
            *therapists.values_list("slug", "title", "biography", "photo", "availability"),
        ]

    first = made()
    assert len(first) == 7
    Article.objects.filter(publish_at__year__lt=2025).delete()
    Therapist.objects.filter(order__gte=200).delete()
    assert made() == first


@pytest.mark.django_db
def test_content_at_scale_is_clean_and_complete():
    demo(articles=25, therapists=25)
    for article in Article.objects.published().for_detail():
        assert sanitize(article.body) == article.body
        assert article.bylines.all()
        assert article.specialties.all()
    for therapist in Therapist.objects.listed().for_profile():
        therapist.full_clean()
        assert therapist.specialties.all()
        assert therapist.languages.all()


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text["slug"])
def test_texts_pass_the_sanitizer_unchanged(text):
    body = with_pictures(text["body"], PICTURE_NUMBERS)
    clean = sanitize(body)
    assert plain_text(clean) == plain_text(body)
    # Whether a link leads out is for the sanitizer to say; line breaks between blocks are nobody's.
    assert clean.replace(' rel="external noopener"', "").replace("\n", "") == body.replace("\n", "")


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text["slug"])
def test_articles_have_substance(text):
    words = len(plain_text(text["body"]).split())
    assert "published" not in text or 500 <= words <= 900


@pytest.mark.parametrize("person", people(), ids=lambda person: person["slug"])
def test_prose_of_therapists_passes_the_sanitizer_unchanged(person):
    for html in person["prose"].values():
        assert sanitize(html).replace("\n", "") == html.replace("\n", "")


def test_demo_promises_nothing_and_does_not_shout():
    for file in [file for file in CONTENT.rglob("*") if file.is_file()]:
        text = file.read_text(encoding="utf-8")
        assert "!" not in text, file.name
        assert not re.search(r"\b(best|cures?|cured|guarantee[ds]?)\b", text, re.IGNORECASE), (
            file.name
        )
