"""The rules on snippets that their writer had not seen: what they reach may not become less."""

import pytest

from tests.writing.linting.measure import counts


@pytest.mark.parametrize(("half", "most_missed", "most_alarms"), [("open", 3, 3), ("sealed", 2, 0)])
def test_the_corpus_is_judged_as_well_as_ever(half, most_missed, most_alarms):
    hits, misses, alarms = (part.total() for part in counts(half))
    assert hits + misses == 32
    assert misses <= most_missed
    assert alarms <= most_alarms
