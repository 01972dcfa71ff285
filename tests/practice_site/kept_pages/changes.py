"""Writes to whatever pages show, made up by chance: every kind of row, in every way there is to write."""

import datetime
from contextlib import suppress

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import Error, connection, models, transaction

from practice_site.kept_pages.tables import OF

WORDS = ["drawer", "lantern", "Ünïcode", "a & b", "<b>bold</b>", "", "night", "0", "quince"]
# What is no page's words: another value stops the site, or is asked of nobody.
LEFT_ALONE = {"id", "uid", "time_zone", "language", "slug"}


def change(random, more_ways=()):
    """What was done, in words; None where the database did not allow it. Each of ``more_ways`` is a rare one."""
    model = apps.get_model(random.choice(OF))
    way = random.choice([*[save, update, raw, insert, delete] * 5, *more_ways])
    try:
        with transaction.atomic():
            return way(random, model) and f"{way.__name__} {model._meta.label}"
    except (Error, ValidationError, ObjectDoesNotExist, ValueError):
        return None


def one_row(random, model):
    pks = list(model._base_manager.values_list("pk", flat=True)[:200])
    return model._base_manager.get(pk=random.choice(pks)) if pks else None


def value_for(random, field):
    if field.choices:
        return random.choice(field.choices)[0]
    if isinstance(field, models.BooleanField):
        return random.random() < 0.5
    if isinstance(field, models.ForeignKey):
        pks = list(field.related_model._base_manager.values_list("pk", flat=True)[:50])
        return random.choice(pks + [None] * field.null) if pks else None
    if isinstance(field, (models.IntegerField, models.DecimalField)):
        return random.randrange(100)
    now = datetime.datetime.now(datetime.UTC)
    shift = datetime.timedelta(minutes=random.choice([-100_000, -5, 3, 40, 2000, 100_000]))
    if isinstance(field, models.DateTimeField):
        return random.choice([now + shift] + [None] * field.null)
    if isinstance(field, models.DateField):
        return random.choice([(now + shift).date()] + [None] * field.null)
    return " ".join(random.choices(WORDS, k=random.randrange(1, 6)))[: field.max_length or 200]


def fields_of(model):
    kinds = (
        models.CharField, models.TextField, models.BooleanField, models.IntegerField, models.DecimalField,
        models.DateField, models.ForeignKey,
    )  # fmt: skip
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, kinds) and field.name not in LEFT_ALONE and not field.primary_key
    ]


def some(random, model):
    fields = fields_of(model)
    chosen = random.sample(fields, min(len(fields), random.randrange(1, 3)))
    return {field.attname: value_for(random, field) for field in chosen}


def save(random, model):
    row = one_row(random, model)
    if row is None:
        return False
    for name, value in some(random, model).items():
        setattr(row, name, value)
    row.save()
    return True


def update(random, model):
    rows = list(model._base_manager.values_list("pk", flat=True)[:200])
    chosen = random.sample(rows, min(len(rows), random.choice([1, 1, 5])))
    return bool(model._base_manager.filter(pk__in=chosen).update(**some(random, model)))


def raw(random, model):
    row = one_row(random, model)
    if row is None:
        return False
    quote = connection.ops.quote_name
    field = random.choice(fields_of(model))
    value = field.get_db_prep_save(value_for(random, field), connection)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {quote(model._meta.db_table)} SET {quote(field.column)} = %s"
            f" WHERE {quote(model._meta.pk.column)} = %s",
            [value, row.pk],
        )
    return True


def insert(random, model):
    row = one_row(random, model)
    if row is None:
        return False
    row.pk, row._state.adding = None, True
    if hasattr(row, "slug"):
        row.slug = f"copy-{random.randrange(10**9)}"
    for name, value in some(random, model).items():
        setattr(row, name, value)
    with suppress(AttributeError):
        row.uid = type(row)._meta.get_field("uid").get_default() if hasattr(row, "uid") else None
    model._base_manager.bulk_create([row])
    return True


def delete(random, model):
    row = one_row(random, model)
    # Of whatever there is little, something stays to be changed.
    if row is None or model._base_manager.count() < 3:
        return False
    row.delete()
    return True
