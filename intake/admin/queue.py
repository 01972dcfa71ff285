"""What a row of the list says of an inquiry: what decides the next move."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from intake.actions import next_step
from intake.documents.content import Content
from intake.models import Inquiry

Label = str | Promise
FIRST_WORDS = 110
WAYS: dict[str, tuple[str, Label, Label]] = {
    "email": ("mail", gettext_lazy("Email"), ""),
    "call": ("phone", gettext_lazy("Call"), gettext_lazy("voicemail is fine")),
    "text": ("text", gettext_lazy("Text message"), gettext_lazy("no call")),
    "call-no-voicemail": ("quiet", gettext_lazy("Call, no voicemail"), ""),
}
NAMED_DAYS = {-1: gettext_lazy("Yesterday"), 0: gettext_lazy("Today"), 1: gettext_lazy("Tomorrow")}
LOST_MAIL = gettext_lazy("an email did not arrive")
WROTE_AGAIN = gettext_lazy("wrote again")
WAY_WRONG = gettext_lazy("cannot be reached there")
LOOKS_AUTOMATED = gettext_lazy("looks automated")


@dataclass(frozen=True)
class Row:
    """``told`` is None where it cannot be read now."""

    inquiry: Inquiry
    told: Content | None
    fault: str
    # In which parts the words were found that somebody has looked for.
    found_in: Sequence[Label] = ()
    # Who else has it open.
    present: str = ""
    # The same for all rows of a page.
    now: datetime = field(default_factory=timezone.localtime)

    @cached_property
    def step(self) -> tuple[Promise, str] | None:
        return next_step(self.inquiry)

    @cached_property
    def who(self) -> str:
        """Of what age, for whom, and where: what decides who may see them."""
        if self.told is None:
            return ""
        parts = [self.told.age_label, self.told.for_whom_label, self.told.state_name]
        return " · ".join(filter(None, map(str, parts)))

    @cached_property
    def first_words(self) -> str:
        words = " ".join(self.told.message.split()) if self.told else ""
        return beginning(words, FIRST_WORDS)

    @cached_property
    def way(self) -> tuple[str, Label, Label] | None:
        """A drawing, how to answer, and what to mind: in their words, where they said something."""
        if self.told is None:
            return None
        icon, label, care = WAYS.get(self.told.route, ("mail", self.told.route_label, ""))
        return icon, label, beginning(self.told.before_call, 60) or care

    @cached_property
    def wrote_in(self) -> str:
        """So that whoever speaks it takes it; nothing where it is the site's own language."""
        if self.told is None or not self.told.written_in:
            return ""
        return _("wrote in {language}").format(language=self.told.written_in_label)

    @cached_property
    def came_at(self) -> datetime | None:
        return came_at(self.told)

    @cached_property
    def came(self) -> str:
        """To the minute where that can be read; what stands in clear knows the hour only."""
        moment = self.came_at
        if moment is None:
            return ""
        return f"{self.day_of(moment.date())}, {date_format(moment, 'TIME_FORMAT')}"

    @cached_property
    def came_ago(self) -> str:
        moment = self.came_at or self.inquiry.received_at
        if self.came_at is None and (self.now - moment).total_seconds() < 3600:
            # What is kept is the hour, so minutes would be invented.
            return _("this hour")
        return _("{time} ago").format(time=timesince(moment, self.now, depth=1))

    @cached_property
    def due(self) -> str:
        if self.inquiry.is_worrying and self.inquiry.is_open:
            return _("Today")
        return self.day_of(self.inquiry.next_on) if self.inquiry.next_on else ""

    @cached_property
    def days_late(self) -> str:
        day = self.inquiry.next_on
        late = (self.now.date() - day).days if day and self.inquiry.is_open else 0
        if late <= 0:
            return ""
        return ngettext("{number} day overdue", "{number} days overdue", late).format(number=late)

    @cached_property
    def marks(self) -> list[str]:
        inquiry = self.inquiry
        marks = [
            (inquiry.has_lost_mail, LOST_MAIL),  # type: ignore[attr-defined]
            (inquiry.is_word_waiting, WROTE_AGAIN),
            (inquiry.is_way_wrong, WAY_WRONG),
            (inquiry.is_suspected_spam, LOOKS_AUTOMATED),
        ]
        return [str(text) for is_so, text in marks if is_so]

    def day_of(self, day: date) -> str:
        name = NAMED_DAYS.get((day - self.now.date()).days)
        return str(name) if name else date_format(day, "D, M j")


def beginning(text: str, most: int) -> str:
    """Its first words; a word is cut only where it is longer than all of it may be."""
    if len(text) <= most:
        return text
    whole, _space, _rest = text[:most].rpartition(" ")
    return f"{whole or text[: most - 1]}…"


def came_at(told: Content | None) -> datetime | None:
    try:
        return timezone.localtime(datetime.fromisoformat(told.received_at)) if told else None
    except ValueError:
        # Older documents do not know it; others may hold anything.
        return None
