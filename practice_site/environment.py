"""Typed reading of environment variables that reports every fault at once.

``NAME_FILE`` may name a file that holds the value of ``NAME`` (a mounted secret).
"""

import os
from collections.abc import Collection, Mapping
from email.utils import formataddr, parseaddr
from importlib import import_module
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email


class Environment:
    def __init__(self, variables: Mapping[str, str] | None = None) -> None:
        self.variables = os.environ if variables is None else variables
        self.faults: list[str] = []

    def text(self, name: str, default: str = "") -> str:
        file_name = self.variables.get(f"{name}_FILE")
        if file_name:
            if name in self.variables:
                self.fault(f"{name} and {name}_FILE are both set; keep one.")
            try:
                return Path(file_name).read_text(encoding="utf-8").strip()
            except (OSError, UnicodeDecodeError) as error:
                self.fault(f"{name}_FILE names {file_name}, which cannot be read: {error}.")
                return default
        return self.variables.get(name, default).strip()

    def flag(self, name: str, default: bool = False) -> bool:
        value = self.text(name).lower()
        if value in {"1", "true", "yes", "on"}:
            return True
        if value in {"0", "false", "no", "off"}:
            return False
        if value:
            self.fault(f"{name} is {value!r}; write 1 or 0.")
        return default

    def number(self, name: str, default: int, least: int = 0) -> int:
        value = self.text(name)
        if not value:
            return default
        if not value.isdecimal() or int(value) < least:
            self.fault(f"{name} is {value!r}; write a whole number of at least {least}.")
            return default
        return int(value)

    def url(self, name: str, default: str, schemes: Collection[str]) -> SplitResult:
        """The split URL; a scheme outside ``schemes`` or a malformed URL is a fault."""
        value = self.text(name, default) or default
        try:
            parts = urlsplit(value)
            parts.port  # noqa: B018  an unusable port raises here, not in the middle of a request
            refuse_cut_off(parts)
        except ValueError:
            # Why would quote a part of the password.
            self.fault(
                f"{name} is not a usable address; in a name or password write / as %2F, ? as %3F, "
                "# as %23, @ as %40."
            )
            return urlsplit(default)
        if parts.scheme not in schemes:
            self.fault(f"{name} must start with one of {', '.join(f'{s}:' for s in schemes)}.")
            return urlsplit(default)
        return parts

    def mailbox(self, name: str, default: str = "") -> str:
        """One mail address that mail programs take as it stands, with or without a name in front."""
        value = self.text(name)
        try:
            return read_mailbox(value) if value else default
        except ValueError as error:
            self.fault(
                f"{name} {error}; write one address, like Front desk <mail@practice.example>."
            )
            return default

    def fault(self, sentence: str) -> None:
        self.faults.append(sentence)

    def refuse_faults(self) -> None:
        if self.faults:
            raise ImproperlyConfigured(
                "The environment does not fit:\n" + "\n".join(f"- {fault}" for fault in self.faults)
            )


def refuse_cut_off(parts: SplitResult) -> None:
    """A password with such a sign ends the host in the middle: what is left would be another host."""
    if parts.netloc and "@" in parts.path + parts.query + parts.fragment:
        raise ValueError


def read_mailbox(value: str) -> str:
    """``name <address>`` as a mail header has it. Raises ``ValueError`` with what is wrong with it."""
    if not value.isprintable():
        raise ValueError("holds a line break or a control character")
    name, _found, address = value.rpartition("<") if value.endswith(">") else ("", "", value)
    name, address = unquoted(name.strip()), address.removesuffix(">").strip()
    if any(sign in name for sign in '@<>"\\'):
        raise ValueError("has a name that mail programs would take for something else")
    user, _found, domain = address.rpartition("@")
    try:
        address = f"{user}@{domain.encode('idna').decode()}"
        validate_email(address)
    except (UnicodeError, ValidationError):
        raise ValueError("is not a mail address") from None
    return formataddr((name, address))


def unquoted(name: str) -> str:
    is_quoted = len(name) > 1 and name[0] == name[-1] == '"'
    return name[1:-1].strip() if is_quoted else name


def address_of(mailbox: str) -> str:
    """Without the name."""
    return parseaddr(mailbox)[1]


def mail_domain(host: str) -> str:
    """What stands behind the @ of a sender on this host."""
    try:
        return f"[{'IPv6:' if ip_address(host).version == 6 else ''}{host}]"
    except ValueError:
        return host.encode("idna").decode()


def database_from_url(parts: SplitResult) -> dict[str, Any]:
    """A ``DATABASES`` entry from ``sqlite:///path`` or ``postgres://user:password@host:port/name``."""
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            # sqlite:///relative and sqlite:////absolute, as elsewhere.
            "NAME": unquote(parts.path[1:]),
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                # Writers queue up at BEGIN instead of failing halfway; readers never wait (WAL).
                "transaction_mode": "IMMEDIATE",
                "timeout": 10,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
                    # What is erased is overwritten in the file, not only marked as free; in the log
                    # beside it, it stands until the worker has emptied that.
                    "PRAGMA secure_delete=ON; "
                    # In KiB. Each thread keeps so much of the file for itself; the system has all of it
                    # in memory once, and pages come no later.
                    "PRAGMA cache_size=-512;"
                ),
            },
        }
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        # A server that is away says nothing at all; nobody waits for it longer than this.
        "OPTIONS": {
            "connect_timeout": "5",
            "tcp_user_timeout": "30000",
            **dict(parse_qsl(parts.query)),
        },
    }


def cache_from_url(parts: SplitResult) -> dict[str, Any]:
    """A ``CACHES`` entry from ``locmem://`` or ``redis://host:port/number``. Raises ``ImportError``."""
    if parts.scheme == "locmem":
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    import_module("redis")
    return {
        "BACKEND": "practice_site.caches.ForgivingRedis",
        "LOCATION": parts.geturl(),
        # Nobody waits for what is only there to be quick.
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }


def smtp_from_url(parts: SplitResult) -> dict[str, Any]:
    """``EMAIL_*`` settings from ``smtp://``, ``smtp+tls://`` (STARTTLS) or ``smtps://``."""
    return {
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or {"smtp": 25, "smtp+tls": 587, "smtps": 465}[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 20,
    }
