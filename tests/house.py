"""The house in numbers: ``python -m tests.house``.

Counted are the apps' own modules, without migrations and without files under four lines.
"""

import ast
from functools import cache
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
APPS = [
    "practice_site", "blog", "intake", "groups", "team", "pages", "editing", "writing", "outbox", "pictures",
    "sealing", "staff", "freshness",
]  # fmt: skip
LONGEST_FILE, LONGEST_FUNCTION = 250, 50
# Half of all files are shorter: what one looks for has a name of its own.
MEDIAN_FILE = 60
PLAIN_BASES = {
    "Enum", "StrEnum", "IntEnum", "NamedTuple", "Protocol", "TypedDict", "Exception", "ValueError",
    "CannotOpen", "str", "HTMLParser", "ElementTree.TreeBuilder", "io.RawIOBase", "logging.Formatter",
}  # fmt: skip
# Settings come from the environment in one file, by a rule of their own.
MAY_BE_LONG = {"practice_site.settings"}


@cache
def modules():
    """``{dotted name: source}`` of every module of ours."""
    found = {}
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            if "migrations" not in path.parts:
                name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
                found[name.removesuffix(".__init__")] = path.read_text(encoding="utf-8")
    return found


def imported(source, known):
    """Which of the ``known`` modules this source imports, inside functions and for types as well."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in known else node.module


def arrows(sources):
    """``{module: the modules it imports}``, among these sources."""
    found = {name: set(imported(source, sources)) for name, source in sources.items()}
    return {name: {to for to in there if to in sources} - {name} for name, there in found.items()}


def circles(arrows):
    """Groups of modules of which each leads to every other by imports."""
    reached = {name: reachable(name, arrows) for name in arrows}
    groups = {
        frozenset(other for other in reached[name] if name in reached[other]) for name in arrows
    }
    return sorted(sorted(group) for group in groups if len(group) > 1)


def reachable(start, arrows):
    found, waiting = set(), [start]
    while waiting:
        for to in arrows[waiting.pop()] - found:
            found.add(to)
            waiting.append(to)
    return found


def lengths():
    """``{module: lines}``."""
    counted = {name: len(source.splitlines()) for name, source in modules().items()}
    return {name: lines for name, lines in counted.items() if lines >= 4}


def functions():
    """``{(module, function): lines}``."""
    return {
        (name, node.name): node.end_lineno - node.lineno + 1
        for name, source in modules().items()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def holds_a_class_of_djangos(source):
    """Whether a module holds a class that is read by Django: by what it is built on, as a mixin of one,
    or as a middleware."""
    found = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)]
    return any(
        {ast.unparse(base).split("[")[0] for base in node.bases} - PLAIN_BASES
        or node.name.endswith("Mixin")
        or (not node.bases and {"super", "get_response"} & names_in(node))
        for node in found
    )


def names_in(tree):
    return {getattr(node, "id", getattr(node, "arg", None)) for node in ast.walk(tree)}


def main():
    files, of_functions = lengths(), functions()
    longest, in_file = max((lines, name) for name, lines in files.items())
    longest_function, where = max((lines, name) for name, lines in of_functions.items())
    print(
        f"modules: {len(files)}, median {median(files.values()):g} lines, longest {longest} ({in_file})"
    )
    print(f"functions: {len(of_functions)}, longest {longest_function} ({' '.join(where)})")
    print(f"circles of files: {len(circles(arrows(modules())))}")


if __name__ == "__main__":
    main()
