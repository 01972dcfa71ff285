"""The table of old addresses, from and to a spreadsheet."""

import csv
import io
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from editing.models.redirects import Redirect, normal_path, normal_target

MOST_BYTES = 2_000_000
MOST_ROWS = 20_000
HEADINGS = {"old", "old address", "old web address", "from", "source", "old url", "old_path"}


@dataclass
class Line:
    """One line of the table as it would be stored. ``outcome`` is ``new``, ``changed``, ``same`` or
    ``skipped``; ``why`` only for the last."""

    number: int
    old: str
    new: str
    outcome: str
    why: str = ""


def text_of(data):
    """The text of a file as spreadsheets write them: with or without a mark, in either alphabet."""
    if len(data) > MOST_BYTES:
        raise ValidationError(_("This file is larger than 2 MB. Divide it into two."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read(text, answers_live):
    """What storing this table would do, line by line. ``answers_live(path)``: a page lives there."""
    rows = list(csv.reader(io.StringIO(text.replace("\0", "")), delimiter=delimiter_of(text)))
    if len(rows) > MOST_ROWS:
        raise ValidationError(_("There are more than 20,000 lines. Divide the table into two."))
    stored = dict(Redirect.objects.values_list("old_path", "new_path"))
    seen = set()
    for number, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or (number == 1 and cells[0].casefold() in HEADINGS):
            continue
        yield judge(number, cells, stored, seen, answers_live)


def delimiter_of(text):
    first = text.lstrip().split("\n", 1)[0]
    return max(",;\t", key=first.count)


def judge(number, cells, stored, seen, answers_live):
    old, new = [*cells, ""][:2]

    def skipped(why):
        return Line(number, old, new, "skipped", str(why))

    if not old or not new:
        return skipped(_("Two columns are needed: the old address and the new one."))
    try:
        old_path, new_path = normal_path(old), normal_target(new)
    except ValidationError as error:
        return skipped(error.messages[0])
    if old_path == new_path:
        return skipped(_("It leads to itself."))
    if old_path in seen:
        return skipped(_("This old address stands in the table twice; the first line counts."))
    if stored.get(new_path) == old_path:
        return skipped(_("The new address leads to the old one already."))
    if answers_live(old_path):
        return skipped(_("A page lives at the old address."))
    seen.add(old_path)
    if old_path not in stored:
        return Line(number, old_path, new_path, "new")
    outcome = "same" if stored[old_path] == new_path else "changed"
    return Line(number, old_path, new_path, outcome)


def store(lines, by):
    """Store what is new or changed; returns how many. The same table again stores nothing."""
    count = 0
    for line in lines:
        if line.outcome in ("new", "changed"):
            # Where the new address is an old one itself, its own target is meant.
            target = Redirect.objects.target_of(line.new) or line.new
            if target != line.old:
                Redirect.objects.leave(line.old, target, by)
                count += 1
    return count


def as_csv():
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["old web address", "leads to"])
    for old, new in Redirect.objects.values_list("old_path", "new_path"):
        # Both begin with / or https://, so no spreadsheet takes one for a formula.
        writer.writerow([old, new])
    return out.getvalue()
