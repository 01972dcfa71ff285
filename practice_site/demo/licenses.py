"""By what right each of the demo's team sees people, and which compacts somebody has looked up."""

from typing import Any

from django.utils import timezone

from practice_site.demo.files import facts
from practice_site.demo.rows import make
from team.models import Compact, CompactMember, PracticeAuthority, Therapist

REGISTERS = {"OR": "https://register.example/or/", "WA": "https://register.example/wa/"}


def load_authorities(therapist: Therapist, person: dict[str, Any]) -> None:
    """A license for each state, or what an intern or associate may under the supervisor's."""
    numbers = {row["state"]: row["number"] for row in person["credentials"] if row.get("state")}
    today = timezone.localdate()
    is_supervised = any(row.get("to", today) >= today for row in person.get("supervisions", []))
    for state in person["states"]:
        make(
            PracticeAuthority,
            therapist=therapist,
            state=state,
            kind="supervised" if is_supervised else "license",
            profession=person["profession"],
            number=numbers.get(state, ""),
            register_url=REGISTERS.get(state, ""),
            checked_on=person["licenses_checked_on"],
            checked_by="Dana Osei",
        )


def load_compacts() -> None:
    for compact in facts("compacts")["compact"]:
        states = compact.pop("states")
        row = make(Compact, **compact)
        for state in states:
            make(CompactMember, compact=row, state=state)
