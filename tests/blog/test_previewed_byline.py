"""Whoever is asked about a text sees the byline that visitors will read, supervisor included."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from blog.models import Article
from team.models import Credential, Supervision
from tests.editing.desk import form_of, saved
from tests.editing.links import link_for
from tests.factories import make_article, make_therapist, make_user

pytestmark = pytest.mark.django_db
BYLINE = re.compile(r'<div class="byline">.*?(?=<(?:figure|aside|div class="prose"))', re.DOTALL)


@pytest.fixture
def editor(client):
    make_user("manager")
    client.user = make_user("editor", name="Edda Quill")
    client.force_login(client.user)
    return client


@pytest.fixture
def june():
    person = make_therapist("June Aldecott", title="Doctoral Intern")
    supervisor = make_therapist("Marisol Tennant")
    Credential.objects.create(therapist=supervisor, abbreviation="PhD", name="Doctorate")
    day = timezone.localdate() - timedelta(days=30)
    Supervision.objects.create(supervisee=person, supervisor=supervisor, from_day=day)
    return person


def byline(response):
    return re.sub(r"\s+", " ", BYLINE.search(response.content.decode())[0])


def beside_the_form(article):
    return reverse("admin:blog_article_preview", args=[article.pk])


def seen(client, article):
    """The byline beside the form, by a private link, and on the site once it is out."""
    beside = client.post(beside_the_form(article), form_of(article))
    saved(client, article)
    link = link_for(article, Supervision.objects.get().supervisor, sent="account")
    page = client.get(f"/p/{link.token}/")
    client.post(f"/p/{link.token}/", {"kind": "approved", "shown": page.context["preview_mark"]})
    saved(client, article, _publish="1")
    Article.objects.filter(pk=article.pk, publish_at__gt=timezone.now()).update(
        publish_at=timezone.now()
    )
    return byline(beside), byline(page), byline(client.get(article.get_absolute_url()))


def test_preview_link_and_site_show_the_same_byline(editor, june):
    beside, linked, public = seen(editor, make_article("Quiet", [june, "Petra Solvang"]))
    assert "Doctoral Intern, supervised by Marisol Tennant, PhD" in public
    assert beside == linked == public


def test_a_preview_writes_nothing_down(editor, june):
    article = make_article("Quiet", [june])
    editor.post(beside_the_form(article), form_of(article))
    assert article.bylines.get().supervised_by == ""
    article.refresh_from_db()
    assert article.publish_at is None


def test_the_supervisor_is_the_one_of_the_day_it_goes_out(editor, june):
    today = timezone.localdate()
    Supervision.objects.update(to_day=today + timedelta(days=2))
    later = make_therapist("Hana Wexler")
    Supervision.objects.create(
        supervisee=june, supervisor=later, from_day=today + timedelta(days=3)
    )
    article = make_article("Quiet", [june], publish_at=timezone.now() + timedelta(days=5))
    page = editor.post(beside_the_form(article), form_of(article))
    assert "supervised by Hana Wexler" in byline(page)
