"""Several words that were typed as one: “cantsleep”, “killmyself”."""

from collections.abc import Callable

MOST_WORDS, LONGEST = 5, 40
# Of one or two letters only these are taken for words: others stand inside of many a word.
SHORT = frozenset(
    {"i", "a", "my", "me", "to", "is", "am", "im", "in", "on", "of", "it", "no", "do", "we", "he"}
)


def split(word: str, is_word: Callable[[str], bool]) -> list[str]:
    """As few words as make up ``word``, and nothing where none do. Takes time with the square of its letters, of
    which there are ``LONGEST``."""
    if not 5 < len(word) <= LONGEST or not word.isalpha():
        return []
    # Up to each letter: the fewest words that make up what is before it.
    best: list[list[str] | None] = [[]]
    for end in range(1, len(word) + 1):
        ways = [
            [*before, word[start:end]]
            for start in range(end)
            if (before := best[start]) is not None
            and len(before) < MOST_WORDS
            and may_stand(word[start:end], is_word)
        ]
        best.append(min(ways, key=badness, default=None))
    found = best[-1] or []
    return found if len(found) > 1 and max(map(len, found)) > 2 else []


def may_stand(piece: str, is_word: Callable[[str], bool]) -> bool:
    return piece in SHORT or (len(piece) > 2 and is_word(piece))


def badness(words: list[str]) -> tuple[int, int]:
    return len(words), sum(1 for word in words if word in SHORT)
