"""What was typed, and whether it stands in a text."""

from intake.admin.search_words import Text, Wanted
from practice_site.list_parameters import LONGEST_SEARCH, MOST_WORDS

# Said around what is looked for, as in “change our phone number”. They count only where nothing else was said.
AROUND = {
    "a", "an", "the", "our", "my", "of", "for", "to", "on", "in", "is", "are", "how", "do", "i", "we", "where",
    "what", "change", "edit", "set", "find", "show", "see", "open", "go",
}  # fmt: skip


class Query:
    def __init__(self, typed: str) -> None:
        words = typed.replace("\0", " ")[:LONGEST_SEARCH].split()[:MOST_WORDS]
        self.typed = " ".join(words)
        self.all = Wanted(self.typed)
        meant = [word for word in words if word.casefold().strip("?!.,") not in AROUND]
        self.meant = Wanted(" ".join(meant or words))

    def __bool__(self) -> bool:
        return bool(self.all)

    def stands_in(self, text: str) -> bool:
        """In a title or a name: all that was typed."""
        return not self.all.missing(Text(text))

    def asks_for(self, text: str) -> bool:
        """A page or a setting: what was meant, whatever was said around it."""
        return not self.meant.missing(Text(text))
