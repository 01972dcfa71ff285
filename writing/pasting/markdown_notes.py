"""Notes of Markdown, taken from where they stand to the end, where other programs have them."""

from writing.pasting.markdown_inline import Inline
from writing.pasting.markdown_marks import NOTE


def without_notes(lines: list[str]) -> tuple[list[str], dict[str, str]]:
    kept: list[str] = []
    notes: dict[str, str] = {}
    name = ""
    for line in lines:
        if match := NOTE.match(line):
            name = match["name"]
            notes[name] = match["rest"]
        elif name and line.startswith("    ") and line.strip():
            notes[name] += f" {line.strip()}"
        else:
            name = name if not line.strip() else ""
            kept.append(line)
    return kept, notes


def notes_html(notes: dict[str, str], inline: Inline) -> str:
    """As word processors write them, numbered in the order in which the text names them."""
    order = dict.fromkeys(name for name in [*inline.noted, *notes] if name in notes)
    return "".join(
        f'<p id="fn{number}"><a href="#fnref{number}">[{number}]</a> {inline.html_of(notes[name])}</p>'
        for name in order
        for number in [inline.number_of(name)]
    )
