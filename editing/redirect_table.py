"""The table of old addresses, from and to a spreadsheet."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from editing.models.redirects import NEVER, Redirect, normal_path, normal_target
from staff.models import User

MOST_BYTES = 2_000_000
MOST_ROWS = 20_000
HEADINGS = {"old", "old address", "old web address", "from", "source", "old url", "old_path"}
MARK = "\ufeff"


@dataclass
class Line:
    """One line of the table as it would be stored: ``new`` is where visitors end up. ``outcome`` is
    ``new``, ``changed``, ``same`` or ``skipped``; ``why`` only for the last."""

    number: int
    old: str
    new: str
    outcome: str = ""
    why: str = ""


def text_of(data: bytes) -> str:
    """The text of a file as spreadsheets write them: with or without a mark, in either alphabet."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read(text: str, answers: Callable[[str], bool]) -> list[Line]:
    """What storing this table would do, line by line. ``answers(path)``: a page lives there."""
    return resolved(text, dict(Redirect.objects.values_list("old_path", "new_path")), answers)


def resolved(text: str, stored: Mapping[str, str], answers: Callable[[str], bool]) -> list[Line]:
    rows = text.removeprefix(MARK).replace("\0", "").splitlines()
    if len(rows) > MOST_ROWS:
        raise ValidationError(_("There are more than 20,000 lines. Divide the table into two."))
    delimiter = delimiter_of(rows)
    lines, seen = [], set()
    for number, row in enumerate(rows, start=1):
        cells = cells_of(row, delimiter)
        if not any(cells) or (number == 1 and cells[0].casefold() in HEADINGS):
            continue
        line = Line(number, *[*cells, ""][:2])
        try:
            judge(line, seen, answers)
        except ValidationError as error:
            line.outcome, line.why = "skipped", error.messages[0]
        lines.append(line)
    leads = Leads((old, new) for old, new in stored.items() if old not in seen)
    for line in lines:
        if not line.outcome and not leads.add(line.old, line.new):
            line.outcome = "skipped"
            line.why = _("The new address leads to the old one already.")
            if line.old in stored:
                leads.add(line.old, stored[line.old])
    # Only now, because a later line may send on what an earlier one leads to.
    ends = leads.ends()
    for line in lines:
        if not line.outcome:
            line.new = ends[line.old]
            before = stored.get(line.old)
            line.outcome = "new" if before is None else "same" if before == line.new else "changed"
    return lines


def delimiter_of(rows: Iterable[str]) -> str:
    first = next((row for row in rows if row.strip()), "")
    return max(",;\t", key=first.count)


def cells_of(row: str, delimiter: str) -> list[str]:
    # Each line by itself: a quotation mark too many spoils one line and not all that follow.
    try:
        return [cell.strip() for cell in next(csv.reader([row], delimiter=delimiter), [])]
    except csv.Error:  # longer than any address
        return [row[:200]]


def judge(line: Line, seen: set[str], answers: Callable[[str], bool]) -> None:
    """Write the addresses of this line as they are stored, or say why they cannot be."""
    if not line.old or not line.new:
        raise ValidationError(_("Two columns are needed: the old address and the new one."))
    old, new = normal_path(line.old), normal_target(line.new)
    if old == new:
        raise ValidationError(_("It leads to itself."))
    if old in seen:
        message = _("This old address stands in the table twice; the first line counts.")
        raise ValidationError(message)
    if old.startswith(NEVER):
        raise ValidationError(_("Files and the desk keep their addresses."))
    if answers(old):
        raise ValidationError(_("A page lives at the old address."))
    seen.add(old)
    line.old, line.new = old, new


class Leads:
    """Where each old address leads, never in a circle, however long the way.

    Addresses that lead on to one another are a group with one end. A new way from an end makes a circle
    exactly when it leads into its own group, so nobody has to walk it to find out.
    """

    def __init__(self, ways: Iterable[tuple[str, str]]) -> None:
        self.ways, self.group = {}, {}
        for old, new in ways:
            self.add(old, new)

    def add(self, old: str, new: str) -> bool:
        """Whether it could be added. ``old`` leads nowhere yet."""
        mine, theirs = self.group_of(old), self.group_of(new)
        if mine == theirs:
            return False
        self.group[mine] = theirs
        self.ways[old] = new
        return True

    def group_of(self, path: str) -> str:
        while (above := self.group.get(path, path)) != path:
            # Half of the way is saved for whoever asks next.
            self.group[path] = path = self.group.get(above, above)
        return path

    def ends(self) -> dict[str, str]:
        """``{old address: where somebody ends up who follows}``."""
        ends = {}
        for start in self.ways:
            way, path = [], start
            while path in self.ways and path not in ends:
                way.append(path)
                path = self.ways[path]
            ends |= dict.fromkeys(way, ends.get(path, path))
        return ends


@transaction.atomic
def store(lines: Iterable[Line], by: User) -> int:
    """Store what is new or changed, and send on what led there; returns how many lines it was."""
    chosen = {line.old: line.new for line in lines if line.outcome in ("new", "changed")}
    rows = Redirect.objects.in_bulk(field_name="old_path")
    ends = Leads(({old: row.new_path for old, row in rows.items()} | chosen).items()).ends()
    written = []
    for old, end in ends.items():
        row = rows.get(old) or Redirect(old_path=old)
        if end not in (old, row.new_path):
            # Without its primary key a row is told apart by ``unique_fields``, and so is one that
            # somebody has deleted or added meanwhile.
            row.pk, row.new_path = None, end
            if old in chosen:
                row.created_by, row.created_by_name = by, by.get_full_name()
            written.append(row)
    Redirect.objects.bulk_create(
        written,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["old_path"],
        update_fields=["new_path", "created_by", "created_by_name"],
    )
    return len(chosen)


def as_csv() -> str:
    out = io.StringIO()
    out.write(MARK)  # or spreadsheets take it for another alphabet
    writer = csv.writer(out)
    writer.writerow(["old web address", "leads to"])
    for old, new in Redirect.objects.values_list("old_path", "new_path"):
        # Both begin with / or https://, so no spreadsheet takes one for a formula.
        writer.writerow([old, new])
    return out.getvalue()
