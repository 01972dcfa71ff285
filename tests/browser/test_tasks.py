"""The tasks of docs/desk.md at our desk take as many presses as its table says, and no more than anybody's."""

from pathlib import Path

import pytest

from tests.browser.tasks.ours import Ours
from tests.browser.tasks.product import TASKS
from tests.browser.tasks.table import drawn, kept

# Other tests begin with the demo's articles and its number.
UNDO = """
from blog.models import Article
from pages.models import Practice
Article.objects.filter(title__startswith="A kettle for").delete()
practice = Practice.objects.get()
practice.phone = {phone!r}
practice.save()
"""
# And a new article with what somebody else typed into one and did not save.
BEGIN = """
from editing.models import WorkingCopy
from pages.models import Practice
WorkingCopy.objects.all().delete()
print(Practice.objects.get().phone)
"""


@pytest.fixture
def ours(browser, site):
    phone = site.manage("shell", "--verbosity", "0", "-c", BEGIN).strip()
    product = Ours(browser, site.url)
    yield product
    product.context.close()
    site.manage("shell", "--verbosity", "0", "-c", UNDO.format(phone=phone))


def test_each_task_takes_as_many_presses_as_the_table_says(ours):
    measured = kept()["tasks"]
    assert {task: ours.do(task).presses for task in TASKS} == {
        task: measured[task]["ours"]["presses"] for task in TASKS
    }


def test_nobody_needs_fewer_presses_for_what_they_can_do():
    for task, rows in kept()["tasks"].items():
        least = min(row["presses"] for row in rows.values() if row)
        assert rows["ours"]["presses"] == least, task


def test_the_page_shows_what_was_measured():
    assert drawn(kept()) in Path("docs/desk.md").read_text(encoding="utf-8")
