"""Reading the names in a byline, and saying whether one may be somebody of ours.

Nothing here decides by comparing letters alone: a name *is* somebody, *may be* somebody, which has
to be asked, or is nobody of ours. ``letters`` folds what writes the same name in other signs,
``words`` knows what stands around a name, ``lines`` takes several people in a line apart,
``likeness`` compares.
"""

from team.names.likeness import Likeness, as_asked, is_title, is_written_out, key_of, likeness
from team.names.lines import people_in

__all__ = [
    "Likeness",
    "as_asked",
    "is_title",
    "is_written_out",
    "key_of",
    "likeness",
    "people_in",
]
