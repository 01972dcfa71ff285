"""Whatever is kept names the tables it reads, or somebody's change would not be seen."""

import re

import pytest
from django.apps import apps

from freshness import basis
from freshness.kept import Kept

TABLE = re.compile(r'(?:FROM|JOIN) "(\w+)"')


def tables_of(kept):
    return {apps.get_model(label)._meta.db_table for label in kept.models}


@pytest.mark.parametrize("name", sorted(Kept.every))
def test_the_tables_that_are_read_are_those_that_are_named(something_of_everything, name):
    """One more would make all anew for nothing, unless it comes through something else that is kept."""
    kept = Kept.every[name]
    kept.read()  # what it asks of others is kept by them from then on
    with basis.of() as own:
        kept.read()
    read = {table for sql, _params in own.statements for table in TABLE.findall(sql)}
    others = [Kept.every[other] for other in own.kept]
    assert read <= tables_of(kept)
    assert tables_of(kept) <= read.union(*map(tables_of, others))
