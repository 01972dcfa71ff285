import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.models import MenuItem
from tests.factories import make_page, make_practice, make_user

pytestmark = pytest.mark.django_db
ADD = "/admin/pages/menuitem/add/"


@pytest.fixture
def manager_client(client):
    client.force_login(make_user("manager"))
    return client


def entry(**changes):
    data = {"place": "head", "label": "Client portal", "section": "", "page": "", "order": "0"}
    return data | {"outside_url": "", "is_shown": "on"} | changes


def test_staff_add_links_to_other_sites(manager_client, client):
    manager_client.post(ADD, entry(outside_url="https://portal.example/sign-in"))
    make_practice()
    assert 'href="https://portal.example/sign-in"' in client.get("/contact/").text


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html,x",
     "http://portal.example", "//portal.example", "ftp://portal.example", "vbscript:x"],
)  # fmt: skip
def test_only_secure_addresses_are_taken(manager_client, address):
    response = manager_client.post(ADD, entry(outside_url=address))
    if response.status_code == 302:
        # An address without a scheme is read as https, and then is no danger.
        assert MenuItem.objects.get().outside_url.startswith("https://")
    else:
        assert "outside_url" in response.context["adminform"].form.errors
    with pytest.raises(ValidationError):
        MenuItem(label="x", outside_url=address).clean_fields()


@pytest.mark.parametrize(
    "targets",
    [{}, {"section": "blog:article_list", "outside_url": "https://a.example"}],
)
def test_an_entry_leads_to_exactly_one_place(manager_client, targets):
    response = manager_client.post(ADD, entry(**targets))
    assert "Choose one: a part of the site" in response.text
    assert not MenuItem.objects.exists()


def test_staff_order_and_hide_entries_in_the_list(manager_client, client):
    for n, (label, address) in enumerate([("One", "blog:article_list"), ("Two", "pages:contact")]):
        MenuItem.objects.create(label=label, section=address, order=n)
    one, two = MenuItem.objects.all()
    data = {"form-TOTAL_FORMS": 2, "form-INITIAL_FORMS": 2, "_save": "Save"}
    data |= {"form-0-id": one.pk, "form-0-is_shown": "on"}
    data |= {"form-1-id": two.pk, "form-1-is_shown": "on"}
    move = {"_move": f"up:{two.pk}"}
    manager_client.post("/admin/pages/menuitem/", data | move)
    assert [item.label for item in MenuItem.objects.for_site()] == ["Two", "One"]
    # The list is drawn in the new order.
    data |= {"form-0-id": two.pk, "form-1-id": one.pk}
    del data["form-1-is_shown"]
    manager_client.post("/admin/pages/menuitem/", data)
    assert [item.label for item in MenuItem.objects.for_site()] == ["Two"]


def test_an_entry_hides_while_its_page_is_not_on_the_site(client, manager_client):
    make_practice()
    page = make_page("Careers")
    MenuItem.objects.create(label="Work here", page=page)
    assert "Work here" in client.get("/contact/").text
    page.withdraw()
    assert "Work here" not in client.get("/contact/").text
    assert "nowhere until" in manager_client.get("/admin/pages/menuitem/").text


def test_the_menu_costs_the_same_for_three_entries_and_ten(client):
    make_practice()
    counts = []
    for total in (3, 10):
        for n in range(MenuItem.objects.count(), total):
            MenuItem.objects.create(label=f"Entry {n}", page=make_page(f"Page {n}"))
        client.get("/contact/")  # what is kept of the practice is read
        with CaptureQueriesContext(connection) as queries:
            client.get("/contact/")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_page_offers_to_be_put_in_the_menu_once(manager_client):
    page = make_page(title="How we work, and what it costs to come to us")
    MenuItem.objects.create(label="Contact", section="pages:contact", order=7)
    change, put = (f"/admin/pages/page/{page.pk}/{name}/" for name in ("change", "menu"))
    assert put in manager_client.get(change).text
    assert manager_client.get(put).status_code == 405
    for _twice in range(2):
        assert manager_client.post(put).url == "/admin/pages/menuitem/"
    entry = MenuItem.objects.get(page=page)
    assert (entry.label, entry.order) == (page.title[:40], 8)
    assert put not in manager_client.get(change).text


def test_whoever_may_not_change_the_menu_is_not_offered_it(client):
    page = make_page()
    client.force_login(make_user("editor"))
    may = client.get(f"/admin/pages/page/{page.pk}/change/")
    assert f"/admin/pages/page/{page.pk}/menu/" not in may.text
    assert client.post(f"/admin/pages/page/{page.pk}/menu/").status_code == 403
