"""Kept pages while the database is stopped, locked or its disk full, under people who read all of them.

    python -m tests.practice_site.kept_pages.without_a_database [--seconds 60] [--short]

On a database of its own, of the kind that DATABASE_URL names, with two real web processes. Of kept pages no view
fails, and where the database does not answer they say so; the form's address says that nothing can be taken, and
gives back what was typed. Afterwards, without a hand, each page is what Django makes and the form is taken. What
was written the moment before is shown by nobody as it was. Exits with 1 if not.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.outages import OwnPostgres, own_database
from tests.practice_site.kept_pages.own_site import FORM, OwnSite, failed

MEGABYTES = 300
# For every page to be asked whether it is right, beside visitors.
SETTLED = 1
# PostgreSQL tells of a write a moment after whoever wrote has been told.
HEARD = 0.1


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60, help="how long each outage lasts")
    parser.add_argument("--short", action="store_true", help="outages of three seconds")
    chosen = parser.parse_args()
    seconds = 3 if chosen.short else chosen.seconds
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder)
        with own_database(directory, MEGABYTES) as database:
            (directory / "state").mkdir()
            site = OwnSite(directory / "state", database.url)
            site.fill()
            with site.running():
                faults = play(site, database, seconds, kinds_of(database, chosen.short))
    print("\n".join(["", *faults]) if faults else "All of it held.")
    return 1 if faults else 0


def kinds_of(database, is_short):
    """In the short form what each database is known for: a server goes away, a file is locked."""
    if is_short:
        return ["away"] if isinstance(database, OwnPostgres) else ["locked"]
    return ["away", "locked", "full"]


def play(site, database, seconds, kinds):
    for _round in range(4):
        site.ask_for_all()
    is_postgres = isinstance(database, OwnPostgres)
    faults = []
    for kind in kinds:
        faults += suffer(site, database, kind, seconds, is_silent=is_postgres and kind == "away")
    if is_postgres:
        faults += write_and_stop(site, database)
    return faults


def suffer(site, database, kind, seconds, *, is_silent):
    """``is_silent``: the database does not answer at all, so that pages cannot be known to be right."""
    form = site.filled_form()
    site.change()
    # By somebody, of either process, since the write.
    site.ask_for_all()
    with site.readers() as seen:
        time.sleep(SETTLED)
        with getattr(database, kind)():
            began = time.monotonic()
            status, shown = site.send(form)
            time.sleep(max(0, seconds - (time.monotonic() - began)))
            ended = time.monotonic()
        site.change()
        is_taken = site.sent_in_the_end(shown or form)
        is_back = site.wait_until_nothing_is_marked()
    compared, stale = site.stale()
    during = [one for one in seen if one.began > began and one.ended < ended]
    pages = [one for one in during if one.address != FORM]
    forms = [one for one in during if one.address == FORM]
    marked = sum(one.is_marked for one in pages)
    told = sum(one.status == 503 and one.says_cannot for one in forms)
    print(f"{kind}, {ended - began:.0f} s: {len(pages)} views of {len(site.addresses)} kept pages, {marked} marked,"
          f" slowest {max(one.ended - one.began for one in pages):.2f} s; in all {len(seen)} views, failed"
          f" {len(failed(seen))}; Get Started {len(forms)}, told so {told}; what was typed came back: {shown == form}"
          f" ({status}), and was taken after: {is_taken}; {compared} compared after, {len(stale)} stale", flush=True)  # fmt: skip
    return named(kind, {
        "a view failed": failed(seen),
        "a page was not marked": is_silent and marked < len(pages),
        "a page was marked although the database answers": kind == "locked" and marked,
        "the form's page did not say so": is_silent and told < len(forms),
        "nobody asked": not pages or not forms,
        # A disk that is full may still have room for one.
        "what was typed was lost": (status, shown) != (503, form) and (status, kind) != (303, "full"),
        "the form was not taken after": not is_taken,
        "pages went on being marked": not is_back,
        "an old page was not marked": old(seen, site, but_for_marked=True),
        "a page was stale after": stale,
    })  # fmt: skip


def write_and_stop(site, database):
    """Nobody may have looked since the write: rather no page than one that somebody has just taken down."""
    site.change()
    time.sleep(HEARD)
    with database.away(), site.readers() as seen:
        time.sleep(2)
    shown = [one for one in seen if one.number is not None]
    site.wait_until_nothing_is_marked()
    print(f"written and stopped at once: {len(failed(seen))} of {len(seen)} views failed,"
          f" {len(old(seen, site))} of {len(shown)} old", flush=True)  # fmt: skip
    return named("written and stopped at once", {"an old page": old(seen, site)})


def old(seen, site, *, but_for_marked=False):
    """What was shown as it was to somebody who came after the last change."""
    return [
        one.address
        for one in seen
        if one.began > site.changed_at
        and one.number not in (None, site.number)
        and not (but_for_marked and one.is_marked)
    ]


def named(kind, faults):
    return [f"{kind}: {fault} {so if so is not True else ''}" for fault, so in faults.items() if so]


if __name__ == "__main__":
    sys.exit(main())
