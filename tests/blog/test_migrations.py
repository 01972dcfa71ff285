"""What articles and reviews of earlier versions know is taken over."""

from importlib import import_module

import pytest
from django.apps import apps

from blog.models import Article, Series
from editing.models import PreviewLink, ReviewStep
from editing.versioning import record
from tests.factories import make_article, make_therapist, make_user

pytestmark = pytest.mark.django_db


def run(name, function):
    getattr(import_module(f"blog.migrations.{name}"), function)(apps, None)


def test_whose_account_an_article_was_begun_from_is_written_down():
    user = make_user("author")
    person = make_therapist("June Aldecott", user=user)
    hers, other = make_article("A", created_by=user), make_article("B", created_by=make_user())
    for _time in range(2):
        run("0007_begun_by", "keep_beginners")
    assert list(hers.begun_by.all()) == [person]
    assert not other.begun_by.exists()
    assert Article.objects.count() == 2


def test_each_series_that_was_there_gets_an_address_of_its_own():
    for number, title in enumerate(["Nights", "Nights!", "睡眠"]):
        Series.objects.bulk_create([Series(title=title, slug=f"was-{number}")])
    Series.objects.filter(title="Nights!").update(slug="nights")
    Series.objects.exclude(title="Nights!").filter(slug="was-0").update(slug="")
    run("0015_series_addresses", "give_addresses")
    assert {*Series.objects.values_list("title", "slug")} == {
        ("Nights", "nights-2"),
        ("Nights!", "nights"),
        ("睡眠", "was-2"),
    }


def test_how_earlier_answers_came_is_told_from_where_the_link_went():
    person = make_therapist("Marisol Tennant", user=make_user(email="marisol@practice.example"))
    article, by = make_article("A"), make_user(name="Edda Quill")
    version = record(article, {"title": ["A"]}, by=by, substance="s", is_current=True)
    fields = {
        "version": version,
        "capacity": "supervisor",
        "reader": "M",
        "created_by_name": "Edda",
    }
    fields |= {"reader_key": f"therapist-{person.pk}"}
    how = {}
    for email in ("MARISOL@practice.example", "other@mail.example", ""):
        link = PreviewLink.objects.create(email=email, **fields)
        how[email] = ReviewStep.objects.create(
            version=version, link=link, kind="approved", capacity="supervisor", person="M"
        )
    own = ReviewStep.objects.create(
        version=version, kind="approved", capacity="supervisor", person="M", user=by
    )
    run("0008_how_a_yes_came", "tell_how")
    found = dict(ReviewStep.objects.values_list("pk", "how"))
    assert [found[step.pk] for step in how.values()] == ["account", "typed", "copied"]
    assert found[own.pk] == "signed_in"
    assert set(ReviewStep.objects.exclude(link=None).values_list("how_by", flat=True)) == {"Edda"}
