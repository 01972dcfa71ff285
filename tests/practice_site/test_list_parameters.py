"""Every list of the desk, and every form that takes a number or a day, asked for nonsense."""

from itertools import product

import pytest
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import ValidationError
from django.urls import NoReverseMatch, resolve, reverse

from practice_site import list_parameters
from staff.models import User
from staff.roles import ROLES
from tests import factories
from tests.factories import make_user
from tests.practice_site.one_of_each import MAKE

pytestmark = pytest.mark.django_db

LOOKUPS = [
    "exact", "iexact", "contains", "icontains", "startswith", "regex", "iregex", "in", "gt", "lte",
    "isnull", "range", "year", "month", "date", "week_day", "hour", "isempty",
]  # fmt: skip
ODD = [
    "", "a", "1", "-1", "0", "True", "^(a+)+$", "99999999999", "9" * 20, "-" + "9" * 25, "1e400", "nan",
    "9999", "0001", "0", "²", "٣", "9" * 5000, "x" * 3000, "a,b", "\x00", "2026-02-31", "((",
    "9999-12-31T23:59:59",
]  # fmt: skip
STEPS = [
    ("p", ["0", "-1", "99", "9" * 30, "x", "²", "", "1.0"]),
    ("o", ["99", "-", "1.-2.99", "1." * 400 + "1", "9" * 40, "x", "..", "-0.0", "1\x00", "--1"]),
    ("q", ["\x00", "a" * 201, "a " * 21, '"' * 150, "'\\" * 90, "%_" * 90]),
    ("_facets", ["", "1", "False", "x"]),
    ("_to_field", ["", "id", "password", "pk__regex", "x" * 2000]),
    ("_popup", ["1", "0"]),
    ("all", ["1", "x"]),
    ("e", ["2", ""]),
    ("_changelist_filters", ["a=b"]),
]


def list_of(model):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def paths_of(model):
    """Columns and relations, one step and two."""
    for field in model._meta.get_fields():
        yield field.name
        if field.is_relation and field.related_model:
            yield from (f"{field.name}__{far.name}" for far in field.related_model._meta.fields)


def is_a_month(query):
    return query == {"at__year": "2026", "at__month": "1"}


def forged(model):
    for number, (path, lookup) in enumerate(product(paths_of(model), LOOKUPS)):
        yield {f"{path}__{lookup}": ODD[number % len(ODD)]}
    for path in paths_of(model):
        yield {path: "1"}
        yield {f"~{path}": "1"}
    for name, values in STEPS:
        yield from ({name: value} for value in values)
    hierarchy = admin.site.get_model_admin(model).date_hierarchy
    for name in {hierarchy, "at", "created_at"} - {None}:
        for value in [*ODD, "1899", "2200", "10000"]:
            yield {f"{name}__year": value}
            yield {f"{name}__year": "2026", f"{name}__month": value}
            yield {f"{name}__month": value, f"{name}__day": value}
        yield {f"{name}__year": "2026", f"{name}__month": "2", f"{name}__day": "30"}
        yield {f"{name}__gte": "2026-01-01", f"{name}__lt": "9999-12-31"}


# The same rows in another order, or in a window to choose from.
THE_SAME_ROWS = {("o", "-0.0"), ("_popup", "1")}


@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize("label", sorted({label.split()[0] for label in MAKE}))
def test_list_takes_only_what_it_shows(client, rf, label):
    """Even whoever may do everything gets the plain list."""
    user = make_user(is_superuser=True)
    client.force_login(user)
    if label != "pages.Practice":
        factories.make_practice()
    MAKE[label](user)
    model = next(m for m in admin.site._registry if m._meta.label == label)
    address, model_admin = list_of(model), admin.site.get_model_admin(model)
    assert client.get(address).status_code in (200, 302)
    session = client.session
    for number, query in enumerate(forged(model)):
        request = rf.get(address, query)
        request.user, request.session = user, session
        name, value = next(iter(query.items()))
        is_step = name in ("p", "q") or (name, value) in THE_SAME_ROWS or is_a_month(query)
        assert is_step or not model_admin.takes(request), query
        if number % 101 == 0 or is_step:
            answer = client.get(address, query)
            if any("\x00" in value for value in query.values()):
                assert answer.status_code in (302, 400), query
            elif not is_step:
                assert (answer.status_code, answer.url) == (302, address), query
            else:
                assert answer.status_code in (200, 302), query


@pytest.mark.parametrize("role", sorted(ROLES))
def test_nobody_gets_a_server_error_from_a_list(client, role):
    user = make_user(role)
    client.force_login(user)
    factories.make_practice()
    for model in admin.site._registry:
        for query in list(forged(model))[::211]:
            answer = client.get(list_of(model), query)
            assert answer.status_code in (200, 302, 400, 403), (model, query)


def test_what_a_list_offers_still_works(client):
    client.force_login(make_user(is_superuser=True))
    factories.make_practice()
    for label, make in MAKE.items():
        if label != "pages.Practice":
            make(User.objects.first())
        model = next(m for m in admin.site._registry if m._meta.label == label.split()[0])
        address = list_of(model)
        shown = getattr(client.get(address), "context_data", {}).get("cl")
        if shown is None:
            continue
        links = [
            choice["query_string"] for spec in shown.filter_specs for choice in spec.choices(shown)
        ]
        for link in [*links, "?o=1", "?o=-1", "?q=one+two", "?all=", "?p=1"]:
            assert client.get(address + link).status_code == 200, (label, link)


def test_days_of_the_hierarchy_are_followed(client):
    client.force_login(make_user("manager"))
    for query in [
        "at__year=2026",
        "at__year=2026&at__month=2",
        "at__year=2024&at__month=2&at__day=29",
    ]:
        assert client.get(f"/admin/intake/roomevent/?{query}").status_code == 200


def test_search_that_is_too_long_gets_a_sentence(client):
    client.force_login(make_user(is_superuser=True))
    for query in ["a" * 1_000_000, "a " * 500_000]:
        assert list_parameters.is_too_long(query)
    page = client.get("/admin/blog/article/", {"q": "a" * 201}, follow=True)
    assert "Search for fewer words" in page.content.decode()
    page = client.post("/admin/intake/inquiry/", {"words": "a " * 21}, follow=True)
    assert "Search for fewer words" in page.content.decode()
    assert client.post("/admin/intake/inquiry/", {"words": "\x00a"}).status_code == 200


def test_admins_of_other_packages_are_bounded_as_well():
    class Stranger(admin.ModelAdmin):
        list_filter = ["is_active"]

    site = type(admin.site._wrapped)()
    site.register(User, Stranger)
    assert isinstance(site.get_model_admin(User), list_parameters.OwnParametersOnly)
    site.unregister(User)
    site.register(User)
    assert isinstance(site.get_model_admin(User), list_parameters.OwnParametersOnly)
    for model_admin in admin.site._registry.values():
        assert isinstance(model_admin, list_parameters.OwnParametersOnly)
        assert issubclass(model_admin.get_changelist(None), ChangeList)


@pytest.mark.parametrize("role", sorted(ROLES))
def test_routes_of_the_framework_that_nobody_uses_are_shut(client, role):
    client.force_login(make_user(role))
    article = factories.make_article()
    for number in ("1", str(article.pk), "x", "9" * 20, "0" * 5000):
        for kind in range(1, 40):
            found = resolve(f"/admin/r/{kind}/{number}/")
            assert found.func.__name__ == "catch_all_view"
        assert client.get(f"/admin/r/{kind}/{number}/").status_code == 404
    assert client.get("/admin/autocomplete/").status_code == 404
    for name in ("view_on_site", "autocomplete"):
        with pytest.raises(NoReverseMatch):
            reverse(f"admin:{name}", args=[1, 1] if name == "view_on_site" else [])


def steps_of(model):
    """Those this list has, and one for all that it has not: they lead to the form of a row."""
    steps = ("change", "history", "delete", "sheet", "copy", "share", "review", "swap", "take-back")
    found = {step: resolve(f"{list_of(model)}1/{step}/") for step in steps}
    return [step for step in steps if found[step].url_name] + ["nothing"]


@pytest.mark.parametrize("text", ["99999999999999999999", "-1", "x", "_00", "9" * 5000, "1e5", "²"])
def test_odd_numbers_of_rows_are_not_found(client, text):
    client.force_login(make_user(is_superuser=True))
    factories.make_practice()
    for model in admin.site._registry:
        for step in steps_of(model):
            answer = client.get(f"{list_of(model)}{text}/{step}/")
            assert answer.status_code in (302, 403, 404, 405), (model, step)
    for address in ["preview", "working-copy", "pictures"]:
        assert client.get(f"/admin/blog/article/{address}/{text}/").status_code in (302, 404, 405)


def test_an_address_fills_no_form(client):
    client.force_login(make_user(is_superuser=True))
    factories.make_practice()
    for model, model_admin in admin.site._registry.items():
        query = {field.name: "99999999999999999999" for field in model._meta.get_fields()}
        page = client.get(f"{list_of(model)}add/", query)
        assert page.status_code in (200, 302, 403), model
        assert b"99999999999999999999" not in page.content, model_admin


@pytest.mark.usefixtures("undrawn")
def test_chosen_rows_that_could_be_none_are_none(client):
    client.force_login(make_user(is_superuser=True))
    factories.make_practice()
    row = factories.make_article()
    for model in admin.site._registry:
        for keys in (["9" * 20], ["x"], ["-1", "\x00"], ["9" * 5000], [str(row.pk), "9" * 40]):
            form = {"action": "delete_selected", "_selected_action": keys, "index": "9" * 30}
            assert client.post(list_of(model), form).status_code in (200, 302, 403), (model, keys)
            form["index"] = "0"
            assert client.post(list_of(model), form).status_code in (200, 302, 403), (model, keys)


def test_numbers_that_fit_no_column_are_nobodys():
    user = make_user()
    found = User.objects.filter(pk__in=[user.pk, 10**20, -(10**30)])
    assert list(found) == [user]
    assert not User.objects.filter(pk__in=[10**20])
    assert list(User.objects.exclude(pk__in=[10**20]).filter(pk=user.pk)) == [user]


@pytest.mark.parametrize("label", ["DateField", "SplitDateTimeField", "DateTimeField"])
@pytest.mark.parametrize("year", ["0001", "1899", "2200", "9999"])
def test_years_that_nobody_means_get_a_sentence(label, year):
    from django import forms

    field = getattr(forms, label)()
    typed = [f"{year}-12-31", "23:59"] if label.startswith("Split") else f"{year}-12-31"
    with pytest.raises(ValidationError, match="looks mistyped"):
        field.clean(typed)


def test_every_day_and_number_of_a_form_gets_a_sentence(client):
    """Every add form, with each field that holds a number or a day out of any range."""
    client.force_login(make_user(is_superuser=True))
    factories.make_practice()
    for model in admin.site._registry:
        address = f"{list_of(model)}add/"
        page = client.get(address)
        if page.status_code != 200 or "adminform" not in (page.context_data or {}):
            continue
        form = page.context_data["adminform"].form
        formsets = [part.formset for part in page.context_data["inline_admin_formsets"]]
        for value in ["9" * 20, "9999-12-31", "0001-01-01", "1e999\x00"]:
            data = {form.add_prefix(name): value for name in form.fields}
            data |= {f"{form.add_prefix(name)}_0": value for name in form.fields}
            data |= {f"{form.add_prefix(name)}_1": "23:59:59" for name in form.fields}
            for formset in formsets:
                data |= {f"{formset.prefix}-{n}": "1" for n in ("TOTAL_FORMS", "MAX_NUM_FORMS")}
                data |= {f"{formset.prefix}-INITIAL_FORMS": "0"}
                data |= {f"{formset.prefix}-0-{name}": value for name in formset.empty_form.fields}
            assert client.post(address, data).status_code in (200, 302), (model, value)


def test_a_list_opened_to_choose_from_stays_one(client):
    client.force_login(make_user(is_superuser=True))
    page = client.get("/admin/pictures/image/", {"_popup": "1"})
    assert page.status_code == 200
    assert page.context["cl"].is_popup
    assert client.get("/admin/pictures/image/", {"_to_field": "id"}).status_code == 302
