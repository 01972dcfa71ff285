"""Whether a summary that is to tell nobody who it is about says a name all the same."""

import re
from collections import Counter

from team.names.letters import letters_of, readable
from team.names.words import listed

WORD = re.compile(r"[^\W_]+")
# What joins two names, and what people are to each other: no part of a name.
NO_NAMES = listed(
    """
    and or the of for with from our my we us me her his their them a an in at by to y e et und de la el
    los las del von der mr mrs ms miss mx dr mom mum mommy mama mamma mother dad daddy papa
    father parent parents stepmom stepdad stepmother stepfather husband wife spouse partner partners
    fiance fiancee boyfriend girlfriend couple son sons daughter daughters child children kid kids baby
    teen teenager family families household brother brothers sister sisters sibling siblings twin twins
    grandma grandpa granny grandmother grandfather grandparents grandson granddaughter aunt uncle cousin
    niece nephew friend friends guardian foster client anonymous nobody unknown none person someone
    somebody self myself name adult man woman girl boy mamá papá madre padre hijo hija hermano hermana
    esposo esposa familia pareja
    """
)
# Names that are also words which a summary needs; with a small letter they are that word.
COMMON = listed(
    """
    will hope may grace joy faith mark rose dawn june april august autumn summer winter rich bill pat art
    gene jack frank rob drew chase grant miles dean guy sky star ivy lily daisy pearl ruby amber crystal
    angel king young long short brown white black green gray grey day knight price bell stone field
    fields wood woods hill hills banks brooks rivers lake best love good power strong wise sharp swift
    fox wolf bird fish lamb bush page case cook baker mason hunter fisher parker major sue ray jean
    carol marina melody harmony serenity haven journey river forest rain story chance skip robin penny
    sandy rusty dusty colt ford reed glen heath cliff dale lane park parks street church bishop
    pope prince duke noble gold silver west east north south summers weeks monday sunday christian
    early late wells rush fast speed quick moody savage child read reading worth little small bright
    light close sterling stern van ward walker rider driver gardener marsh moon moss nature olive paige
    patience peace prosper prudence reason sage spring sunny treasure true trust unity valor victory
    virtue wish ace able back bridge burns camp carry cash clay cross curry dear fear flowers free
    gift hand hands head heart holiday home house hurt ill iron joyful justice keen kind
    last law lawyer link lock low man marks mean moore more much must new nice night numbers oak only
    order pain pace peach plain post quiet rage rest rice right rock root sad safe sales sense shore
    sleep snow song speak spence still sweet tall teen temple thorn tomorrow town trouble turner warm
    waters way well wild winner work worry yes can do so an no any in ok don max bin van
    """
)


def name_said(summary: str, name: str, own: str = "") -> str:
    """The first word of ``summary`` that is part of the name, as it is written there; "" if none is.

    ``own`` is the summary as the site wrote it: what stands there does not count, as often as it
    stands there.
    """
    words = WORD.findall(readable(summary))
    spare = Counter(map(letters_of, WORD.findall(readable(own))))
    parts = [part for part in map(Part, WORD.findall(readable(name))) if part.counts]
    for word in words:
        letters = letters_of(word)
        if spare[letters]:
            spare[letters] -= 1
        elif any(part.is_in(word, letters) for part in parts):
            return word
    together = letters_of(name)
    is_whole = len(together) > 5 and together in letters_of(summary)
    return name if is_whole and together not in letters_of(own) and parts else ""


class Part:
    """One word of a name."""

    def __init__(self, word: str) -> None:
        self.letters = letters_of(word)
        self.is_latin = self.letters.isascii()
        # A single Latin letter stands everywhere; one sign of another script is a name.
        is_long_enough = len(self.letters) > 1 or (self.letters and not self.is_latin)
        self.counts = is_long_enough and self.letters not in NO_NAMES

    def is_in(self, word: str, letters: str) -> bool:
        if not self.is_latin:
            # Other scripts put endings on names, or write without spaces.
            return self.letters in letters
        if letters not in (self.letters, self.letters + "s", self.letters + "es"):
            return False
        is_small = word[0] == word[0].lower() and word.isascii()
        return not is_small or (len(self.letters) > 2 and self.letters not in COMMON)
