"""How well the rules do on the corpus: ``python -m tests.writing.linting.measure open|sealed``.

The open half lists what went wrong; the sealed half is only ever counted.
"""

import json
import os
import sys
from collections import Counter
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
CRISIS_BOX = "crisis-box"


def snippets(half):
    return json.loads((CORPUS / f"{half}.json").read_text(encoding="utf-8"))


def text_of(snippet):
    from writing.linting import Picture, Text
    from writing.reading.html import read_html

    about = ("alt", "is_decorative", "file_name", "caption")

    def picture(values):
        return Picture(**{name: values[name] for name in about if name in values})

    invitation = snippet.get("invitation") or {}
    lead_picture = snippet.get("lead_picture")
    return Text(
        title=snippet.get("title"),
        opening_lines=snippet.get("opening_lines"),
        summary=snippet.get("summary"),
        blocks=tuple(read_html(snippet.get("body", ""))),
        invitation={f"cta_{name}": words for name, words in invitation.items()},
        lead_picture=picture(lead_picture) if lead_picture else None,
        images={int(key): picture(value) for key, value in snippet.get("pictures", {}).items()},
        is_dead=lambda path: path in snippet.get("dead_paths", []),
    )


def reported(snippet):
    from writing.linting import lint
    from writing.linting.crisis import is_about_crisis

    text = text_of(snippet)
    rules = {finding.rule for finding in lint(text)}
    return rules | {CRISIS_BOX} if is_about_crisis(text) else rules


def measure(half):
    """``(hits, misses, false alarms)``, each ``{rule: [ids of snippets]}``."""
    hits, misses, alarms = {}, {}, {}
    for snippet in snippets(half):
        expected, found = set(snippet["expect"]), reported(snippet)
        for into, rules in (
            (hits, expected & found),
            (misses, expected - found),
            (alarms, found - expected),
        ):
            for rule in rules:
                into.setdefault(rule, []).append(snippet["id"])
    return hits, misses, alarms


def counts(half):
    """``(hits, misses, false alarms)`` as numbers by rule."""
    return tuple(Counter({rule: len(ids) for rule, ids in part.items()}) for part in measure(half))


def main(half):
    hits, misses, alarms = counts(half)
    print(f"{'':18}{'hits':>6}{'misses':>8}{'false alarms':>14}")
    for rule in sorted({*hits, *misses, *alarms}):
        print(f"{rule:18}{hits[rule]:>6}{misses[rule]:>8}{alarms[rule]:>14}")
    print(f"{'all':18}{hits.total():>6}{misses.total():>8}{alarms.total():>14}")
    if half == "open":
        _hits, misses, alarms = measure(half)
        for word, part in ("missed", misses), ("false alarm", alarms):
            for rule, ids in sorted(part.items()):
                for name in ids:
                    print(f"{word}: {rule} in {name}")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    main(sys.argv[1])
