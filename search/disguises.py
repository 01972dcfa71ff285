"""Words written so that no filter reads them, “k1ll”, “h@rm”, “d*e”, “d i e”, and as they are texted: “kiero”. Only
what turns out to be a word is read so."""

import re
from collections.abc import Callable
from itertools import chain, product

from search.splitting import split

# A word with signs inside, or one before it; and three letters or more that stand each by itself.
DISGUISED = re.compile(r"[@$]?\w+(?:[@$!]\w+)*")
# With a vowel or two behind stars.
STARRED = re.compile(r"(?<![\w*])[^\W\d_]+(?:\*[^\W\d_]+){1,2}(?![\w*])")
SPELLED = re.compile(r"(?<!\w)[\w@$](?:[ .-]{1,3}[\w@$!]){2,}(?!\w)")
APART = re.compile(r"[ .-]")
# A one is an i or an l.
READINGS = [str.maketrans("01!34567@$", f"o{one}ieasbtas") for one in "il"]
FEWEST_LETTERS = 3

IsWord = Callable[[str], bool]


def undisguised(text: str, is_word: IsWord) -> str:
    text = SPELLED.sub(lambda found: together(found[0], is_word), text)
    text = STARRED.sub(lambda found: without_stars(found[0], is_word), text)
    return DISGUISED.sub(lambda found: plain(found[0], is_word), text)


def together(spelled: str, is_word: IsWord) -> str:
    word = APART.sub("", spelled)
    return word if is_made_of_words(plain(word, is_word), is_word) else spelled


def without_stars(word: str, is_word: IsWord) -> str:
    parts = word.split("*")
    for vowels in product("aeiou", repeat=len(parts) - 1):
        read = "".join(chain(*zip(parts, [*vowels, ""], strict=True)))
        if is_word(read):
            return read
    return word


def as_texted(word: str, is_word: IsWord) -> str:
    """In Spanish a k stands for qu and c."""
    folded = word.casefold()
    read = folded.replace("ki", "qui").replace("ke", "que").replace("k", "c")
    return read if read != folded and is_word(read) else word


def plain(word: str, is_word: IsWord) -> str:
    """“10s” and “4am” are no words in disguise: at least as many letters as signs. Nor is “me@home” one."""
    signs = sum(1 for letter in word if not letter.isalpha())
    if not signs:
        return as_texted(word, is_word)
    if len(word) < FEWEST_LETTERS or 2 * signs > len(word):
        return word
    readings = [word.translate(letters) for letters in READINGS]
    for one in readings:
        if one.isalpha() and (is_word(one) or (word.isalnum() and is_made_of_words(one, is_word))):
            return one
    return word


def is_made_of_words(word: str, is_word: IsWord) -> bool:
    return is_word(word) or bool(split(word.casefold(), is_word))
