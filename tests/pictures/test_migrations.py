"""What hangs on the pictures' model follows it from one app to the other, and back."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from pictures.models import Image
from tests.factories import make_image, make_user

pytestmark = pytest.mark.django_db

MOVE = import_module("pictures.migrations.0002_take_permissions_along").Migration.operations[0]


def run(function):
    ContentType.objects.clear_cache()
    function(apps, SimpleNamespace(connection=connection))
    ContentType.objects.clear_cache()


def granted(group):
    return set(group.permissions.values_list("content_type__app_label", "codename"))


@pytest.fixture
def group():
    group = Group.objects.create(name="librarians")
    group.permissions.set(Permission.objects.filter(codename__in=["view_image", "add_image"]))
    return group


@pytest.fixture
def entry():
    image = make_image(alt="A lake")
    return LogEntry.objects.log_actions(
        make_user().pk, [image], CHANGE, change_message="Focus moved.", single_object=True
    )


def test_what_hangs_on_the_model_follows_it_both_ways(group, entry):
    run(MOVE.reverse_code)
    assert granted(group) == {("pages", "view_image"), ("pages", "add_image")}
    entry.refresh_from_db()
    assert entry.content_type.app_label == "pages"

    run(MOVE.code)
    assert granted(group) == {("pictures", "view_image"), ("pictures", "add_image")}
    entry.refresh_from_db()
    assert entry.content_type.model_class() is Image


def test_a_type_made_anew_between_two_steps_gives_way(group, entry):
    run(MOVE.reverse_code)
    anew = ContentType.objects.create(app_label="pictures", model="image")
    Permission.objects.create(content_type=anew, codename="view_image", name="Can view picture")
    run(MOVE.code)
    assert granted(group) == {("pictures", "view_image"), ("pictures", "add_image")}
    entry.refresh_from_db()
    assert entry.content_type.model_class() is Image
    assert not ContentType.objects.filter(app_label="pages", model="image").exists()


def test_a_new_site_has_nothing_to_take_along():
    before = set(ContentType.objects.values_list("app_label", "model"))
    run(MOVE.code)
    assert set(ContentType.objects.values_list("app_label", "model")) == before
