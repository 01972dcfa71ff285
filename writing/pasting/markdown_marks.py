"""The signs of Markdown, and how plainly a text has them."""

import re

FENCE = re.compile(r" {0,3}(```+|~~~+)")
HEADING = re.compile(r" {0,3}(?P<signs>#{1,6})[ \t]+(?P<words>\S.*)$")
UNDERLINE = re.compile(r" {0,3}(={3,}|-{3,})\s*$")
RULE = re.compile(r" {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$")
QUOTE = re.compile(r" {0,3}> ?")
ITEM = re.compile(r"( *)(?:[-*+]|(?P<number>\d{1,4})[.)])\s+(?:\[[ xX]\]\s+)?(?=\S)")
TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
NOTE = re.compile(r" {0,3}\[\^(?P<name>[^\]\s]{1,40})\]:[ \t]*(?P<rest>.*)")
DEFINITION = re.compile(
    r" {0,3}\[(?P<name>[^\]^][^\]]{0,80})\]:\s*<?(?P<href>(?:https?:|mailto:|/|#)\S*?)>?(?:\s+[\"'(].*[\"')])?\s*$"
)
# However long a text is, no sign is looked for farther than this.
CODE = re.compile(r"(`+)(?!`)(.{1,500}?)(?<!`)\1(?!`)", re.DOTALL)
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
IMAGE = re.compile(
    r"!\[(?P<alt>[^\[\]]*)\]\((?P<href>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)[^()]*\)|!\[(?P<other>[^\[\]]*)\]\[[^\[\]]*\]"
)
LINK = re.compile(
    r"\[(?P<words>[^\[\]]+(?:\[[^\[\]]*\][^\[\]]*)*)\]\(\s*<?(?P<href>[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
TO_DEFINITION = re.compile(r"\[(?P<words>[^\[\]]+)\](?:\[(?P<name>[^\[\]]*)\])?")
TO_NOTE = re.compile(r"\[\^(?P<name>[^\]\s]{1,40})\]")
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+|[\w.+-]+@[\w-]+\.[\w.-]+)>")
BOTH = re.compile(r"(?<![\w*])\*\*\*(?=\S)([^*]+)(?<=\S)\*\*\*(?!\*)")
BOLD = re.compile(
    r"(?<![\w*])\*\*(?=\S)([^*]+(?:\*[^*]+\*[^*]*)*)(?<=\S)\*\*(?!\*)|(?<!\w)__(?=\S)(.{1,500}?)(?<=\S)__(?!\w)"
)
SLANTED = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*\n]+)(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=\S)([^_\n]+)(?<=\S)_(?!\w)"
)
STRUCK = re.compile(r"~~(?=\S)(.{1,500}?)(?<=\S)~~")

# How much each says that a text is Markdown, and how often it has to be there.
SIGNS = [
    (re.compile(rf"^{HEADING.pattern}", re.MULTILINE), 2, 1),
    (LINK, 2, 1),
    (IMAGE, 2, 1),
    (BOLD, 2, 1),
    (re.compile(rf"^{NOTE.pattern}", re.MULTILINE), 2, 1),
    (re.compile(rf"^{DEFINITION.pattern}", re.MULTILINE), 1, 1),
    (SLANTED, 1, 1),
    (re.compile(r"^ {0,3}> \S", re.MULTILINE), 1, 1),
    (re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE), 1, 1),
    (re.compile(r"^\S.{2,80}\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE), 1, 1),
    (re.compile(r"^[ \t]*\|.*\|[ \t]*\n[ \t]*\|[ \t:|-]+\|[ \t]*$", re.MULTILINE), 2, 1),
    (re.compile(r"^(?:-{3,}|\*{3,})[ \t]*$", re.MULTILINE), 1, 2),
    (re.compile(r"^ *[-*+] +\S.*\n(?: *[-*+] +\S.*\n?)+", re.MULTILINE), 1, 2),
]  # fmt: skip


def signs_in(text: str) -> int:
    found = 0
    for sign, weight, often in SIGNS:
        matches = sign.finditer(text)
        if sum(1 for _match, _n in zip(matches, range(often), strict=False)) == often:
            found += weight
    return found
