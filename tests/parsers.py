"""Every reader of typed or pasted text, with inputs made to be slow: is its time in proportion?

    python -m tests.parsers             everything, at 1, 10 and 100 times an ordinary text (long)
    python -m tests.parsers --short     smaller sizes, for CI
    python -m tests.parsers lint start  only these

An ordinary text is a hundredth of the documented limit. CPU time, not the clock, since others are at work;
what looks too slow is measured twice more and the median counts. The exit code is 1 if ten times the
input takes more than 15 times as long, or a hundred times more than 150 times.
"""

import argparse
import contextlib
import io
import os
import resource
import statistics
import sys
import time
from collections import Counter
from zipfile import ZIP_DEFLATED, ZipFile

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

# ruff: noqa: E402  Django has to be set up before models are imported
import django

django.setup()

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from blog.docx.upload import html_of_docx
from blog.link_offers import Target, link_offers
from blog.start.whole_text import propose
from editing import redirect_table
from editing.diffs import compare
from intake.admin import search_words
from intake.admin.searching import found_in, in_words, labels_of_codes
from writing.forms import MOST_CHARACTERS
from writing.linting import Text, lint
from writing.linting.crisis import is_about_crisis
from writing.pasting.markdown import is_markdown
from writing.pasting.pasted import blocks_from_html, blocks_from_markdown, blocks_from_text
from writing.reachable import Surroundings, with_links
from writing.sanitizer import sanitize
from writing.text import plain_text

# What Markdown opens, and nobody closes.
SIGNS = {
    "bold": "**a ", "under": "__a __b", "slanted": "*a *b ", "code": "`a ``b ", "ticks": "` `` ``` ", "brackets": "[a",
    "links": "[a](", "pictures": "![a](b", "notes": "[^a] ", "tags": "<b a", "headings": "# ", "hashes": "#", "quotes": "> ",
    "deep quotes": ">", "items": "- a\n", "deep items": "  - a\n", "loose items": "- a\n\n\n", "pipes": "|", "cells": "a|b\n-|-\n",
    "rules": "- - ", "fences": "```\n", "definitions": "[a]: /b\n", "note texts": "[^{}]: a\n", "dashes": "a\n---\n",
    "backslashes": "\\\\", "keys": "---\na: b\n", "struck": "~~a ",
}  # fmt: skip
# ``{}`` is a number that counts up.
TEXTS = {
    "prose": "We sit down, and it takes the time it takes. ",
    "initials": "A. ",
    "one letter": "a",
    "dots": ". . .",
    "spaces": " a  ",
    "short lines": "line\n",
    "blank lines": "a\n \n\n ",
    "bullets": "- x\n",
    "numbers": "{}. x\n",
    "names and": "Ana Bo and ",
    "names, names": "Ana Bo, ",
    "by": "by a and a, ",
    "open quotes": "“a ",
    "quotes": "\"' ",
    "hyphens": "a-",
    "marks": "{--a {>>b <!-- c--} ",
    "open marks": "<!-- {>> {~~ ",
    "addresses": "http://a.b/?u=http%3A%2F%2F ",
    "mail": "a.b+c@d.e, ",
    "denied": "never the best therapists in town ",
    "stories": "a client of mine, who was a very, ",
    "headings": "Head {}\n\nText of it.\n\n",
}
HTML = {
    "paragraphs": "<p>We sit down {}.</p>",
    "divs": "<div>",
    "words in divs": "<div>a",
    "formats": "<b a={}><p>a",
    "fonts": "<font color=x{}>a<p>",
    "bold and not": "<b>a</b> b ",
    "lines": "<b>a</b><br>",
    "lists": "<ul><li>a",
    "items": "<li>a",
    "tables": "<table><tr><td>a",
    "small tables": "<table><tr><td>a<td>b<tr><td>{}<td>c</table>",
    "rows": "<tr><td>a<td>b{}",
    "cells": "<td>a{}",
    "merged cells": "<tr><td rowspan=9>a<td colspan=90 rowspan=300>b",
    "merged tables": "<table><tr><td colspan=99 rowspan=999>a<td>b<tr><td>c</table>",
    "lists in cells": "<tr><td><ul><li>a<td><h2>b",
    "quotes": "<blockquote>a",
    "links": "<a href=/x{}>CBT</a> ",
    "blanks": "&nbsp;",
    "ampersands": "&",
    "no names": "&am ",
    "names of letters": "&eacute;",
    "less than": "<",
    "comments": "<!--",
    "comment links": "<a href='#_msocom_{}'>x</a>",
    "word lists": "<p style='mso-list:l0 level3'><span style='mso-list:Ignore'>{}.</span>a",
    "style sheets": "<style>.a{display:none}</style>",
    "ends": "</b></div></p>",
    "colors": "<span style='color:#fff;background:rgba(0,0,0,.{})'>a",
    "sheets": "<style>.a{}{color:red;top:-{}px}</style><p class='a{} b'>a</p>",
    "suggestions": "<suggestion-start name='deletion:{}'></suggestion-start>a",
    "suggested": "<suggestion-end name='deletion:{}'></suggestion-end><suggestion-start name='deletion:{}'>",
    "foreign": "<x{}:del>a</x{}:del>",
    "long names": "<p class='post-comment-comment-text-text-{}' data-trackopdiff='a'>a",
    "shapes": "<p style='clip-path:polygon(0 0,0 {});transform:scale(1) scale(1)'>a",
    "balloons": "<p>Commented [JA1]: a<br>b</p>",
}
TABLES = {
    "apart": "/old-{}/,/new-{}/\n",
    "to one": "/old-{}/,/new/\n",
    "chain": "/a-{}/,/a-{+}/\n",
    "chain backwards": "/a-{-}/,/a-{}/\n",
    "to itself": "/a-{}/,/a-{}/\n",
    "pairs": "/a-{}/,/b-{}/\n/b-{}/,/a-{}/\n",
    "twice": "/a/,/b-{}/\n",
    "elsewhere": "/a-{}/,https://a.example/{}\n",
    "with a question": "/a-{}/?x=1,/b/\n",
    "quotation marks": '"/a-{}/,/b/\n',
    "doubled marks": '"/a-{}/""","/b/"\n',
    "tabs": "/a-{}/\t/b/\n",
    "semicolons": "/a-{}/;/b/\n",
    "many cells": "/a-{}/,/b/,,,,,,\n",
    "empty": ",\n",
    "one cell": "/a-{}/\n",
    "long": "/a-{}" + "/x" * 40 + "/,/b/\n",
    "percent": "/a-{}-%41%2f/,/b/\n",
    "capitals": "/A-{}/,/B/\n",
    "other letters": "/ä-{}/,/ö/\n",
}
WORD = {
    "paragraphs": "<w:p><w:r><w:t>We sit down {}.</w:t></w:r></w:p>",
    "empty": "<w:p/>",
    "runs": "<w:r><w:t>a</w:t></w:r>",
    "bold runs": "<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>",
    "lines": "<w:r><w:br/><w:t>a</w:t></w:r>",
    "tables": "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "rows": "<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>",
    "styles": '<w:p><w:pPr><w:pStyle w:val="S{}"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>',
    "lists": '<w:p><w:pPr><w:numPr><w:ilvl w:val="3"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>',
    "links": '<w:p><w:hyperlink w:anchor="a{}"><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>',
    "marks": '<w:p><w:bookmarkStart w:id="{}" w:name="a{}"/><w:r><w:t>a</w:t></w:r></w:p>',
    "fields": '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    "changes": "<w:p><w:del><w:r><w:delText>a</w:delText></w:r></w:del></w:p>",
    "put in": "<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins></w:p>",
    "hidden": "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r></w:p>",
    "colors": '<w:p><w:pPr><w:shd w:fill="{}"/></w:pPr><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>a</w:t></w:r></w:p>',
    "shaded tables": '<w:tbl><w:tblPr><w:shd w:fill="000000"/></w:tblPr><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    "tabs": "<w:p><w:r><w:tab/><w:tab/></w:r></w:p>",
    "symbols": '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0{}"/></w:r></w:p>',
    "comments": '<w:p><w:commentRangeStart w:id="{}"/><w:r><w:commentReference w:id="{}"/></w:r></w:p>',
    "drop caps": '<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr><w:r><w:t>A</w:t></w:r></w:p>',
    "breaks": "<w:p><w:r><w:lastRenderedPageBreak/><w:t>a</w:t></w:r></w:p>",
}
# What a phone number or a mail address begins with, and does not go on as.
NUMBERS = {
    "digits": "5", "pairs": "55 ", "areas": "(541) ", "halves": "541-555-", "numbers": "541-555-0142 ",
    "pluses": "+", "plus digits": "+1 2", "groups": "+49 30 1 2 3 ", "dashes in a row": "5-", "spaces in entities": "5&nbsp;",
    "names": "a.", "signs": "a@", "mails": "a@b.cd ", "domains": "a@b.", "long domains": "a@b-b-b-b", "licenses": "License no. ",
    "calls": '<a href="tel:988">9</a>', "links never closed": "<a href='tel:988'>",
}  # fmt: skip
TARGETS = [Target("x", "/cbt/", ("CBT", "in town")), Target("y", "/ana/", ("Ana Bo",), True)]


def text_of(unit, size):
    text = "".join(unit.replace("{}", str(n)) for n in range(size // len(unit) + 1))[:size]
    return f"<table>{text}" if unit.startswith(("<tr>", "<td>")) else text


def table_of(unit, lines):
    count = unit.count("\n")
    return "".join(
        unit.replace("{}", str(n)).replace("{+}", str(n + 1)).replace("{-}", str(n - 1))
        for n in (range(lines // count) if "{-}" not in unit else range(lines, 0, -1))
    )


def word_of(unit, paragraphs):
    inside = "".join(unit.replace("{}", str(n)) for n in range(paragraphs))
    if unit.startswith("<w:r>"):
        inside = f"<w:p>{inside}</w:p>"
    elif unit.startswith("<w:tr>"):
        inside = f"<w:tbl>{inside}</w:tbl>"
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        document = f'<w:document xmlns:w="{namespace}"><w:body>{inside}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
    return out.getvalue()


def linted(text):
    checked = Text.of(title="Title", opening_lines=text[:300], body=text)
    return [*lint(checked), is_about_crisis(checked)]


def searched(words):
    """In the opened inquiries of years."""
    document = {"message": "a line of what somebody wrote to us " * 60, "formats": ["video"]}
    wanted, text = search_words.Wanted(words), in_words(document, labels_of_codes())
    return [found_in(wanted, [("", search_words.Text(text))]) for _row in range(5000)]


def read_word(data):
    return html_of_docx(SimpleUploadedFile("a.docx", data))


# name: (what reads it, shapes, how an input of a size is made, the documented limit)
PARSERS = {
    "lint": (linted, {**TEXTS, **{f"<{k}>": HTML[k] for k in ("links", "lines")}}, text_of, MOST_CHARACTERS),
    "start": (lambda t: propose(blocks_from_text(t, Counter())), TEXTS, text_of, MOST_CHARACTERS),
    "markdown": (
        lambda t: propose(blocks_from_markdown(t, Counter())), TEXTS | SIGNS, text_of, MOST_CHARACTERS
    ),
    "is markdown": (is_markdown, TEXTS | SIGNS, text_of, MOST_CHARACTERS),
    "byline": (lambda t: propose(blocks_from_text("by " + t)), TEXTS, text_of, MOST_CHARACTERS),
    "paste": (lambda t: propose(blocks_from_html(t, Counter())), HTML, text_of, MOST_CHARACTERS),
    "sanitizer": (lambda t: plain_text(sanitize(t)), HTML, text_of, MOST_CHARACTERS),
    "reachable": (
        lambda t: with_links(t, Surroundings("US")), {**TEXTS, **HTML, **NUMBERS}, text_of, MOST_CHARACTERS,
    ),
    "links": (lambda t: link_offers(t, TARGETS), {**TEXTS, **HTML}, text_of, MOST_CHARACTERS),
    "comparison": (
        lambda t: compare(t.split("\n"), t.replace("a", "o").split("\n")), TEXTS, text_of, MOST_CHARACTERS,
    ),
    "redirects": (
        lambda t: redirect_table.resolved(t, {}, lambda path: False), TABLES, table_of,
        redirect_table.MOST_ROWS,
    ),
    "word": (read_word, WORD, word_of, 20_000),
    "search": (searched, TEXTS, text_of, 200),
}  # fmt: skip
LEAST_SECONDS = 0.05  # what takes less says nothing


def seconds(read, given):
    """CPU time of this process and of those it started; a sentence instead of an answer is one, too."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.process_time()
    with contextlib.suppress(ValidationError):
        read(given)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() - start + after.ru_utime - before.ru_utime


def is_slow(times, base):
    return [
        number
        for number, one in enumerate(times[1:], start=1)
        if one > LEAST_SECONDS and one > 15 * 10 ** (number - 1) * max(base, LEAST_SECONDS / 10)
    ]


def measure(read, inputs):
    """Medians for the inputs, measured again while they look too slow."""
    runs = [[seconds(read, given)] for given in inputs]
    for _again in range(2):
        medians = [statistics.median(run) for run in runs]
        if not is_slow(medians, medians[0]):
            return medians
        for run, given in zip(runs, inputs, strict=True):
            run.append(seconds(read, given))
    return [statistics.median(run) for run in runs]


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("parsers", nargs="*", choices=[*PARSERS, []])
    parser.add_argument("--short", action="store_true")
    options = parser.parse_args(arguments)
    slow = 0
    for name in options.parsers or PARSERS:
        read, shapes, make, limit = PARSERS[name]
        sizes = [limit // 100, limit // 10, limit]
        if options.short:
            sizes = [limit // 250, limit // 25] if limit > 1000 else sizes[1:]
        for shape, unit in shapes.items():
            times = measure(read, [make(unit, size) for size in sizes])
            bad = is_slow(times, times[0])
            slow += bool(bad)
            said = "  ".join(
                f"{size:>7}: {one:8.3f} s" for size, one in zip(sizes, times, strict=True)
            )
            print(f"{'SLOW' if bad else 'ok':5}{name:11}{shape:18}{said}", flush=True)
    print(f"{slow} too slow")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
