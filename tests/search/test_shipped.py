"""What an update adds to the lists of words, and what taking it back leaves to staff."""

import random
from importlib import import_module

import pytest
from django.apps import apps

from search import kept_words, shipped
from search.danger import Danger, Listed
from search.models import DangerWords, SameMeaning
from search.shipped import read
from tests.search.lists import as_shipped

more = import_module("search.migrations.0003_shipped_2")
by_kind = import_module("search.migrations.0005_danger_by_kind")
more_danger = import_module("search.migrations.0006_danger_words_4")
narrower = import_module("search.migrations.0007_narrower_danger_words")
said = import_module("search.migrations.0009_what_people_say")
unsaid = import_module("search.migrations.0010_danger_words_6")
past_bearing = import_module("search.migrations.0011_danger_words_7")
narrower_2 = import_module("search.migrations.0014_narrower_danger_words_2")
from_the_side = import_module("search.migrations.0015_danger_words_9")
said_2 = import_module("search.migrations.0012_what_people_say_2")
APART = {one["out_of"] for one in read("danger_words_3.toml")["list"] if "out_of" in one}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _lists(db):
    as_shipped()


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


def test_lists_that_lead_somewhere_replace_those_that_nobody_changed():
    said.take_away(apps, None)
    first, *others = read("same_meaning_2.toml")["list"]
    SameMeaning.objects.filter(words=first["words"]).update(words="moon sickness, lunacy")
    said.add(apps, None)
    left = set(SameMeaning.objects.values_list("words", flat=True))
    assert "moon sickness, lunacy" in left
    shipped = {fields["words"] for fields in read("what_people_say.toml")["list"]}
    assert shipped <= left
    assert not left & {fields["words"] for fields in others} - shipped


def test_taken_back_nothing_leads_one_way_or_is_longer_than_there_was_room_for():
    ours = SameMeaning.objects.create(words=", ".join(["lunacy"] * 100))
    one_way = SameMeaning.objects.create(words="lunacy", leads_to="moon sickness")
    said.take_away(apps, None)
    ours.refresh_from_db()
    assert not SameMeaning.objects.filter(pk=one_way.pk).exists()
    assert ours.words == ", ".join(["lunacy"] * 62)
    before = {fields["words"] for fields in read("same_meaning_2.toml")["list"]}
    assert before <= set(SameMeaning.objects.values_list("words", flat=True))
    said.add(apps, None)


def test_what_replaces_a_list_leaves_one_that_staff_have_changed():
    [old] = said_2.before()
    said_2.take_away(apps, None)
    assert SameMeaning.objects.filter(words=old["words"]).count() == 1
    SameMeaning.objects.filter(words=old["words"]).update(words="ADHD, moon sickness")
    said_2.add(apps, None)
    assert SameMeaning.objects.filter(words="ADHD, moon sickness").exists()
    said_2.take_away(apps, None)
    said_2.add(apps, None)
    assert not SameMeaning.objects.filter(words=old["words"]).exists()


@pytest.mark.parametrize("faith", ["muslim", "jewish", "christian", "sikh"])
def test_one_faith_is_not_another(faith):
    others = {("muslim",), ("jewish",), ("christian",), ("sikh",)} - {(faith,)}
    same = kept_words.read_words()[0].same
    assert not others.intersection(same[(faith,)])


SHIPPED = [
    "same_meaning", "what_people_say", "what_people_say_2", "danger_words", "danger_words_2", "danger_words_3", "danger_words_4",
    "danger_words_5",
    "danger_words_6", "danger_words_7", "danger_words_9",
]  # fmt: skip


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_shipped_is_what_staff_could_write(name):
    model = DangerWords if name.startswith("danger") else SameMeaning
    for fields in read(f"{name}.toml")["list"]:
        model(**{key: fields[key] for key in fields if key != "out_of"}).full_clean()


@pytest.fixture
def _before_kinds():
    """As a site has it that was filled by the lists of before."""
    DangerWords.objects.all().delete()
    for name in ("danger_words.toml", "danger_words_2.toml"):
        DangerWords.objects.bulk_create(DangerWords(**one) for one in read(name)["list"])


def lists():
    return set(DangerWords.objects.values_list(*Listed._fields))


@pytest.mark.usefixtures("_before_kinds")
def test_an_update_makes_of_the_lists_of_before_what_a_new_site_begins_with():
    before = lists()
    by_kind.sort(apps, None)
    more_danger.add(apps, None)
    narrower.narrow(apps, None)
    unsaid.add(apps, None)
    past_bearing.add(apps, None)
    narrower_2.narrow(apps, None)
    from_the_side.add(apps, None)
    assert lists() == set(shipped.danger())
    assert not DangerWords.objects.filter(name__in=APART).exists()
    from_the_side.take_away(apps, None)
    narrower_2.put_back(apps, None)
    past_bearing.take_away(apps, None)
    unsaid.take_away(apps, None)
    narrower.put_back(apps, None)
    more_danger.take_away(apps, None)
    by_kind.put_back(apps, None)
    DangerWords.objects.update(kind="")
    assert lists() == before


def test_a_new_site_begins_with_what_an_emptied_list_falls_back_on():
    assert lists() == set(shipped.danger())


@pytest.mark.usefixtures("_before_kinds")
@pytest.mark.parametrize("name", sorted(APART))
def test_a_list_that_staff_changed_is_not_taken_apart(name):
    DangerWords.objects.filter(name=name).update(phrases="ours")
    by_kind.sort(apps, None)
    row = DangerWords.objects.get(name=name)
    assert row.phrases == "ours"
    assert row.kind == read("danger_words_3.toml")["kind"].get(name, "")
    assert not [one for one in parts_of(name) if DangerWords.objects.filter(**one).exists()]


@pytest.mark.usefixtures("_before_kinds")
def test_a_list_that_staff_renamed_or_took_away_stays_so():
    DangerWords.objects.filter(name="Overdose and poison").update(name="Ours")
    DangerWords.objects.filter(name="As children say it").delete()
    by_kind.sort(apps, None)
    assert DangerWords.objects.get(name="Ours").kind == ""
    for name in ("Overdose and poison", "As children say it"):
        assert not [one for one in parts_of(name) if DangerWords.objects.filter(**one).exists()]


@pytest.mark.usefixtures("_before_kinds")
def test_put_back_leaves_what_staff_have_changed_since():
    by_kind.sort(apps, None)
    changed = DangerWords.objects.filter(name="Not breathing, not awake")
    changed.update(phrases="ours")
    by_kind.put_back(apps, None)
    assert changed.get().phrases == "ours"
    assert DangerWords.objects.filter(name="Overdose, pills, poison").exists()
    assert not DangerWords.objects.filter(name="Overdose and poison").exists()
    assert DangerWords.objects.filter(name="As children say it").exists()


@pytest.mark.usefixtures("_before_kinds")
@pytest.mark.parametrize("change", [{"phrases": "ours"}, {"name": "Ours"}])
def test_a_list_that_staff_changed_does_not_get_narrower(change):
    (name,) = [one["name"] for one in read("danger_words_5.toml")["narrower"]]
    row = DangerWords.objects.get(name=name)
    DangerWords.objects.filter(pk=row.pk).update(**change)
    narrower.narrow(apps, None)
    assert DangerWords.objects.get(pk=row.pk).phrases == change.get("phrases", row.phrases)


def test_a_line_gets_narrower_in_a_list_that_staff_have_gone_on_with():
    name, line, narrow = next(narrower_2.pairs())
    row = DangerWords.objects.filter(name=name)
    row.update(phrases=f"ours\r\n{line}\r\n{line} and ours")
    narrower_2.narrow(apps, None)
    assert row.get().phrases == f"ours\r\n{narrow}\r\n{line} and ours"
    narrower_2.put_back(apps, None)
    assert row.get().phrases == f"ours\r\n{line}\r\n{line} and ours"


def parts_of(name):
    return by_kind.parts()[name]


def test_every_list_has_a_kind_that_there_is_or_is_taken_apart():
    more = read("danger_words_3.toml")
    names = {
        one["name"]
        for one in [*read("danger_words.toml")["list"], *read("danger_words_2.toml")["list"]]
    }
    assert set(more["kind"]) <= names
    assert names >= APART


@pytest.mark.parametrize("name", sorted(APART))
def test_taken_apart_no_phrase_is_lost(name):
    """Each line with a dozen of the ways to say it, chosen alike in every run."""
    choose = random.Random(name)
    (whole,) = [one for one in read("danger_words.toml")["list"] if one["name"] == name]
    pieces = Danger.of(Listed(one["phrases"], language=one["language"]) for one in parts_of(name))
    ways = [
        " ".join(choose.choice(place.split("/")) for place in line.split())
        for line in whole["phrases"].splitlines()
        for _way in range(12)
    ]
    assert not [way for way in ways if way and pieces.look(way).level != "help"]
