"""The picture beside an address that is shared: one for each page, drawn once, and only of what is public."""

import io
from dataclasses import replace
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from PIL import Image as Pillow

from blog import kept_articles
from blog.models import Article
from blog.share_images import share_image_of
from pages import share_files, share_images
from pages.share_images import ShareImage
from pictures import apart, share_drawing
from pictures.lettering import font, wrapped
from practice_site.backup import pictures as pictures_of_backup
from tests.factories import make_image, make_published_article, make_therapist

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
DRAWN = {
    "above": "", "words": "", "practice": "Larchmont", "accent": "#1f4b3a", "focus": [], "picture": 0,
}  # fmt: skip


@pytest.fixture(autouse=True)
def nothing_drawn_yet(monkeypatch):
    """Whatever other tests of this process have drawn."""
    monkeypatch.setattr(share_files, "FOLDER", f"shared-{uuid4().hex}")


def drawn(**question):
    """Drawn by this process: the size is always the same, so are the bytes of the same question."""
    return share_drawing.answer(DRAWN | question, question.pop("data", b""))[1]


def path_of(article):
    return share_image_of(article).path


def test_it_is_drawn_when_it_is_asked_for_and_then_kept(client, monkeypatch):
    article = make_published_article(
        "The drawer", slug="drawer", authors=["A"], lead_image=make_image()
    )
    response = client.get(path_of(article))
    image = Pillow.open(io.BytesIO(response.content))
    assert (image.size, image.format) == ((1200, 630), "JPEG")
    assert "immutable" in response["Cache-Control"]
    monkeypatch.setattr(share_files.apart, "ask", None)
    assert client.get(path_of(article)).status_code == 200


def test_another_text_has_another_picture_and_the_older_address_leads_to_it(client):
    article = make_published_article("The drawer", slug="drawer", authors=["A"])
    before = path_of(article)
    client.get(before)
    article.title = "The other drawer"
    article.save()
    after = path_of(article)
    assert after != before
    assert client.get(before).headers["Location"] == after
    client.get(after)
    assert len(default_storage.listdir(f"{share_files.FOLDER}/article/drawer")[1]) == 1, (
        "the older one is gone"
    )


def test_what_is_drawn_is_all_in_the_address(practice):
    picture = make_image()
    first = ShareImage("article", "a", "Words", "Above", picture)
    others = [
        replace(first, words="Other"), replace(first, above=""), replace(first, picture=None),
        replace(first, picture=make_image(80, 80)),
    ]  # fmt: skip
    assert len({one.digest for one in [first, *others]}) == 5
    picture.focal_x = 0.1
    assert replace(first).digest != first.digest
    for fact in ({"name": "Another name"}, {"accent": "#7a2e4a"}, {"logo": make_image(50, 60)}):
        for name, value in fact.items():
            setattr(practice, name, value)
        practice.save()
        assert replace(first).digest not in {one.digest for one in [first, *others]}


@pytest.mark.parametrize("kind", ["article", "person"])
def test_of_what_is_not_public_there_is_none_even_if_it_was_drawn(client, kind):
    if kind == "article":
        row = make_published_article("The drawer", slug="drawer", authors=["A"])
        path = path_of(row)
    else:
        row = make_therapist("Ines Calder", slug="ines")
        path = share_images.FINDERS["person"]("ines").path
    assert client.get(path).status_code == 200
    if kind == "article":
        row.withdraw()
    else:
        row.is_listed = False
        row.save()
    assert client.get(path).status_code == 404
    assert path.rsplit("/", 1)[1].split(".")[0] not in str(client.get(path).content)


@pytest.mark.parametrize(
    "path",
    [
        "article/nothing/0",
        "nothing/home/0",
        "practice/other/0",
        "person/ines/0",
        "practice/home/x.y",
    ],
)
def test_what_there_is_not_is_not_there(client, path):
    assert client.get(f"/media/shared/{path}.jpg").status_code == 404


def test_an_article_that_is_older_than_those_that_are_kept_has_one(client, monkeypatch):
    article = make_published_article("The drawer", slug="drawer", authors=["A"])
    monkeypatch.setattr(kept_articles, "without_text", lambda slug: None)
    assert client.get(path_of(Article.objects.get(pk=article.pk))).status_code == 200


@pytest.mark.parametrize("words", ["Łódź", "Жизнь", "生活", "العربية", "a\u0948b", "\uffff"])
def test_words_with_a_letter_that_the_typeface_lacks_are_not_drawn(words):
    assert drawn(words=words) == drawn() == drawn(words="Ada", above=words) != drawn(practice="")


@pytest.mark.parametrize("words", ["Kettle 🫖", "🫖 Kettle", "Kettle ❤️", "👩🏽‍⚕️ Kettle"])
def test_a_little_picture_beside_words_is_left_out(words):
    assert drawn(words=words) == drawn(words="Kettle") != drawn()
    assert drawn(words="🫖") == drawn()


def test_a_long_word_goes_on_below_after_its_hyphen():
    lines = wrapped("Featherstonehaugh-Cholmondeley, PhD", font(40, 560), 460)
    assert lines == ["Featherstonehaugh-", "Cholmondeley, PhD"]
    assert wrapped("Well-being, and more - or less", font(20, 560), 2000) == [
        "Well-being, and more - or less"
    ]


def test_where_no_words_stand_the_picture_has_their_room():
    file = io.BytesIO()
    Pillow.new("RGB", (900, 900), "#204060").save(file, "JPEG")
    picture = file.getvalue()
    left = (500, 60, 700, 200)

    def there(words):
        image = drawn(words=words, data=picture, picture=len(picture), focus=[0.5, 0.5])
        return Pillow.open(io.BytesIO(image)).crop(left).getextrema()

    assert there("") == there("生活") != there("Words")


def test_a_name_whose_line_has_no_room_is_not_drawn_without_it():
    line = "Doctoral Intern, supervised by Marisol Tennant, PhD"
    assert drawn(words="Ada", above=line) != drawn(words="Ada") != drawn()
    assert drawn(words="Ada", above=", ".join([line] * 8)) == drawn()
    assert drawn(words="Ada", above="x" * 400) == drawn()


@pytest.mark.parametrize(
    "words",
    [
        "Café, naïve — “so” it’s…",
        "Cafe\u0301",
        "ÅÉÎÕÜ ñ ß",
        "1,234 & 50%",
        "x" * 400,
        "a " * 400,
        "i",
    ],
)
def test_words_with_letters_it_has_are_drawn_however_long(words):
    picture = Pillow.open(io.BytesIO(drawn(words=words)))
    assert picture.size == (1200, 630)
    assert drawn(words=words) != drawn()


@pytest.mark.parametrize("size", [(1, 1), (3000, 20), (20, 3000), (1200, 630)])
def test_a_picture_of_any_shape_fills_its_place(size):
    out = io.BytesIO()
    Pillow.new("RGB", size, "#ff0000").save(out, "PNG")
    data = out.getvalue()
    image = Pillow.open(io.BytesIO(drawn(data=data, picture=len(data), focus=[1, 0])))
    for at in [(1199, 0), (1199, 629), (1200 - 460, 300)]:
        red, green, blue = image.getpixel(at)
        assert red > 200 > 60 > max(green, blue), at


def test_without_its_file_a_picture_is_left_out(client):
    image = make_image()
    article = make_published_article("The drawer", slug="drawer", authors=["A"], lead_image=image)
    default_storage.delete(image.file.name)
    assert client.get(path_of(article)).status_code == 200


def test_a_backup_leaves_them_out(client):
    article = make_published_article(
        "The drawer", slug="drawer", authors=["A"], lead_image=make_image()
    )
    client.get(path_of(article))
    files = pictures_of_backup.files()
    assert article.lead_image.file.name.split("/")[-1] in {path.name for path in files}
    assert default_storage.exists(share_files.FOLDER)
    assert not any(share_files.FOLDER in path.parts for path in files)


@pytest.mark.parametrize("trouble", [OSError("No space left on device"), apart.TooMuch()])
def test_while_none_can_be_drawn_whoever_asks_may_come_again(client, monkeypatch, trouble):
    def fail(*args, **kwargs):
        raise trouble

    article = make_published_article("Never drawn", slug="never-drawn", authors=["A"])
    monkeypatch.setattr(share_files, "draw", fail)
    for address in (path_of(article), "/apple-touch-icon.png"):
        response = client.get(address)
        assert (response.status_code, response["Retry-After"]) == (503, "60")


def test_one_that_was_taken_away_meanwhile_is_not_kept_by_anybody_as_nothing(client, monkeypatch):
    """As where another host has just drawn a newer one."""
    article = make_published_article("Never drawn", slug="never-drawn", authors=["A"])
    monkeypatch.setattr(share_files, "draw", lambda *args: None)
    response = client.get(path_of(article))
    assert response.status_code == 503
    assert "immutable" not in response.get("Cache-Control", "")
