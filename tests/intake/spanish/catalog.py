"""What is to be said in Spanish: all strings of a template or a module that are marked for it, and what a page shows
outside of what it marks as English."""

import ast
import re
from html.parser import HTMLParser

from django.conf import settings
from django.utils.translation import templatize, trans_real

ROOT = settings.BASE_DIR
CALLS = {"_", "gettext", "gettext_lazy", "ngettext"}
IN_TEMPLATE = re.compile(
    r"""\b(?:_|gettext|ngettext)\(\s*u?(?:\"\"\"(.*?)\"\"\"|\"(.*?)\"|'(.*?)')\s*[,)]""", re.DOTALL
)
ENGLISH = re.compile(
    r"\b(?:the|and|you|your|we|our|us|is|are|of|with|please|for|from|this|what|there)\b",
    re.IGNORECASE,
)
VOID = {"meta", "link", "input", "br", "img", "hr", "source"}
READ_OUT = ("aria-label", "alt", "title", "placeholder", "content")


def catalog():
    """{what the source says: what is said in Spanish}, of ours alone."""
    path = ROOT / "locale/es/LC_MESSAGES/django.po"
    entries = re.findall(
        r'^msgid "(.+)"\n(?:msgid_plural .*\n)?msgstr(?:\[0\])? "(.*)"$', path.read_text(), re.M
    )
    return {plain(said): plain(in_spanish) for said, in_spanish in entries}


def plain(text):
    return text.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")


def of_template(path):
    found = IN_TEMPLATE.findall(templatize((ROOT / path).read_text()))
    return {next(filter(None, groups)).replace("\\n", "\n") for groups in found}


def of_module(path):
    calls = [
        node
        for node in ast.walk(ast.parse((ROOT / path).read_text()))
        if isinstance(node, ast.Call)
    ]
    return {
        call.args[0].value
        for call in calls
        if getattr(call.func, "id", "") in CALLS and isinstance(call.args[0], ast.Constant)
    }


def is_known(text):
    """By our catalog or by Django's own."""
    return trans_real.translation("es")._catalog.get(text) is not None or text in catalog()


class OutsideOfEnglish(HTMLParser):
    """The texts of a page, and what is read out of its attributes, but for what is marked as English."""

    def __init__(self, page):
        super().__init__()
        self.open, self.found = [], []
        self.feed(page)

    @property
    def is_english(self):
        return next((lang for _tag, lang in reversed(self.open) if lang), "") == "en"

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag not in VOID:
            self.open.append((tag, given.get("lang")))
        lang = given.get("lang")
        if lang != "en" and not (self.is_english and lang is None):
            self.found += [given[name] or "" for name in READ_OUT if name in given]

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        if not self.is_english and self.open and self.open[-1][0] != "script":
            self.found.append(text)


def in_english(page):
    """What a page says in English and does not mark so."""
    found = OutsideOfEnglish(page).found
    return [one.strip() for one in found if ENGLISH.search(one.replace("Larchmont Counseling", ""))]
