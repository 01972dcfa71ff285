"""Every string in the sources that is bound into ciphertext, a digest or a signature, by the syntax tree.

Where ciphers and digests are made, every text in bytes is one of them. Anywhere, what names a purpose is:
the first argument of ``salted_hmac`` and of a sealed document's ``SealContext``, and whatever is called salt.
"""

import ast
import inspect
from collections import defaultdict
from functools import cache
from importlib import import_module
from pathlib import Path

from intake.documents import sealed
from sealing.envelopes import SealContext

ROOT = Path(__file__).parents[2]
MAKERS = {"cryptography", "hashlib", "hmac", "django.core.signing", "django.utils.crypto"}
SALTS = {"salt", "info", "key_salt"}
# They hand the kind of a document on to its ``SealContext``.
HAND_ON = (sealed.close, sealed.read)


@cache
def strings():
    """{how: {what}}"""
    found = defaultdict(set)
    for path in sources():
        tree = ast.parse(path.read_text())
        if makes_ciphers(tree):
            found["bytes"] |= set(bytes_with_letters(tree))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            for how, node in purposes(call, path):
                found[how].add(value_of(node, path))
        for how in found:
            found[how].discard(None)
    return dict(found)


def sources():
    apps = [path for path in ROOT.iterdir() if (path / "__init__.py").exists()]
    return [path for app in apps if app.name != "tests" for path in app.rglob("*.py")]


def makes_ciphers(tree):
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return any(f"{name}.".startswith(f"{maker}.") for name in names for maker in MAKERS) or any(
        name.endswith("person_keys.derive") for name in names
    )


def bytes_with_letters(tree):
    """Literals, and texts with gaps that are made into bytes at once."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, bytes):
            if any(chr(byte).isalpha() for byte in node.value if byte < 128):
                yield node.value.decode()
        elif isinstance(node, ast.Attribute) and node.attr == "encode":
            if isinstance(node.value, ast.JoinedStr) and (text := with_gaps(node.value)):
                yield text


def with_gaps(joined):
    parts = [part.value if isinstance(part, ast.Constant) else "{}" for part in joined.values]
    text = "".join(parts)
    return text if text.replace("{}", "").strip() else ""


def purposes(call, path):
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name == "salted_hmac":
        yield "salted_hmac", call.args[0]
    if name == "SealContext" and runtime(call.func, path) is SealContext:
        yield "SealContext", call.args[0]
    if name in {function.__name__ for function in HAND_ON} and runtime(call.func, path) in HAND_ON:
        given = inspect.signature(runtime(call.func, path)).parameters
        yield "SealContext", call.args[list(given).index("kind")]
    for keyword in call.keywords:
        if keyword.arg in SALTS:
            yield "salt", keyword.value


def value_of(node, path):
    """A text, or in brackets what it is called where it is handed on; None for what is no name."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    value = runtime(node, path)
    if isinstance(value, str):
        return value
    return f"<{ast.unparse(node)}>"


def runtime(node, path):
    """What a name stands for in its module; None for one of a function's own."""
    if not isinstance(node, ast.Name | ast.Attribute):
        return None
    module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    base, names = node, []
    while isinstance(base, ast.Attribute):
        names.insert(0, base.attr)
        base = base.value
    value = getattr(module, getattr(base, "id", ""), None)
    for name in names:
        value = getattr(value, name, None)
    return value
