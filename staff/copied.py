"""What comes along when a name, an address, a number or a code is copied from a mail, a web page or a text:
marks that nobody sees, other widths, links' prefixes, what stood around it. It is taken off in this one
place before anything is judged or compared. What somebody wrote as a text is not for these functions.
"""

import re
import unicodedata
from urllib.parse import unquote

from django import forms
from django.db import models

MOST_CHARACTERS = 2000
JOINERS = "\u200c\u200d"
# Shown as nothing although they count as letters or marks: fillers, the joiner of graphemes, and signs
# that choose the look of a picture.
UNSEEN = {"\u115f", "\u1160", "\u3164", "\uffa0", "\u034f", "\ufffc"}
QUOTES = str.maketrans(dict.fromkeys("‘’‚‛′`´＇", "'") | dict.fromkeys("“”„‟″＂", '"'))
# Before an address a point or an underscore may be part of it, or what is wrong with it; behind its last
# label nothing is.
IN_FRONT = "\"'<>()[]{},;: "
BEHIND = IN_FRONT + ".…!?*_|/、。"
PREFIX = re.compile(
    r"^(?:(?:e-?mail|mail|phone|tel(?:ephone)?|cell|mobile|fax|call|text|sms|to)\s*:\s*|mailto:|tel:|callto:|sms:)+",
    re.IGNORECASE,
)


def one_line(text):
    """Without what nobody sees, and with plain spaces; the letters themselves stay as they are."""
    return without_unseen(unicodedata.normalize("NFC", str(text)))


def without_unseen(text):
    shown = "".join(map(seen, text, " " + text[:-1], text[1:] + " "))
    return " ".join(shown.split())


def web_address(text):
    """A path or a whole address; how its letters are put together is part of it."""
    return without_unseen(str(text)).strip("<>\"'“”‘’ ")


def seen(character, before, after):
    if character in JOINERS:
        # In some scripts they change the word; between Latin letters they came along.
        return character if min(ord(before), ord(after)) >= 0x600 else ""
    if character in UNSEEN:
        return ""
    category = unicodedata.category(character)
    if category in ("Zs", "Zl", "Zp") or character in "\t\n\r\v\f\x85":
        return " "
    # A control character is no slip of copying: whoever judges the text refuses it.
    return "" if category in ("Cf", "Cs", "Co", "Cn") else character


def narrow(text):
    """Also with plain letters, signs and hyphens instead of wide, small or raised ones."""
    text = unicodedata.normalize("NFKC", one_line(text)).translate(QUOTES)
    return one_line("".join("-" if is_hyphen(character) else character for character in text))


def is_hyphen(character):
    return character == "\u2212" or unicodedata.category(character) == "Pd"


def with_plain_digits(text):
    """Also those of other scripts, as some phones write them."""
    return "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in narrow(text))


def mail_address(text):
    """The address in ``Rowan <rowan@home.example>``, ``mailto:rowan@home.example?subject=Hi`` and the like.
    What holds more than one, or none, stays as it is, to be refused."""
    text = narrow(text)
    angled = re.findall(r"<([^<>]*)>", text)
    if len(angled) == 1 and "@" in angled[0] and text.count("@") == 1:
        text = angled[0]
    text = text.lstrip(IN_FRONT).rstrip(BEHIND)
    bare = PREFIX.sub("", text)
    if text.lower().startswith("mailto:"):
        bare = narrow(unquote(bare.partition("?")[0]))
    return bare.lstrip(IN_FRONT).rstrip(BEHIND)


def phone_number(text):
    """As it would be typed: with its plus and brackets, and no word or link in front."""
    text = with_plain_digits(text).strip("\"'<>[]{},;:!?*_|.… ")
    bare = PREFIX.sub("", text)
    if bare != text and "%" in bare:
        bare = unquote(bare)
    return bare.strip("\"'<>[]{},;:!?*_|.… ")


def sign_in_name(text):
    """A mail address or a user name."""
    return mail_address(text) if "@" in narrow(text) else narrow(text)


def find_groups(text, number):
    """Codes of ``number`` groups of four letters and digits in ``text``, without what stood between the
    groups, in capitals; what looks most like one first: by itself, in an address, with its hyphens, in one
    piece, with spaces."""
    text = narrow(str(text)[:MOST_CHARACTERS])
    # Some letters of other alphabets have capitals among ours.
    text = "".join(c.upper() if c.isascii() else c for c in text)
    whole = "".join(c for c in text if c.isascii() and c.isalnum())
    if len(whole) == 4 * number:
        yield whole
    for before, between in (("/[A-Z]/", "-?"), ("", " ?- ?"), ("", ""), ("", "[^A-Z0-9]{1,3}")):
        groups = f"[A-Z0-9]{{4}}(?:{between}[A-Z0-9]{{4}}){{{number - 1}}}"
        # Overlapping ones too: a word of four letters may stand in front.
        for found in re.finditer(rf"{before}(?<![A-Z0-9])(?=({groups})(?![A-Z0-9]))", text):
            yield "".join(c for c in found[1] if c.isalnum())


def one_time_code(text):
    """The digits of a code from an app or a list, or what was typed where there are none."""
    text = with_plain_digits(text)
    return "".join(c for c in text if c.isdecimal()) or text


class Copied:
    """A form field whose text was perhaps copied."""

    taken_from = staticmethod(one_line)

    def to_python(self, value):
        if value in self.empty_values:
            return super().to_python(value)
        return super().to_python(self.taken_from(str(value)[:MOST_CHARACTERS]))


class NameField(Copied, forms.CharField):
    pass


class MailField(Copied, forms.EmailField):
    taken_from = staticmethod(mail_address)


class PhoneField(Copied, forms.CharField):
    taken_from = staticmethod(phone_number)


class OneTimeCodeField(Copied, forms.CharField):
    taken_from = staticmethod(one_time_code)


class MailAddress(models.EmailField):
    """Stored like any other."""

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": MailField, **kwargs})

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.EmailField", args, kwargs


class PhoneNumber(models.CharField):
    """Stored like any other."""

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": PhoneField, **kwargs})

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs
