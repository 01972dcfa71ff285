"""What no browser sends by itself: odd text in every lone box of the desk, odd numbers in every address."""

from urllib.parse import quote

import pytest

from blog.models import AskedText
from editing.models import PreviewLink, WorkingCopy
from tests.editing.desk import address, form_of
from tests.factories import make_article

pytestmark = pytest.mark.django_db
ODD_TEXT = {"nul": "a\x00b", "long": "x" * 300_000, "astral": "💥" * 50}
ODD_NUMBERS = ["0", "-1", "9" * 25, "1\x00", "abc", "１"]


@pytest.fixture
def article(editor):
    article = make_article("On sleep", ["Rosa Quill"])
    body = '<p><a href="https://example.org/">Click here</a></p>'
    editor.post(address(article), form_of(article, body=body))
    article.refresh_from_db()
    return article


def posts(article, odd):
    """Each lone box of the desk with ``odd`` in it: (address, data)."""
    finding = article.versions().first().findings[0]["key"]
    articles = "/admin/blog/article/"
    yield f"{articles}working-copy/{article.pk}/", {"title": odd, "base_version": 1, "revision": 0}
    read = {"base_version": article.latest_version}
    yield address(article, "review"), {"note": odd} | read
    yield address(article, "review"), {"note": "Why?", "base_version": odd}
    yield address(article, "fine"), {"key": finding, f"reason_{finding}": odd}
    yield address(article, "fine"), {"key": odd}
    yield address(article, "versions/1"), {"name": odd}
    yield address(article, "share"), {"reader": odd, "capacity": "author", "days": "14"}
    yield address(article, "share"), {"reader": "R", "capacity": odd, "email": odd, "days": odd}
    yield address(article, "share"), {"revoke": odd}
    yield address(article, "swap"), {"swap_at_0": odd, "swap_at_1": odd} | read
    yield address(article, "take-back"), {"base_version": odd}
    yield f"{articles}preview/{article.pk}/", {"title": odd, "body": odd}
    yield address(article), form_of(article, title="Another", version_name=odd)
    yield address(article), form_of(article, title=odd, base_version=odd)
    yield f"{articles}trash/", {"take_out": odd}
    yield f"{articles}offers/", {"text": odd}
    yield articles, {"action": "publish_selected", "_selected_action": [odd]}
    yield "/admin/editing/redirect/fill/", {"text": f"/{odd}/,/x/\n/y/,{odd}", "confirmed": "1"}
    yield "/admin/editing/redirect/add/", {"old_path": f"/{odd}/", "new_path": odd}
    link = PreviewLink.objects.create(
        version=article.versions().first(), reader="R", capacity="author"
    )
    yield f"/p/{link.token}/", {"kind": "suggested", "note": odd, "shown": odd}
    yield from posts_of_asked_text(f"{articles}ask/", odd)


def posts_of_asked_text(ask, odd):
    yield ask, {"name": odd, "email": odd, "is_mailed": "on"}
    yield ask, {"therapist": odd, "revoke": odd}
    yield ask, {"renew": odd}
    path = f"/t/{AskedText.objects.create(name='R').token}/"
    yield (
        path,
        {"text": odd, "html": odd, "confirmation": odd, "reading": odd, "file_left_out": odd},
    )
    answers = {"title": odd, "recognizable": odd, "words": odd, "row-0": odd, "confirm": odd}
    yield path, {"text": "The lamp\n\nIt was on.", "confirmation": odd, **answers}
    yield path, {"correct": odd, "note": odd}


@pytest.mark.parametrize("odd", ODD_TEXT.values(), ids=ODD_TEXT)
def test_odd_text_in_a_lone_box_breaks_nothing(editor, article, odd):
    for where, data in posts(article, odd):
        assert editor.post(where, data).status_code < 500, where
        assert editor.get(address(article)).status_code == 200, where


def test_kept_text_loses_only_what_cannot_be_stored(editor, article):
    data = {"title": "On\x00 sleep", "base_version": 1, "revision": 0}
    editor.post(f"/admin/blog/article/working-copy/{article.pk}/", data)
    assert WorkingCopy.objects.get().data["title"] == ["On sleep"]


@pytest.mark.parametrize("number", ODD_NUMBERS)
def test_odd_numbers_in_an_address_break_nothing(editor, article, number):
    odd = quote(number)
    articles = "/admin/blog/article/"
    own = f"{articles}{article.pk}/"
    for where in (
        f"{articles}{odd}/change/", f"{articles}{odd}/versions/1/", f"{articles}{odd}/history/",
        f"{articles}{odd}/share/", f"{own}versions/{odd}/", f"{own}versions/1/?from={odd}",
        f"{articles}?p={odd}&e={odd}",
    ):  # fmt: skip
        assert editor.get(where).status_code < 500, where
    data = {"note": "x", "title": "x", "revision": number, "base_version": number}
    for where in (
        f"{articles}{odd}/review/", f"{articles}{odd}/swap/", f"{articles}{odd}/fine/", f"{articles}{odd}/change/",
        f"{articles}working-copy/{odd}/", f"{articles}preview/{odd}/", f"{own}versions/{odd}/restore/",
        f"{articles}working-copy/{article.pk}/",
    ):  # fmt: skip
        assert editor.post(where, data).status_code < 500, where


def test_notes_on_a_text_that_was_never_saved_here_break_nothing(editor):
    article = make_article("From before", ["Rosa Quill"])
    for where, data in (("review", {"note": "Why?", "base_version": "0"}), ("fine", {"key": "x"})):
        assert editor.post(address(article, where), data).status_code == 302
    assert article.versions().count() == 1


def test_the_preview_of_a_new_text_minds_no_address_that_is_taken(editor):
    make_article("A", ["Rosa Quill"], slug="preview")
    data = {"title": "New", "bylines-TOTAL": "0", "references-TOTAL": "0"}
    assert editor.post("/admin/blog/article/preview/0/", data).status_code == 200
