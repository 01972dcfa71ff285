"""What a browser would send from the page that holds what somebody typed."""

import re
from html import unescape

FORM = re.compile(r'<form[^>]* method="post".*?</form>', re.DOTALL)
FIELD = re.compile(
    r'<input[^>]*? name="(?P<name>[^"]*)"(?:[^>]*? value="(?P<value>[^"]*)")?|'
    r'<textarea[^>]*? name="(?P<area>[^"]*)"[^>]*>\n?(?P<text>[^<]*)',
    re.DOTALL,
)


def fields_of(html):
    """{name: [values]}, with line ends as browsers write them."""
    form = FORM.search(html)
    sent = {}
    for field in FIELD.finditer(form[0]) if form else ():
        name = field["name"] or field["area"]
        value = unescape((field["value"] if field["name"] else field["text"]) or "")
        value = value.replace("\r\n", "\n").replace("\n", "\r\n")
        sent.setdefault(unescape(name), []).append(value)
    return sent
