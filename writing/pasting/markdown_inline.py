"""What stands inside a line of Markdown: emphasis, links, pictures, code, notes."""

import re
from html import escape

from writing.pasting.markdown_marks import (
    AUTOLINK,
    BOLD,
    BOTH,
    CODE,
    DEFINITION,
    ESCAPED,
    IMAGE,
    LINK,
    SLANTED,
    STRUCK,
    TO_DEFINITION,
    TO_NOTE,
)  # fmt: skip

# HTML that people write among it. Whatever it holds is read by the same rules as any other.
TAG = re.compile(
    r"</?(?:a|b|br|center|cite|del|details|div|em|figcaption|figure|hr|i|img|ins|kbd|mark|p|q|s|small|span|"
    r"strong|sub|summary|sup|u)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
KEPT = re.compile("\x00(\\d+)\x00")


class Inline:
    def __init__(self) -> None:
        self.definitions: dict[str, str] = {}
        self.noted: dict[str, int] = {}
        self.kept: list[str] = []

    def defines(self, line: str) -> bool:
        """Whether the line says where a link of this name leads to."""
        match = DEFINITION.fullmatch(line)
        if match:
            self.definitions[match["name"].casefold()] = match["href"]
        return bool(match)

    def number_of(self, name: str) -> int:
        return self.noted.setdefault(name, len(self.noted) + 1)

    def html_of(self, text: str) -> str:
        before, self.kept = self.kept, []
        text = CODE.sub(lambda m: self.keep(escape(m[2].strip() or m[2])), text)
        text = ESCAPED.sub(lambda m: self.keep(escape(m[1])), text)
        text = IMAGE.sub(self.image, text)
        text = AUTOLINK.sub(self.autolink, text)
        text = TAG.sub(lambda m: self.keep(m[0]), text)
        text = TO_NOTE.sub(self.to_note, text)
        text = LINK.sub(lambda m: self.link(m["href"], m["words"]), text)
        text = TO_DEFINITION.sub(self.to_definition, text)
        text = escape(text, quote=False)
        text = BOTH.sub(r"<strong><em>\1</em></strong>", text)
        text = BOLD.sub(lambda m: f"<strong>{m[1] or m[2]}</strong>", text)
        text = SLANTED.sub(lambda m: f"<em>{m[1] or m[2]}</em>", text)
        text = STRUCK.sub(r"<s>\1</s>", text).replace("\n", "<br>")
        html = self.put_back(text)
        self.kept = before
        return html

    def keep(self, html: str) -> str:
        """A sign in place of what is finished, so that no other rule looks into it."""
        self.kept.append(html)
        return f"\x00{len(self.kept) - 1}\x00"

    def put_back(self, text: str) -> str:
        while KEPT.search(text):
            text = KEPT.sub(lambda match: self.kept[int(match[1])], text)
        return text

    def image(self, match: re.Match[str]) -> str:
        return self.keep(f'<img alt="{escape(match["alt"] or match["other"] or "")}">')

    def autolink(self, match: re.Match[str]) -> str:
        href = match[1] if ":" in match[1] else f"mailto:{match[1]}"
        return self.link(href, self.keep(escape(match[1])))

    def link(self, href: str, words: str) -> str:
        return self.keep(f'<a href="{escape(href)}">') + words + self.keep("</a>")

    def to_note(self, match: re.Match[str]) -> str:
        number = self.number_of(match["name"])
        return self.keep(f'<a href="#fn{number}" id="fnref{number}">[{number}]</a>')

    def to_definition(self, match: re.Match[str]) -> str:
        name = " ".join((match["name"] or match["words"]).split()).casefold()
        href = self.definitions.get(name)
        return self.link(href, match["words"]) if href else match[0]
