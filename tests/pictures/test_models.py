import io
import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.template import Context, Template, TemplateSyntaxError
from PIL import Image as Pillow
from PIL import ImageDraw

from pictures import apart, renditions
from pictures.models import Image
from pictures.where_used import usages_of
from tests.factories import make_image, make_page, make_practice, make_therapist

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def halves(width=400, height=200):
    image = Pillow.new("RGB", (width, height), "red")
    ImageDraw.Draw(image).rectangle([width // 2, 0, width, height], fill="blue")
    target = io.BytesIO()
    image.save(target, "PNG")
    target.seek(0)
    return target


def files_in(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def draw(source, **context):
    return Template("{% load images %}" + source).render(Context(context))


def test_a_picture_taken_in_is_stored_with_all_its_sizes(media):
    image = Image.objects.from_upload(halves(), alt="A wall in two colors", focal_x=0.1)
    image.refresh_from_db()
    assert (image.width, image.height) == (400, 200)
    assert files_in(media) == image.names()
    assert set(image.renditions["crops"]) == set(renditions.RATIOS)
    for name in image.names():
        with Pillow.open(media / name) as stored:
            stored.load()


def test_the_upload_itself_is_never_kept(media):
    upload = halves().getvalue()
    Image.objects.from_upload(io.BytesIO(upload), alt="A wall")
    assert all((media / name).read_bytes() != upload for name in files_in(media))


def test_a_file_assigned_to_the_field_is_re_encoded_as_well(media):
    image = make_image()
    assert files_in(media) == image.names()
    assert not any("larch" in name for name in files_in(media))


@pytest.mark.parametrize("fields", [{}, {"alt": "A wall", "is_decorative": True}])
def test_a_picture_is_described_or_decoration(fields):
    with pytest.raises(ValidationError, match="only decoration"):
        Image.objects.from_upload(halves(), **fields)
    assert not Image.objects.exists()


def test_what_is_no_picture_leaves_nothing_behind(media):
    with pytest.raises(ValidationError):
        Image.objects.from_upload(io.BytesIO(b"<html>"), alt="A wall")
    assert not Image.objects.exists()
    assert not files_in(media)


def test_the_database_keeps_the_focus_inside():
    image = make_image()
    with pytest.raises(IntegrityError), transaction.atomic():
        Image.objects.filter(pk=image.pk).update(focal_x=1.5)


def test_a_new_focus_makes_new_crops_and_removes_the_old_after_commit(
    media, django_capture_on_commit_callbacks
):
    image = Image.objects.from_upload(halves(), alt="A wall", focal_x=0)
    before = image.names()
    with django_capture_on_commit_callbacks() as callbacks:
        image = Image.objects.get()
        image.focal_x = 1
        image.save()
        assert before <= files_in(media)
    for callback in callbacks:
        callback()
    assert files_in(media) == image.names()
    portrait = Pillow.open(media / image.renditions["crops"]["4:5"]["jpg"][0][2])
    assert portrait.getpixel((80, 100))[2] > 200
    # Uncropped sizes are what other sites' feed readers show: their names stay.
    uncropped = {
        name for files in image.renditions["crops"]["original"].values() for *_, name in files
    }
    assert uncropped <= before


def test_a_change_of_words_makes_no_new_files():
    image = make_image()
    made = image.renditions
    image.alt = "Another description"
    image.make_renditions = None
    image.save()
    image.refresh_from_db()
    assert image.renditions == made


def test_saving_only_the_focus_saves_its_crops_too(media):
    image = Image.objects.from_upload(halves(), alt="A wall")
    image.focal_x = 0.9
    image.save(update_fields=["focal_x"])
    image.refresh_from_db()
    assert image.renditions_fit()


def test_files_another_row_names_are_kept(media, django_capture_on_commit_callbacks):
    first = Image.objects.from_upload(halves(), alt="A wall")
    second = Image.objects.from_upload(halves(), alt="The same wall")
    assert first.names() == second.names()
    with django_capture_on_commit_callbacks(execute=True):
        second.focal_x = 0.9
        second.save()
    assert files_in(media) == first.names() | second.names()
    with django_capture_on_commit_callbacks(execute=True):
        first.delete()
    assert files_in(media) == second.names()
    with django_capture_on_commit_callbacks(execute=True):
        Image.objects.all().delete()
    assert not files_in(media)


def test_a_replaced_picture_leaves_no_old_file(media, django_capture_on_commit_callbacks):
    image = Image.objects.from_upload(halves(), alt="A wall")
    with django_capture_on_commit_callbacks(execute=True):
        image.take(renditions.master_of(halves(300, 300)))
        image.save()
    assert files_in(media) == image.names()
    assert (image.width, image.height) == (300, 300)


def test_a_deletion_rolled_back_keeps_the_files(media, django_capture_on_commit_callbacks):
    image = make_image()
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        image.delete()
        transaction.set_rollback(True)
    assert image.names() <= files_in(media)


def test_every_usage_of_a_picture_is_found():
    image, other = make_image(), make_image()
    therapist = make_therapist(photo=image)
    practice = make_practice(logo=image)
    page = make_page(body=f'<p>See</p><figure data-image="{image.pk}"></figure>')
    make_page(body=f'<figure data-image="{image.pk}0"></figure>')
    assert {usage.row for usage in usages_of(image)} == {therapist, practice, page}
    assert not usages_of(other)


@pytest.mark.parametrize("usage", ["text", "photo", "logo"])
def test_a_picture_in_use_cannot_be_deleted(usage):
    image = make_image()
    if usage == "text":
        make_page(body=f'<figure data-image="{image.pk}"></figure>')
    elif usage == "photo":
        make_therapist(photo=image)
    else:
        make_practice(logo=image)
    with pytest.raises(ProtectedError):
        image.delete()
    with pytest.raises(ProtectedError):
        Image.objects.all().delete()
    assert Image.objects.filter(pk=image.pk).exists()


def test_pictures_are_read_and_encoded_one_at_a_time(monkeypatch):
    held, ask = [], apart.ask

    def watched(module, question, *args, **kwargs):
        held.append((question["step"], renditions.one_at_a_time.locked()))
        return ask(module, question, *args, **kwargs)

    monkeypatch.setattr(apart, "ask", watched)
    make_image()
    assert held == [("master", True), ("crops", True)]
    assert not renditions.one_at_a_time.locked()


def test_a_refused_picture_does_not_keep_the_next_one_waiting():
    with pytest.raises(ValidationError):
        renditions.master_of(io.BytesIO(b"<html>"))
    assert not renditions.one_at_a_time.locked()


def test_pictures_taken_in_at_once_are_all_whole():
    made = []
    threads = [
        threading.Thread(target=lambda: made.append(renditions.master_of(halves())))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({master.digest for master in made}) == 1
    assert len(made) == 4


def test_a_picture_tag_names_every_type_and_size():
    image = Image.objects.from_upload(halves(900, 600), alt="A wall")
    html = draw('{% picture image sizes="50vw" ratio="16:10" class="lead" %}', image=image)
    assert '<source type="image/avif" srcset="/media/images/' in html
    assert '<source type="image/webp" srcset="/media/images/' in html
    assert 'width="900" height="562" alt="A wall" class="lead" loading="lazy"' in html
    assert html.count(" 400w, ") == 3
    assert html.count('sizes="50vw"') == 3
    assert "style=" not in html


def test_the_first_picture_of_a_page_is_asked_for_early():
    html = draw("{% picture image priority=True %}", image=make_image())
    assert 'fetchpriority="high"' in html
    assert "lazy" not in html


def test_decoration_has_an_empty_description():
    html = draw("{% picture image %}", image=make_image(alt="", is_decorative=True))
    assert 'alt=""' in html


def test_a_page_may_say_who_the_picture_shows():
    html = draw("{% picture image alt=name %}", image=make_image(), name="Hana <b>")
    assert 'alt="Hana &lt;b&gt;"' in html


def test_descriptions_are_text():
    html = draw("{% picture image %}", image=make_image(alt='"><script>alert(1)</script>'))
    assert "<script" not in html


def test_no_picture_draws_nothing():
    assert draw("{% picture image %}", image=None).strip() == ""


def test_unknown_crops_and_options_are_refused():
    image = make_image()
    with pytest.raises(ValueError, match="no crop"):
        image.picture("3:1")
    with pytest.raises(TemplateSyntaxError):
        draw('{% picture image style="x" %}', image=image)


def test_drawing_pictures_asks_the_database_once(django_assert_num_queries):
    for _ in range(3):
        make_image()
    with django_assert_num_queries(1):
        draw("{% for i in images %}{% picture i %}{% endfor %}", images=Image.objects.all())


def test_drawing_a_picture_does_not_look_at_the_disk(media):
    image = make_image()
    for path in sorted(media.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    assert "image/avif" in draw("{% picture image %}", image=Image.objects.get(pk=image.pk))


def test_a_row_without_sizes_shows_its_master():
    image = make_image()
    Image.objects.filter(pk=image.pk).update(renditions={})
    html = draw("{% picture image %}", image=Image.objects.get(pk=image.pk))
    assert f'src="{image.file.url}"' in html
    assert "srcset" not in html
