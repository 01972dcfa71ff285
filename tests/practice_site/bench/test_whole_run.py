"""``manage.py bench --short`` with real servers: whether everything is there, not how fast it is."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from practice_site.bench import document, figure, session, targets
from practice_site.bench.pages import PAGE_TYPES
from practice_site.bench.targets import DJANGO, KEPT, NOT_KEPT, WSGI
from tests.practice_site.bench import small_site

SERVED = [page.name for page in PAGE_TYPES if not page.is_for_staff]


@pytest.fixture(scope="module")
def site(tmp_path_factory, migrated_file):
    return small_site.make(tmp_path_factory.mktemp("bench"), migrated_file)


@pytest.fixture
def bench(site, monkeypatch):
    monkeypatch.setattr(session, "site", lambda size, state, say: site)

    def run(**options):
        out, err = io.StringIO(), io.StringIO()
        call_command("bench", stdout=out, stderr=err, **options)
        return out.getvalue(), err.getvalue()

    return run


def test_a_run_measures_every_target_and_page_and_says_so(bench, greeter, tmp_path, monkeypatch):
    monkeypatch.setattr(targets, "WORKERS", 1)
    monkeypatch.setattr(session, "sizes", lambda articles, therapists: [small_site.Size(1, 1)])
    file = tmp_path / "figures.json"
    out, progress = bench(
        short=True, json=file, state_dir=tmp_path, peer=[f"Greeter=http://127.0.0.1:{greeter}"]
    )
    results = json.loads(file.read_text())
    assert list(results["served"]) == [KEPT, NOT_KEPT, DJANGO, WSGI, "Greeter"]
    assert list(results["served"][KEPT]) == list(results["served"][NOT_KEPT]) == SERVED
    assert (
        set(results["served"][DJANGO])
        == set(results["served"][WSGI])
        == set(SERVED) - {"article, known"}
    )
    assert "404" not in results["served"]["Greeter"], "it answers otherwise"
    (inside,) = results["inside"].values()
    assert set(inside) == {page.name for page in PAGE_TYPES if not page.is_known}
    assert all(row["statements"] > 0 for row in inside.values())
    assert not any(
        sum(row["failed"]) for pages in results["served"].values() for row in pages.values()
    )
    assert set(results["tails"]) == {KEPT, NOT_KEPT}
    assert set(results["starts"]) == {KEPT, DJANGO, WSGI}
    assert set(results["heavy"]) == {KEPT, NOT_KEPT}
    assert all(row["after"] > 0 for row in results["heavy"].values())
    assert all(row["web, loaded"] > 0 for row in results["memory"].values())
    for name in [*SERVED, *results["served"], "article not kept, statements"]:
        assert f" {name} |" in out
    assert "round 1 of 1, article: kept" in progress

    # What the document's tables and its figure are drawn from.
    text = document.filled(document.BEGIN + document.END, document.read(file))
    assert all(line in text for line in out.splitlines())
    assert all(f">{name}</text>" in figure.svg(results) for name in [KEPT, "Greeter", "article"])


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"rounds": 0}, "1 or more"),
        ({"articles": [0]}, "1 or more"),
        ({"seconds": 0.0}, "1 or more"),
        ({"peer": ["Wagtail=https://elsewhere.example"]}, "names no peer"),
        ({"peer": ["Wagtail=http://127.0.0.1:1"]}, "Nobody takes connections"),
        ({"draw": Path("/nowhere/figures.json")}, "cannot be read"),
    ],
)
def test_what_cannot_be_measured_is_refused_with_a_sentence(bench, tmp_path, options, sentence):
    with pytest.raises(CommandError, match=sentence):
        bench(state_dir=tmp_path, parts=["served"], pages=["404"], **options)


def test_figures_of_a_part_of_a_run_are_not_drawn(bench, tmp_path):
    (tmp_path / "figures.json").write_text('{"about": {}}')
    with pytest.raises(CommandError, match="whole run"):
        bench(draw=tmp_path / "figures.json")
