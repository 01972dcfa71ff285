"""Making a backup, reading it, and putting everything back as it was."""

import io
import json
import tarfile
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any, TextIO

from django.db import transaction
from django.utils import timezone

from intake import erasing
from intake.models import RoomEvent, Tombstone
from intake.room import roll
from pages import error_page_facts
from practice_site.backup import earlier, keys, mail, pictures, rows, versions
from practice_site.backup.stream import Damaged, Head, SealedReader, SealedWriter
from practice_site.backup.versions import Refused
from sealing.envelopes import PrivateKey, PublicKey

KEYS_NAME = "keys.json"
ROWS, MANIFEST = "rows.jsonl", "manifest.json"
Say = Callable[[str], object]
TakeRows = Callable[[Iterable[str], list[str]], None]
TakePicture = Callable[[str, IO[bytes]], object]


class Unfinished(Exception):
    """The rows are back and the pictures are not; the sentence says what to do."""


def make(directory: str | Path, say: Say, *, only_keys: bool = False) -> Path:
    """Writes both files into ``directory``; returns the path of the backup, or of the keys alone.

    Each has its name only once it is whole.
    """
    directory = Path(directory)
    directory.mkdir(parents=True, exist_ok=True)
    with rows.one_moment(), tempfile.TemporaryFile("w+", encoding="utf-8") as lines:
        key = roll.look().current
        if key is None:
            raise Refused(
                "Nothing can be sealed: see the page “Access” for what is missing or wrong."
            )
        key_text = keys.as_text()
        if not only_keys:
            numbers = {}
            for model in rows.saved_models():
                numbers[model._meta.label] = rows.write(model, lines)
                say(f"{model._meta.label}: {numbers[model._meta.label]}")
            path = directory / f"site-{timezone.now():%Y-%m-%dT%H%M%S}.backup"
            with whole_or_none(path) as half, half.open("wb") as file:
                write_archive(file, key.public_key, lines, numbers, say)
    keys_path = directory / KEYS_NAME
    with whole_or_none(keys_path) as half:
        half.write_text(key_text)
    return keys_path if only_keys else path


@contextmanager
def whole_or_none(path: Path) -> Iterator[Path]:
    """Where to write what gets the name ``path`` in the end, or disappears if anything goes wrong."""
    half = path.with_suffix(".part")
    try:
        half.unlink(missing_ok=True)
        half.touch(mode=0o600)
        yield half
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise


def write_archive(
    file: IO[bytes], public_key: PublicKey, lines: TextIO, numbers: dict[str, int], say: Say
) -> None:
    sealed = SealedWriter(file, public_key)
    manifest = {
        "rows": numbers,
        "migrations": sorted(versions.applied()),
        "made_at": timezone.now().isoformat(timespec="seconds"),
    }
    buffered = io.BufferedWriter(sealed)
    with tarfile.open(fileobj=buffered, mode="w|") as archive:
        put(archive, MANIFEST, io.BytesIO(json.dumps(manifest).encode()))
        lines.flush()
        put(archive, ROWS, lines.buffer)
        put_pictures(archive, say)
    buffered.flush()
    sealed.finish()


def put(archive: tarfile.TarFile, name: str, file: IO[bytes]) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = file.seek(0, io.SEEK_END)
    file.seek(0)
    archive.addfile(entry, file)


def put_pictures(archive: tarfile.TarFile, say: Say) -> None:
    """People go on working: a picture that somebody removes meanwhile is no reason to have no backup."""
    found, gone = pictures.files(), 0
    for path in found:
        try:
            file = path.open("rb")
        except FileNotFoundError:
            gone += 1
            continue
        with file:
            put(archive, pictures.name_in_archive(path), file)
    say(f"pictures: {len(found) - gone}")
    if gone:
        say(f"pictures that were removed while this ran, and left out: {gone}")


def check(
    file: IO[bytes], head: Head, private_key: PrivateKey, found_keys: keys.Keys, say: Say
) -> dict[str, Any]:
    """Reads the whole backup and writes nothing; returns its manifest. Raises ``Damaged`` and ``Refused``."""
    numbers = {}

    def counted(lines: Iterable[str]) -> Iterator[str]:
        for line in lines:
            label = json.loads(line)["model"]
            numbers[label] = numbers.get(label, 0) + 1
            yield line

    def take_rows(lines: Iterable[str], names: list[str]) -> None:
        for _line in earlier.as_today(counted(lines), names, found_keys, say):
            pass

    manifest = walk(file, head, private_key, take_rows, lambda name, stream: stream.read())
    if numbers != by_label(manifest["rows"]):
        raise Damaged("The backup does not hold as many rows as it says.")
    return manifest


def restore(
    file: IO[bytes],
    head: Head,
    private_key: PrivateKey,
    found_keys: keys.Keys,
    say: Say,
    *,
    may_replace: bool,
) -> int:
    """All or nothing. Pictures cannot be taken back as rows can, so they come when the rows are in.

    Returns how many inquiries were erased again. Raises ``Damaged`` and ``Refused`` with nothing
    changed, and ``Unfinished``.
    """
    versions.refuse_unmigrated()
    with pictures.waiting() as folder:
        with transaction.atomic(durable=True):
            if not may_replace and holds_something():
                raise Refused(
                    "This database holds content already. --replace throws all of it away."
                )
            take_picture = partial(pictures.unpack, folder)
            again = put_back(file, head, private_key, found_keys, say, take_picture)
        error_page_facts.refresh()
        try:
            pictures.put_in_place(folder)
        except OSError as error:
            raise Unfinished(
                f"Everything is restored but pictures: {error.filename}: {error.strerror}. Put that "
                "right, and run the same command again with --replace."
            ) from error
    return again


def put_back(
    file: IO[bytes],
    head: Head,
    private_key: PrivateKey,
    found_keys: keys.Keys,
    say: Say,
    take_picture: TakePicture,
) -> int:
    """All rows; what was erased since is erased again before anybody can see it."""
    newest = roll.look().generation
    found_keys.erased += list(Tombstone.objects.values_list("inquiry_id", "erased_on"))
    rows.empty_tables()

    def take_rows(lines: Iterable[str], names: list[str]) -> None:
        tell(rows.load(earlier.as_today(lines, names, found_keys, say)), say)

    walk(file, head, private_key, take_rows, take_picture)
    rows.reset_sequences()
    found_keys.restore(say, max(newest, roll.look().generation))
    again = erasing.replay()
    mail.stop_old()
    mail.follow_key(say)
    RoomEvent.objects.note(RoomEvent.Kind.RESTORED, number=again)
    return again


def walk(
    file: IO[bytes],
    head: Head,
    private_key: PrivateKey,
    take_rows: TakeRows,
    take_picture: TakePicture,
) -> dict[str, Any]:
    """Goes through the archive once, from front to back; returns the manifest."""
    stream = io.BufferedReader(SealedReader(file, head, private_key))
    manifest: Any = None  # what JSON holds
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for entry in archive:
                content: Any = archive.extractfile(entry)
                if entry.name == MANIFEST:
                    manifest = json.load(content)
                elif entry.name == ROWS:
                    take_rows((line.decode() for line in content), manifest["migrations"])
                else:
                    take_picture(entry.name, content)
        while stream.read(1 << 16):
            pass
    except tarfile.TarError as error:
        raise Damaged("The backup was damaged or cut off after it was written.") from error
    if manifest is None:
        raise Damaged("The backup is empty.")
    return manifest


def holds_something() -> bool:
    labels = {"staff.User", "intake.Inquiry", "pages.Practice"}
    return any(
        model._base_manager.exists() for model in rows.models() if model._meta.label in labels
    )


def tell(numbers: dict[str, int], say: Say) -> None:
    for label, number in numbers.items():
        say(f"{label}: {number}")


def by_label(numbers: dict[str, int]) -> dict[str, int]:
    """As the rows name their models, and without those that have none."""
    return {label.lower(): number for label, number in numbers.items() if number}
