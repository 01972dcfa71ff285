"""Where an inquiry stands is stored by its moves alone, whole, and under the row's lock."""

import ast
from datetime import date

import pytest
from django.db import transaction
from django.utils import timezone

from intake.models import Inquiry
from intake.models.progress import Progress
from tests import factories, house

pytestmark = pytest.mark.django_db
COLUMNS = {*Inquiry.progress_fields()}
# What comes in, or is made up, is stored with where it begins.
MAY_STORE = ("intake.transitions", "intake.models", "intake.receiving", "practice_site.demo")
ONLY_MOVES_CALL = {"move", "mark_answered", "save_progress"}


def odd_values(other, user):
    """For every column of ``Progress`` something that it does not begin with."""
    odd = {"twin_of": other, "owner": user, "asks": 7}
    for column in Progress._meta.local_fields:
        kind = column.get_internal_type()
        if kind == "BooleanField":
            odd[column.name] = not column.default
        elif kind == "DateField":
            odd[column.name] = date(2031, 5, 6)
        elif kind == "DateTimeField":
            odd[column.name] = timezone.now()
    return odd | {"state": "closed", "closed_because": "nobody", "next_action": "find"}


def test_all_of_it_is_stored_and_nothing_else(practice):
    inquiry, other = factories.make_inquiry(), factories.make_inquiry()
    odd = odd_values(other, factories.make_user())
    assert {*odd} == {*Inquiry.progress_fields()}
    for name, value in odd.items():
        setattr(inquiry, name, value)
    # Corrected meanwhile, by whoever else holds this row: not in these columns.
    inquiry.address_index = "old"
    Inquiry.objects.filter(pk=inquiry.pk).update(address_index="new")
    inquiry.save_progress()
    stored = Inquiry.objects.get(pk=inquiry.pk)
    assert {name: getattr(stored, name) for name in odd} == odd
    assert stored.address_index == "new"


@pytest.mark.django_db(transaction=True)
def test_it_is_not_stored_outside_of_a_transaction():
    with pytest.raises(transaction.TransactionManagementError, match="under its lock"):
        Inquiry().save_progress()


def test_nobody_else_changes_where_an_inquiry_stands():
    faults = [
        f"{name}:{fault}"
        for name, source in house.modules().items()
        if name.startswith(("intake", "practice_site")) and not name.startswith(MAY_STORE)
        for fault in faults_in(source)
    ]
    assert faults == []


def faults_in(source):
    """Where this source changes, or stores, a column that says where an inquiry stands."""
    tree = ast.parse(source)
    texts = {
        target.id: texts_in(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            if node.attr in COLUMNS:
                yield f"{node.lineno} assigns {node.attr}"
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if is_fault(node, name, ast.unparse(node.func), texts):
                yield f"{node.lineno} calls {name}"


def is_fault(call, name, whole, texts):
    values = {keyword.arg: keyword.value for keyword in call.keywords}
    if name == "update" and "Message." not in whole:
        # ``None``: what is updated stands in a dictionary, and may be anything.
        return bool((COLUMNS | {None}) & {*values})
    if name == "save" and "nquir" in whole and not values:
        return True
    if name == "close" and "nquir" in whole:
        return True
    if "update_fields" in values:
        named = values["update_fields"]
        names = {node.id for node in ast.walk(named) if isinstance(node, ast.Name)}
        stored = texts_in(named).union(*(texts.get(one, COLUMNS) for one in names))
        return bool(COLUMNS & stored)
    return name in ONLY_MOVES_CALL | {"setattr", "bulk_update"}


def texts_in(node):
    return {one.value for one in ast.walk(node) if isinstance(one, ast.Constant)}


@pytest.mark.parametrize(
    "source",
    [
        "inquiry.next_on = today",
        "self.inquiry.is_held = True",
        "inquiry.asks += 1",
        "inquiry.state, inquiry.owner = 'new', None",
        "inquiry.save()",
        "inquiry.save(update_fields=['content', 'state'])",
        "SAVED = ['state']\ninquiry.save(update_fields=[*SAVED, 'content'])",
        "from elsewhere import SAVED\nrow.save(update_fields=SAVED)",
        "Inquiry.objects.update(erase_at=None)",
        "Inquiry.objects.update(**fields)",
        "Inquiry.objects.bulk_update(rows, ['state'])",
        "setattr(inquiry, name, value)",
        "inquiry.move('new', next_action='')",
        "inquiry.close('client')",
        "inquiry.save_progress()",
    ],
)
def test_a_change_elsewhere_is_seen(source):
    assert list(faults_in(source))
