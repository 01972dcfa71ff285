import brotli
from django.core.files.base import ContentFile

from practice_site.static_storage import ShortStaticFiles

WRITTEN = '/* For whoever\n   writes it. */\n\n.has-error :is(input) {\n  content: "  /";\n}\n'
SHORT = '.has-error :is(input) {\ncontent: "  /";\n}\n'


def collected(folder, name):
    """The sheet as it was, and as the site serves it: under a name of its content, and compressed."""
    storage = ShortStaticFiles(location=folder, base_url="/static/")
    text = WRITTEN + "a { color: red }\n" * 50
    storage.save(name, ContentFile(text.encode()))
    [(_name, served, _done)] = list(storage.post_process({name: (storage, name)}))[:1]
    assert served != name
    files = [folder / name, folder / served]
    compressed = brotli.decompress((folder / f"{served}.br").read_bytes())
    return [*(file.read_text() for file in files), compressed.decode()]


def test_our_sheets_are_served_without_what_is_for_readers(tmp_path):
    for text in collected(tmp_path, "css/site.css"):
        assert text.lstrip().startswith(SHORT)


def test_the_sheets_of_others_are_served_as_they_are(tmp_path):
    for text in collected(tmp_path, "admin/css/base.css"):
        assert text.startswith(WRITTEN)
