"""Phone numbers and mail addresses in a text become links on its way out, so that a phone can use them.

A number is one only in a way of writing that nothing else has: figures, prices, dates, ISBN and licenses stay as they
are. What dials crisis help is never a link here: a tap would dial at once (``templates/_crisis_ways.html``).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import unquote

from writing.help_lines import KNOWN

# Calling codes of the countries whose numbers are known as they are written inside of them.
CALLING_CODES = {"US": "1", "CA": "1", "GB": "44", "IE": "353", "AU": "61", "NZ": "64"}
# How many digits a number has there that begins with zero.
BEGIN_WITH_ZERO = {"GB": (10, 11), "IE": (9, 10), "AU": (10, 10), "NZ": (9, 11)}
SHORTEST, LONGEST = 9, 15  # E.164
SHORT_CODE = 6

TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^>"]++|"[^"]*+")*+)>')
DIALS = re.compile(r'\bhref="\s*tel:([^"]*)"', re.IGNORECASE)
# An extension, or what a program adds, is no part of a number; and what is dialed to leave a country.
ADDED, LEAVES = re.compile(r"[,;x#]", re.IGNORECASE), re.compile(r"^\s*(?:011|00)\W*(?=[1-9])")
# Texts without these have nothing that is reached, and nobody has to be asked where we are.
LIKELY = re.compile(r'(?:^|>)[^<]*?(?:@|[0-9]{3}|\+[0-9])|"\s*tel:', re.IGNORECASE)
# A link stands in none of these, and a heading is the label of one.
NO_LINKS_IN = {"a", "h1", "h2", "h3", "h4"}

BETWEEN = "(?:[ \u00a0\u202f.\u2010\u2011-]|&nbsp;)"
BEFORE = r"(?<![\w$€£¥#/=+.,@%-])(?<!&amp;)(?<![0-9]&nbsp;)"
AFTER = r"(?![\w%@])(?![-./,:\u2010\u2011–][0-9])"
INTERNATIONAL = rf"\+[1-9](?:[0-9]{{7,14}}|[0-9]{{0,3}}(?:{BETWEEN}?\([0-9]{{1,4}}\){BETWEEN}?[0-9]{{1,8}})?(?:{BETWEEN}[0-9]{{1,8}}){{0,6}})"
AMERICAN = rf"(?:1{BETWEEN})?(?:\([2-9][0-9][0-9]\){BETWEEN}?|[2-9][0-9][0-9]{BETWEEN})[2-9][0-9][0-9]{BETWEEN}[0-9]{{4}}"
WITH_ZERO = rf"(?:\(0[0-9]{{1,4}}\)|0[0-9]{{1,4}})(?:{BETWEEN}[0-9]{{2,8}}){{1,4}}"
MAIL = r"(?P<mail>[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24})(?![\w@-])"
NATIONAL = {"US": AMERICAN, "CA": AMERICAN} | dict.fromkeys(BEGIN_WITH_ZERO, WITH_ZERO)
# What stands before a number that nobody calls.
OTHER_NUMBERS = re.compile(
    r"\b(?:licen[sc]e|lic|registration|reg|isbn|issn|npi|ein|doi|pmid|case|account|acct|policy|claim|invoice|member"
    r"|permit|certificate|fax|usd|cad|eur|gbp|aud|nzd)\W{0,3}(?:(?:no|nr|number|id)\W{0,3})?$",
    re.IGNORECASE,
)
AS_FAR_AS = 40


@dataclass(frozen=True)
class Surroundings:
    """Where the practice is, and the numbers that nobody may dial by accident."""

    country: str = ""
    never: frozenset[str] = field(default_factory=frozenset)


_ask: Callable[[], Surroundings] = Surroundings


def know(ask: Callable[[], Surroundings]) -> None:
    """Whoever knows where the practice is says so from ``AppConfig.ready()``."""
    global _ask
    _ask = ask


def with_links(html: str, surroundings: Surroundings | None = None) -> str:
    """Of well-formed HTML: what can be called or written to is a link, and crisis help is none."""
    if not LIKELY.search(html):
        return html
    surroundings = surroundings or _ask()
    national = NATIONAL.get(surroundings.country)
    number = "|".join(filter(None, [INTERNATIONAL, national]))
    reachable = re.compile(rf"{BEFORE}(?:{MAIL}|(?P<number>{number}){AFTER})")
    parts, position, inside, dropped = [], 0, 0, 0

    def between(text: str) -> str:
        return text if inside else linked(text, reachable, surroundings)

    for tag in TAG.finditer(html):
        parts.append(between(html[position : tag.start()]))
        position, is_end, name = tag.end(), bool(tag[1]), tag[2]
        if name in NO_LINKS_IN:
            inside += -1 if is_end else 1
        dials = DIALS.search(tag[3]) if name == "a" else None
        if dials and is_never(dials[1], surroundings):
            dropped += 1
        elif name == "a" and is_end and dropped:
            dropped -= 1
        else:
            parts.append(tag[0])
    parts.append(between(html[position:]))
    return "".join(parts)


def linked(text: str, reachable: re.Pattern[str], surroundings: Surroundings) -> str:
    def link(match: re.Match[str]) -> str:
        written = match[0]
        if match["mail"]:
            return f'<a class="written" href="mailto:{written}">{written}</a>'
        number = dialed(written, surroundings.country)
        before = text[max(0, match.start() - AS_FAR_AS) : match.start()]
        is_part = is_spaced(written) and (
            re.search(r"[0-9]\s$", before)
            or re.match(r"\s[0-9]", text[match.end() : match.end() + 2])
        )
        if not number or is_part or OTHER_NUMBERS.search(before) or is_never(number, surroundings):
            return written
        return f'<a class="written" href="tel:{number}">{written}</a>'

    return reachable.sub(link, text) if LIKELY.search(text) else text


def is_spaced(written: str) -> bool:
    """A row of figures, and nothing that says that they belong together."""
    return not any(sign in written for sign in "+-().\u2010\u2011")


def dialed(written: str, country: str) -> str:
    """As it is dialed from anywhere, or nothing for what no phone has."""
    figures = re.sub(r"\(0\)", "", written) if written.startswith("+") else written
    digits = "".join(c for c in figures if c.isdecimal())
    if written.startswith("+"):
        number = f"+{digits}"
        is_one = SHORTEST <= len(digits) <= LONGEST and not digits.endswith("000000")
        return number if is_one and (digits[0] != "1" or len(digits) == 11) else ""
    code = CALLING_CODES[country]
    if code == "1":
        digits = digits[-10:]
        # 211 and 911 are no areas and no exchanges.
        return "" if digits[1:3] == "11" or digits[4:6] == "11" else f"+1{digits}"
    least, most = BEGIN_WITH_ZERO[country]
    return f"+{code}{digits[1:]}" if least <= len(digits) <= most else ""


def bare(number: str, country: str) -> str:
    """Without what is dialed from another country or another town: for comparing."""
    number = LEAVES.sub("+", ADDED.split(unquote(number))[0])
    # Whatever script they are written in.
    digits = "".join(str(int(c)) for c in number if c.isdecimal())
    code = CALLING_CODES.get(country, "")
    if code and (number.strip().startswith("+") or (code == "1" and len(digits) == 11)):
        digits = digits.removeprefix(code)
    return digits.lstrip("0")


def is_never(number: str, surroundings: Surroundings) -> bool:
    """Short ones are help in a crisis, or of no use to anybody elsewhere."""
    own = bare(number, surroundings.country)
    # With the code of a country in front, from outside of it.
    said = {own, *(own.removeprefix(code) for code in CALLING_CODES.values())}
    others = {bare(one, surroundings.country) for one in surroundings.never}
    return len(own) <= SHORT_CODE or not said.isdisjoint(KNOWN | others)
