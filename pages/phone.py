"""Links that dial, for a number as a person wrote it."""

CALLING_CODE = "1"
NATIONAL_DIGITS = 10
# A vanity word or an extension behind the number is no part of it.
EXTENSION = (";", ",", "#", "x", "X", "ext", "Ext", "EXT")


def tel(number: object) -> str:
    """``tel:`` target (RFC 3966). What was written with a plus keeps it; ten digits are a North American number;
    a short code, like 988, is dialed as it stands."""
    return f"tel:{dialed(number)}"


def sms(number: object) -> str:
    return f"sms:{dialed(number)}"


def dialed(number: object) -> str:
    written = str(number).strip()
    for mark in EXTENSION:
        written = written.split(mark, 1)[0]
    digits = "".join(c for c in written if c.isdecimal())
    first = next((c for c in written if c.isdecimal() or c in "+＋"), "")
    if first in ("+", "＋"):
        # The zero that is dialed inside a country only: +44 (0)20 …
        return "+" + "".join(c for c in written.replace("(0)", "") if c.isdecimal())
    # No area of North America begins with these, and numbers elsewhere do.
    if len(digits) == NATIONAL_DIGITS and digits[0] not in "01":
        return f"+{CALLING_CODE}{digits}"
    if len(digits) == NATIONAL_DIGITS + 1 and digits.startswith(CALLING_CODE):
        return f"+{digits}"
    return digits
