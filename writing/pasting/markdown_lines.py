"""Lines of Markdown that belong together: of an item, of a paragraph."""

import re

from writing.pasting.markdown_marks import FENCE, HEADING, ITEM, QUOTE, RULE, UNDERLINE

# Lines as short as these are broken on purpose.
SHORT_LINE = 60


def starts_block(line: str) -> bool:
    if UNDERLINE.match(line):
        return False
    item = ITEM.match(line)
    is_item = item is not None and (not item["number"] or int(item["number"]) == 1)
    return is_item or any(sign.match(line) for sign in (HEADING, RULE, QUOTE, FENCE))


def item_lines(lines: list[str], at: int, item: re.Match[str]) -> tuple[list[str], int]:
    """The lines of an item, without what they are indented by."""
    indent, inner = item.end(), [lines[at][item.end() :]]
    at += 1
    while at < len(lines):
        line = lines[at]
        depth = len(line) - len(line.lstrip())
        if not line.strip():
            after = next_words(lines, at)
            if len(after) - len(after.lstrip()) < min(indent, 2) or not after:
                break
            if len(after) - len(after.lstrip()) <= len(item[1]):
                break
            inner.append("")
        elif depth > len(item[1]) + 1:
            inner.append(line[min(depth, indent) :])
        elif ITEM.match(line) or starts_block(line):
            break
        elif inner[-1].strip():
            inner.append(line.strip())
        else:
            break
        at += 1
    while at < len(lines) and not lines[at].strip():
        if not ITEM.match(next_words(lines, at)):
            break
        at += 1
    return inner, at


def next_words(lines: list[str], at: int) -> str:
    return next((lines[n] for n in range(at, len(lines)) if lines[n].strip()), "")


def with_breaks(lines: list[str]) -> str:
    """Lines of one paragraph: what is broken on purpose ends with a sign for it, ``\\n``."""
    is_verse = len(lines) > 1 and all(len(line.strip()) <= SHORT_LINE for line in lines)
    kept = []
    for line in lines:
        is_hard = is_verse or line.endswith(("  ", "\\"))
        kept.append(line.strip().removesuffix("\\") + ("\n" if is_hard else " "))
    return "".join(kept).strip()
