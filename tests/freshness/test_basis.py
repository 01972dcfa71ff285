"""What something rests on can be asked again only where nothing else was done than to read."""

import pytest

from freshness import basis
from pages.models import MenuItem, Practice

pytestmark = pytest.mark.django_db
ROWS = MenuItem.objects.order_by().values_list("pk")


@pytest.mark.parametrize(
    ("do", "is_whole"),
    [
        (lambda: list(ROWS), True),
        (lambda: list(ROWS.filter(order=1).union(ROWS.filter(order=2))), True),
        (lambda: MenuItem.objects.filter(order=1).exists(), True),
        (lambda: Practice.objects.update(name="Quiet Rooms"), False),
        (lambda: MenuItem.objects.filter(order=1).delete(), False),
    ],
)
def test_it_is_whole_while_all_that_is_done_is_to_read(practice, do, is_whole):
    with basis.of() as own:
        do()
    assert own.is_whole is is_whole
