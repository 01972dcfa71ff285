"""While the database is away. With a real one: ``tests.practice_site.kept_pages.without_a_database``."""

from dataclasses import replace

from django.db import OperationalError

from pages.models import Practice
from tests.practice_site.kept_pages.house import House


def be_away(house, monkeypatch):
    def fail(watch):
        raise OperationalError

    monkeypatch.setattr(house.keeper.work, "look", fail)


def test_without_the_database_pages_go_out_as_they_were_and_say_so(site, monkeypatch):
    before = site.kept("/")
    with monkeypatch.context() as patch:
        be_away(site, patch)
        found = site.ask("/")
        assert "fwd=stale" in dict(found.headers)["cache-status"]
        assert site.kept("/") == before
        # Nobody can make what was never made.
        assert site.ask("/contact/") is None
    site.keeper.tried_at = 0
    Practice.objects.update(tagline="Back again")
    site.kept("/")
    assert b"Back again" in site.kept("/")


def test_without_the_database_nothing_goes_out_that_is_over_by_the_clock(site, monkeypatch):
    site.kept("/")
    page = site.keeper.shelf.pages["/?"]
    site.keeper.shelf.pages["/?"] = replace(page, until=0.0)
    be_away(site, monkeypatch)
    assert site.ask("/") is None


def test_without_the_database_what_another_process_has_made_goes_on(site, monkeypatch):
    other = House()
    other.kept("/blog/")
    site.kept("/")
    with monkeypatch.context() as patch:
        be_away(site, patch)
        assert "fwd=stale" in dict(site.ask("/blog/").headers)["cache-status"]
        assert "/blog/?" in site.keeper.shelf.pages
    other.close()


def test_without_the_database_nothing_goes_on_of_which_nobody_knows_whether_it_is_right(
    site, monkeypatch
):
    other = House()
    other.kept("/blog/")
    Practice.objects.update(phone="555-0142")
    site.kept("/")
    be_away(site, monkeypatch)
    assert site.ask("/blog/") is None
    assert "/blog/?" not in site.keeper.shelf.pages
    other.close()


def test_what_was_written_just_before_the_database_went_away_is_not_given_out_as_it_was(
    site, monkeypatch
):
    site.kept("/")
    be_away(site, monkeypatch)
    assert site.kept("/")
    monkeypatch.setattr(site.keeper.watch, "has_heard", True)
    assert site.ask("/") is None


def test_a_database_that_goes_away_in_the_middle_is_left_to_django(site, monkeypatch):
    def fail(*arguments):
        raise OperationalError

    monkeypatch.setattr(site.keeper.work, "finish", fail)
    assert site.ask("/") is None
