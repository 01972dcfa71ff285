"""Documents name files that are there: a move that forgets them is noticed here."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
PATH = re.compile(r"`([a-z_]\w*(?:/\w+)+\.(?:py|html|txt|toml|js|css|md))`")


def named(text):
    return [path for path in PATH.findall(text) if not re.search(r"\b[A-Z]+\b|_NAME", path)]


def test_a_path_is_told_from_a_pattern_of_paths():
    text = "`blog/views.py`, `tests/APP/test_models.py`, `tests/blog/test_NAME.py`, `views.py`"
    assert named(text) == ["blog/views.py"]


def test_files_that_documents_name_are_there():
    places = [ROOT, ROOT / "docs", ROOT / "templates"]
    missing = {
        f"{document.relative_to(ROOT)}: {path}"
        for document in DOCUMENTS
        for path in named(document.read_text(encoding="utf-8"))
        if not any((place / path).exists() for place in places)
    }
    assert missing == set()
