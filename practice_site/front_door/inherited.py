"""A socket on which whoever started this process listens already, and goes on while the site is started anew: nobody
is turned away meanwhile (systemd's sd_listen_fds(3))."""

import os
import socket

FIRST = 3


def listener() -> socket.socket | None:
    """Raises ``ValueError`` where it is not one that visitors could come to."""
    if os.environ.get("LISTEN_PID") != str(os.getpid()):
        return None
    if (number := os.environ.get("LISTEN_FDS")) != "1":
        raise ValueError(f"LISTEN_FDS is {number!r}; the web server listens on one socket.")
    try:
        found = socket.socket(fileno=FIRST)
        is_listening = found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
    except OSError as error:
        raise ValueError(f"LISTEN_FDS names no socket ({error.strerror}).") from None
    if not is_listening or found.family not in (socket.AF_INET, socket.AF_INET6):
        raise ValueError("The socket that LISTEN_FDS names does not listen on an address and port.")
    return found
