"""What is typed on the demo's pages leads to what was meant, among the first three, on both databases."""

import pytest

from search.finding import find
from tests.search import demo_site
from tests.search.asked_queries import ASKED
from tests.search.demo_queries import QUERIES


@pytest.fixture(scope="module", autouse=True)
def _demo(django_db_setup, django_db_blocker):
    with demo_site.loaded(django_db_blocker):
        yield


@pytest.mark.django_db
@pytest.mark.parametrize("typed", [*QUERIES, *ASKED])
def test_it_is_among_the_first_three(typed):
    wanted = {**QUERIES, **ASKED}[typed]
    wanted = (wanted,) if isinstance(wanted, str) else wanted
    first = [result.shown.url for result in find(typed).results[:3]]
    assert any(address.startswith(one) for address in first for one in wanted), first
