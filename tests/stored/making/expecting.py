"""What has to be found in the sample by every later version, beside the words that were given."""

from intake.models import Inquiry
from outbox.models import WorkerSign
from tests.stored import inside, opening, restoring
from tests.stored.making import told


def inquiries_and_entries(known, room):
    """As somebody inside reads them, after everything that happened."""
    for row in Inquiry.objects.all():
        known["inquiries"][str(row.pk)] |= {"place": row.state, "because": row.closed_because}
    read = inside.read_with(room.own)
    assert read["inquiries"] == known["inquiries"]
    known["entries"] = read["entries"]
    found = {entry["words"] for entry in known["entries"].values()}
    assert found >= set(told.written), set(told.written) - found


def what_is_there(known):
    """See ``tests.stored.expected``, which says the same of the samples that do not say it themselves."""
    return {
        "opens": known["practice_keys"],
        "inside": sorted(name for name, _own in inside.holders_of(known)),
        "notes": sum(row["is_for_person"] for row in known["entries"].values()),
        "texts": opening.texts(),
        "sessions": opening.sessions(),
        "pictures": len(restoring.pictures()),
        "worker signs": WorkerSign.objects.count(),
    }
