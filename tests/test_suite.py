"""What tests share has a place of its own: a file of tests is read, moved and split by itself."""

import ast
from pathlib import Path

import pytest

from tests import needed

TESTS = Path(__file__).parent


def imported(source):
    """Every dotted name that somebody imports, wherever in the file it stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module or ''}.{alias.name}" for alias in node.names)


def files_of_tests(source):
    return [
        name
        for name in imported(source)
        if any(part.startswith("test_") for part in name.split("."))
    ]


def test_an_import_from_a_file_of_tests_is_seen():
    for line in [
        "from tests.blog.test_feeds import rss",
        "import tests.blog.test_feeds as feeds",
        "from tests.blog import test_feeds",
        "def rss():\n    from .test_feeds import rss",
    ]:
        assert files_of_tests(line), line
    assert not files_of_tests("from django.test.utils import setup_test_environment")


def test_nobody_imports_from_a_file_of_tests():
    """A fixture that several need stands in a conftest.py, all else in a module that says what it holds."""
    found = {
        str(file.relative_to(TESTS)): names
        for file in sorted(TESTS.rglob("*.py"))
        if (names := files_of_tests(file.read_text()))
    }
    assert found == {}


def test_what_a_proof_needs_is_missing_in_one_place_only():
    """There it fails where CI runs. ``skipif`` is for what a database or a system is by its nature."""
    found = {
        str(file.relative_to(TESTS))
        for file in TESTS.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("pytest.skip", "pytest.importorskip", "unittest.skip")
    }
    assert found == {"needed.py"}


@pytest.mark.parametrize(("ci", "outcome"), [("true", "Failed"), (None, "Skipped")])
def test_where_ci_runs_nothing_may_be_missing(monkeypatch, ci, outcome):
    monkeypatch.setenv("CI", ci) if ci else monkeypatch.delenv("CI", raising=False)
    with pytest.raises(BaseException, match="nginx") as caught:
        needed.missing("nginx")
    assert caught.type.__name__ == outcome
