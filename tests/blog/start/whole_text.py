"""A text as somebody hands it in, and the two steps that make an article of it."""

LETTER = """The Drawer Nobody Opens

by Ines Calder, Doctoral Intern

“I keep it shut so that the rest of the kitchen can stay clean.”

Somebody told me about a drawer once, and we spent a month on it before either of us laughed. It holds string.

What a Drawer Is For

Most of us own one. It usually holds:

  • String that might be needed.

  • A key to a house sold long ago.

  • Three candles, one of them used.

None of it is rubbish, and none of it is in use. That is rather the point.

Opening It Slowly

Pull it out an inch. You may close it again.

Would you like company while you look? Meet our team and get started by clicking below.

Rupert Finch"""
START = "/admin/blog/article/start/"


def proposed(response):
    """What a browser would send back for the second step, untouched."""
    form = response.context["form"]
    data = dict(response.context["source"])
    for bound in form:
        value = bound.value()
        if value is not False and value is not None:
            data[bound.html_name] = value
    return data
