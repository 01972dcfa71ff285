"""What tests share has a place of its own: a file of tests is read, moved and split by itself."""

import ast
from pathlib import Path

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
