"""What an update adds to the lists of words, and what taking it back leaves to staff."""

from importlib import import_module

import pytest
from django.apps import apps

from search.models import DangerWords, SameMeaning
from search.shipped import read

more = import_module("search.migrations.0003_shipped_2")
pytestmark = pytest.mark.django_db


@pytest.fixture
def _without_it():
    more.take_away(apps, None)


@pytest.mark.usefixtures("_without_it")
def test_it_is_added_to_what_is_there():
    SameMeaning.objects.all().delete()
    ours = SameMeaning.objects.create(words="moon sickness, lunacy")
    more.add(apps, None)
    assert SameMeaning.objects.filter(pk=ours.pk).exists()
    assert SameMeaning.objects.count() == 1 + len(read("same_meaning_2.toml")["list"])


@pytest.mark.usefixtures("_without_it")
def test_taken_back_it_leaves_what_staff_have_changed():
    more.add(apps, None)
    changed = DangerWords.objects.filter(name="Self-harm, in short")
    changed.update(phrases="ours")
    before = SameMeaning.objects.count()
    more.take_away(apps, None)
    assert changed.get().phrases == "ours"
    assert SameMeaning.objects.count() == before - len(read("same_meaning_2.toml")["list"])


@pytest.mark.parametrize(
    "name", ["same_meaning", "same_meaning_2", "danger_words", "danger_words_2"]
)
def test_what_is_shipped_is_what_staff_could_write(name):
    model = SameMeaning if name.startswith("same") else DangerWords
    for fields in read(f"{name}.toml")["list"]:
        model(**fields).full_clean()
