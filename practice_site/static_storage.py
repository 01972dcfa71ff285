import re
from posixpath import dirname, join, normpath, relpath

from django.core.files.base import ContentFile, File
from whitenoise.storage import CompressedManifestStaticFilesStorage

OWN_SHEETS = "css/"
# Comments, what lines begin with, and empty lines.
FOR_READERS = re.compile(r"/\*.*?\*/|^[ \t]+|^\n", re.DOTALL | re.MULTILINE)
# Ends of lines as our formatter sets them: no string and no selector has one inside.
ENDS = {" {\n": "{", ",\n": ",", ";\n": ";", "}\n": "}", ";}": "}"}
DECLARED = re.compile(r"^([\w-]+): ", re.MULTILINE)


IMPORT = re.compile(r'@import url\("([^":]+)"\);')
# Addresses that count from the sheet's own folder.
NEAR = re.compile(r"""url\(["']?(?![/#]|[a-z]+:)([^"')]+)["']?\)""")


class ShortStaticFiles(CompressedManifestStaticFilesStorage):
    """Our style sheets are collected without what is only for whoever writes them: a page and its sheets are to
    arrive in one go. More than that a package could take out; the one tried took a space that means something.

    What a sheet of ours imports stands in it, so that a browser asks once. While somebody develops, it asks for each.
    """

    def _save(self, name: str, content: File) -> str:
        if name.startswith(OWN_SHEETS) and name.endswith(".css"):
            content.seek(0)
            sheet = self.together(name, content.read().decode())
            content = ContentFile(shortened(sheet).encode())
        return super()._save(name, content)

    def together(self, name: str, sheet: str) -> str:
        def imported(found: re.Match[str]) -> str:
            other = normpath(join(dirname(name), found[1]))
            # What goes by its content's name is made of what goes by theirs, which may not be there yet: then this
            # is saved once more.
            if not self.exists(other):
                return found[0]
            with self.open(other) as file:
                return moved(file.read().decode(), dirname(other), dirname(name))

        return IMPORT.sub(imported, sheet)


def moved(sheet: str, folder: str, to: str) -> str:
    """With the addresses that it names from its own folder."""

    def near(found: re.Match[str]) -> str:
        return f'url("{relpath(join(folder, found[1]), to)}")'

    return NEAR.sub(near, sheet)


def shortened(sheet: str) -> str:
    sheet = DECLARED.sub(r"\1:", FOR_READERS.sub("", sheet))
    for written, short in ENDS.items():
        sheet = sheet.replace(written, short)
    return sheet
