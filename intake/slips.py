"""A likely slip of the finger in the domain of an address, to be asked about once and never refused."""

# Where most people have their mailbox, with the neighbors that exist as well and are no slip.
WELL_KNOWN = (
    "gmail.com", "googlemail.com", "yahoo.com", "ymail.com", "hotmail.com", "outlook.com", "live.com",
    "icloud.com", "comcast.net", "verizon.net", "sbcglobal.net", "bellsouth.net", "protonmail.com",
    "fastmail.com", "aol.com", "msn.com", "proton.me", "charter.net", "cox.net", "earthlink.net",
)  # fmt: skip
OTHERS_THAT_EXIST = frozenset(
    {"mail.com", "email.com", "gmx.com", "gmx.net", "me.com", "mac.com", "yahoo.ca"}
)
# Shorter names have too many real neighbors for one letter to mean anything.
LEAST_LETTERS = 5
ENDING_SLIPS = {
    "con": "com", "cim": "com", "vom": "com", "xom": "com", "cpm": "com", "comm": "com", "ocm": "com", "cmo": "com",
    "coom": "com", "som": "com", "nte": "net", "ent": "net", "met": "net", "ogr": "org", "rog": "org",
}  # fmt: skip


def likely_meant(address: str) -> str:
    """``rowan@gmail.com`` for ``rowan@gmial.com``; empty where nothing looks mistyped."""
    local, _at, domain = address.rpartition("@")
    domain = domain.lower()
    if not local or domain in WELL_KNOWN or domain in OTHERS_THAT_EXIST:
        return ""
    meant = ending_mended(domain)
    near = (
        meant if meant in WELL_KNOWN else next((d for d in WELL_KNOWN if is_near(meant, d)), meant)
    )
    return f"{local}@{near}" if near != domain else ""


def ending_mended(domain: str) -> str:
    name, dot, ending = domain.rpartition(".")
    return f"{name}{dot}{ENDING_SLIPS.get(ending, ending)}"


def is_near(domain: str, known: str) -> bool:
    """Known, but for one letter that is missing, too many, another one, or two that changed places."""
    if len(known.partition(".")[0]) < LEAST_LETTERS or abs(len(domain) - len(known)) > 1:
        return False
    start = next(
        (at for at, pair in enumerate(zip(domain, known, strict=False)) if pair[0] != pair[1]), None
    )
    if start is None:
        return len(domain) != len(known)
    rest, wanted = domain[start:], known[start:]
    return (
        rest[1:] == wanted[1:]
        or rest[1:] == wanted
        or rest == wanted[1:]
        or (rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:])
    )
