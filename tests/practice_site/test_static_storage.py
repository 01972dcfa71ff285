import brotli
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

from practice_site.static_storage import ShortStaticFiles

WRITTEN = '/* For whoever\n   writes it. */\n\n.has-error :is(input) {\n  content: "  /";\n}\n'
SHORT = '.has-error :is(input){content:"  /"}'


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


STOCK = "a { background: url(../img/a.svg) } b { background: url('data:x') } p { fill: url(#p) }"


def served(folder, sources):
    """``{name: text}`` of the sheets as pages ask for them."""
    storage = ShortStaticFiles(location=folder / "served", base_url="/static/")
    written = FileSystemStorage(location=folder / "written")
    for place in (storage, written):
        for name, text in sources.items():
            place.delete(name)
            place.save(name, ContentFile(text.encode()))
    list(storage.post_process({name: (written, name) for name in sources}))
    return {name: (folder / "served" / storage.hashed_files[name]).read_text() for name in sources}


def sources(ours):
    return {
        "css/together/desk.css": '@import url("../../admin/css/stock.css");\n@import url("../ours.css");\n',
        "admin/css/stock.css": STOCK,
        "admin/img/a.svg": "<svg/>",
        "css/ours.css": ours,
    }


def test_what_a_sheet_of_ours_imports_stands_in_it_with_its_pictures(tmp_path):
    found = served(tmp_path, sources("i { color: red }"))["css/together/desk.css"]
    assert "@import" not in found
    assert found.index("b {") < found.index("i {")
    assert "url('data:x')" in found
    assert "url(#p)" in found
    picture = found.partition('url("')[2].partition('"')[0]
    assert (tmp_path / "served/css/together" / picture).resolve().read_text() == "<svg/>"
    assert picture != "../../admin/img/a.svg"


def test_a_sheet_has_another_name_when_what_it_imports_changes(tmp_path):
    def names():
        return {file.name for file in (tmp_path / "served/css/together").glob("desk.*.css")}

    served(tmp_path, sources("i { color: red }"))
    before = names()
    found = served(tmp_path, sources("i { color: blue }"))["css/together/desk.css"]
    assert "blue" in found
    assert "red" not in found
    assert names() > before
