"""What a source itself marks as not part of its text: comments, what a reviewer took out, what is
hidden, page headers, field codes, the head of a mail.

Word processors, mail programs and other sites mark these by elements, classes, styles, ids and link
targets. ``Asides`` follows the elements of one text, says which of them stand aside, and counts.
"""

import re

COMMENT, COMMENT_MARK, COMMENT_LIST = "comment", "comment-mark", "comment-list"
TRACKED, HIDDEN, FIELD = "tracked", "hidden", "field"
MARGIN, MAIL_HEAD, SIGNATURE = "margin", "mail-head", "signature"

# Elements that are never text, whatever they hold.
ELEMENTS = {
    "comment": COMMENT, "w:comment": COMMENT, "office:annotation": COMMENT,
    "del": TRACKED, "w:del": TRACKED, "w:deltext": TRACKED, "w:movefrom": TRACKED,
    "text:deletion": TRACKED, "text:tracked-changes": TRACKED,
    "w:instrtext": FIELD, "w:delinstrtext": FIELD, "w:hdr": MARGIN, "w:ftr": MARGIN,
}  # fmt: skip
INSERTED = {"ins", "w:ins", "w:moveto", "text:insertion"}
BLOCKS = {
    "p", "div", "section", "aside", "article", "li", "ol", "ul", "table", "tr", "td", "dl", "dd",
    "details", "footer", "blockquote",
}  # fmt: skip

REVIEW = r"(?:track|suggest|revision|redline|review|change|diff|ice)[a-z_-]*?"
# Read aloud, and not shown.
FOR_EARS = re.compile(r"sr-only|visually-?hidden|screen-reader-text")
# In front of it some editors put their own two or three letters.
EDITOR = "(?:[a-z]{2,4}-)?"
TAKEN_OUT = "(?:del|deletes?|deleted|deletions?|removes?|removed|removals?)"
PUT_IN = "(?:ins|inserts?|inserted|insertions?|adds?|added|additions?)"
# Outlook puts an x_ in front of every name of a mail that is answered.
CLASSES = [
    (re.compile(r"mso-?com(?:anchor|off|ment-?reference)"), COMMENT_MARK),
    (re.compile(r"mso-?com[a-z-]*"), COMMENT),
    (
        re.compile(rf"mso-?(?:del|move-?from)|{TAKEN_OUT}|{EDITOR}{REVIEW}{TAKEN_OUT}(?:marker)?"),
        TRACKED,
    ),
    (re.compile(r"mso-?hid(?:e|den)"), HIDDEN),
    (FOR_EARS, HIDDEN),
    (re.compile(r"mso-?(?:header|footer|pagenumber)"), MARGIN),
    (re.compile(r"gmail_attr|moz-cite-prefix|moz-email-headers-table|outlookmessageheader"), MAIL_HEAD),
    (re.compile(r"(?:gmail|moz|protonmail|yahoo|zoho|zmail|outlook)[-_]signature\w*"), SIGNATURE),
]  # fmt: skip
# Inside a line such a class is around the words that a comment is about.
CLASSES_OF_BLOCKS = [
    (re.compile(r"comments?[-_]?(?:list|area|section|pane|thread)|commentlist|comments"), COMMENT_LIST),
    (re.compile(r"comment|annotation|comment[-_]?(?:text|body|content|reply|item|author|meta)"), COMMENT),
]  # fmt: skip
INSERTED_CLASS = re.compile(
    rf"mso-?(?:ins|move-?to)|{EDITOR}{REVIEW}{PUT_IN}(?:marker)?|ins|inserted|insertion"
)
IDS = [
    (re.compile(r"_com_\d+"), COMMENT),
    (re.compile(r"divrplyfwdmsg"), MAIL_HEAD),
    (re.compile(r"signature|ms-outlook-mobile-signature|applemailsignature"), SIGNATURE),
]
STYLED_ELEMENTS = [
    (re.compile(r"comment-list"), COMMENT_LIST),
    (re.compile(r"comment"), COMMENT),
    (re.compile(r"(?:(?:even|first)-(?:page-)?)?(?:header|footer)"), MARGIN),
]
DATA_OF_REVIEWS = re.compile(
    r"data-[a-z-]*(?:track|suggest|revision|redline|change|diff|op)[a-z-]*"
)
# Where the mark of a comment leads to, and what leads back from the comment to its mark.
TO_COMMENT = re.compile(r"#(?:x_)?(?:_msocom_|cmnt)(\d+)$")
TO_MARK = re.compile(r"#(?:x_)?(?:_msoanchor_|cmnt_ref)(\d+)$")
MARK_NAME = re.compile(r"(?:x_)?(?:_(?:mso)?anchor_|cmnt_ref)(\d+)")
COMMENT_NAME = re.compile(r"(?:x_)?(?:_(?:mso)?com_|cmnt)(\d+)")
SIMPLE_SELECTOR = re.compile(r"\s*[a-z]*\.([\w-]+)\s*", re.IGNORECASE)


class Aside:
    """A stretch of the source that is not text, from where it begins."""

    def __init__(self, kind, *, until_heading=False):
        self.kind, self.until_heading = kind, until_heading
        self.is_counted = self.is_over = False


class Asides:
    """``counts`` takes what was left out, by kind. ``is_copied``: the text comes from a clipboard or a
    file. What is stored already has lost its marks but for link targets; those stay there, so that
    somebody is asked about the words around them."""

    def __init__(self, counts, is_copied, hidden_classes=frozenset()):
        self.counts, self.is_copied, self.hidden_classes = counts, is_copied, hidden_classes
        self.marks, self.comments = set(), set()
        self.unnumbered = {COMMENT: 0, COMMENT_MARK: 0, COMMENT_LIST: 0}

    def around(self, tag, attrs, style, outside):
        """The aside that holds for the inside of an element, or None."""
        self.note_numbers(attrs)
        kind = kind_of(tag, attrs, style, self.hidden_classes)
        if outside and not outside.is_over:
            is_comment_in_list = outside.kind == COMMENT_LIST and kind == COMMENT
            return self.begun(Aside(kind)) if is_comment_in_list else outside
        if not kind and self.is_copied and TO_COMMENT.search(attrs.get("href", "")):
            kind = COMMENT_MARK
        return self.begun(Aside(kind)) if kind else None

    def begun(self, aside):
        if aside.kind in self.unnumbered:
            self.unnumbered[aside.kind] += 1
            aside.is_counted = True
        return aside

    def begins_comment(self, attrs):
        """Whether this link leads from a comment, at its beginning, back to the mark in the text."""
        return self.is_copied and TO_MARK.search(attrs.get("href", "")) is not None

    def note_numbers(self, attrs):
        href = attrs.get("href", "")
        names = [attrs[key] for key in ("id", "name") if attrs.get(key)]
        for found, to, name in (
            (self.marks, TO_COMMENT, MARK_NAME),
            (self.comments, TO_MARK, COMMENT_NAME),
        ):
            found.update(match[1] for match in [to.search(href)] if match)
            found.update(match[1] for match in map(name.fullmatch, names) if match)

    def hold(self, aside, text):
        """Words that stand in an aside: it is counted once there are any."""
        if not aside.is_counted and text.strip():
            aside.is_counted = True
            self.counts[aside.kind] += 1

    def close(self):
        if self.marks or self.comments:
            comments, marks = len(self.comments), len(self.marks - self.comments)
        else:
            marks = self.unnumbered[COMMENT_MARK]
            comments = self.unnumbered[COMMENT] or self.unnumbered[COMMENT_LIST]
            marks = max(0, marks - comments)
        for kind, number in ((COMMENT, comments), (COMMENT_MARK, marks)):
            if number:
                self.counts[kind] += number


def kind_of(tag, attrs, style, hidden_classes):
    """Which kind of aside an element is, or nothing. ``style`` are its ``declarations``."""
    return (
        ELEMENTS.get(tag)
        or kind_by_style(style)
        or kind_by_names(tag, attrs, hidden_classes)
        or kind_by_attributes(tag, attrs)
        or ""
    )


def kind_by_style(style):
    if style.get("display") == "none" or style.get("mso-hide") in ("all", "screen"):
        return HIDDEN
    if style.get("opacity") in ("0", "0%", "0.0"):
        return HIDDEN
    if style.get("mso-special-character") == "comment" or "mso-comment-author" in style:
        return COMMENT_MARK
    if any(name.startswith(("mso-del", "mso-move-from")) for name in style):
        return TRACKED
    element = style.get("mso-element", "")
    return next((kind for names, kind in STYLED_ELEMENTS if names.fullmatch(element)), "")


def kind_by_names(tag, attrs, hidden_classes):
    tokens = attrs.get("class", "").split()
    if hidden_classes and not hidden_classes.isdisjoint(tokens):
        return HIDDEN
    tokens = [token.lower().removeprefix("x_") for token in tokens]
    name = attrs.get("id", "").lower().removeprefix("x_")
    tables = [(CLASSES, tokens), (IDS, [name])]
    if tag in BLOCKS:
        tables.append((CLASSES_OF_BLOCKS, [*tokens, name]))
    for table, own in tables:
        for names, kind in table:
            if any(map(names.fullmatch, own)):
                return kind
    return ""


def sense(attrs, style):
    """For what an element is that only one sense gets: ``eyes``, ``ears``, or nothing."""
    if "hidden" in attrs or kind_by_style(style) == HIDDEN:
        return ""
    if attrs.get("aria-hidden", "").strip().lower() == "true":
        return "eyes"
    return "ears" if any(map(FOR_EARS.fullmatch, attrs.get("class", "").lower().split())) else ""


def kind_by_attributes(tag, attrs):
    if "hidden" in attrs or attrs.get("aria-hidden", "").strip().lower() == "true":
        return HIDDEN
    if tag in ("s", "strike") and ("datetime" in attrs or "cite" in attrs):
        return TRACKED
    if tag == "div" and attrs.get("title") in ("header", "footer"):
        return MARGIN  # as LibreOffice writes them
    return TRACKED if says(attrs, TAKEN_OUT) else ""


def is_inserted(tag, attrs):
    tokens = [token.lower().removeprefix("x_") for token in attrs.get("class", "").split()]
    return (
        tag in INSERTED
        or any(map(INSERTED_CLASS.fullmatch, tokens))
        or (tag != "a" and says(attrs, PUT_IN))
    )


def says(attrs, words):
    return any(
        re.fullmatch(words, value.strip().lower())
        for name, value in attrs.items()
        if name.startswith("data-") and DATA_OF_REVIEWS.fullmatch(name)
    )


def declarations(style):
    """``{property: value}`` of a style attribute, in small letters; the last of a name counts."""
    pairs = (part.partition(":") for part in style.lower().split(";"))
    return {
        name.strip(): value.replace("!important", "").strip()
        for name, colon, value in pairs
        if colon
    }


def classes_hidden_by_style_sheets(html):
    """Class names that a style sheet inside the HTML hides: Word keeps hidden text in a style so."""
    hidden = set()
    for rules in style_sheets(html):
        depth, start, selector = 0, 0, ""
        for brace in re.finditer(r"[{}]", rules):
            words, start = rules[start : brace.start()], brace.end()
            if brace[0] == "{":
                depth, selector = depth + 1, words
            else:
                if depth == 1 and kind_by_style(declarations(words)) == HIDDEN:
                    selectors = selector.rpartition("*/")[2].removeprefix("<!--").split(",")
                    hidden |= {m[1] for m in map(SIMPLE_SELECTOR.fullmatch, selectors) if m}
                depth = max(0, depth - 1)
    return frozenset(hidden)


def style_sheets(html):
    low, end = html.lower(), 0
    while (start := low.find("<style", end)) >= 0:
        start = low.find(">", start) + 1
        end = low.find("</style", start)
        if not start or end < 0:
            return
        yield html[start:end]
