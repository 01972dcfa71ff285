"""The product's pages, written down for the bare targets to give out."""

import json
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

from practice_site.bench.pages import PAGE_TYPES
from practice_site.bench.targets import Target

SENT_AS_WELL = {"content-type", "content-encoding", "content-length"}


def write(target: Target, addresses: Mapping[str, str], path: Path) -> None:
    found = {}
    for page in PAGE_TYPES:
        if not page.is_for_staff and not page.is_known:
            status, headers, body = target.get(addresses[page.name])
            kept = [pair for pair in headers.items() if pair[0] in SENT_AS_WELL]
            found[addresses[page.name]] = (status, kept, b64encode(body).decode())
    # What is asked first, to see whether anybody answers.
    found.setdefault("/", (204, [], ""))
    path.write_text(json.dumps(found))
