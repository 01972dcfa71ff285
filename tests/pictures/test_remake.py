"""A new width or encoder reaches the pictures that are there already."""

import io

import pytest
from django.core.management import CommandError, call_command

from pictures import renditions
from pictures.models import Image
from tests.factories import make_image

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def asked(monkeypatch):
    """Which crops were asked for, picture by picture."""
    asked, crops_of = [], renditions.crops_of

    def crops_and_note(master, focus, ratios):
        asked.append(list(ratios))
        return crops_of(master, focus, ratios)

    monkeypatch.setattr(renditions, "crops_of", crops_and_note)
    return asked


def remake():
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("remake_pictures", stdout=out, stderr=err)
    except CommandError as error:
        err.write(str(error))
    return out.getvalue(), err.getvalue()


def test_a_picture_of_another_recipe_is_made_anew_when_it_is_saved(asked, monkeypatch):
    image = make_image()
    monkeypatch.setattr(renditions, "RECIPE", "another")
    asked.clear()
    image.save()
    # The uncropped sizes too, although the focus is where it was.
    assert asked == [list(renditions.RATIOS)]
    image.refresh_from_db()
    assert image.renditions["recipe"] == "another"
    image.save()
    assert len(asked) == 1


def test_rows_that_do_not_say_were_made_by_the_first_recipe(asked, monkeypatch):
    monkeypatch.setattr(renditions, "RECIPE", renditions.FIRST_RECIPE)
    image = make_image()
    del image.renditions["recipe"]
    asked.clear()
    image.save()
    assert asked == []
    assert "recipe" not in image.renditions
    monkeypatch.setattr(renditions, "RECIPE", "another")
    image.save()
    assert len(asked) == 1


def test_all_are_made_anew_and_none_twice(asked, monkeypatch):
    for _time in range(2):
        make_image()
    monkeypatch.setattr(renditions, "RECIPE", "another")
    asked.clear()
    assert "2 pictures made anew" in remake()[0]
    assert all(image.renditions_fit() for image in Image.objects.all())
    assert "0 pictures made anew" in remake()[0]
    assert len(asked) == 2


def test_a_picture_whose_file_is_gone_is_named_and_keeps_no_other_waiting(media, monkeypatch):
    gone, there = make_image(), make_image(width=80)
    (media / gone.file.name).unlink()
    monkeypatch.setattr(renditions, "RECIPE", "another")
    _said, complained = remake()
    assert f"Picture {gone.pk} stays as it is" in complained
    assert "1 of 2" in complained
    there.refresh_from_db()
    assert there.renditions_fit()
    assert "1 of 1" in remake()[1]
