"""No form of a supervised name goes out without a yes, by no way in."""

import os
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from blog.authorship import Team
from blog.models import Article
from editing.models import WorkingCopy
from editing.snapshots import as_query
from tests.blog.bylines import BODY, is_public, named
from tests.blog.desk import ADD
from tests.blog.start.whole_text import START, proposed
from tests.editing.desk import address, saved, set_time
from tests.factories import make_article, make_published_article
from tests.team import names_held_back, names_tried

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("everybody")]
ALL_FORMS = [*names_held_back.FORMS, *names_tried.DISGUISED["June Aldecott"]]
# Where going the whole way takes a request or two each: tests.blog.ways_in tries more of them.
FORMS = ALL_FORMS[::2]
FEW = FORMS[::8]
TRIED = {"every form": (FORMS, FORMS), "short": (FORMS, FEW)}.get(
    os.environ.get("WAYS_IN"), (FEW, FEW)
)


def by_the_form(editor, name):
    article = make_article(None, ["Rosa Quill"])
    saved(editor, article, _publish="1", **named(name))
    return is_public(article)


def by_a_new_one(editor, name):
    data = {"title": f"New {Article.objects.count()}", "body": BODY, "references-TOTAL": "0"}
    editor.post(ADD, data | {"_publish": "1", "base_version": "0"} | named(name))
    return Article.objects.filter(state="approved").exists()


def by_start(editor, name):
    names = name.replace("\n", " with ")
    text = f"The kettle\n\nby {names}\n\nIt had gone cold by the time she said it.\n\nThat was all."
    data = proposed(editor.post(START, {"text": text}))
    editor.post(START, data | {"row-1": "authors", "confirm": "1"})
    article = Article.objects.latest("pk")
    saved(editor, article, _publish="1")
    return is_public(article)


def by_a_change_later(editor, name):
    article = make_published_article(None, ["Rosa Quill"])
    saved(editor, article, _continue="1", **named(name))
    return [row.display_name for row in article.bylines.all()] != ["Rosa Quill"]


def by_several_at_once(editor, name):
    article = make_article(None, [name])
    data = {"action": "publish_selected", "_selected_action": [article.pk], "confirmed": "1"}
    editor.post(reverse("admin:blog_article_changelist"), data)
    return is_public(article)


def by_a_copy(editor, name):
    article = make_article(None, [name])
    editor.post(address(article, "copy"))
    copy = Article.objects.latest("pk")
    saved(editor, copy, _publish="1")
    return is_public(copy)


def by_a_version_brought_back(editor, name):
    article = make_article(None, [name])
    saved(editor, article, **named("Rosa Quill"))
    editor.post(address(article, "versions", 1, "restore"))
    copy = WorkingCopy.objects.get(object_id=article.pk)
    data = as_query(copy.data).dict() | {"slug": article.slug, "base_version": copy.base_version}
    editor.post(address(article), data | {"_publish": "1"})
    copy.delete()
    return is_public(article)


def by_a_set_time(editor, name):
    article = make_published_article(None, ["Rosa Quill"])
    saved(editor, article, _keep="1", title="Next", **named(name))
    when = timezone.localtime() + timedelta(days=1)
    set_time(editor, article, when)
    article.refresh_from_db()
    return article.swap_at is not None


def by_a_time_to_publish(editor, name):
    article = make_article(None, ["Rosa Quill"])
    when = timezone.localtime() + timedelta(days=1)
    times = {"publish_at_0": f"{when:%Y-%m-%d}", "publish_at_1": "09:00"}
    saved(editor, article, _publish="1", **times, **named(name))
    return is_public(article)


WAYS = [by_the_form, by_start]
SLOW_WAYS = [
    by_a_new_one, by_a_change_later, by_several_at_once, by_a_copy, by_a_version_brought_back, by_a_set_time,
    by_a_time_to_publish,
]  # fmt: skip


def test_there_are_enough_forms():
    assert len(ALL_FORMS) >= 120
    assert len(FORMS) >= 60


def test_every_form_of_a_name_is_that_person_or_is_asked_about(june):
    """What every way asks before it lets anything out."""
    team = Team(Article())
    for name in ALL_FORMS:
        rows = team.rows([{"therapist": None, "name": name, "title": ""}])
        is_known = june in [row["therapist"] for row in rows]
        assert is_known or any(june in one.people for one in team.asked(rows)), name


@pytest.mark.parametrize("way", WAYS)
def test_no_form_of_a_supervised_name_goes_out_without_a_yes(editor, june, way):
    assert [name for name in TRIED[0] if way(editor, name)] == []


@pytest.mark.parametrize("way", SLOW_WAYS)
def test_nor_by_any_other_way(editor, june, way):
    assert [name for name in TRIED[1] if way(editor, name)] == []


@pytest.mark.parametrize(
    "way", [by_the_form, by_start, by_a_new_one, by_several_at_once, by_a_copy]
)
def test_a_stranger_goes_out_unasked(editor, june, way):
    assert way(editor, "Petra Solvang, LMFT")
