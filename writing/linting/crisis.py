"""Whether a text should carry the crisis box: is it about suicide, self-harm, eating disorders or abuse?

One box too many costs a line of space, one too few may cost more; so a short text needs to name such a
topic once, and only in a long one a single mention in passing is not enough.
"""

from writing.linting.passages import Passage, Text
from writing.linting.topics import NAMES, OTHER_SENSES, SIGNPOSTS
from writing.linting.words import pattern_of, sentences, words_of

TOPIC = pattern_of(NAMES)
OTHER_SENSE = pattern_of(OTHER_SENSES)
SIGNPOST = pattern_of(SIGNPOSTS)
WORDS_PER_MENTION = 150
ENOUGH_MENTIONS = 4


def is_about_crisis(text: Text) -> bool:
    if any(mentions(passage.text) for passage in text.passages if is_prominent(passage)):
        return True
    body = [passage.text for passage in text.body]
    found = sum(map(mentions, body))
    length = sum(len(words_of(line)) for line in body)
    return found > 0 and (found >= ENOUGH_MENTIONS or found * WORDS_PER_MENTION >= length)


def is_prominent(passage: Passage) -> bool:
    return passage.field in ("title", "opening_lines", "summary") or passage.kind == "heading"


def mentions(text: str) -> int:
    told = [sentence for sentence in sentences(text) if not SIGNPOST.search(sentence)]
    return sum(len(TOPIC.findall(OTHER_SENSE.sub(" ", sentence))) for sentence in told)
