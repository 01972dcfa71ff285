"""Pages made in this process, without a server: the processor's time, statements and bytes of each.

    python inside.py MODULE:NAME

loads that WSGI application and answers each line of JSON (``path``, ``headers``, ``times``) with one. It imports
nothing of ours, so that a peer's own Python runs it.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from importlib import import_module
from io import BytesIO
from typing import Any

Application = Callable[[dict[str, Any], Callable[..., Any]], Any]


def call(
    application: Application, path: str, headers: Mapping[str, str]
) -> tuple[int, bytes, float]:
    """Status, body, and the milliseconds of this thread."""
    environ = environ_of(path, headers)
    statuses: list[str] = []
    started = time.thread_time()
    parts = application(environ, lambda status, headers, error=None: statuses.append(status))
    body = b"".join(parts)
    if hasattr(parts, "close"):
        parts.close()
    spent = time.thread_time() - started
    return int(statuses[0].split()[0]), body, spent * 1000


def environ_of(path: str, headers: Mapping[str, str]) -> dict[str, Any]:
    path, _mark, query = path.partition("?")
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "127.0.0.1:8000",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        **{f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()},
    }


@contextmanager
def counted() -> Iterator[list[str]]:
    """Every statement that Django sends meanwhile."""
    from django.db import connections

    statements: list[str] = []

    def note(execute: Callable, sql: str, params: Any, many: bool, context: Any) -> Any:
        statements.append(sql)
        return execute(sql, params, many, context)

    with ExitStack() as stack:
        for connection in connections.all():
            stack.enter_context(connection.execute_wrapper(note))
        yield statements


def answer(
    application: Application, path: str, headers: Mapping[str, str], times: int
) -> dict[str, Any]:
    milliseconds = sorted(call(application, path, headers)[2] for _time in range(times))
    with counted() as statements:
        status, body, _spent = call(application, path, headers)
    plain = {name: value for name, value in headers.items() if name != "Accept-Encoding"}
    return {
        "status": status,
        "least": milliseconds[0],
        "quartile": milliseconds[len(milliseconds) // 4],
        "statements": len(statements),
        "bytes": len(body),
        "text": len(call(application, path, plain)[1]),
    }


def main(name: str) -> None:
    # What a library prints would be taken for an answer.
    answers, sys.stdout = sys.stdout, sys.stderr
    module, _colon, attribute = name.partition(":")
    application = getattr(import_module(module), attribute)
    for line in sys.stdin:
        print(json.dumps(answer(application, **json.loads(line))), file=answers, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
