from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from blog import kept_newest
from blog.models import Article, Byline
from editing.rows import replace_rows
from team.models import Credential, Supervision
from tests.factories import (
    make_article,
    make_published_article,
    make_specialty,
    make_therapist,
    make_user,
)

pytestmark = pytest.mark.django_db


def test_title_is_kept_as_held_when_published():
    intern = make_therapist("Ines Calder", title="Doctoral Intern")
    article = make_published_article(authors=[intern])
    intern.title = "Licensed psychologist"
    intern.save()
    assert article.bylines.get().title == "Doctoral Intern"


def test_where_no_title_was_written_down_a_name_has_none():
    """That of today may not have been true then, and a trainee's says nothing without the supervisor."""
    intern = make_therapist("Ines Calder", title="Doctoral Intern")
    article = make_published_article(authors=[intern])
    article.bylines.update(title="")
    assert article.byline_text == "Ines Calder"
    article.publish()
    assert article.byline_text == "Ines Calder, Doctoral Intern"


def test_title_written_by_hand_is_not_overwritten_on_publishing():
    article = make_article()
    Byline.objects.create(article=article, therapist=make_therapist(), title="Practicum Student")
    article.publish()
    assert article.bylines.get().title == "Practicum Student"


def test_supervisor_of_the_first_day_is_kept_when_supervision_ends():
    intern, supervisor = make_therapist("Ines Calder"), make_therapist("Marisol Tennant")
    Credential.objects.create(therapist=supervisor, abbreviation="PhD", name="Doctor of Philosophy")
    supervision = Supervision.objects.create(
        supervisee=intern, supervisor=supervisor, state="NY", from_day=date(2020, 1, 1)
    )
    article = make_published_article(authors=[intern])
    supervision.to_day = date(2020, 6, 1)
    supervision.save()
    article.publish()
    assert article.byline_text.endswith(", supervised by Marisol Tennant, PhD")


def test_supervisor_in_two_states_is_named_once():
    intern, supervisor = make_therapist("Ines Calder"), make_therapist("Marisol Tennant")
    for state in ["NY", "NJ"]:
        Supervision.objects.create(
            supervisee=intern, supervisor=supervisor, state=state, from_day=date(2020, 1, 1)
        )
    article = make_published_article(authors=[intern])
    assert article.bylines.get().supervised_by == "Marisol Tennant"


def test_guest_without_profile_is_a_name():
    article = make_published_article(authors=["Rosalind Fenn"])
    assert article.byline_text == "Rosalind Fenn"


def test_byline_needs_a_therapist_or_a_name():
    with pytest.raises(IntegrityError), transaction.atomic():
        Byline.objects.create(article=make_article())


def test_therapist_with_a_byline_cannot_be_deleted():
    author = make_therapist()
    make_article(authors=[author])
    with pytest.raises(ProtectedError):
        author.delete()


def test_article_survives_the_user_who_started_it():
    user = make_user("author")
    article = make_article(created_by=user, created_by_name=user.name)
    user.delete()
    article.refresh_from_db()
    assert (article.created_by, article.created_by_name) == (None, user.name)


def test_article_without_author_or_text_cannot_go_out():
    article = make_article(body="")
    with pytest.raises(ValidationError) as error:
        article.publish()
    assert set(error.value.message_dict) == {"body", "bylines"}


def test_author_who_posts_the_own_article_is_not_a_poster():
    article = make_article(authors=["Ines Calder"], posted_by="ines calder")
    assert not article.has_other_poster
    article.posted_by = "Rupert Finch"
    assert article.has_other_poster


def test_blurb_is_the_summary_or_how_the_text_begins():
    assert make_article(summary="In short.").blurb == "In short."
    assert make_article(body="<h2>Start</h2><p>Here.</p>").blurb.split() == ["Start", "Here."]


def test_related_articles_share_topics_and_are_public():
    sleep, work = make_specialty("Sleep"), make_specialty("Work")
    article = make_published_article("This one", ["A B"], [sleep, work])
    both = make_published_article("Both", ["A B"], [sleep, work])
    one = make_published_article("One", ["A B"], [sleep])
    make_article("A draft", ["A B"], [sleep, work])
    assert [a.title for a in kept_newest.related_to(article)][:2] == [both.title, one.title]
    assert "A draft" not in [a.title for a in kept_newest.related_to(article, 10)]


def test_author_owns_what_was_started_or_signed_and_nothing_else():
    user = make_user("author")
    started = make_article(created_by=user)
    signed = make_article(authors=[make_therapist(user=user)])
    make_article()
    assert set(Article.objects.written_by(user)) == {started, signed}


def test_withdrawn_article_is_not_published():
    article = make_published_article(authors=["A B"])
    article.withdraw()
    assert not Article.objects.published().exists()
    article.publish()
    assert Article.objects.published().get() == article


def test_scheduled_article_goes_out_by_itself():
    article = make_article(authors=["A B"], publish_at=timezone.now() + timedelta(hours=1))
    article.publish()
    assert not Article.objects.published().exists()
    assert Article.objects.published(at=timezone.now() + timedelta(hours=2)).exists()


def test_an_author_keeps_the_supervisor_of_then_when_the_byline_changes():
    article = make_article("By a former trainee", ["Ines Calder"])
    article.bylines.update(supervised_by="Marisol Tennant")
    rows = [
        {"therapist": None, "name": name, "title": ""} for name in ("Rosa Quill", "Ines Calder")
    ]
    replace_rows(article.bylines, rows)
    assert [str(byline) for byline in article.bylines.all()] == [
        "Rosa Quill",
        "Ines Calder, supervised by Marisol Tennant",
    ]
