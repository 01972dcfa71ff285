"""Who may do what at the desk, as data: every role on every admin address.

``l`` may open the list, ``v`` read a row, ``c`` change it, ``a`` add one, ``d`` delete one,
``p`` put what it says on the site, where a text has versions.
"own" rows belong to whoever is signed in; the others belong to somebody else.
"""

import pytest
from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from staff.roles import ROLES
from tests import factories
from tests.factories import make_user
from tests.practice_site.one_of_each import MAKE

pytestmark = pytest.mark.django_db


# One row per registered model; roles left out may do nothing there.
ACCESS = {
    "blog.Article": {"manager": "lvcadp", "editor": "lvcadp", "author": "la"},
    "blog.Article own draft": {"manager": "lvcadp", "editor": "lvcadp", "author": "lvcad"},
    "blog.Article own published": {"manager": "lvcadp", "editor": "lvcadp", "author": "lva"},
    "blog.Series": {"manager": "lvcad", "editor": "lvcad"},
    "groups.Group": {"manager": "lvcadp", "editor": "lvcadp", "coordinator": "lv"},
    # Erasing hangs on more than the role: tests/intake/room/test_table.py.
    "intake.Inquiry": {"coordinator": "lvca"},
    "intake.CareAloneAge": {"manager": "lvcad", "coordinator": "lv"},
    "intake.MonthlyDemand": {"manager": "lv", "coordinator": "lv"},
    "intake.ReferralContact": {"coordinator": "lvcad"},
    "intake.SavedAnswer": {"manager": "lvcad", "coordinator": "lvcad"},
    "intake.RoomEvent": {"coordinator": "lv", "manager": "lv"},
    "outbox.Message": {"manager": "lv", "coordinator": "lv"},
    "pages.Announcement": {"manager": "lvcad", "editor": "lvcad", "coordinator": "lvcad"},
    "pages.ClosureDay": {"manager": "lvcad", "coordinator": "lvcad"},
    "pages.ContactRoute": {"manager": "lvcad", "coordinator": "lv"},
    "editing.Redirect": {"manager": "lvcad", "editor": "lvcad"},
    "pages.CrisisResource": {"manager": "lvcad", "coordinator": "lv"},
    "pages.LegalNotice": {"manager": "lvcad", "coordinator": "lv"},
    # What was in force is read only: tests/pages/test_legal_notices.py.
    "pages.NoticeText": {"manager": "lvcad", "coordinator": "lv"},
    "pictures.Image": {"manager": "lvcad", "editor": "lvcad", "author": "lva", "clinician": "lva"},
    "pages.Location": {"manager": "lvcad", "coordinator": "lv"},
    "pages.MenuItem": {"manager": "lvcad"},
    "pages.Page": {"manager": "lvcadp", "editor": "lvcadp"},
    "pages.Practice": {"manager": "vc", "coordinator": "v"},
    "search.DangerWords": {"manager": "lvcad", "editor": "lvcad"},
    "search.SameMeaning": {"manager": "lvcad", "editor": "lvcad"},
    "staff.User": {"manager": "lvca"},
    "team.Compact": {"manager": "lvcad", "coordinator": "lv"},
    "team.Identity": {"manager": "lvcad", "editor": "lvcad"},
    "team.Language": {"manager": "lvcad", "editor": "lvcad"},
    "team.Modality": {"manager": "lvcad", "editor": "lvcad"},
    "team.OfficePerson": {"manager": "lvcad", "editor": "lv", "coordinator": "lv"},
    "team.Payer": {"manager": "lvcad", "editor": "lvcad"},
    "team.Population": {"manager": "lvcad", "editor": "lvcad"},
    "team.PracticeAuthority": {"manager": "lvcad", "coordinator": "lv"},
    "team.Specialty": {"manager": "lvcad", "editor": "lvcad"},
    "team.Supervision": {"manager": "lvcad", "coordinator": "lv"},
    "team.Therapist": {"manager": "lvcadp", "editor": "lv", "coordinator": "lv", "clinician": "l"},
    "team.Therapist own": {
        "manager": "lvcadp",
        "editor": "lv",
        "coordinator": "lv",
        # The list leads straight to the one profile.
        "clinician": "vcp",
    },
    "team.Therapist own that waits for a yes": {
        "manager": "lvcadp",
        "editor": "lv",
        "coordinator": "lv",
        "clinician": "vc",
    },
    "team.TitleWording": {"manager": "lvcad", "coordinator": "lv"},
}


def test_every_registered_model_stands_in_the_table():
    registered = {model._meta.label for model in admin.site._registry}
    assert registered == {name.split(" ")[0] for name in ACCESS}
    assert ACCESS.keys() == MAKE.keys()


def found(response):
    """Whether the page was shown. A row that somebody may not see leads back to the index."""
    if response.status_code == 302:
        assert response.headers["Location"] == reverse("admin:index")
        return False
    assert response.status_code in (200, 403, 404)
    return response.status_code == 200


def access(client, label, row):
    """What the signed-in person may do, in the letters of the table."""
    name = f"admin:{label.split(' ')[0].replace('.', '_').lower()}"
    letters = ""
    if list_opens(client, reverse(f"{name}_changelist"), row):
        letters += "l"
    page = client.get(reverse(f"{name}_change", args=[row.pk]))
    history = client.get(reverse(f"{name}_history", args=[row.pk]))
    assert found(page) == found(history)
    if found(page):
        letters += "vc" if page.context["has_change_permission"] else "v"
        letters += "p" if page.context.get("may_publish") else ""
        assert str(row) in history.content.decode()
    if found(client.get(reverse(f"{name}_add"))):
        letters += "a"
    if found(client.get(reverse(f"{name}_delete", args=[row.pk]))):
        letters += "d"
    return letters


def list_opens(client, url, row):
    page = client.get(url, {"q": "o"})
    # Where there is only one row to see, its list leads straight there.
    return page.headers.get("Location") != f"{url}{row.pk}/change/" and found(page)


@pytest.mark.parametrize("role", sorted(ROLES))
@pytest.mark.parametrize("label", sorted(ACCESS))
def test_each_role_reaches_what_the_table_says_and_nothing_more(client, role, label):
    user = make_user(role)
    row = MAKE[label](user)
    client.force_login(user)
    assert sorted(access(client, label, row)) == sorted(ACCESS[label].get(role, ""))


@pytest.mark.parametrize("label", sorted(ACCESS))
def test_a_superuser_reaches_every_list_and_row(client, label):
    user = make_user(is_superuser=True)
    row = MAKE[label](user)
    client.force_login(user)
    assert "v" in access(client, label, row)


@pytest.mark.parametrize("label", sorted({name.split(" ")[0] for name in ACCESS}))
def test_odd_addresses_of_a_list_break_nothing(client, label):
    user = make_user(is_superuser=True)
    MAKE[label](user)
    client.force_login(user)
    url = reverse(f"admin:{label.replace('.', '_').lower()}_changelist")
    for words in ["ø", "'\"<script>", "x" * 3000, "1 or 1=1", "%_\\"]:
        assert client.get(url, {"q": words}).status_code in (200, 302)
        assert client.post(url, {"words": words}).status_code in (200, 302, 403)
    for query in [{"p": "99999999999999999999"}, {"o": "-1.x"}, {"e": "1"}, {"id__exact": "x"}]:
        assert client.get(url, query).status_code in (200, 302)


@pytest.mark.parametrize("label", sorted(ACCESS))
def test_without_a_role_or_signed_out_nothing_opens(client, label):
    row = MAKE[label](None)
    url = reverse(f"admin:{label.split(' ')[0].replace('.', '_').lower()}_change", args=[row.pk])
    assert client.get(url).headers["Location"].startswith("/admin/login/?next=")
    client.force_login(make_user())
    assert not found(client.get(url))


def test_roles_that_combine_reach_what_either_reaches(client):
    both = make_user("author", "coordinator")
    client.force_login(both)
    assert "v" in access(client, "intake.Inquiry", factories.make_inquiry())
    assert "c" in access(client, "blog.Article own draft", factories.make_article(created_by=both))


@pytest.mark.parametrize("role", sorted(ROLES))
def test_index_and_other_pages_of_the_desk_open_for_each_role(client, role):
    client.force_login(make_user(role))
    index = client.get("/admin/")
    assert index.status_code == 200
    for app in index.context["app_list"]:
        assert client.get(app["app_url"], follow=True).status_code == 200
        for model in app["models"]:
            assert client.get(model["admin_url"], follow=True).status_code == 200
    assert client.get("/admin/password_change/").status_code == 200
    assert client.get("/admin/jsi18n/").status_code == 200
    assert client.get("/admin/nonsense/").status_code == 404
    signed_out = client.post("/admin/logout/")
    assert "You are signed out" in signed_out.content.decode()


def test_words_of_the_desk_are_those_of_a_practice(client):
    client.force_login(make_user(is_superuser=True))
    article, page = factories.make_article(), factories.make_page()
    LogEntry.objects.create(
        user=make_user(),
        content_type=ContentType.objects.get_for_model(page),
        object_id=page.pk,
        object_repr=str(page),
        action_flag=CHANGE,
    )
    addresses = [
        "/admin/",
        "/admin/blog/article/",
        f"/admin/blog/article/{article.pk}/change/",
        f"/admin/blog/article/{article.pk}/delete/",
        f"/admin/blog/article/{article.pk}/history/",
        f"/admin/pages/page/{page.pk}/history/",
        "/admin/staff/user/",
        "/admin/staff/user/add/",
    ]
    for address in addresses:
        words = visible_words(client.get(address).content.decode())
        assert not words & {"object", "objects", "slug", "slugs", "lead", "pipeline", "lede"}, (
            address
        )


def visible_words(html):
    import re

    body = re.sub(r"(?s)<(script|style|svg).*?</\1>", " ", html.split("<body", 1)[1])
    shown = re.findall(r'(?:title|alt|aria-label|placeholder)="([^"]*)"', body)
    return set(re.findall(r"[a-z]+", (re.sub(r"<[^>]*>", " ", body) + " ".join(shown)).lower()))
