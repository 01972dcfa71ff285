"""Addresses as they were before a mail program, a search or a network wrapped them.

A wrapped address passes every reader by another company, and often carries the mail address of
whoever copied it. It is known by what it is: an address with another one inside, at a place that
leads on. Marks that tell who followed a link, or from which campaign, come off as well.
"""

import base64
import binascii
import re
import string
from contextlib import suppress
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid?|"
    r"mc_[ce]id|mkt_tok|_hsenc|_hsmi|hsctatracking|vero_(?:id|conv)|oly_(?:enc|anon)_id|wickedid|"
    r"rb_clickid|s_cid|ck_subscriber_id|ml_subscriber(?:_hash)?|epik|srsltid|_kx|_bta_[ct]id|sc_cid",
    re.IGNORECASE,
)
# Names of hosts and folders that are there to lead on.
LEADS_ON = re.compile(
    r"safe-?links?|[\w-]*safelinks[\w.-]*|url-?defense|url-?protect(?:ion)?|link-?protect(?:ion)?|"
    r"clicktime|click-?protect|protect\d*|protection|secure-?(?:web|links?|url)|seclinks?|linkscan|"
    r"[\w-]*redirect(?:or)?(?:\.\w+)?|[\w-]*redir(?:\.\w+)?|away(?:\.php)?|l\.php|lm?|r|out|outgoing|"
    r"links?|linkfilter|urls?|[\w-]*urlsvc|urlisolation|clicks?|ck|aclk|go|goto|leave|leaving|exit|"
    r"external|offsite|jump|href|deref|track(?:ing)?|scanmail|atpscan|safe",
    re.IGNORECASE,
)
INNER = {
    "url", "u", "q", "a", "to", "target", "targeturl", "dest", "desturl", "destination", "link", "href",
    "uddg", "z", "goto", "r", "redirect", "redirecturl", "out", "x", "p", "o", "k", "l", "ru", "rurl",
    "murl", "adurl", "sa", "s", "e", "trackurl", "originalurl", "original_url", "target_url",
}  # fmt: skip
# Wrappers of mail programs: what they lead to is often kept on their side alone.
OF_MAIL = re.compile(
    r"(?:.+\.)?(?:safelinks\.protection\.(?:outlook|office365)\.\w+|urldefense(?:\.proofpoint)?\.\w+|"
    r"(?:protect[\w-]*|url[\w.-]*)\.mimecast\.\w+|mimecastprotect\.com|linkprotect\.cudasvc\.com|"
    r"secure-web\.cisco\.com|clicktime\.(?:symantec|trendmicro|cloud\.postoffice)\.\w+|"
    r"protection\.sophos\.com|protect\d*\.fireeye\.com|linkscan\.io|link\.edgepilot\.com|"
    r"emailprotection\.link|(?:url|avanan)[\w.-]*\.avanan\.(?:click|com)|protect\.checkpoint\.com|"
    r"ct\.sendgrid\.net|list-manage\.com|inky\.com)",
    re.IGNORECASE,
)
SHORTENED = re.compile(
    r"(?:t\.co|lnkd\.in|bit\.ly|tinyurl\.com|goo\.gl|ow\.ly|buff\.ly|is\.gd|fb\.me|rebrand\.ly|t\.ly|"
    r"cutt\.ly|shorturl\.at|rb\.gy|dlvr\.it)",
    re.IGNORECASE,
)
OTHER_SCHEME = re.compile(
    r"(?:javascript|vbscript|data|file|ftp|blob|about|view-source|mailto|tel):|//", re.IGNORECASE
)
WEB = re.compile(r"https?://?[^/\s]", re.IGNORECASE)
IN_PATH = re.compile(r"/(?:__|___)?(https?(?:://?|%3a%2f%2f)[^\s]*)", re.IGNORECASE)
MAIL_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,5}")
LENGTHS_OF_RUNS = {
    letter: length
    for length, letter in enumerate(
        f"{string.ascii_uppercase}{string.ascii_lowercase}{string.digits}-_", start=2
    )
}


def unwrapped_once(href: str) -> str:
    """The address that a web address has inside, or itself."""
    parts = parts_of(href)
    if parts is None:
        return href
    return inside(href, parts) or href


def without_tracking(href: str) -> str:
    parts = parts_of(href)
    if parts is None or not parts.query:
        return href
    kept = [pair for pair in parts.query.split("&") if not TRACKING.fullmatch(pair.split("=")[0])]
    if len(kept) == parts.query.count("&") + 1:
        return href
    return urlunsplit(parts._replace(query="&".join(kept)))


def parts_of(href: str) -> SplitResult | None:
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    return parts if parts.scheme in ("http", "https") and parts.hostname else None


def host_of(parts: SplitResult) -> str:
    return parts.hostname or ""


def inside(href: str, parts: SplitResult) -> str:
    host = host_of(parts)
    if "urldefense" in host and "/v3/" in parts.path:
        return proofpoint_3(href)
    if "urldefense" in host and "/v2/" in parts.path:
        value = dict(pairs_of(parts.query)).get("u", "")
        return address(unquote(value.replace("-", "%").replace("_", "/")))
    if found := of_amp(parts):
        return found
    if not leads_on(parts):
        return ""
    return in_query(parts) or in_path(href, parts)


def leads_on(parts: SplitResult) -> bool:
    labels = host_of(parts).split(".")[:-1]
    folders = [folder for folder in re.split(r"[/=]", parts.path) if folder]
    return bool(OF_MAIL.fullmatch(host_of(parts))) or any(
        map(LEADS_ON.fullmatch, [*labels, *folders])
    )


def in_query(parts: SplitResult) -> str:
    """The address of another site among the values of a question: of several, what is called so."""
    whole = unquote(parts.query)
    if WEB.match(whole):
        return address(whole)
    found: dict[str, str] = {}
    for name, value in pairs_of(parts.query):
        inner = address(value) if name.lower() in INNER else ""
        if inner and not is_own(inner, host_of(parts)):
            found.setdefault(name.lower(), inner)
    first = next((found[name] for name in ("url", "u", "q") if name in found), "")
    return first or (next(iter(found.values())) if len(found) == 1 else "")


def in_path(href: str, parts: SplitResult) -> str:
    """An address behind the host's own part of the path, plain or coded."""
    rest = href.split("://", 1)[1]
    if match := IN_PATH.search(rest):
        return address(unquote(match[1]).split("___")[0])
    for folder in re.split(r"[/=]", parts.path):
        if found := from_base64(folder):
            return found
    match = re.search(r"/RU=([^/]+)", parts.path)
    return address(unquote(match[1])) if match else ""


def is_own(href: str, host: str) -> bool:
    """Whether it is a page of the same host that does not lead on itself."""
    parts = parts_of(href)
    return parts is not None and host_of(parts) == host and not leads_on(parts)


def pairs_of(query: str) -> list[tuple[str, str]]:
    pairs = (pair.partition("=") for pair in query.split("&")[:100])
    return [(name, unquote(value)) for name, _equals, value in pairs]


def address(text: str) -> str:
    """What is an address once it is decoded often enough, or nothing. A scheme that nothing may link to
    is an address as well: it is refused by whoever judges it."""
    for _round in range(3):
        text = re.sub(r"[\t\r\n]", "", text).strip()
        if WEB.match(text):
            return re.sub(r"^(https?):/+", r"\1://", text, flags=re.IGNORECASE)
        if OTHER_SCHEME.match(text):
            return text
        if re.match(r"www\.[\w-]+\.", text, re.IGNORECASE):
            return f"https://{text}"
        text = unquote(text)
    return from_base64(text)


def from_base64(text: str) -> str:
    """An address in base64, as some wrappers write it, perhaps with two characters in front."""
    for coded in (text, text[2:]):
        if coded.startswith("aHR0c"):
            coded = coded.replace("-", "+").replace("_", "/").rstrip("=")
            with suppress(binascii.Error, ValueError):
                plain = base64.b64decode(coded + "=" * (-len(coded) % 4)).decode("utf-8")
                return plain if WEB.match(plain) else ""
    return ""


def of_amp(parts: SplitResult) -> str:
    """``google.com/amp/s/host/path`` and its like: a copy of a page, kept by a search engine."""
    is_google = re.fullmatch(r"(?:www\.)?google\.\w+(?:\.\w+)?", host_of(parts))
    pattern = r"/amp/(s/)?(.+)" if is_google else r"/[cv]/(s/)?(.+)"
    if not is_google and not host_of(parts).endswith(".cdn.ampproject.org"):
        return ""
    match = re.fullmatch(pattern, parts.path)
    if not match:
        return ""
    question = f"?{parts.query}" if parts.query else ""
    return f"http{'s' if match[1] else ''}://{match[2]}{question}"


def proofpoint_3(href: str) -> str:
    match = re.search(r"/v3/__(.+?)__;([^!]*)!", href)
    if not match:
        return ""
    coded = match[2].replace("-", "+").replace("_", "/")
    try:
        characters = base64.b64decode(coded + "=" * (-len(coded) % 4)).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""
    rest = iter(characters)

    def put_back(token: re.Match[str]) -> str:
        length = LENGTHS_OF_RUNS.get(token[1], 1) if token[1] else 1
        return "".join(character for _n, character in zip(range(length), rest, strict=False))

    return address(re.sub(r"\*(?:\*(.))?", put_back, match[1]))


def is_of_mail(href: str) -> bool:
    """Whether a mail program put it around an address that only its maker can tell."""
    parts = parts_of(href)
    return parts is not None and bool(OF_MAIL.fullmatch(host_of(parts)))


def passes_by(href: str) -> bool:
    """Whether it is plainly made to lead on, by a shortener or with another address inside."""
    parts = parts_of(href)
    if parts is None:
        return False
    values = [address(value) for _name, value in pairs_of(parts.query)]
    holds = any(WEB.match(value) and not is_own(value, host_of(parts)) for value in values)
    return bool(SHORTENED.fullmatch(host_of(parts))) or holds


def mail_address_in(href: str) -> str:
    """A mail address inside a web address, however often it is coded; of a person as a rule."""
    parts = parts_of(href)
    if parts is None:
        return ""
    text = f"{parts.username or ''} {parts.path}?{parts.query}#{parts.fragment}"
    for _round in range(3):
        # /@name@host is where a person is found on purpose.
        match = MAIL_ADDRESS.search(re.sub(r"/@[\w.+-]+@", "/", text))
        if match:
            return match[0]
        text = unquote(text)
    return ""
