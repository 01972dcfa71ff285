"""Whether what a page or a mail says of the clock is so: of tonight and today, of open and closed.

It knows the hours of a practice from its own table and asks no function of ours. A sentence with such a word
that it has no rule for is untrue until somebody has written one.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from html import unescape

CLOSED = {date(2026, 11, 26): "Thanksgiving", date(2026, 11, 27): "Thanksgiving"}
OPENS, CLOSES, CLOSES_ON_FRIDAY = time(8), time(19), time(15)
FRIDAY, MORNING = 4, time(5)
WORDS = re.compile(
    r"\b(tonight|tomorrow|today|yesterday|(?:right|just) now|at the moment|this (?:morning|noon|afternoon"
    r"|evening|night|week|hour)|(?:is|are|we’re|stays?) (?:now |still )?(?:open|closed|awake)"
    r"|(?:nobody|somebody|someone) (?:is|will be) (?:there|here|at the))\b",
    re.IGNORECASE,
)
GONE = re.compile(r"<(script|style|head)\b.*?</\1>", re.DOTALL)
BLOCKS = re.compile(
    r"</?(p|li|h\d|div|dd|dt|td|ul|ol|summary|label|legend|option|button|br)\b[^>]*>"
)


@dataclass(frozen=True)
class Clock:
    """A moment where the practice is."""

    moment: datetime

    @property
    def closes(self):
        """The end of today's hours; None on a day without any."""
        day = self.moment.date()
        if day in CLOSED or day.weekday() > FRIDAY:
            return None
        return CLOSES_ON_FRIDAY if day.weekday() == FRIDAY else CLOSES

    @property
    def is_answered(self):
        return self.closes is not None and OPENS <= self.moment.time() < self.closes

    @property
    def is_seen_today(self):
        return self.closes is not None and MORNING <= self.moment.time() < self.closes

    @property
    def opens_later(self):
        return self.closes is not None and self.moment.time() < OPENS


def spoken(hour):
    return f"{hour.hour % 12 or 12} {'a.m.' if hour.hour < 12 else 'p.m.'}"


def is_closed_on(date, words):
    return date in CLOSED and words == f"{date:%B} {date.day}"


# What may be said, and when it is so.
RULES = [
    (r"Somebody sees it today or on the next business day", lambda c: c.is_seen_today),
    (r"Nobody is at the phone right now", lambda c: not c.is_answered),
    (r"The phone is answered until (.+) today", lambda c, end: c.is_answered and end == spoken(c.closes)),
    (r"The phone is answered from (.+) today", lambda c, start: c.opens_later and start == spoken(OPENS)),
    (r"We are closed today: (.+)", lambda c, why: CLOSED.get(c.moment.date()) == why),
    (r"Today, (.+)", lambda c, day: is_closed_on(c.moment.date(), day)),
    # The state of the form itself, whatever the hour.
    (r"Our form takes no messages just now", lambda c: True),
]  # fmt: skip


@lru_cache(maxsize=5000)
def sentences(text):
    """Those with such a word. A page is the same for hours on end, so each is taken apart once."""
    text = BLOCKS.sub("\n", GONE.sub(" ", text))
    text = unescape(re.sub(r"<[^>]*>", "", text)).replace("\xa0", " ")
    text = re.sub(r"\b([ap])\.m\.", r"\1.m·", text)
    parts = re.split(r"\n|(?<=[.!?])\s", text)
    whole = (" ".join(part.replace(".m·", ".m.").split()) for part in parts)
    return [one for one in whole if WORDS.search(one)]


def is_true(sentence, clock):
    for pattern, rule in RULES:
        if found := re.fullmatch(pattern, sentence.removesuffix(".")):
            return rule(clock, *found.groups())
    return False


def untrue(text, moment):
    """The sentences about the clock that are not so at this moment, or that nobody has a rule for."""
    clock = Clock(moment)
    return [one for one in sentences(text) if not is_true(one, clock)]
