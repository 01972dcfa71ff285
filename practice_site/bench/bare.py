"""What no page can pass: a callable and a Django view that do nothing but give out ready bytes.

The file that ``BENCH_ANSWERS`` names has them: the very pages of the product, compressed as it sends them.
"""

import json
import os
from base64 import b64decode
from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

Ready = tuple[int, list[tuple[str, str]], bytes]


@cache
def answers() -> dict[str, Ready]:
    stored = json.loads(Path(os.environ["BENCH_ANSWERS"]).read_text())
    return {
        address: (status, [tuple(pair) for pair in headers], b64decode(body))
        for address, (status, headers, body) in stored.items()
    }


def address_of(environ: dict[str, Any]) -> str:
    query = environ["QUERY_STRING"]
    return f"{environ['PATH_INFO']}?{query}" if query else environ["PATH_INFO"]


def wsgi(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    status, headers, body = answers()[address_of(environ)]
    start_response(f"{status} {HTTPStatus(status).phrase}", headers)
    return [body]


def view(request: Any, path: str) -> Any:
    from django.http import HttpResponse

    status, headers, body = answers()[address_of(request.META)]
    return HttpResponse(body, status=status, headers=dict(headers))


def django() -> Callable[..., Any]:
    """Django with one address, no middleware and no database."""
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.urls import path

    settings.configure(
        ALLOWED_HOSTS=["*"],
        MIDDLEWARE=[],
        ROOT_URLCONF=(path("<path:path>", view), path("", view, {"path": ""})),
    )
    return get_wsgi_application()
