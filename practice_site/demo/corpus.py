"""Sentences of the demo practice, shuffled into new texts. Same seed, same text."""

import re
from collections.abc import Iterable, Sequence
from html import unescape
from random import Random

from pictures.models import Image
from practice_site.demo.files import people, texts

SENTENCE = re.compile(r"[^.?]+[.?]+[”’)]*(?=\s|$)")
# Pieces about danger are written with care and are not for shuffling.
KEPT_WHOLE = {"a-thought-that-frightens-you", "questions-asked-at-four-in-the-morning"}
ALARMING = re.compile(r"988|911|\bdying\b|\bdie\b|\bkill|\bhurt", re.IGNORECASE)


class Corpus:
    def __init__(self) -> None:
        articles = [text for text in texts("articles") if text["slug"] not in KEPT_WHOLE]
        biographies = [person["prose"]["biography"] for person in people()]
        firsts = [person["prose"]["first_session"] for person in people()]
        self.article = sentences(text["body"] for text in articles)
        self.biography = sentences(biographies)
        self.first_session = sentences(firsts)
        self.headings = [
            heading
            for text in articles
            for heading in plain(re.findall(r"<h[23]>(.*?)</h[23]>", text["body"]))
            if not heading[0].isdigit()
        ]
        self.items = [
            item
            for text in articles
            for item in plain(re.findall(r"<li>(.*?)</li>", text["body"]))
            if not ALARMING.search(item)
        ]
        self.openings = [text["opening"] for text in articles]

    def paragraph(
        self, rng: Random, source: Sequence[str], at_least: int = 3, at_most: int = 6
    ) -> str:
        chosen = rng.sample(source, rng.randint(at_least, at_most))
        return f"<p>{' '.join(chosen)}</p>"

    def article_body(self, rng: Random, pictures: Sequence[Image]) -> str:
        parts = [self.paragraph(rng, self.article) for _n in range(2)]
        for number, heading in enumerate(rng.sample(self.headings, rng.randint(2, 4))):
            parts.append(f"<h2>{heading}</h2>")
            parts += [self.paragraph(rng, self.article) for _n in range(rng.randint(2, 3))]
            if number == 0 and rng.random() < 0.6:
                items = "".join(f"<li>{item}</li>" for item in rng.sample(self.items, 4))
                parts.append(f"<ul>{items}</ul>")
            if number == 1 and pictures and rng.random() < 0.4:
                picture, caption = rng.choice(pictures).pk, rng.choice(self.article)
                parts.append(
                    f'<figure data-image="{picture}"><figcaption>{caption}</figcaption></figure>'
                )
            if number == 1 and rng.random() < 0.4:
                quote = rng.choice(self.article)
                parts.append(f'<blockquote class="pull"><p>{quote}</p></blockquote>')
        return "".join(parts)


def sentences(bodies: Iterable[str]) -> list[str]:
    """Sentences without marks, in the order they were written, none twice."""
    found = [
        sentence.strip()
        for body in bodies
        for paragraph in plain(re.findall(r"<p>(.*?)</p>", body))
        for sentence in SENTENCE.findall(paragraph)
    ]
    return [one for one in dict.fromkeys(found) if 20 < len(one) < 240 and not ALARMING.search(one)]


def plain(pieces: Iterable[str]) -> list[str]:
    return [unescape(re.sub(r"<[^>]+>", "", piece)) for piece in pieces]
