"""What a style of the source calls a line: its title, its author, its day, the words it opens with."""

CLASSES = {
    "said-title": "title", "msotitle": "title", "said-authors": "authors", "said-date": "date",
    "said-opening": "opening", "msosubtitle": "opening",
}  # fmt: skip


def said_in(attrs: dict[str, str]) -> str:
    names = attrs.get("class", "").lower().removeprefix("x_").split()
    return next((CLASSES[name] for name in names if name in CLASSES), "")
