"""How far two words are apart, counted in slips of the hand."""


def most_slips(word: str) -> int:
    """As many as still leave it the same word to whoever reads it."""
    return 0 if len(word) < 4 else 1 if len(word) < 7 else 2


def letters(word: str) -> int:
    """Which letters stand in a word, as bits. One slip changes two of them at most."""
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) & 63)
    return found


def apart(one: str, other: str, most: int) -> int:
    """Letters left out, put in, changed, or two in each other's place; ``most + 1`` for anything above ``most``."""
    if one == other:
        return 0
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most and (not before or min(before) > most):
            return most + 1
    return min(row[-1], most + 1)
