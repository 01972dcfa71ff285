import io

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from blog.models import Article
from pages.models import Practice
from pictures.models import Image
from practice_site.demo import load, logins, pictures
from practice_site.demo.files import facts
from practice_site.demo.logins import PEOPLE
from practice_site.demo.pictures import load_pictures
from practice_site.management.commands import demo as command
from tests.factories import make_article, make_image, make_practice

DEMO_MAIL = "desk@fallowhouse.example"


def demo(**options):
    out = io.StringIO()
    call_command("demo", stdout=out, **options)
    return out.getvalue()


@pytest.mark.django_db
def test_demo_refuses_a_database_of_another_practice():
    make_practice(email="desk@practice.example")
    make_article()
    with pytest.raises(CommandError, match="another practice"):
        demo(articles=50)
    assert Article.objects.count() == 1


@pytest.mark.django_db
def test_demo_if_empty_leaves_any_content_alone():
    make_article()
    assert "stays as it is" in demo(if_empty=True, with_logins=True)
    assert not Practice.objects.exists()
    assert not get_user_model().objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("debug", [True, False])
def test_demo_logins_are_refused_where_others_can_reach_the_site(settings, debug):
    settings.DEBUG, settings.IS_LOOPBACK = debug, False
    make_practice(email=DEMO_MAIL)
    with pytest.raises(CommandError, match="share one password"):
        demo(with_logins=True)
    demo()
    assert not get_user_model().objects.exists()


@pytest.mark.django_db
def test_logins_are_refused_before_anything_is_written(settings, monkeypatch):
    settings.IS_LOOPBACK = False
    monkeypatch.setattr(command, "load_demo", lambda say: pytest.fail("It wrote something."))
    with pytest.raises(CommandError):
        demo(with_logins=True)


@pytest.mark.django_db
@pytest.mark.parametrize(("debug", "logins"), [(True, set(PEOPLE)), (False, set())])
def test_logins_are_made_in_development_without_asking(settings, debug, logins):
    settings.DEBUG = debug
    make_practice(email=DEMO_MAIL)
    demo()
    assert set(get_user_model().objects.values_list("username", flat=True)) == logins


@pytest.mark.django_db
def test_pictures_alone_do_not_make_a_database_full():
    make_image()
    assert load.is_empty()


@pytest.mark.django_db
def test_a_picture_that_is_there_is_not_taken_in_again(monkeypatch):
    monkeypatch.setattr(pictures, "take_in", lambda path, **about: make_image(**about))
    first = load_pictures(lambda line: None)
    assert load_pictures(lambda line: None) == first
    assert Image.objects.count() == len(facts("images")["files"])


@pytest.mark.django_db
def test_a_login_is_offered_as_long_as_it_has_the_demos_password():
    logins.load_logins()
    assert logins.usable_logins() == list(PEOPLE)
    editor = get_user_model().objects.get(username="editor")
    editor.set_password("a password of one's own")
    editor.save()
    get_user_model().objects.filter(username="author").update(is_active=False)
    assert logins.usable_logins() == [name for name in PEOPLE if name not in ("editor", "author")]
