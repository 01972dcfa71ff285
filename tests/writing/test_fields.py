import json

import pytest
from django.core import serializers
from django.core.management import call_command
from django.db.models import F, Q

from pages.models import Page
from writing.text import plain_text

pytestmark = pytest.mark.django_db
BAD = '<p onclick="x()">a <b>b</b><script>alert(1)</script></p>'
GOOD = "<p>a <strong>b</strong></p>"


def stored(page):
    return Page.objects.values_list("body", flat=True).get(pk=page.pk)


def test_create_and_save_store_and_leave_clean_text():
    page = Page.objects.create(title="A", slug="a", body=BAD)
    assert (page.body, stored(page)) == (GOOD, GOOD)
    page.body = BAD
    page.save(update_fields=["body"])
    assert (page.body, stored(page)) == (GOOD, GOOD)


def test_bulk_create_stores_clean_text():
    [page] = Page.objects.bulk_create([Page(title="A", slug="a", body=BAD)])
    assert stored(page) == GOOD


def test_bulk_create_that_updates_on_conflict_stores_clean_text():
    page = Page.objects.create(title="A", slug="a", body="<p>old</p>")
    Page.objects.bulk_create(
        [Page(pk=page.pk, title="A", slug="a", body=BAD)],
        update_conflicts=True, unique_fields=["id"], update_fields=["body"],
    )  # fmt: skip
    assert stored(page) == GOOD


def test_bulk_update_stores_clean_text():
    page = Page.objects.create(title="A", slug="a")
    page.body = BAD
    Page.objects.bulk_update([page], ["body"])
    assert stored(page) == GOOD


def test_update_and_update_or_create_store_clean_text():
    page = Page.objects.create(title="A", slug="a")
    Page.objects.update(body=BAD)
    assert stored(page) == GOOD
    Page.objects.update_or_create(slug="a", defaults={"body": BAD})
    assert stored(page) == GOOD


def test_a_fixture_is_loaded_clean(tmp_path):
    page = Page.objects.create(title="A", slug="a")
    rows = json.loads(serializers.serialize("json", [page]))
    rows[0]["fields"]["body"] = BAD
    path = tmp_path / "page.json"
    path.write_text(json.dumps(rows))
    call_command("loaddata", path, verbosity=0)
    assert stored(page) == GOOD


def test_nul_is_removed_before_the_database_sees_it():
    page = Page.objects.create(title="A", slug="a", body="<p>a\x00b</p>")
    assert stored(page) == "<p>ab</p>"


def test_a_search_in_the_text_looks_for_what_was_typed():
    page = Page.objects.create(title="A", slug="a", body=GOOD)
    assert Page.objects.filter(Q(body__icontains="a <strong>") & Q(body=GOOD)).get() == page


def test_expressions_still_work():
    page = Page.objects.create(title="<p>t</p>", slug="a")
    Page.objects.update(body=F("title"))
    assert stored(page) == "<p>t</p>"


def test_plain_text_has_a_line_for_each_block():
    html = "<h2>A</h2><p>b &amp;&nbsp;<em>c</em><br>d</p><ul><li>e<ul><li>f</li></ul></li></ul>"
    assert plain_text(html) == "A\nb & c\nd\ne\nf"
