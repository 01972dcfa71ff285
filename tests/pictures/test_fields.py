import json
import re
from html import unescape

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pictures.models import Image
from team.models import OfficePerson
from tests.factories import make_article, make_user
from writing.admin.editor import EditorAdmin

pytestmark = pytest.mark.django_db
ADD = "/admin/blog/article/add/"


@pytest.fixture
def writer(client):
    """Somebody who may change articles and has no say about pictures."""
    user = make_user()
    names = ["change_article", "view_article"]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    return client


def picture(**fields):
    fields = {"alt": "A lake", "file": "images/a.jpg", "width": 8, "height": 6} | fields
    return Image.objects.bulk_create([Image(**fields)])[0]


def change(row):
    return f"/admin/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/change/"


def options(response, name="lead_image"):
    """What the list offers: ``{value: words}``, and which is selected."""
    page = response.content.decode()
    select = re.search(rf'<select name="{name}"[^>]*id="id_{name}".*?</select>', page, re.DOTALL)[0]
    found = re.findall(r'<option value="(\d*)"( selected)?>(.*?)</option>', select)
    selected = [value for value, is_selected, _words in found if is_selected]
    return {value: unescape(text) for value, _is, text in found}, selected


def config(response):
    text = re.search(r'data-picture-field="([^"]*)"', response.content.decode())[1]
    return json.loads(unescape(text))


def thumbnails(response):
    return re.findall(r'data-part="thumbnail">(<img [^>]*>)?', response.content.decode())


def test_every_relation_to_a_picture_has_the_chooser():
    for model, model_admin in admin.site._registry.items():
        if any(field.related_model is Image for field in model._meta.fields):
            assert isinstance(model_admin, EditorAdmin), model


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (ADD, "lead_image"),
        ("/admin/team/therapist/add/", "photo"),
        ("/admin/team/officeperson/add/", "photo"),
        ("/admin/pages/practice/1/change/", "logo"),
    ],
)
def test_without_a_script_the_list_names_every_picture(client, address, name):
    client.force_login(make_user("manager"))
    lake = picture()
    line = picture(alt="", is_decorative=True, credit="Ruth Lake", file="images/b.jpg")
    found, selected = options(client.get(address), name)
    assert found == {
        "": "No picture",
        str(line.pk): "Only decoration, Ruth Lake",
        str(lake.pk): "A lake",
    }
    assert selected == [""]


def test_decoration_without_a_credit_is_named_by_its_day(editor):
    line = picture(alt="", is_decorative=True)
    name = options(editor.get(ADD))[0][str(line.pk)]
    assert re.fullmatch(r"Only decoration, \w+\.? \d+, \d{4}, .+", name)


def test_the_chosen_picture_is_shown_with_its_size_and_its_words(editor):
    lake = picture(alt="A <lake> & a boat")
    response = editor.get(change(make_article(lead_image=lake)))
    assert options(response)[1] == [str(lake.pk)]
    assert thumbnails(response) == ['<img src="/media/images/a.jpg" width="8" height="6" alt="">']
    page = response.content.decode()
    assert '<p data-part="name">A &lt;lake&gt; &amp; a boat</p>' in page
    assert f'href="/admin/pictures/image/{lake.pk}/change/"' in page


def test_what_was_chosen_is_saved_and_taken_out_again(client):
    client.force_login(make_user("manager"))
    person, lake = OfficePerson.objects.create(first_name="Dana", role="Office"), picture()
    for value, photo in [(lake.pk, lake), ("", None)]:
        client.post(
            change(person), {"first_name": "Dana", "role": "Office", "order": 0, "photo": value}
        )
        person.refresh_from_db()
        assert person.photo == photo


def test_a_form_that_comes_back_shows_what_was_chosen_in_it(editor):
    lake = picture()
    response = editor.post(ADD, {"title": "", "lead_image": lake.pk})
    assert response.status_code == 200
    assert options(response)[1] == [str(lake.pk)]
    assert 'src="/media/images/a.jpg"' in thumbnails(response)[0]


@pytest.mark.parametrize("value", ["x", "-1", "0", "99999999999999999999", "é", "1.5"])
def test_a_number_that_is_no_picture_is_an_error_in_the_form(editor, value):
    picture()
    response = editor.post(ADD, {"title": "A", "lead_image": value})
    assert response.status_code == 200
    assert "lead_image" in response.context["adminform"].form.errors
    assert thumbnails(response) == [""]


def test_a_form_costs_the_same_with_three_pictures_and_with_thirty(editor):
    pictures = [picture(file=f"images/{number}.jpg") for number in range(3)]
    address = change(make_article(lead_image=pictures[0]))
    editor.get(address)
    with CaptureQueriesContext(connection) as few:
        editor.get(address)
    for number in range(27):
        picture(file=f"images/more-{number}.jpg")
    editor.get(address)  # what is kept of the practice, its logo too, is read
    with CaptureQueriesContext(connection) as many:
        found, _selected = options(editor.get(address))
    assert len(found) == 31
    assert len(many) == len(few)


def test_the_chooser_offers_only_what_its_person_may_do(client):
    client.force_login(make_user("editor"))
    assert config(client.get(ADD))["addresses"] == {
        "pictures": "/admin/blog/article/pictures/",
        "add": "/admin/blog/article/pictures/add/",
        "library": "/admin/pictures/image/",
        "edit": "/admin/pictures/image/PICTURE/change/",
    }
    # May bring pictures, and change none that others use.
    client.force_login(make_user("author"))
    response = client.get(ADD)
    assert {"add", "library"} < set(config(response)["addresses"])
    assert "edit" not in config(response)["addresses"]
    assert "Edit focus" not in response.content.decode()


def test_whoever_may_not_see_pictures_sees_the_current_one_and_no_other(writer):
    lake, bridge = picture(), picture(alt="A bridge", file="images/b.jpg")
    address = change(make_article(lead_image=lake))
    response = writer.get(address)
    assert options(response) == ({"": "No picture", str(lake.pk): "A lake"}, [str(lake.pk)])
    assert 'data-do="choose"' not in response.content.decode()
    assert set(config(response)["addresses"]) == {"pictures"}

    response = writer.post(address, {"title": "A", "lead_image": bridge.pk})
    assert "lead_image" in response.context["adminform"].form.errors
    assert "A bridge" not in response.content.decode()
    assert "b.jpg" not in response.content.decode()


def test_whoever_may_not_see_pictures_keeps_the_current_one_or_takes_it_out(writer):
    address = change(make_article(lead_image=(lake := picture())))
    for value, is_fine in [(lake.pk, True), ("", True), (lake.pk + 1, False)]:
        form = writer.post(address, {"title": "", "lead_image": value}).context["adminform"].form
        assert ("lead_image" not in form.errors) is is_fine


def test_whoever_may_not_see_pictures_starts_without_one(client):
    user = make_user()
    user.user_permissions.set(Permission.objects.filter(codename="add_article"))
    client.force_login(user)
    lake = picture()
    assert options(client.get(ADD, {"lead_image": lake.pk}))[0] == {"": "No picture"}


def test_the_library_behind_a_chooser_is_for_those_who_may_write_there(client):
    client.force_login(make_user("clinician"))
    assert client.get("/admin/team/therapist/pictures/").status_code == 200
    assert client.get("/admin/team/officeperson/pictures/").status_code == 403
    assert client.get("/admin/pages/practice/pictures/").status_code == 403
