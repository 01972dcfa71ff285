"""Numbers as Word writes them in front of a paragraph, and the rules of one depth of a list."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from blog.docx.xml import child, get

# A number and what stands around it here as well.
PLAIN = re.compile(r"\(?%\d[.)]?\)?")
DECIMAL = {"decimal", "decimalZero", "ordinal"}
ROMAN = [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]  # fmt: skip


@dataclass
class Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""

    @classmethod
    def of(cls, node: Element) -> "Level":
        start = get(child(node, "start"), "val", "1")
        return cls(
            int(start) if re.fullmatch(r"\d{1,4}", start) else 1,
            get(child(node, "numFmt"), "val", "decimal"),
            get(child(node, "lvlText"), "val", ""),
        )

    @property
    def is_said(self) -> bool:
        """Whether its numbers are not those that a list has here."""
        return self.format not in DECIMAL or not PLAIN.fullmatch(self.text)


def in_format(number: int, form: str) -> str:
    if form.endswith("Letter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form.startswith("upper") else letter
    if form.endswith("Roman"):
        written = ""
        for value, sign in ROMAN:
            written += sign * (number // value)
            number %= value
        return written.upper() if form.startswith("upper") else written
    return str(number)
