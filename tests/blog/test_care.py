import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from blog.models import Article
from team.models import Credential
from tests.blog.desk import page_of, saved
from tests.blog.feeds import CONTENT, atom, rss
from tests.factories import make_article, make_published_article, make_therapist

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 3, 3)
UPDATED = "{http://www.w3.org/2005/Atom}updated"


@pytest.fixture
def reviewer():
    therapist = make_therapist("Hana Wexler")
    Credential.objects.create(therapist=therapist, abbreviation="PsyD", name="Doctor")
    return therapist


def reviewed(reviewer, **fields):
    fields = {"reviewed_by_name": "Hana Wexler, PsyD", "reviewed_on": DAY, **fields}
    return make_published_article(authors=["Ines Calder"], reviewed_by=reviewer, **fields)


# Who reviewed it


def test_the_review_stands_under_the_byline_and_leads_to_the_profile(client, reviewer):
    page = page_of(client, reviewed(reviewer))
    byline = page[page.index('class="byline"') : page.index('class="prose')]
    url = reviewer.get_absolute_url()
    assert f'Clinically reviewed by <a href="{url}">Hana Wexler, PsyD</a>, on' in byline
    assert '<time datetime="2026-03-03">March 3, 2026</time>' in byline


def test_a_reviewer_without_a_profile_is_a_name(client, reviewer):
    reviewer.is_listed = False
    reviewer.save()
    page = page_of(client, reviewed(reviewer))
    assert "Clinically reviewed by Hana Wexler, PsyD, on" in page


def test_an_article_that_nobody_reviewed_says_nothing_of_it(client):
    assert "reviewed" not in page_of(client, make_published_article(authors=["Ines Calder"]))


def test_the_review_stays_when_the_reviewer_goes(client, reviewer):
    article = reviewed(reviewer)
    reviewer.delete()
    article.refresh_from_db()
    assert article.reviewed_by is None
    assert "Clinically reviewed by Hana Wexler, PsyD, on" in page_of(client, article)


def test_the_name_is_kept_as_it_was_on_the_day(editor, reviewer):
    saved(editor, reviewed_by=reviewer.pk, reviewed_on="2026-03-03")
    article = Article.objects.get()
    assert article.reviewed_by_name == "Hana Wexler, PsyD"
    Credential.objects.create(therapist=reviewer, abbreviation="ABPP", name="Board certified")
    again = {"reviewed_by": reviewer.pk, "reviewed_on": "2026-03-03"}
    for name in ["Hana Wexler, PsyD", ""]:
        saved(editor, article=article, reviewed_by_name=name, **again)
        article.refresh_from_db()
        assert article.reviewed_by_name == "Hana Wexler, PsyD"


def test_a_new_review_is_signed_with_the_name_of_that_day(editor, reviewer):
    article = make_article(reviewed_by=reviewer, reviewed_by_name="Hana Wexler", reviewed_on=DAY)
    review = {"reviewed_by": reviewer.pk, "reviewed_on": "2026-09-03"}
    saved(editor, article=article, reviewed_by_name="Hana Wexler", **review)
    article.refresh_from_db()
    assert article.reviewed_by_name == "Hana Wexler, PsyD"


def test_another_reviewer_does_not_sign_with_the_name_of_the_first(editor, reviewer):
    article = make_article(reviewed_by=reviewer, reviewed_by_name="Hana Wexler", reviewed_on=DAY)
    other = make_therapist("Theo Brandvold")
    review = {"reviewed_by": other.pk, "reviewed_on": "2026-03-03"}
    saved(editor, article=article, reviewed_by_name="Hana Wexler", **review)
    article.refresh_from_db()
    assert article.reviewed_by_name == "Theo Brandvold"


def test_a_reviewer_from_elsewhere_is_a_name(editor):
    saved(editor, reviewed_by_name="Rosa Quill, MD", reviewed_on="2026-03-03")
    article = Article.objects.get()
    assert (article.reviewed_by, article.reviewed_by_name) == (None, "Rosa Quill, MD")


def test_taking_reviewer_and_day_away_takes_the_review_away(editor, reviewer):
    article = make_article(reviewed_by=reviewer, reviewed_by_name="Hana Wexler", reviewed_on=DAY)
    saved(editor, article=article, reviewed_by_name="Hana Wexler")
    article.refresh_from_db()
    assert (article.reviewed_by, article.reviewed_by_name, article.reviewed_on) == (None, "", None)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"reviewed_on": "2026-03-03"}, "Say who reviewed it."),
        ({"reviewed_by_name": "Rosa Quill, MD"}, "Say on which day it was reviewed."),
        (
            {"reviewed_by_name": "Rosa Quill, MD", "reviewed_on": "2199-01-01"},
            "This day is still to come.",
        ),
        ({"changed_on": "2026-03-03"}, "Say in one sentence what changed."),
    ],
)
def test_half_of_it_is_asked_for_in_words(editor, fields, message):
    assert message in saved(editor, **fields).content.decode()
    assert not Article.objects.exists()


def test_the_database_refuses_half_a_review_and_half_a_change(reviewer):
    for fields in [
        {"reviewed_on": DAY},
        {"reviewed_by_name": "Hana Wexler"},
        {"reviewed_by": reviewer, "reviewed_by_name": "Hana Wexler"},
        {"reviewed_by": reviewer},
        {"changed_on": DAY},
        {"changed_note": "We added a section."},
    ]:
        with pytest.raises(IntegrityError), transaction.atomic():
            make_article(**fields)
        with pytest.raises(ValidationError, match="needs both"):
            Article(title="T", slug="t", body="<p>x</p>", **fields).full_clean()


def test_articles_to_look_over_again_are_found():
    today = timezone.localdate()
    days = {"past": -1, "today": 0, "later": 1}
    for title, number in days.items():
        make_article(title, next_review_on=today + datetime.timedelta(number))
    make_article("never")
    assert {a.title for a in Article.objects.past_review()} == {"past", "today"}
    assert {a.title for a in Article.objects.past_review(today + datetime.timedelta(1))} == {*days}


def test_the_next_review_is_no_part_of_a_version(editor):
    saved(editor, next_review_on="2027-03-03")
    article = Article.objects.get()
    assert article.next_review_on == datetime.date(2027, 3, 3)
    assert "next_review_on" not in article.versions().get().data


# What changed


def test_a_change_of_substance_is_told_at_the_foot(client):
    article = make_published_article(
        authors=["A B"], changed_on=DAY, changed_note="We added <more>."
    )
    page = page_of(client, article)
    message = 'Changed on <time datetime="2026-03-03">March 3, 2026</time>: We added &lt;more&gt;.'
    assert message in page[page.index('class="cta"') :]


def test_a_change_without_a_day_is_of_today(editor):
    saved(editor, changed_note="We added a section.")
    assert Article.objects.get().changed_on == timezone.localdate()


def test_taking_the_sentence_away_takes_the_line_away(editor):
    article = make_article(changed_on=DAY, changed_note="We added a section.")
    saved(editor, article=article, changed_on="2026-03-03")
    article.refresh_from_db()
    assert article.changed_on is None


def test_feeds_call_readers_back_for_changes_of_substance_only(client):
    out = timezone.make_aware(timezone.datetime(2026, 1, 19, 7, 30))
    article = make_published_article(authors=["A B"], publish_at=out)
    entry = "{http://www.w3.org/2005/Atom}entry"
    first = atom(client).findtext(f"{entry}/{UPDATED}")
    article.body = "<p>A typing error put right.</p>"
    article.save()
    assert atom(client).findtext(f"{entry}/{UPDATED}") == first
    article.changed_on, article.changed_note = DAY, "We added a section."
    article.save()
    assert atom(client).findtext(f"{entry}/{UPDATED}").startswith("2026-03-03")
    assert "We added a section." in rss(client).find("channel/item").findtext(CONTENT)


def test_a_change_from_before_it_came_out_does_not_date_it_back():
    article = make_published_article(authors=["A B"], changed_on=DAY, changed_note="Earlier.")
    assert article.changed_at == article.publish_at


def test_care_costs_a_page_no_query(client, practice, reviewer, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    plain = make_published_article(authors=["A B"])
    body = "<p>So [1].</p>"
    cared = reviewed(
        reviewer,
        body=body,
        reference_rows=[{"text": "A book."}],
        changed_on=DAY,
        changed_note="We added it.",
    )
    page_of(client, plain)
    with CaptureQueriesContext(connection) as usual:
        page_of(client, plain)
    with django_assert_num_queries(len(usual)):
        page_of(client, cared)
