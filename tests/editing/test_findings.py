"""Findings are stored with versions by the keys they always had, whatever their fields are called."""

import pytest

from editing import findings
from tests.editing.desk import address, saved
from tests.factories import make_article

pytestmark = pytest.mark.django_db
HERE = "<p>Most of us know the ceiling. You can read more <a href='/blog/'>here</a>.</p>"
# As a version of release 0.1 holds it.
STORED = {
    "at": 3,
    "fix": "Link the words that say what is there.",
    "key": "0f1e2d3c4b5a6978",
    "rule": "link-words",
    "place": "body",
    "words": "here",
    "reason": "“here” says nothing to somebody who hears a list of links.",
    "weight": "advice",
}


def test_a_row_as_it_was_stored_is_read_and_shown(editor):
    article = saved(editor, make_article("On sleep", ["Rosa"]))
    version = article.newest_version()
    version.findings = [STORED]
    version.save()
    [finding] = findings.of_version(version)
    assert (finding["field"], finding["passage"]) == ("body", "here")
    page = editor.get(address(article)).text
    assert "#id_body_text" in page
    assert "<q>here</q>" in page


def test_it_is_stored_by_the_same_keys(editor):
    article = saved(editor, make_article("On sleep", ["Rosa"]), body=HERE)
    rows = article.newest_version().findings
    assert all(set(row) == set(STORED) for row in rows)
    assert ("body", "here") in [(row["place"], row["words"]) for row in rows]
