from random import Random

from tests.practice_site.kept_pages.differential import Differential


def test_what_is_kept_is_what_django_would_make_now(site):
    """Thousands of pages: ``python -m tests.practice_site.kept_pages.nothing_stale``."""
    found = Differential(site, Random(7))
    found.run(steps=25, at_once=5)
    assert found.kept > found.checked / 2
