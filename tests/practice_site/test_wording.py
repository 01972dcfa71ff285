import re
from pathlib import Path

import django
import pytest
from django.conf import settings
from django.utils.translation import gettext

CATALOG = settings.BASE_DIR / "locale/en/LC_MESSAGES/django.po"
CONTRIB = Path(django.__file__).parent / "contrib"
ENTRY = re.compile(r'^msgid (?:_plural )?((?:".*"\s*)+)', re.M)


def messages(path):
    """The strings a catalog translates, lines joined; ``\\n`` and the like stay as written."""
    text = re.sub(r"^#.*\n", "", path.read_text(), flags=re.M)
    return {"".join(re.findall(r'"(.*)"', found)) for found in ENTRY.findall(text)} - {""}


def test_no_sentence_of_ours_ends_with_a_time_and_two_dots():
    """A time says "a.m.", with a dot of its own."""
    names = r"(?:time|moment|clock|at|when)"
    at_the_end = re.compile(rf"(?:%\({names}\)s|\{{{{? ?{names} ?\}}?\}})\.(?!\w)")
    sources = [
        path
        for app in [
            "practice_site",
            "blog",
            "intake",
            "groups",
            "team",
            "pages",
            "editing",
            "outbox",
            "staff",
        ]
        for path in (settings.BASE_DIR / app).rglob("*.py")
    ]
    sources += (settings.BASE_DIR / "templates").rglob("*.*")
    assert len(sources) > 300
    found = [path for path in sources if at_the_end.search(path.read_text())]
    assert found == []


def test_every_string_we_say_in_other_words_still_exists_in_django():
    stock = messages(CONTRIB / "admin/locale/en/LC_MESSAGES/django.po")
    stock |= messages(CONTRIB / "auth/locale/en/LC_MESSAGES/django.po")
    stock |= messages(CONTRIB.parent / "conf/locale/en/LC_MESSAGES/django.po")
    assert len(messages(CATALOG)) > 20
    assert messages(CATALOG) - stock == set()


@pytest.mark.parametrize(
    ("stock", "ours"),
    [
        ("Objects", "What would go"),
        ("Save and continue editing", "Save and stay here"),
        ("The {name} “{obj}” was changed successfully.", "The {name} “{obj}” is saved."),
    ],
)
def test_our_words_win_over_the_stock_ones(stock, ours):
    assert gettext(stock) == ours
