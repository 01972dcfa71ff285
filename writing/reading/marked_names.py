"""Names by which a source marks what is not part of its text: of elements, classes, ids, roles and
data, by kind of name and not by program."""

import re

Attributes = dict[str, str]

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
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = {
    "p", "div", "section", "aside", "article", "li", "ol", "ul", "table", "tr", "td", "dl", "dd",
    "details", "footer", "blockquote",
}  # fmt: skip

REVIEW = r"(?:track|suggest|revision|redline|review|change|diff|ice)[a-z_-]*?"
# In front of it some editors put their own two or three letters.
OWN = "(?!not-)[a-z]{2,4}[-_]"
EDITOR = f"(?:{OWN})?"
TAKEN_OUT = "(?:del|deletes?|deleted|deletions?|removes?|removed|removals?)"
# What can only be said of what has been taken out.
GONE = "(?:deleted|deletions?|removed|removals?)"
PUT_IN = "(?:ins|inserts?|inserted|insertions?|adds?|added|additions?)"
# Read aloud, and not shown; programs put their own name in front, and "not-" takes it back.
FOR_EARS = re.compile(
    r"(?!not-)(?:[a-z]{1,9}-{1,2})?(?:sr-?only|visually-?hidden|screen-?reader(?:-?(?:text|only))?|"
    r"a11y-hidden|element-invisible)(?:-focusable)?"
)
OUT_OF_SIGHT = re.compile(r"(?:d-none|(?:is-|u-)?(?:hidden|hide|invisible)|display-none)")
# Hidden on a small screen, shown on a larger one.
SHOWN_WHERE_WIDE = re.compile(r"(?:d|u)?-?(?:sm|md|lg|xl|xxl|2xl)[:-]\S+|\S+@(?:s|m|l|xl)")
OF_COMMENT = (
    "(?:text|body|content|thread|reply|replies|item|author|meta|metadata|date|card|balloon|bubble|pane|"
    "panel|sidebar|popup|popover|view|node|entry|root|container|wrapper|template|title|form|respond|header|"
    "footer|box|block)"
)
# Whose comments they are; "has-comments" is said of a text.
VENDOR = r"(?:(?!(?:has|no|not|with|without|show|hide|can|allow)[-_])[a-z]{1,9}[-_]+){0,3}"
# Outlook puts an x_ in front of every name of a mail that is answered.
CLASSES = [
    (re.compile(r"mso-?com(?:anchor|off|ment-?reference)"), COMMENT_MARK),
    (re.compile(r"mso-?com[a-z-]*|docos-[a-z-]*|annotation_style_by_filter"), COMMENT),
    (
        re.compile(rf"mso-?(?:del|move-?from)|{EDITOR}{REVIEW}{TAKEN_OUT}(?:marker)?|{OWN}{GONE}"),
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
    (
        re.compile(
            rf"{VENDOR}comments?[-_]?(?:list|area|section|pane|thread|title)|{VENDOR}commentlist|"
            rf"{VENDOR}comments|disqus_thread"
        ),
        COMMENT_LIST,
    ),
    (re.compile(rf"{VENDOR}comments?(?:[-_]?{OF_COMMENT})+(?:[-_]\w{{1,20}})?|[pu]-comment"), COMMENT),
]  # fmt: skip
# Such a name alone may be what a site calls its own text, where there is nothing else.
BARE_CLASSES = [(re.compile(TAKEN_OUT), TRACKED)]
BARE_CLASSES_OF_BLOCKS = [*BARE_CLASSES, (re.compile(rf"{VENDOR}(?:comment|annotation)"), COMMENT)]
INSERTED_CLASS = re.compile(
    rf"mso-?(?:ins|move-?to)|{EDITOR}{REVIEW}{PUT_IN}(?:marker)?|ins|inserted|insertion"
)
IDS = [
    (re.compile(r"_com_\d+"), COMMENT),
    (re.compile(r"divrplyfwdmsg"), MAIL_HEAD),
    (re.compile(r"signature|ms-outlook-mobile-signature|applemailsignature"), SIGNATURE),
]
ROLES = {
    "comment": COMMENT, "deletion": TRACKED, "doc-pageheader": MARGIN, "doc-pagefooter": MARGIN,
}  # fmt: skip
OF_WORD_2003 = {"word.deletion": TRACKED, "word.comment": COMMENT}
# What a page says of itself to search engines.
SAID_OF_ITSELF = re.compile(r"(?:(?:https?://)?schema(?:\.org/|:))?(?:user)?comments?")
DATA_OF_REVIEWS = re.compile(
    r"data-[a-z-]*?(?:track|suggest|revision|redline|change|diff|op)[a-z-]*"
)
# Elements of other programs, like <x:del> or <suggestion-delete>.
FOREIGN = re.compile(r"<([a-z][a-z0-9]{0,30}(?:[:-][a-z0-9]{1,30}){1,4})(?=[\s/>])", re.IGNORECASE)
FOREIGN_KINDS = [
    (re.compile(rf"[a-z0-9]+:{TAKEN_OUT}(?:text)?|[a-z]+[:-](?:[a-z]+-)*{TAKEN_OUT}"), TRACKED),
    (re.compile(rf"[a-z0-9]+[:-]comments?(?:-{OF_COMMENT})*|comment(?:-{OF_COMMENT})+"), COMMENT),
]
MOST_FOREIGN = 50
# Nobody's names are longer, and patterns are tried on these alone.
LONGEST = 80


def names_of(attrs: Attributes) -> tuple[list[str], list[str]]:
    """The class names of an element in small letters, and its id."""
    tokens = [token.lower().removeprefix("x_") for token in attrs.get("class", "").split()]
    name = attrs.get("id", "").lower().removeprefix("x_")
    return [token for token in tokens if len(token) <= LONGEST], [name] if len(
        name
    ) <= LONGEST else []


def kind_by_names(tag: str, attrs: Attributes, *, takes_bare: bool = True) -> str:
    """Which kind of aside the names of an element say it is, or nothing. ``takes_bare``: a bare name
    like ``comment`` says so, too."""
    if "class" not in attrs and "id" not in attrs:
        return ""
    tokens, name = names_of(attrs)
    tables = [(CLASSES, tokens), (IDS, name)]
    if tag in BLOCKS:
        tables.append((CLASSES_OF_BLOCKS, [*tokens, *name]))
        tables.append((BARE_CLASSES_OF_BLOCKS if takes_bare else [], [*tokens, *name]))
    else:
        # The id of a heading is made of its words.
        tables += [(CLASSES_OF_BLOCKS if tag in HEADINGS else [], tokens), (BARE_CLASSES, tokens)]
    for table, own in tables:
        for names, kind in table:
            if any(map(names.fullmatch, own)):
                return kind
    is_hidden = any(map(OUT_OF_SIGHT.fullmatch, tokens))
    return HIDDEN if is_hidden and not any(map(SHOWN_WHERE_WIDE.fullmatch, tokens)) else ""


def kind_by_attributes(tag: str, attrs: Attributes) -> str:
    if not attrs:
        return ""
    if (
        "hidden" in attrs
        or "popover" in attrs
        or attrs.get("aria-hidden", "").strip().lower() == "true"
    ):
        return HIDDEN
    if tag in ("s", "strike") and ("datetime" in attrs or "cite" in attrs):
        return TRACKED
    if tag == "div" and attrs.get("title") in ("header", "footer"):
        return MARGIN  # as LibreOffice writes them
    role = attrs.get("role", "").strip().lower()
    if role in ROLES:
        return ROLES[role]
    said = [attrs.get(name, "").lower() for name in ("itemprop", "itemtype", "typeof")]
    if tag in BLOCKS and any(
        SAID_OF_ITSELF.fullmatch(word) for text in said for word in text.split()
    ):
        return COMMENT
    if tag == "aml:annotation":  # of Word 2003
        return OF_WORD_2003.get(attrs.get("w:type", "").lower(), "")
    return TRACKED if says(attrs, TAKEN_OUT) else ""


def is_inserted(tag: str, attrs: Attributes) -> bool:
    if not attrs:
        return tag in INSERTED
    tokens, _name = names_of(attrs)
    return (
        tag in INSERTED
        or attrs.get("role", "").strip().lower() == "insertion"
        or any(map(INSERTED_CLASS.fullmatch, tokens))
        or (tag != "a" and says(attrs, PUT_IN))
    )


def says(attrs: Attributes, pattern: str) -> bool:
    """Whether data for a review of the text says one of these words, perhaps with more behind it."""
    return any(
        re.fullmatch(pattern, value.partition(":")[0].strip().lower()[:LONGEST])
        for name, value in attrs.items()
        if name.startswith("data-") and len(name) <= LONGEST and DATA_OF_REVIEWS.fullmatch(name)
    )


def is_for_ears(attrs: Attributes) -> bool:
    return any(map(FOR_EARS.fullmatch, names_of(attrs)[0]))


def foreign_elements(html: str) -> dict[str, str]:
    """``{element: kind}`` of other programs' elements in this HTML that are never text."""
    names = {match[1].lower() for match in FOREIGN.finditer(html)} - ELEMENTS.keys()
    found = {}
    for name in sorted(names):
        kind = next((kind for pattern, kind in FOREIGN_KINDS if pattern.fullmatch(name)), "")
        if kind and len(found) < MOST_FOREIGN:
            found[name] = kind
    return found
