"""Words of the trade that staff never read at their desk, and what we say instead."""

SAID_INSTEAD = {
    "slug": "web address",
    "object": "article, page, person: whatever it is",
    "objects": "articles, pages, people",
    "instance": "one",
    "queryset": "list",
    "null": "empty",
    "boolean": "yes or no",
    "revision": "version",
    "excerpt": "opening lines",
    "invalid": "what is wrong, in a sentence",
    "lead": "inquiry",
    "leads": "inquiries",
    "pipeline": "inquiries",
    "dead letter": "mail not delivered",
    "redirect": "old web address",
    "changelist": "list",
    "foreign key": "choice",
    "superuser": "nothing: it is nobody's business at the desk",
    "timestamp": "time",
    "metadata": "what it is about",
}
