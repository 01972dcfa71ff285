"""Ages are understood as what people of that age are called, and other numbers as numbers."""

import pytest

from search import ages
from search.terms import tokens

AGES = {
    "im 15 and sad": "teen",
    "I am 16": "teen",
    "my 16 yr old": "teen",
    "our 14yo": "teen",
    "tengo 17 años": "teen",
    "counseling at 13": "teen",
    "my 8 year old": "child",
    "im 12": "child",
    "she is 19": "young adult",
    "a man of 78": "older adult",
    "my mother turned 81": "older adult",
    "counseling at 14 if my parents say no": "teen",
    "mi nieta tiene 13": "teen",
}
NUMBERS = (
    "after 5 pm", "at 3 am", "90834", "988", "12 sessions", "of 50 minutes", "42 CFR", "in 2 weeks", "at 40", "$600",
    "is 15 minutes", "was 18 years ago", "15 years later", "at 15 main street", "open at 16", "tiene 70 pesos",
    "hace 15 años", "room 16", "at 200", "1234567 years", "of 16 sessions",
)  # fmt: skip


def called(typed):
    return [" ".join(terms) for _token, terms in ages.called(list(tokens(typed)))]


@pytest.mark.parametrize("typed", AGES)
def test_an_age_is_understood(typed):
    assert called(typed) == [AGES[typed]]


@pytest.mark.parametrize("typed", NUMBERS)
def test_another_number_is_none(typed):
    assert called(typed) == []
