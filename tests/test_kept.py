import pytest

from tests import kept


def test_whatever_it_is_made_from_makes_another_name(tmp_path, settings):
    settings.BASE_DIR = tmp_path
    source, release = tmp_path / "static/site.css", tmp_path / "requirements/run.txt"
    names = set()
    for path, text in [(source, "a {}"), (source, "b {}"), (release, "1.0"), (release, "1.1")]:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        names.add(kept.name_for("static/**/*"))
    source.rename(source.with_name("other.css"))
    names.add(kept.name_for("static/**/*"))
    assert len(names) == 5


def test_a_source_that_was_moved_away_is_noticed(tmp_path, settings):
    settings.BASE_DIR = tmp_path
    with pytest.raises(AssertionError, match="no such file"):
        kept.name_for("static/**/*")


def test_one_at_a_time_makes_it(tmp_path):
    with kept.alone_in(tmp_path, waits=True) as is_alone:
        assert is_alone
        with kept.alone_in(tmp_path, waits=False) as is_alone:
            assert not is_alone
    with kept.alone_in(tmp_path, waits=False) as is_alone:
        assert is_alone


def interrupted(place):
    with kept.making(place) as unfinished:
        (unfinished / "half").touch()
        raise KeyboardInterrupt


def test_what_was_interrupted_is_not_kept_and_what_is_whole_replaces_the_older(tmp_path):
    older, place = tmp_path / "older", tmp_path / "newer"
    older.mkdir()
    with pytest.raises(KeyboardInterrupt):
        interrupted(place)
    assert not place.exists()
    with kept.making(place) as unfinished:
        (unfinished / "whole").touch()
    assert [path.name for path in place.iterdir()] == ["whole"]
    assert list(tmp_path.iterdir()) == [place]
