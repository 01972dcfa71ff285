"""What a source itself marks as not part of its text: comments, what a reviewer took out, what is
hidden, page headers, field codes, the head of a mail.

Word processors, mail programs and other sites mark these by names (``marked_names``), styles
(``unseen``) and link targets. ``Asides`` follows the elements of one text, says which of them stand
aside, and counts.
"""

import re

from writing.reading.marked_names import (
    COMMENT,
    COMMENT_LIST,
    COMMENT_MARK,
    ELEMENTS,
    HIDDEN,
    MARGIN,
    TRACKED,
    is_for_ears,
    kind_by_attributes,
    kind_by_names,
)
from writing.reading.places import Places
from writing.reading.unseen import is_gone, is_out_of_sight

STYLED_ELEMENTS = [
    (re.compile(r"comment-list"), COMMENT_LIST),
    (re.compile(r"comment"), COMMENT),
    (re.compile(r"(?:(?:even|first)-(?:page-)?)?(?:header|footer)"), MARGIN),
]
# Where the mark of a comment leads to, and what leads back from the comment to its mark.
TO_COMMENT = re.compile(r"#(?:x_)?(?:_msocom_|cmnt)(\d+)$")
TO_MARK = re.compile(r"#(?:x_)?(?:_msoanchor_|cmnt_ref)(\d+)$")
MARK_NAME = re.compile(r"(?:x_)?(?:_(?:mso)?anchor_|cmnt_ref)(\d+)")
COMMENT_NAME = re.compile(r"(?:x_)?(?:_(?:mso)?com_|cmnt)(\d+)")


class Aside:
    """A stretch of the source that is not text, from where it begins."""

    def __init__(self, kind: str, *, until_heading: bool = False) -> None:
        self.kind, self.until_heading = kind, until_heading
        self.is_counted = self.is_over = False


class Asides:
    """``counts`` takes what was left out, by kind. ``is_copied``: the text comes from a clipboard or a
    file. What is stored already has lost its marks but for link targets; those stay there, so that
    somebody is asked about the words around them. ``foreign``: kinds by elements of other programs."""

    def __init__(
        self,
        counts: Places,
        is_copied: bool,
        *,
        takes_bare: bool = True,
        foreign: dict[str, str] | None = None,
    ) -> None:
        self.counts, self.is_copied, self.takes_bare = counts, is_copied, takes_bare
        self.elements = ELEMENTS | (foreign or {})
        self.marks, self.comments = set(), set()
        self.unnumbered = {COMMENT: 0, COMMENT_MARK: 0, COMMENT_LIST: 0}

    def around(
        self, tag: str, attrs: dict[str, str], style: dict[str, str], outside: Aside | None
    ) -> Aside | None:
        """The aside that holds for the inside of an element, or None."""
        self.note_numbers(attrs)
        kind = self.kind_of(tag, attrs, style)
        if outside and not outside.is_over:
            is_comment_in_list = outside.kind == COMMENT_LIST and kind == COMMENT
            return self.begun(Aside(kind)) if is_comment_in_list else outside
        if not kind and self.is_copied and TO_COMMENT.search(attrs.get("href", "")):
            kind = COMMENT_MARK
        return self.begun(Aside(kind)) if kind else None

    def kind_of(self, tag: str, attrs: dict[str, str], style: dict[str, str]) -> str:
        """Which kind of aside an element is, or nothing. ``style``: all that is declared for it."""
        return (
            self.elements.get(tag)
            or kind_by_style(style)
            or kind_by_names(tag, attrs, takes_bare=self.takes_bare)
            or kind_by_attributes(tag, attrs)
        )

    def begun(self, aside: Aside) -> Aside:
        if aside.kind in self.unnumbered:
            self.unnumbered[aside.kind] += 1
            if aside.kind == COMMENT_MARK:
                self.counts.note(COMMENT)
            aside.is_counted = True
        return aside

    def begins_comment(self, attrs: dict[str, str]) -> bool:
        """Whether this link leads from a comment, at its beginning, back to the mark in the text."""
        return self.is_copied and TO_MARK.search(attrs.get("href", "")) is not None

    def note_numbers(self, attrs: dict[str, str]) -> None:
        if attrs.keys().isdisjoint(("href", "id", "name")):
            return
        href = attrs.get("href", "")
        names = [attrs[key] for key in ("id", "name") if attrs.get(key)]
        for found, to, name in (
            (self.marks, TO_COMMENT, MARK_NAME),
            (self.comments, TO_MARK, COMMENT_NAME),
        ):
            found.update(match[1] for match in [to.search(href)] if match)
            found.update(match[1] for match in map(name.fullmatch, names) if match)

    def hold(self, aside: Aside, text: str) -> None:
        """Words that stand in an aside: it is counted once there are any."""
        if not aside.is_counted and text.strip():
            aside.is_counted = True
            self.counts[aside.kind] += 1

    def close(self) -> None:
        if self.marks or self.comments:
            comments, marks = len(self.comments), len(self.marks - self.comments)
        else:
            marks = self.unnumbered[COMMENT_MARK]
            comments = self.unnumbered[COMMENT] or self.unnumbered[COMMENT_LIST]
            marks = max(0, marks - comments)
        for kind, number in ((COMMENT, comments), (COMMENT_MARK, marks)):
            if number:
                self.counts[kind] += number


def kind_by_style(style: dict[str, str]) -> str:
    if not style:
        return ""
    if is_gone(style) or is_out_of_sight(style):
        return HIDDEN
    if style.get("mso-special-character") == "comment" or "mso-comment-author" in style:
        return COMMENT_MARK
    if any(name.startswith(("mso-del", "mso-move-from")) for name in style):
        return TRACKED
    element = style.get("mso-element", "")
    return next((kind for names, kind in STYLED_ELEMENTS if names.fullmatch(element)), "")


def sense(attrs: dict[str, str], style: dict[str, str]) -> str:
    """For what an element is that only one sense gets: ``eyes``, ``ears``, or nothing."""
    if "hidden" in attrs or is_gone(style):
        return ""
    if attrs.get("aria-hidden", "").strip().lower() == "true":
        return "" if is_out_of_sight(style) else "eyes"
    return "ears" if is_for_ears(attrs) or is_out_of_sight(style) else ""
