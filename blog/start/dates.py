"""A date as people write it above or below a text."""

import re
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
MONTH = "|".join(rf"{name[:3]}(?:{name[3:]})?\.?" if len(name) > 3 else name for name in MONTHS)
MONTH = MONTH.replace("sep(?:tember)?", "sept?(?:ember)?")
DAY = r"(?P<day{n}>\d{{1,2}})(?:st|nd|rd|th)?"
WRITTEN = [
    rf"(?P<month0>{MONTH})\s+{DAY.format(n=0)},?\s+(?P<year0>\d{{4}})",
    rf"{DAY.format(n=1)}\s+(?P<month1>{MONTH}),?\s+(?P<year1>\d{{4}})",
    r"(?P<year2>\d{4})-(?P<month2>\d{1,2})-(?P<day2>\d{1,2})(?:[T ]\d{1,2}:\d\d[\d:.]*(?:Z|\s*[+-]\d\d:?\d\d)?)?",
    r"(?P<month3>\d{1,2})/(?P<day3>\d{1,2})/(?P<year3>\d{4})",
]
LEAD = (
    r"(?:(?:first\s+)?(?:posted|published|written|dated?|pubdate|publishdate)(?:\s+on)?\s*[:–—-]?\s*)?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
)
DATE = re.compile(rf"\W{{0,2}}{LEAD}(?:{'|'.join(WRITTEN)})\.?\W{{0,2}}", re.IGNORECASE)
# A year that an article may be of.
FIRST_YEAR, LAST_YEAR = 1990, 2100


def date_in(text: str) -> date | None:
    """The day of a line that says nothing else; None where it says more, or no day there is."""
    match = DATE.fullmatch(text.strip()) if len(text) <= 80 else None
    if not match:
        return None
    found = {name[:-1]: value for name, value in match.groupdict().items() if value}
    month = found["month"].lower()
    number = int(month) if month.isdecimal() else 1 + [m[:3] for m in MONTHS].index(month[:3])
    try:
        day = date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
