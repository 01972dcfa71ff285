"""Several people in one line, taken apart."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from team.names.words import LEADS

# Who of ours a text names, or None.
Known = Callable[[str], object]

# Between two people. A comma is none by itself: mostly a title follows.
JOINERS = (
    r"\s*[\n;|·•∙⋅‧+&＆；｜﹠/／⁄∕\\:：►▸→~]+\s*|\s+[-–—―‒]+\s+|[–—―]\s+|\s+[–—―]|[—―⸺]|(?<=\w{4})\.\s+"
    r"|\s*(?:,\s*)?\b(?:and|und|et|with|w/|as\s+told\s+to|told\s+to|featuring|feat\.?|ft\.?|between|plus|"
    r"alongside|together\s+with|in\s+(?:conversation|dialogue|collaboration)\s+with|edited\s+by|"
    r"illustrated\s+by|interviewed\s+by|translated\s+by|reviewed\s+by|supervised\s+by|co-?written\s+by)"
    r"(?=\s|$)\s*|\s+[yxe]\s+|@(?=[\w-]+\.\w)|\s+(?:from|of|at)\s+"
)
APART = re.compile(
    rf"(?P<joiner>{JOINERS})|(?P<comma>\s*[,，、﹐]\s*(?!\s|(?:jr|sr|ii|iii|iv|junior|senior)\b))|(?P<opens>\s*[(\[{{<（［｛〈《【「“„«‹\"]\s*)|"
    r"(?P<closes>\s*[)\]}>）］｝〉》】」”»›]\s*)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Part:
    """A stretch of a line that holds at most one name. ``joiner``: what stood before it; ``kind``:
    ``joiner``, ``comma``, ``opens`` or ``closes`` of a bracket, or nothing for the first."""

    text: str
    kind: str = ""
    joiner: str = ""


def parts(line: str) -> list[Part]:
    """The line, cut wherever another person could begin. No sign of it is lost."""
    found, kind, joiner, start = [], "", "", 0
    for cut in APART.finditer(line):
        found.append(Part(line[start : cut.start()], kind, joiner))
        kind, joiner, start = cut.lastgroup or "", cut.group(), cut.end()
    found.append(Part(line[start:], kind, joiner))
    return found


# These lead to a place, or to somebody who did something else: no author by themselves.
NO_AUTHOR = re.compile(r"\s+(?:from|of|at)\s+|.*(?<!written )\bby\s*", re.IGNORECASE | re.DOTALL)


@dataclass
class Person:
    """One of the people of a line: the name as written, and the title behind it. ``who`` is what
    ``known`` answered for the name."""

    name: str
    title: str = ""
    who: object = None

    def add(self, part: Part) -> None:
        text = f" ({part.text})" if part.kind == "opens" else part.joiner + part.text
        text = text.replace(")", " ", 1) if part.kind == "closes" else text
        if self.who is None and not self.title and part.kind != "comma":
            self.name += text
        else:
            self.title = (self.title + text).strip(" ,;") if self.title else text.strip(" ,;–—-/|·")


def people_in(line: str, known: Known, is_title: Callable[[str], bool]) -> list[Person]:
    """The people of one line. ``known(text)`` says who of ours a part is, or None; ``is_title(text)``
    whether there is no name in it. A part that is neither begins another person only where more than
    a comma parts it from the one before."""
    people, is_inside = [], False
    for part, who in known_parts(line, known):
        is_inside = part.kind == "opens" or (is_inside and part.kind != "closes")
        is_apart = part.kind == "joiner" and not NO_AUTHOR.fullmatch(part.joiner)
        who = who if part.kind != "joiner" or is_apart or not people else None
        if who is not None and len(people) == 1 and is_title(people[0].name) and not people[0].who:
            before = people.pop().name
            people.append(Person(part.text.strip(), "" if is_lead(before) else before, who))
        elif who is not None or not people or (is_apart and not is_title(part.text)):
            people.append(Person(part.text.strip(), who=who))
        elif part.text.strip() and not (is_inside and is_title(part.text)):
            people[-1].add(part)
    return [person for person in people if person.name]


def is_lead(text: str) -> bool:
    return all(word in LEADS for word in re.findall(r"\w+", text.casefold()))


def known_parts(line: str, known: Known) -> Iterator[tuple[Part, object]]:
    """Each part with who it is. "Last, First" is one part, although a comma stands in it."""
    found, at = parts(line), 0
    while at < len(found):
        part = found[at]
        who = known(part.text) if part.text.strip() else None
        if who is None and at + 1 < len(found) and found[at + 1].kind == "comma":
            both = part.text + found[at + 1].joiner + found[at + 1].text
            if not known(found[at + 1].text) and (who := known(both)) is not None:
                part, at = Part(both, part.kind, part.joiner), at + 1
        yield part, who
        at += 1
