from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from pages.admin.page import PageAdmin
from pages.models import Page

pytestmark = pytest.mark.django_db
ADD = "admin:pages_page_add"


@pytest.fixture
def staff_client(client):
    user = get_user_model().objects.create_user("mara", "mara@practice.example", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="pages"))
    client.force_login(user)
    return client


def change(page):
    return reverse("admin:pages_page_change", args=[page.pk])


def given(**changes):
    data = {"title": "Fees", "slug": "", "lede": "", "body": "<p>What it costs.</p>"}
    times = ("publish_at_0", "publish_at_1", "withdraw_at_0", "withdraw_at_1")
    return data | dict.fromkeys(times, "") | changes


def a_page(**changes):
    return Page.objects.create(
        **{"title": "Fees", "slug": "fees", "body": "<p>What.</p>"} | changes
    )


def live_page(**changes):
    page = a_page(**changes)
    page.publish()
    return page


def buttons(response):
    html = response.text
    return {name for name in ("_continue", "_publish", "_withdraw") if f'name="{name}"' in html}


def test_a_draft_may_be_saved_without_text_and_gets_an_address(staff_client):
    staff_client.post(reverse(ADD), given(body="", _continue="1"))
    page = Page.objects.get()
    assert (page.slug, page.status()) == ("fees", "draft")
    assert page.first_published_at is None


def test_publish_puts_it_on_the_site_and_says_where(staff_client):
    response = staff_client.post(reverse(ADD), given(_publish="1"), follow=True)
    page = Page.objects.get()
    assert page.is_published
    assert page.was_public
    assert response.redirect_chain[-1][0] == change(page)
    assert "“Fees” is on the site. <a href='/fees/'>" in response.text


def test_publish_asks_for_what_is_missing_and_keeps_what_was_typed(staff_client):
    response = staff_client.post(reverse(ADD), given(body=" ", lede="Plainly.", _publish="1"))
    assert not Page.objects.exists()
    assert response.context["adminform"].form.errors == {
        "body": ["Write the text before you publish the page."]
    }
    assert 'value="Plainly."' in response.text


def test_what_is_on_the_site_cannot_be_emptied(staff_client):
    page = live_page()
    response = staff_client.post(change(page), given(body="", _continue="1"))
    assert "body" in response.context["adminform"].form.errors
    page.refresh_from_db()
    assert page.body == "<p>What.</p>"


def test_a_time_to_come_makes_it_wait(staff_client):
    day = (timezone.localdate() + timedelta(days=9)).isoformat()
    times = {"publish_at_0": day, "publish_at_1": "09:00"}
    response = staff_client.post(reverse(ADD), given(**times, _publish="1"), follow=True)
    page = Page.objects.get()
    assert page.status() == "scheduled"
    assert not page.was_public
    assert "is approved and goes out" in response.text


def test_the_time_of_something_approved_cannot_be_emptied(staff_client):
    page = live_page()
    response = staff_client.post(change(page), given(_continue="1"))
    assert "publish_at" in response.context["adminform"].form.errors


def test_withdraw_takes_it_off_even_if_a_gate_would_not_open(staff_client):
    page = live_page()
    local = timezone.localtime(page.publish_at)
    times = {"publish_at_0": f"{local:%Y-%m-%d}", "publish_at_1": f"{local:%H:%M:%S}"}
    staff_client.post(change(page), given(body="", **times, _withdraw="1"))
    page.refresh_from_db()
    assert page.status() == "withdrawn"


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (a_page, {"_continue", "_publish"}),
        (live_page, {"_continue", "_withdraw"}),
        (lambda: a_page(state="withdrawn"), {"_continue", "_publish"}),
    ],
)
def test_buttons_fit_the_state(staff_client, make, expected):
    assert buttons(staff_client.get(change(make()))) == expected


def test_without_the_permission_there_is_no_button_and_a_forged_one_only_saves(
    staff_client, monkeypatch
):
    monkeypatch.setattr(PageAdmin, "publish_permission", "pages.nobody_has_this")
    page = a_page()
    response = staff_client.get(change(page))
    assert buttons(response) == {"_continue"}
    assert 'name="publish_at_0"' not in response.text
    staff_client.post(change(page), given(title="New", publish_at_0="2020-01-01", _publish="1"))
    page.refresh_from_db()
    assert (page.title, page.state, page.publish_at) == ("New", "draft", None)
    page.publish()
    staff_client.post(change(page), given(_withdraw="1"))
    page.refresh_from_db()
    assert page.is_published


def test_a_next_text_is_shown_beside_what_is_no_part_of_it_as_it_is_now(staff_client):
    page = live_page(lists_trainees=True)
    next_text = {"title": "The next", "lists_trainees": "on", "_keep": "1"}
    staff_client.post(
        change(page), given(publish_at_0="2026-01-05", publish_at_1="08:00", **next_text)
    )
    form = staff_client.get(change(page)).context["adminform"].form
    assert form["title"].value() == "The next"
    assert form["lists_trainees"].value() is True


def test_the_address_follows_the_title_only_while_nobody_could_see_it(staff_client):
    page = a_page()
    assert 'name="slug"' in staff_client.get(change(page)).text
    page.publish()
    response = staff_client.get(change(page))
    assert "People may have saved this address." in response.text
    assert response.context["adminform"].prepopulated_fields == []
    page.withdraw()
    assert staff_client.get(change(page)).context["adminform"].prepopulated_fields == []


@pytest.mark.parametrize("slug", ["blog", "Admin", "get-started"])
def test_addresses_of_the_site_itself_are_refused(staff_client, slug):
    response = staff_client.post(reverse(ADD), given(slug=slug, _publish="1"))
    assert "slug" in response.context["adminform"].form.errors


def test_an_address_made_from_the_title_is_free(staff_client):
    a_page(title="Blog", slug="blog-2")
    staff_client.post(reverse(ADD), given(title="Blog", _continue="1"))
    staff_client.post(reverse(ADD), given(title="…", _continue="1"))
    assert set(Page.objects.values_list("slug", flat=True)) == {"blog-2", "blog-3", "page"}


def test_an_address_in_use_is_refused(staff_client):
    a_page()
    response = staff_client.post(
        reverse(ADD), given(title="What it costs", slug="fees", _continue="1")
    )
    assert "slug" in response.context["adminform"].form.errors
    assert Page.objects.count() == 1


def test_lists_say_where_each_one_stands(staff_client):
    live_page()
    html = staff_client.get(reverse("admin:pages_page_changelist")).text
    assert "On the site" in html


def saved_as(client, page, **changes):
    data = given(title=page.title, slug=page.slug) | {"base_version": page.latest_version} | changes
    response = client.post(change(page), data | {"_continue": "1"})
    assert response.status_code == 302, response.context["errors"]
    page.refresh_from_db()
    return page.slug


@pytest.mark.parametrize("slug", ["fees", "fees-2"])
def test_until_it_was_on_the_site_an_address_nobody_chose_follows_the_title(staff_client, slug):
    page = a_page(slug=slug)
    assert saved_as(staff_client, page, title="What it costs") == "what-it-costs"
    assert saved_as(staff_client, page, title="And why") == "and-why"


def test_it_follows_to_a_free_address_and_keeps_its_number_while_the_title_stays(staff_client):
    a_page(title="What it costs", slug="what-it-costs")
    page = a_page()
    assert saved_as(staff_client, page, title="What it costs") == "what-it-costs-2"
    assert saved_as(staff_client, page, lede="More.") == "what-it-costs-2"
    assert saved_as(staff_client, page, title="What it costs!", slug="") == "what-it-costs-2"


def test_a_chosen_address_stays_whatever_the_title(staff_client):
    page = a_page()
    assert saved_as(staff_client, page, slug="money") == "money"
    assert saved_as(staff_client, page, title="What it costs") == "money"
    assert saved_as(staff_client, page, title="And why", slug="because") == "because"


def test_a_long_title_is_followed_as_well(staff_client):
    long = "What it costs and who pays for it " * 4
    page = a_page(title="Fees")
    cut = saved_as(staff_client, page, title=long.strip())
    assert saved_as(staff_client, page, lede="More.") == cut
    assert saved_as(staff_client, page, title="Fees again") == "fees-again"


@pytest.mark.parametrize("withdraws", [False, True])
def test_an_address_people_may_have_saved_stays(staff_client, withdraws):
    page = live_page()
    if withdraws:
        page.withdraw()
    times = {"publish_at_0": "2026-01-05", "publish_at_1": "10:00:00"}
    assert saved_as(staff_client, page, title="What it costs", **times) == "fees"


def test_an_address_follows_until_the_set_time_has_come(staff_client):
    soon = timezone.localtime() + timedelta(days=2)
    page = a_page(publish_at=soon)
    page.publish()
    times = {"publish_at_0": soon.strftime("%Y-%m-%d"), "publish_at_1": "10:00:00"}
    assert saved_as(staff_client, page, title="What it costs", **times) == "what-it-costs"


def test_the_same_form_a_second_time_does_not_bring_the_old_address_back(staff_client):
    page = a_page()
    saved_as(staff_client, page)
    form = {"title": "What it costs", "slug": page.slug, "base_version": page.latest_version}
    assert saved_as(staff_client, page, **form) == "what-it-costs"
    assert saved_as(staff_client, page, **form) == "what-it-costs"


@pytest.mark.parametrize("field", ["publish_at", "withdraw_at"])
@pytest.mark.parametrize("day", ["0001-01-01", "0202-06-01", "9999-12-31"])
def test_a_year_that_can_hardly_be_meant_is_asked_about(staff_client, field, day):
    page = a_page()
    data = given(**{f"{field}_0": day, f"{field}_1": "10:00:00"})
    response = staff_client.post(change(page), data | {"_continue": "1"})
    assert "This year looks mistyped." in response.text
    page.refresh_from_db()
    assert getattr(page, field) is None
