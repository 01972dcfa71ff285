"""What lies on the clipboard, in the shapes of seven programs. Each knows how to write the same things."""

from html import escape


class Word:
    """A paragraph of Word for Windows; the others say what they write otherwise."""

    wrap = "<html><body lang=EN-US><!--StartFragment-->{}<!--EndFragment--></body></html>"
    line = "<p class=MsoNormal style='margin:0in'><span style='font-size:12.0pt'>{}<o:p></o:p></span></p>"
    head = "<h2 style='mso-list:none'>{}<o:p></o:p></h2>"
    quoted = "<blockquote style='margin:0'><p class=MsoNormal>{}</p></blockquote>"

    def p(self, html):
        return self.line.format(html)

    def h(self, html):
        return self.head.format(html)

    def quote(self, html):
        return self.quoted.format(html)

    def item(self, html, number=None):
        sign = "·" if number is None else f"{number}."
        return (
            f"<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level1 lfo1'><![if !supportLists]><span "
            f"style='mso-list:Ignore'>{sign}<span style='font:7.0pt'>&nbsp;&nbsp; </span></span><![endif]>{html}</p>"
        )

    def items(self, *htmls, start=None):
        numbers = [None if start is None else start + n for n, _html in enumerate(htmls)]
        return "".join(self.item(html, number) for html, number in zip(htmls, numbers, strict=True))

    def link(self, href, words):
        return f'<a href="{escape(href)}">{words}</a>'

    def up(self, words):
        return f"<sup>{words}</sup>"

    def break_(self):
        return "<br>"

    def mark(self, n):
        return f'<a style=\'mso-footnote-id:ftn{n}\' href="#_ftn{n}" name="_ftnref{n}"><sup>[{n}]</sup></a>'

    def note(self, n, html):
        return (
            f"<div style='mso-element:footnote' id=ftn{n}><p class=MsoFootnoteText><a href=\"#_ftnref{n}\" "
            f'name="_ftn{n}"><sup>[{n}]</sup></a> {html}</p></div>'
        )

    def emoji(self, sign):
        return sign

    def whole(self, *parts):
        return self.wrap.format("".join(parts))


class Lists:
    """Lists as HTML has them."""

    tags = ("<ul>", "<ol{}>")
    li = "<li>{}</li>"

    def items(self, *htmls, start=None):
        opening = self.tags[0] if start is None else self.tags[1].format(f' start="{start}"')
        closing = "</ul>" if start is None else "</ol>"
        return opening + "".join(self.li.format(html) for html in htmls) + closing


class WordOnline(Lists, Word):
    wrap = "{}"
    line = (
        '<div class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1"><span class="TextRun SCXW1"><span '
        'class="NormalTextRun SCXW1">{}</span></span><span class="EOP SCXW1">&nbsp;</span></p></div>'
    )
    head = '<div class="OutlineElement"><p class="Paragraph" role="heading" aria-level="2"><span>{}</span></p></div>'
    li = '<li role="listitem" class="OutlineElement"><p class="Paragraph"><span>{}</span></p></li>'

    def items(self, *htmls, start=None):
        """Each in a list of its own."""
        numbers = [None if start is None else start + n for n, _html in enumerate(htmls)]
        lists = (
            super(WordOnline, self).items(html, start=n)
            for html, n in zip(htmls, numbers, strict=True)
        )
        return "".join(f'<div class="ListContainerWrapper">{one}</div>' for one in lists)

    def up(self, words):
        return f'<span class="TextRun Superscript" style="vertical-align:super;font-size:8pt">{words}</span>'


class GoogleDocs(Lists, Word):
    wrap = '<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-0">{}</b>'
    line = '<p dir="ltr" style="line-height:1.38"><span style="font-weight:400;white-space:pre-wrap">{}</span></p>'
    head = '<h2 dir="ltr"><span style="font-weight:400">{}</span></h2>'
    li = '<li dir="ltr" style="list-style-type:decimal" aria-level="1"><p dir="ltr" role="presentation"><span>{}</span></p></li>'

    def link(self, href, words):
        return f'<a href="https://www.google.com/url?q={escape(href)}&amp;sa=D&amp;source=editors"><span>{words}</span></a>'

    def up(self, words):
        return f'<span style="font-size:0.6em;vertical-align:super">{words}</span>'

    def mark(self, n):
        return f'<sup><a href="#ftnt{n}" id="ftnt_ref{n}">[{n}]</a></sup>'

    def note(self, n, html):
        return f'<div><p><a href="#ftnt_ref{n}" id="ftnt{n}">[{n}]</a> {html}</p></div>'


class Pages(Lists, Word):
    wrap = '<html><head><style type="text/css">p.p1 {{margin: 0px}}</style></head><body>{}</body></html>'
    line = '<p class="p1"><span class="s1">{}</span></p><p class="p2"><br></p>'
    head = '<h2 class="p3"><b>{}</b></h2>'
    tags = ('<ul class="ul1">', '<ol class="ol1"{}>')
    li = '<li class="li1"><span class="s2"></span>{}</li>'


class LibreOffice(Lists, Word):
    wrap = '<html><body lang="en-US" dir="ltr">{}</body></html>'
    line = '<p style="line-height: 100%; margin-bottom: 0in"><font face="Liberation Serif">{}</font></p>'
    head = '<h2 class="western">{}</h2>'
    li = '<li><p style="margin-bottom: 0in">{}</p></li>'

    def mark(self, n):
        return f'<a class="sdfootnoteanc" name="sdfootnote{n}anc" href="#sdfootnote{n}sym"><sup>{n}</sup></a>'

    def note(self, n, html):
        return (
            f'<div id="sdfootnote{n}"><p class="sdfootnote-western"><a class="sdfootnotesym" name="sdfootnote{n}sym" '
            f'href="#sdfootnote{n}anc">{n}</a> {html}</p></div>'
        )


class Outlook(Word):
    wrap = '<html><body><div class="WordSection1">{}</div></body></html>'
    line = '<p class="x_MsoNormal" style="margin:0in">{}</p><p class="x_MsoNormal"><o:p>&nbsp;</o:p></p>'

    def link(self, href, words):
        wrapped = f"https://nam02.safelinks.protection.outlook.com/?url={escape(href).replace(':', '%3A').replace('/', '%2F')}&amp;data=05"
        return f'<a href="{wrapped}">{words}</a>'


class Gmail(Lists, Word):
    wrap = '<div dir="ltr">{}</div>'
    line = "<div>{}</div><div><br></div>"
    head = '<div><font size="4"><h2>{}</h2></font></div>'
    quoted = (
        '<blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>{}</div></blockquote>'
    )

    def emoji(self, sign):
        return f'<img data-emoji="{sign}" class="an1" alt="{sign}" aria-label="{sign}" src="https://mail.example/e.png">'


PROGRAMS = {
    one.__name__: one()
    for one in (Word, WordOnline, GoogleDocs, Pages, LibreOffice, Outlook, Gmail)
}
