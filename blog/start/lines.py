"""What a line near the beginning or the end of a text says about itself."""

import re

GREETING = re.compile(
    r"(?:hi|hello|hey|dear|good\s+(?:morning|afternoon|evening)|greetings)\b[^.?!\n]{0,50}[,!.:–—-]?",
    re.IGNORECASE,
)
SIGN_OFF = re.compile(
    r"(?:(?:all\s+(?:the|my)|with|my)\s+)?(?:very\s+)?(?:best|warm(?:est|ly)?|kind(?:est|ly)?|many|cheers|sincerely|"
    r"thanks|thank\s+you|yours|love|regards|talk\s+soon|take\s+care)(?:\s+(?:and|so|very|much|again|best|warm|"
    r"regards|wishes|thanks|truly|sincerely|in\s+advance))*\s*[,!.–—-]*",
    re.IGNORECASE,
)
SENT_FROM = re.compile(
    r"(?:sent|get)\s+(?:from\s+(?:my|a|the)|outlook|via)\b.{0,60}", re.IGNORECASE
)
MAIL_HEAD = re.compile(
    r"(?:from|to|cc|bcc|sent|reply-to|subject|betreff|date|attachments?)\s*:\s*\S.*", re.IGNORECASE
)
FORWARDED = re.compile(
    r"[-_\s]*(?:(?:begin\s+)?forwarded\s+message|original\s+message)[-_:\s]*|on\s.{8,120}\bwrote:",
    re.IGNORECASE,
)
READING_TIME = re.compile(
    r"\W*(?:(?:reading|read)\s+time\s*:?\s*)?(?:about\s+)?\d{1,2}\s*-?\s*min(?:ute)?s?(?:\s+(?:read|to\s+read))?\W*"
    r"|\W*\d[\d,]*\s+words\W*|\W*word\s*count\s*:\s*\d[\d,]*\W*",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"\W{0,2}(?P<label>title|headline|subtitle|subheading|tagline|teaser|summary|excerpt|description|tags?|categor"
    r"(?:y|ies)|keywords?|topics?|slug|status|draft)\s*:\s*(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
OF_TITLE = {"title", "headline"}
OF_OPENING = {"subtitle", "subheading", "tagline", "teaser"}
OF_SUMMARY = {"summary", "excerpt", "description"}
REFERENCES = re.compile(
    r"\W{0,3}(?:\d\.\s*)?(?:references|sources|works\s+cited|bibliography|citations|literature|notes|foot-?notes|"
    r"end-?notes|sources\s+and\s+further\s+reading|references\s+and\s+further\s+reading)\s*:?\W{0,3}",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"\s*(?:\[(?P<a>\d{1,2})\]:?|\((?P<b>\d{1,2})\)|(?P<c>\d{1,2})[.)])\s*(?=\S)")
WEB = re.compile(r"(?:https?://|www\.|doi:)\S+", re.IGNORECASE)
YEAR = re.compile(r"\(?\b(?:1[89]|20)\d\d[a-z]?\b\)?")
ABOUT_AUTHOR = re.compile(
    r"\W{0,3}about\s+(?:the\s+)?authors?\W{0,3}|\W{0,3}bio(?:graphy)?\W{0,3}", re.IGNORECASE
)
BIOGRAPHY = re.compile(
    r"\W{0,3}(?P<who>[^.,]{3,60}?)(?:,[^.]{2,80}?,)?\s+(?:\([^()]{2,20}\)\s+)?(?:is|works|practices|lives|sees|helps|"
    r"specializes|has\s+been|writes)\s",
)
INVITATION = re.compile(
    r"\b(get(ting)? started|meet (our|the) (team|therapists|people|clinicians)|reach out|contact us|get in touch|"
    r"(book|schedule|request|set up) an? [\w-]+|click(ing)? (below|here)|write to us|give us a call|call us|"
    r"(we|we’d|we'd|we would|would) (are here|love to|be glad to|like to) (hear|help|talk|meet|listen)|"
    r"(we’re|we're|we are) here (to|if|when|for)|ready to (start|begin|talk|take)|drop us a line|send us a (note|message)|"
    r"free consultation|learn more about (our|working))\b",
    re.IGNORECASE,
)  # fmt: skip
QUESTION_FIRST = re.compile(r"^(?P<question>[^.?!]{3,110}\?)\s+(?P<rest>\S.*)$", re.DOTALL)
SENTENCE_INSIDE = re.compile(r"[a-z]{2}[.!?]\s+[A-Z][a-z]*\s+[a-z]")
ENDS_SENTENCE = (".", ",", ";", ":", "…")


def looks_like_title(text: str) -> bool:
    """A short line that begins like one and does not end like a sentence."""
    bare = text.rstrip("\"'”’»)")
    return (
        not SENTENCE_INSIDE.search(text)
        and 2 <= len(text) <= 160
        and "\n" not in text
        and not bare.endswith(ENDS_SENTENCE)
        and not (SIGN_OFF.fullmatch(text) or GREETING.fullmatch(text))
        and any(character.isalpha() for character in text)
    )


def heading_and_text(text: str) -> tuple[str, str]:
    """An invitation that opens with a question brings its own heading."""
    match = QUESTION_FIRST.match(text)
    return (match["question"], match["rest"]) if match else ("", text)
