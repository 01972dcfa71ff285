"""The own title and description of a page for search engines: which may stand.

    own_words.register(names_somebody_in_training)     # an app may object to words: "" or a sentence
    own_words.said(article, "search_title")            # "" where there is none, or somebody objects today

An objection is asked twice: when the words are saved, and whenever they are shown, since people change. Our own search
does not know these words: it would go on finding a page by what the page itself leaves out by now.
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import Model

FIELDS = ("search_title", "search_description")
Objection = Callable[[str, Model], str]
_objections: list[Objection] = []


def register(objection: Objection) -> None:
    _objections.append(objection)


def objections_to(text: str, row: Model) -> list[str]:
    return [sentence for object_to in _objections if text and (sentence := object_to(text, row))]


def said(row: Model | None, name: str) -> str:
    text = getattr(row, name, "")
    return "" if not text or row is None or objections_to(text, row) else text


class OwnWordsForm(forms.ModelForm):
    """For a form of something with a page."""

    def clean(self) -> Any:
        cleaned = super().clean()
        for name in FIELDS:
            if name in self.fields:
                for sentence in objections_to(self.cleaned_data.get(name, ""), self.instance):
                    self.add_error(name, sentence)
        return cleaned
