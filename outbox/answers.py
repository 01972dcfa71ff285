"""What an answer of the mail server means: is something wrong with the recipient's address, so that
trying again helps nobody, or with us, so that the mail waits until we have put it right?

A server may hold back what it thinks of us, the sender or our password until it hears a recipient, so the
step at which it refuses says little. Enhanced codes (RFC 3463) do where there are some; else the basic
ones (RFC 5321), and the words. Where it stays open, the mail waits.
"""

import re

# Mailbox unavailable, not local, full, name not allowed; domain takes no mail (RFC 7504).
OF_THE_MAILBOX = {450, 550, 551, 552, 553, 556}
ENHANCED = re.compile(r"[245]\.(\d{1,3})\.(\d{1,3})(?!\d)")
ADDRESS, MAILBOX = "1", "2"
# Bad sender's mailbox syntax, bad sender's system address.
OF_THE_SENDER = {("1", "7"), ("1", "8")}
# Under these a server says either.
UNSAID = {("0", "0"), ("1", "0")}
ABOUT_US = re.compile(
    r"relay|sender|authenti|\bauth\b|log ?in|password|credential|\b(start)?tls\b|encrypt|\b[eh]e?h?lo\b"
    r"|client host|your (host|ip|server|domain)|block|black ?list|spam|policy|\brate\b|too many"
    r"|from address|mail from|return.?path|\b(spf|dkim|dmarc)\b|not permitted|access denied",
    re.IGNORECASE,
)
ANGLED = re.compile(r"<[^<>]{0,320}>|\S{1,64}@\S{1,255}")


def is_about_recipient(code: int, said: bytes | str = b"") -> bool:
    """``said``: the server's words, bytes or text."""
    text = said.decode("ascii", "replace") if isinstance(said, bytes) else str(said)
    text = text[:2000]
    found = ENHANCED.search(text)
    detail = found.groups() if found else None
    if detail and detail not in UNSAID:
        return detail not in OF_THE_SENDER and detail[0] in (ADDRESS, MAILBOX)
    # An address that is quoted may hold any word.
    return code in OF_THE_MAILBOX and not ABOUT_US.search(ANGLED.sub(" ", text))
