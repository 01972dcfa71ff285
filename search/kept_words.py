"""What staff say of words, and every word there is: kept by each process until somebody changes it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from freshness.kept import Kept
from search import shipped
from search.danger import Danger, Listed
from search.models import DangerWords, SameMeaning, Word
from search.slips import apart, letters, most_slips
from search.terms import clean, folded_and_term, tokens

# Nearest words that stand in for one that is not known.
MOST_MEANT = 3
LONGEST_BEGINNING = 7
Terms = tuple[str, ...]


@dataclass
class Vocabulary:
    """Every word of every text, by how many letters it has; and what each is in the index."""

    by_length: dict[int, list[tuple[str, int, bool]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    terms: set[str] = field(default_factory=set)
    beginnings: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, words: Iterable[tuple[str, bool]]) -> "Vocabulary":
        found = cls()
        for word, is_name in words:
            found.by_length[len(word)].append((word, letters(word), is_name))
            found.terms.add(folded_and_term(word)[1])
            found.beginnings.update(word[:end] for end in range(2, LONGEST_BEGINNING + 1))
        return found

    def knows(self, term: str) -> bool:
        return term in self.terms

    def begins(self, letters: str) -> bool:
        """Whether a word begins so."""
        if len(letters) <= LONGEST_BEGINNING:
            return letters in self.beginnings
        return any(term.startswith(letters) for term in self.terms)

    def meant_by(self, word: str) -> list[str]:
        """Words that are a slip or two away, the likeliest first."""
        most = most_slips(word) or (1 if len(word) == 3 else 0)
        if not most or not word.isalpha():
            return []
        mask, found = letters(word), []
        for length in range(len(word) - most, len(word) + most + 1):
            for other, other_mask, is_name in self.by_length.get(length, ()):
                if (mask ^ other_mask).bit_count() > 2 * most:
                    continue
                if len(word) < 5 and word[0] != other[0]:
                    continue
                slips = apart(word, other, most)
                if slips <= most:
                    found.append((slips, word[0] != other[0], not is_name, other))
        if not found:
            return []
        nearest = min(found)[0]
        return [other for slips, *_rest, other in sorted(found)[:MOST_MEANT] if slips == nearest]


# Whose it is that a phrase is about.
WHOSE = frozenset(["my", "your", "our", "his", "her", "their", "the", "a", "an"])


def as_said_of_anybody(said: Terms) -> Terms:
    """“Leave your therapist” is “leave my therapist”, and “lost dad” is “lost his dad”."""
    between = (one for one in said[1:-1] if one not in WHOSE)
    return (said[0], *between, said[-1]) if len(said) > 2 else said


class Words(NamedTuple):
    """``same``: terms, as said of anybody -> the other ways to say it."""

    same: dict[Terms, list[Terms]]
    danger: Danger


def read_words() -> tuple[Words, None]:
    same = defaultdict(list)
    for row in SameMeaning.objects.all():
        ways = row.ways
        for way in ways:
            same[as_said_of_anybody(way)] += [
                other for other in row.targets or ways if other != way
            ]
    lists = [Listed(*row) for row in DangerWords.objects.values_list(*Listed._fields)]
    if all(one.only_sounds_like_it or one.only_says_who for one in lists):
        # Nobody may take this help away by emptying a list.
        lists += shipped.danger()
    return Words(dict(same), Danger.of(lists)), None


def read_vocabulary() -> tuple[Vocabulary, None]:
    """What stands in texts, and what staff say means the same: that is mistyped as well."""
    written = dict(Word.objects.values_list("word", "is_name"))
    for row in SameMeaning.objects.all():
        for one in tokens(clean(f"{row.words} {row.leads_to}")):
            written.setdefault(one.folded, False)
    return Vocabulary.of(sorted(written.items())), None


words = Kept("search.words", ["search.SameMeaning", "search.DangerWords"], read_words).get
vocabulary = Kept("search.vocabulary", ["search.Word", "search.SameMeaning"], read_vocabulary).get
