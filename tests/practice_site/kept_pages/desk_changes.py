"""Writes as the site itself does them: a version put in the text's place, something taken down or put in the trash,
a backup put back."""

import io

from django.db import transaction

from practice_site.backup import rows
from tests.practice_site.kept_pages.changes import one_row

KINDS = ["publish", "withdraw", "trash", "take_out"]


def version(random, _model):
    """An older text through the form that holds it, as at its time; the first time its text is only noted."""
    from editing import contents, versioning

    content = random.choice(list(contents.every()))
    row = one_row(random, content.model)
    if row is None:
        return False
    known = list(row.versions()[:10])
    if not known or random.random() < 0.3:
        data = content.data_of_row(row)
        versioning.record(
            row, data, by=None, substance=content.substance(data), is_current=True, name="As it was"
        )
        return True
    versioning.apply(row, random.choice(known), content.version_form)
    return True


def state(random, _model):
    from blog.models import Article
    from groups.models import Group
    from pages.models import Page

    row = one_row(random, random.choice([Article, Group, Page]))
    if row is None:
        return False
    kind = random.choice(KINDS)
    if kind == "publish":
        row.publish()
    elif kind == "withdraw":
        row.withdraw()
    elif kind == "trash":
        row.put_in_trash("Somebody")
    else:
        row.take_out_of_trash()
    return True


class Backup:
    """All rows as they are now, to be put back as a restore does."""

    __name__ = "backup"

    def __init__(self):
        out = io.StringIO()
        for model in [*rows.saved_models(), *rows.key_models()]:
            rows.write(model, out)
        self.lines = out.getvalue().splitlines()

    def __call__(self, _random=None, _model=None):
        with transaction.atomic():
            rows.empty_tables()
            rows.load(self.lines)
            rows.reset_sequences()
        return True
