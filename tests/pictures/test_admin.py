import io
import re

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.urls import reverse

from pictures import renditions
from pictures.models import Image
from tests.factories import jpeg, make_image, make_page, make_therapist, make_user

pytestmark = pytest.mark.django_db
ADD = "/admin/pictures/image/add/"
LIST = "/admin/pictures/image/"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def picture_file(data=None, name="larch.jpg"):
    file = io.BytesIO(jpeg(300, 400) if data is None else data)
    file.name = name
    return file


def answers(**changed):
    fields = {
        "is_decorative": "False",
        "alt": "A larch in the fog",
        "credit": "",
        "focal_x": "0.25",
        "focal_y": "0.75",
        "upload": picture_file(),
    }
    return {name: value for name, value in (fields | changed).items() if value is not None}


def change_page(image):
    return reverse("admin:pictures_image_change", args=[image.pk])


def test_a_picture_is_added_with_its_focus(admin_client):
    response = admin_client.post(ADD, answers(credit="Dana Osei"))
    assert response.status_code == 302
    image = Image.objects.get()
    assert (image.alt, image.credit, image.focus) == (
        "A larch in the fog",
        "Dana Osei",
        [0.25, 0.75],
    )
    assert image.renditions_fit()


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"alt": ""}, "Describe the picture in a sentence"),
        ({"alt": "   "}, "Describe the picture in a sentence"),
        ({"is_decorative": "True"}, "Keep one of the two"),
        ({"upload": None}, "This field is required"),
        ({"upload": picture_file(b"<html>")}, "not a JPEG"),
        ({"upload": picture_file(b"")}, "empty"),
        ({"focal_x": "1.5"}, "less than or equal to 1"),
        ({"focal_y": "nan"}, "Enter a number"),
        ({"alt": "a\0b"}, "Null characters"),
        ({"alt": "a" * 301}, "300 characters fit here"),
    ],
)
def test_what_does_not_fit_is_said_and_everything_typed_is_kept(admin_client, changed, message):
    given = answers(credit="Typed before", **changed)
    response = admin_client.post(ADD, given)
    assert response.status_code == 200
    html = response.content.decode()
    assert message in html
    assert 'value="Typed before"' in html
    assert not Image.objects.exists()


def test_decoration_needs_no_description(admin_client):
    admin_client.post(ADD, answers(is_decorative="True", alt=""))
    assert Image.objects.get().is_decorative


def test_a_picture_named_wrongly_is_taken_as_what_it_is(admin_client):
    assert (
        admin_client.post(ADD, answers(upload=picture_file(name="larch.html"))).status_code == 302
    )
    assert Image.objects.get().file.name.endswith(".jpg")


def test_a_page_named_like_a_picture_is_refused(admin_client):
    response = admin_client.post(ADD, answers(upload=picture_file(b"<script>", "larch.jpg")))
    assert "not a JPEG" in response.content.decode()


def test_changing_words_needs_no_new_file(admin_client):
    image = make_image()
    response = admin_client.post(change_page(image), answers(alt="Another", upload=None))
    assert response.status_code == 302
    image.refresh_from_db()
    assert image.alt == "Another"


def test_another_file_takes_the_place_of_the_first(admin_client):
    image = make_image(alt="A larch")
    admin_client.post(change_page(image), answers(upload=picture_file(jpeg(90, 50))))
    image.refresh_from_db()
    assert (image.width, image.height) == (90, 50)
    assert image.renditions_fit()


@pytest.mark.django_db(transaction=True)
def test_no_transaction_is_open_while_sizes_are_made(admin_client, monkeypatch):
    seen = []
    make = renditions.crops_of

    def watched(*args):
        seen.append(connection.in_atomic_block)
        return make(*args)

    monkeypatch.setattr(renditions, "crops_of", watched)
    admin_client.post(ADD, answers())
    assert seen == [False]


def test_the_page_says_where_a_picture_is_used(admin_client):
    image = make_image()
    therapist = make_therapist("Hana Wexler", photo=image)
    page = make_page("What we charge", body=f'<figure data-image="{image.pk}"></figure>')
    html = admin_client.get(change_page(image)).content.decode()
    assert "Hana Wexler" in html
    assert f"/admin/pages/page/{page.pk}/change/" in html
    assert "deletelink" not in html
    assert str(therapist.pk) in html


def test_deleting_a_picture_in_use_is_refused_in_words(admin_client):
    image = make_image()
    make_page("What we charge", body=f'<figure data-image="{image.pk}"></figure>')
    for response in (
        admin_client.get(reverse("admin:pictures_image_delete", args=[image.pk]), follow=True),
        admin_client.post(
            reverse("admin:pictures_image_delete", args=[image.pk]), {"post": "yes"}, follow=True
        ),
    ):
        assert "still shown in “What we charge”" in response.content.decode()
    assert Image.objects.filter(pk=image.pk).exists()


def test_a_picture_nobody_uses_can_be_deleted(admin_client):
    image = make_image()
    assert "deletelink" in admin_client.get(change_page(image)).content.decode()
    admin_client.post(reverse("admin:pictures_image_delete", args=[image.pk]), {"post": "yes"})
    assert not Image.objects.exists()


def test_names_of_pages_are_text_in_the_refusal(admin_client):
    image = make_image()
    make_page("<script>1</script>", slug="odd", body=f'<figure data-image="{image.pk}"></figure>')
    address = reverse("admin:pictures_image_delete", args=[image.pk])
    assert "<script>1" not in admin_client.get(address, follow=True).content.decode()


def test_the_library_is_a_grid_of_sized_pictures(admin_client):
    image = make_image(alt="A heron")
    make_image(alt="", is_decorative=True, credit="Dana Osei")
    html = admin_client.get(LIST).content.decode()
    assert html.count("srcset=") == 2
    assert change_page(image) in html
    assert "Only decoration, Dana Osei" in html
    for tag in re.findall(r"<img[^>]*>", html[html.index('class="picture-grid"') :]):
        assert "width=" in tag


@pytest.mark.parametrize(("query", "found"), [("heron", 1), ("osei", 1), ("moose", 0)])
def test_the_library_is_searched_by_description_and_credit(admin_client, query, found):
    make_image(alt="A heron")
    make_image(alt="A larch", credit="Dana Osei")
    assert admin_client.get(LIST, {"q": query}).content.decode().count("srcset=") == found


def test_the_library_asks_as_often_for_ten_pictures_as_for_three(
    admin_client, django_assert_max_num_queries
):
    for _ in range(3):
        make_image()
    with django_assert_max_num_queries(24) as few:
        admin_client.get(LIST)
    for _ in range(7):
        make_image()
    with django_assert_max_num_queries(24) as many:
        admin_client.get(LIST)
    assert len(few) == len(many)


def test_the_form_works_without_scripts_or_styles_of_its_own(admin_client):
    html = admin_client.get(ADD).content.decode()
    assert html.count('type="range"') == 2
    assert 'enctype="multipart/form-data"' in html
    assert "data-working=" in html
    form = html[html.index("<form") :]
    assert "style=" not in form
    assert not re.search(r"\son\w+=", form)


def test_a_picker_window_hands_the_picture_back(admin_client):
    image = make_image()
    html = admin_client.get(LIST, {"_popup": "1"}).content.decode()
    assert f'data-popup-opener="{image.pk}"' in html


def test_somebody_who_may_only_look_sees_the_picture_and_no_form(client):
    user = make_user()
    user.user_permissions.add(Permission.objects.get(codename="view_image"))
    client.force_login(user)
    image = make_image()
    html = client.get(change_page(image)).content.decode()
    assert "<picture>" in html
    assert 'type="range"' not in html
    assert client.post(change_page(image), answers()).status_code == 403
    assert client.get(reverse("admin:pictures_image_delete", args=[image.pk])).status_code == 403
    assert client.get(ADD).status_code == 403


def test_a_picture_that_is_not_there_leads_home(admin_client):
    for address in ("/admin/pictures/image/99/change/", "/admin/pictures/image/99/delete/"):
        assert admin_client.get(address).status_code == 302


@pytest.mark.parametrize("rest", ["", "7/change/?_popup=1", "?q=lake"])
def test_a_bookmark_of_the_former_address_leads_to_the_list(admin_client, rest):
    response = admin_client.get(f"/admin/pages/image/{rest}")
    assert (response.status_code, response["Location"]) == (302, f"/admin/pictures/image/{rest}")


def test_whoever_uploads_a_small_picture_is_told_and_it_is_taken(admin_client):
    response = admin_client.post(ADD, answers(), follow=True)
    assert "This picture is small (300 × 400 pixels)" in response.text
    assert Image.objects.count() == 1


def test_whoever_adds_a_picture_from_a_text_is_told_as_well(admin_client):
    data = {"upload": picture_file(), "alt": "A larch in the fog", "is_decorative": "False"}
    answer = admin_client.post("/admin/pages/practice/pictures/add/", data).json()
    assert ["is small" in remark for remark in answer["remarks"]] == [True]
    fine = data | {"upload": picture_file(jpeg(900, 700))}
    assert admin_client.post("/admin/pages/practice/pictures/add/", fine).json()["remarks"] == []


def test_the_wall_says_what_shows_a_picture_and_what_it_lacks(admin_client):
    kept = make_image(alt="A heron", width=900, height=700)
    make_image(alt="", is_decorative=True, width=901, height=700)
    make_therapist("Hana Wexler", photo=kept)
    # As its own picture and in its text: one place.
    make_page("Fees", body=f'<figure data-image="{kept.pk}"></figure>' * 2)
    make_page("Rooms", body=f'<figure data-image="{kept.pk}"></figure>')
    html = admin_client.get(LIST).text
    hung = html[html.index("A heron") :].partition("</li>")[0]
    assert "2 pages" in hung
    assert "Therapist" in hung
    assert "No description" not in hung
    assert html.count("No description") == 1
    assert html.count("Used nowhere") == 2  # the other picture, and the filter


@pytest.mark.parametrize(
    ("which", "found"),
    [
        ("undescribed", ["decoration"]),
        ("unused", ["decoration", "small"]),
        ("small", ["small"]),
    ],
)
def test_the_wall_is_narrowed_to_what_needs_a_hand(admin_client, which, found):
    shown = make_image(alt="It is shown", width=900, height=700)
    make_image(alt="It is small", width=300, height=400)
    make_image(alt="", is_decorative=True, credit="decoration", width=901, height=700)
    make_page("Fees", body=f'<figure data-image="{shown.pk}"></figure>')
    grid = admin_client.get(LIST, {"which": which}).text.partition('class="picture-grid"')[2]
    says = re.findall(r'<span class="says">(.*?)</span>', grid)
    assert sorted(words.split()[-1] for words in says) == found


def test_the_ring_lies_where_the_focus_is(admin_client):
    make_image(900, 700, focal_x=0.25, focal_y=0.5)
    assert 'viewBox="0 0 900 700"' in (html := admin_client.get(LIST).text)
    assert 'cx="225" cy="350"' in html


def test_a_picture_is_brought_on_the_wall_by_the_form_that_stands_there(admin_client):
    html = admin_client.get(LIST).text
    form = html[html.index('action="/admin/pictures/image/add/"') :].partition("</form>")[0]
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    hidden.pop("csrfmiddlewaretoken", None)
    given = hidden | {"upload": picture_file(), "alt": "A larch", "_save": "Bring it"}
    response = admin_client.post(ADD, given, follow=True)
    assert response.redirect_chain[-1][0] == LIST
    assert "This picture is small" in response.text
    assert Image.objects.get().focus == [0.5, 0.5]


def test_whoever_may_not_add_finds_no_form_on_the_wall(client):
    user = make_user()
    user.user_permissions.add(Permission.objects.get(codename="view_image"))
    client.force_login(user)
    assert 'type="file"' not in client.get(LIST).text
