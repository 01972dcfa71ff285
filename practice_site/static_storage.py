import re

from django.core.files.base import ContentFile, File
from whitenoise.storage import CompressedManifestStaticFilesStorage

OWN_SHEETS = "css/"
# Comments, what lines begin with, and empty lines.
FOR_READERS = re.compile(r"/\*.*?\*/|^[ \t]+|^\n", re.DOTALL | re.MULTILINE)


class ShortStaticFiles(CompressedManifestStaticFilesStorage):
    """Our style sheets are collected without what is only for whoever writes them: a page and its sheets are to
    arrive in one go. More than that a package could take out; the one tried took a space that means something."""

    def _save(self, name: str, content: File) -> str:
        if name.startswith(OWN_SHEETS) and name.endswith(".css"):
            content.seek(0)
            content = ContentFile(shortened(content.read().decode()).encode())
        return super()._save(name, content)


def shortened(sheet: str) -> str:
    return FOR_READERS.sub("", sheet)
