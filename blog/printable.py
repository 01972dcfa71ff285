"""Words that a feed may carry."""

import re

# Everything XML 1.0 cannot carry (section 2.2); one such character would break the whole feed.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def printable(text: object) -> str:
    return UNPRINTABLE.sub("", str(text))
