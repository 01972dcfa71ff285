"""Where a request came from, as somebody the limits can count."""

import ipaddress
import re

WITH_PORT = re.compile(r"\[(?P<bracketed>[^\[\]]*)\](?::[0-9]*)?|(?P<plain>[0-9.]+):[0-9]*")
UNKNOWN = "unknown"


def network(peer: str, forwarded: str, proxies: int) -> str:
    """The network that asked, behind ``proxies`` of ours.

    ``forwarded`` is ``X-Forwarded-For``. Each trusted proxy wrote down whom it saw, so the asker
    is the last but ``proxies``; whatever stands further left was written by the visitor.
    What is no address counts as the nearest proxy: one place for all of them, not a new one each.
    """
    chain = [hop for hop in map(str.strip, forwarded.split(",")) if hop] if proxies else []
    asker = chain[max(len(chain) - proxies, 0)] if chain else peer
    return normal(asker) or normal(peer) or UNKNOWN


def normal(text: str) -> str:
    """One way to write it: no port, no brackets; for IPv6 the network of 2**64, where one household
    holds that many addresses. Empty when it is no address.
    """
    text = text.strip().strip('"')
    if found := WITH_PORT.fullmatch(text):
        text = found["bracketed"] or found["plain"] or ""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address.packed, 64), strict=False).network_address)
