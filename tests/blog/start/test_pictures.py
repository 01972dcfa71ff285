"""Pictures of a Word file: in the library with their description once a Start is confirmed, and not before."""

import io
import os
import time

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Pixels

from blog.models import Article
from blog.start import waiting_pictures
from pictures.models import Image
from tests.blog.docx.word_files import p, picture, t, word_file
from tests.blog.start.whole_text import START, proposed
from tests.factories import make_user

pytestmark = pytest.mark.django_db
DESCRIBED = "A lamp in a hall"


@pytest.fixture(autouse=True)
def state(settings, tmp_path):
    settings.STATE_DIR = tmp_path
    return tmp_path / "started"


def png(color="red"):
    out = io.BytesIO()
    Pixels.new("RGB", (40, 30), color).save(out, "PNG")
    return out.getvalue()


def handed_in(client, *shown, **media):
    """The second page, for a file that shows ``(name, description)`` after its first paragraph."""
    media = {name.replace("_", "."): data for name, data in media.items()}
    body = p(t("The Lamp")) + p(t("It was on all night."))
    body += "".join(p(picture(*one)) for one in shown) + p(t("Nobody knew why."))
    file = SimpleUploadedFile("a.docx", word_file(body, media=media))
    return client.post(START, {"document": file})


def confirm(client, page, **told):
    return client.post(START, proposed(page) | told | {"confirm": "1"})


def test_a_described_picture_stands_where_it_stood(editor, state):
    page = handed_in(editor, ("a.png", DESCRIBED), a_png=png())
    assert not Image.objects.exists()
    assert "left out" not in " ".join(said for said, _places in page.context["left_out"])
    confirm(editor, page)
    image, article = Image.objects.get(), Article.objects.get()
    assert image.alt == DESCRIBED
    assert article.body == (
        f'<p>It was on all night.</p><figure data-image="{image.pk}"></figure><p>Nobody knew why.</p>'
    )
    assert article.left_out == {}
    assert list(state.iterdir()) == []


def test_confirming_twice_takes_it_in_once(editor):
    page = handed_in(editor, ("a.png", DESCRIBED), a_png=png())
    confirm(editor, page)
    confirm(editor, page)
    assert Image.objects.count() == Article.objects.count() == 1


@pytest.mark.parametrize(
    "words", ["", "image1.png", "Picture 3", "Description automatically generated"]
)
def test_one_without_a_description_stays_out_and_is_said_with_its_place(editor, words):
    page = handed_in(editor, ("a.png", words), a_png=png())
    confirm(editor, page)
    assert not Image.objects.exists()
    assert Article.objects.get().left_out == {"picture": [1, ["It was on all night."]]}


def test_describing_it_is_enough_to_take_it_along(editor):
    page = handed_in(editor, ("a.png", ""), a_png=png())
    confirm(editor, page, **{"row-2-description": DESCRIBED})
    assert Image.objects.get().alt == DESCRIBED
    assert Article.objects.get().left_out == {}


def test_one_that_is_to_come_needs_its_words_or_is_decoration(editor):
    page = handed_in(editor, ("a.png", ""), a_png=png())
    refused = confirm(editor, page, **{"row-2": "picture"})
    assert "Describe the picture in a sentence" in refused.content.decode()
    assert not Article.objects.exists()
    confirm(editor, refused, **{"row-2": "decoration"})
    assert Image.objects.get().is_decorative


def test_the_same_picture_twice_is_one_of_the_library(editor):
    page = handed_in(editor, ("a.png", DESCRIBED), ("a.png", DESCRIBED), a_png=png())
    confirm(editor, page)
    assert Image.objects.count() == 1
    assert Article.objects.get().body.count("<figure") == 2


@pytest.mark.parametrize("data", [b"", b"no picture", png()[:40]])
def test_what_is_no_picture_stays_out_and_is_said(editor, data):
    confirm(editor, handed_in(editor, ("a.png", DESCRIBED), a_png=data))
    assert not Image.objects.exists()
    assert Article.objects.get().left_out["picture"] == [1, ["It was on all night."]]


def test_drawings_of_office_stay_out_and_are_said(editor):
    confirm(editor, handed_in(editor, ("a.emf", DESCRIBED), a_emf=b"x"))
    assert Article.objects.get().left_out["picture"][0] == 1


def test_more_than_a_page_can_ask_about_stay_out_and_are_said(editor):
    shown = [(f"{n}.png", DESCRIBED) for n in range(10)]
    media = {f"{n}.png": png((n, 0, 0)) for n in range(10)}
    page = handed_in(editor, *shown, **media)
    assert [said for said, _places in page.context["left_out"]] == [
        "2 pictures were left out. Add them from the picture library."
    ]


def test_whoever_may_add_no_pictures_brings_none(client, state):
    user = make_user("editor")
    user.groups.clear()
    user.user_permissions.set(
        Permission.objects.filter(codename__in=["add_article", "view_article", "change_article"])
    )
    client.force_login(user)
    page = handed_in(client, ("a.png", DESCRIBED), a_png=png())
    assert not state.exists()
    confirm(client, page)
    assert not Image.objects.exists()
    assert Article.objects.get().left_out["picture"][0] == 1


def test_a_number_that_somebody_pastes_brings_nothing(editor):
    html = "<h1>The Lamp</h1><p>On.</p><p><img data-file='0' alt='A lamp'></p><p>All night.</p>"
    confirm(editor, editor.post(START, {"html": html}))
    assert not Image.objects.exists()
    assert Article.objects.get().left_out["picture"][0] == 1


def test_what_nobody_confirms_is_gone_after_a_day(editor, state):
    handed_in(editor, ("a.png", DESCRIBED), a_png=png())
    (waiting,) = state.iterdir()
    waiting_pictures.forget_old()
    assert waiting.exists()
    yesterday = time.time() - 25 * 60 * 60
    os.utime(waiting, (yesterday, yesterday))
    waiting_pictures.forget_old()
    assert not waiting.exists()
    assert not Image.objects.exists()
