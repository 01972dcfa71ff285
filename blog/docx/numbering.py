"""The numbers that Word shows in front of paragraphs: the file holds rules only, and somebody has to count.

The converter makes lists, and each begins with 1. What was counted is handed on in a bookmark at the beginning
of the paragraph, which ``with_numbers`` makes the number of the item; in front of a heading it is words.
"""

import re
from collections import Counter
from xml.etree.ElementTree import Element

from blog.docx.number_forms import Level, in_format
from blog.docx.number_marks import put_bookmark, put_words, without_number
from blog.docx.styles import Styles
from blog.docx.xml import child, every, get, has_words, local

PLACE = re.compile(r"%([1-9])")
MOST = 9999


class Numbering:
    def __init__(self, tree: Element | None, styles: Styles) -> None:
        self.styles = styles
        self.levels = {
            get(one, "abstractNumId", ""): {
                get(n, "ilvl", "0"): Level.of(n) for n in one if local(n) == "lvl"
            }
            for one in every(tree, "abstractNum")
        }
        self.by_style = {
            get(child(node, "pStyle"), "val", ""): (
                get(one, "abstractNumId", ""),
                get(node, "ilvl", "0"),
            )
            for one in every(tree, "abstractNum")
            for node in every(one, "lvl")
            if child(node, "pStyle") is not None
        }
        self.nums = {get(one, "numId", ""): one for one in every(tree, "num")}
        self.counted: dict[str, list[int]] = {}
        self.begun: set[tuple[str, str]] = set()
        self.said: set[str] = set()

    def write_into(self, tree: Element, counts: Counter[str]) -> None:
        for paragraph in every(tree, "p"):
            found = self.place_of(paragraph)
            if not found:
                continue
            abstract, num, depth = found
            level = self.level(abstract, num, depth)
            if level is None or level.format == "bullet":
                continue
            number = self.count(abstract, num, depth)
            if not has_words(paragraph):
                continue
            if level.format == "none" and not level.text:
                without_number(paragraph)
            elif self.is_heading(paragraph):
                put_words(paragraph, f"{self.written(abstract, num, depth, level)} ")
            else:
                put_bookmark(paragraph, number)
                is_new = depth == 0 and level.is_said and num not in self.said
                counts["lettered"] += is_new
                self.said.add(num)

    def place_of(self, paragraph: Element) -> tuple[str, str, int] | None:
        """``(rules, list, depth)`` of a paragraph that is numbered."""
        own = child(paragraph, "pPr", "numPr")
        style = get(child(paragraph, "pPr", "pStyle"), "val", self.styles.default)
        chain = self.styles.chain(child(paragraph, "pPr"), "pStyle", self.styles.default)
        inherited = (child(self.styles.of_paragraph.get(name), "numPr") for name in chain)
        found = own if own is not None else next((n for n in inherited if n is not None), None)
        if found is None:
            return None
        num = get(child(found, "numId"), "val", "0")
        abstract = get(child(self.nums.get(num), "abstractNumId"), "val")
        if num == "0" or abstract is None:
            return None
        depth = get(child(found, "ilvl"), "val") or self.by_style.get(style, ("", "0"))[1]
        return abstract, num, int(depth) if re.fullmatch("[0-8]", depth) else 0

    def level(self, abstract: str, num: str, depth: int) -> Level | None:
        for override in every(self.nums[num], "lvlOverride"):
            node = child(override, "lvl")
            if get(override, "ilvl") == str(depth) and node is not None:
                return Level.of(node)
        return self.levels.get(abstract, {}).get(str(depth))

    def start(self, abstract: str, num: str, depth: int) -> tuple[int, bool]:
        """``(first number, whether this list begins anew with it)``."""
        for override in every(self.nums[num], "lvlOverride"):
            start = get(child(override, "startOverride"), "val", "")
            if get(override, "ilvl") == str(depth) and re.fullmatch(r"\d{1,4}", start):
                return int(start), (num, str(depth)) not in self.begun
        level = self.level(abstract, num, depth)
        return level.start if level else 1, False

    def count(self, abstract: str, num: str, depth: int) -> int:
        numbers = self.counted.setdefault(abstract, [])
        first, is_anew = self.start(abstract, num, depth)
        while len(numbers) < depth:
            numbers.append(self.start(abstract, num, len(numbers))[0])
        del numbers[depth + 1 :]
        if len(numbers) == depth:
            numbers.append(first)
        else:
            numbers[depth] = first if is_anew else min(numbers[depth] + 1, MOST)
        self.begun.add((num, str(depth)))
        return numbers[depth]

    def written(self, abstract: str, num: str, depth: int, level: Level) -> str:
        """The number as Word writes it: ``2.1``, ``Step 3:``, ``iv)``."""
        numbers = self.counted[abstract]

        def one(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = self.level(abstract, num, at)
            return in_format(numbers[at], other.format if other else "") if at <= depth else ""

        return PLACE.sub(one, level.text)

    def is_heading(self, paragraph: Element) -> bool:
        chain = self.styles.chain(child(paragraph, "pPr"), "pStyle")
        return any(self.styles.names[name].startswith(("heading ", "title")) for name in chain)
