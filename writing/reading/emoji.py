"""Emoji that mail and chat programs write as pictures: their words are what they show."""

import re

EMOJI = re.compile(
    "(?:[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2934\u2935"
    "\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff][\ufe0e\ufe0f\u20e3\u200d\U0001f3fb-\U0001f3ff"
    "\U000e0020-\U000e007f]*|[0-9#*]\ufe0f?\u20e3)+"
)
MARKED = re.compile(r"\b(?:emoji|emoticon|emote|goomoji|smiley)\b", re.IGNORECASE)
LONGEST = 60


def emoji_in(attrs: dict[str, str], alt: str) -> str:
    """The emoji that a picture stands for, or what it is called; nothing of any other picture."""
    for text in (attrs.get("data-emoji", ""), alt):
        if len(text) <= LONGEST and EMOJI.fullmatch(text.replace(" ", "")):
            return text
    names = " ".join([attrs.get("class", ""), attrs.get("itemtype", "").rpartition("/")[2], *attrs])
    is_marked = MARKED.search(names.replace("-", " "))
    return alt if is_marked and alt and len(alt) <= LONGEST else ""
