"""The small file: keys under their passphrases, and the numbers of what was erased."""

import io
import json
import uuid
from collections.abc import Callable, Iterator
from datetime import date

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.crypto import constant_time_compare, salted_hmac

from intake.models import KeyHolder, Tombstone
from intake.room import holders, passphrases, roll
from practice_site.backup import rows, versions
from sealing.envelopes import CannotOpen, PrivateKey, open_sealed

FORMAT = 2
# Those of the first format say nothing of generations, and prove nothing.
READABLE = {1, FORMAT}


class CannotUnlock(ValueError):
    """Nobody, or not this one, can open the backup; the sentence says why."""


def as_text() -> str:
    """To be called in the same moment as the rows are read."""
    out = io.StringIO()
    for model in rows.key_models():
        rows.write(model, out)
    people = KeyHolder.objects.people().values_list("pk", "user__username")
    now = roll.look()
    data = {
        "format": FORMAT,
        "migrations": sorted(versions.applied()),
        "rows": out.getvalue(),
        "people": {str(pk): name for pk, name in people},
        "erased": [
            [str(pk), day.isoformat()]
            for pk, day in Tombstone.objects.values_list("inquiry_id", "erased_on")
        ],
        "generation": now.generation,
    }
    # Keys that somebody else has changed would count again by a restore.
    proof = proof_of(data, settings.SECRET_KEY) if now.holds else ""
    return json.dumps({**data, "proof": proof}, indent=1)


def proof_of(data: dict[str, object], secret: str) -> str:
    text = json.dumps(data, sort_keys=True)
    return salted_hmac(
        "practice_site.backup.keys", text, secret=secret, algorithm="sha256"
    ).hexdigest()


class Keys:
    def __init__(self, text: str) -> None:
        try:
            data = json.loads(text)
            if data["format"] not in READABLE:
                raise ValueError
            self.generation, proof = data.get("generation", 0), data.pop("proof", "")
            # None where the file does not say it: then it is of the backup's own version.
            self.migrations = data.get("migrations") and set(data["migrations"])
            self.lines = io.StringIO(data["rows"]).readlines()
            # Of whatever version: who opens it has to be known before the version is.
            self.take(self.lines, is_strict=False)
            self.people = data["people"]
            self.erased = [(uuid.UUID(pk), date.fromisoformat(day)) for pk, day in data["erased"]]
        except (ValueError, LookupError, TypeError, AttributeError, ValidationError) as error:
            raise CannotUnlock("The file of keys cannot be read, or is none.") from error
        secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
        self.is_signed = any(constant_time_compare(proof, proof_of(data, key)) for key in secrets)

    def take(self, lines: list[str], *, is_strict: bool = True) -> None:
        by_label = {label: [] for label in rows.OF_KEYS}
        for row in rows.read(lines, is_strict=is_strict):
            by_label[row._meta.label].append(row)
        self.practice_keys, self.holders, self.grants = by_label.values()

    def unproven_lines(self) -> Iterator[str]:
        """For a migration that would vouch again for what it finds vouched for: whether these count is
        decided by the file, whole and newest, and by nothing in it."""
        for line in self.lines:
            row = json.loads(line)
            row["fields"] |= {"proof": ""} if "proof" in row["fields"] else {}
            yield json.dumps(row)

    def holder(self, *, sheet: str = "", username: str = "") -> KeyHolder:
        for holder in self.holders:
            if (holder.sheet == sheet) if sheet else self.people.get(str(holder.pk)) == username:
                return holder
        who = f"sheet {sheet}" if sheet else username
        raise CannotUnlock(f"The file of keys knows nothing of {who}.")

    def private_key(self, key_id: uuid.UUID, holder: KeyHolder, secret: str) -> PrivateKey:
        """The practice key, opened with a passphrase or the code of a sheet."""
        row = next((key for key in self.practice_keys if key.pk == key_id), None)
        if row is None:
            raise CannotUnlock(
                "The file of keys is older than the backup, or of another practice: it does not "
                "have the key that closes it."
            )
        if row.destroyed_on:
            raise CannotUnlock(
                f"The key of this backup was destroyed on {row.destroyed_on}: what was written "
                "then had all been erased. Nobody can open it any more."
            )
        grant = next(
            (g for g in self.grants if g.practice_key_id == key_id and g.holder_id == holder.pk),
            None,
        )
        if grant is None:
            raise CannotUnlock("This one cannot open this backup. Try somebody else, or a sheet.")
        try:
            own = holders.private_key_of(holder, secret)
            raw = open_sealed(grant.sealed, own, grant.seal_context(key_id, holder.pk))
        except passphrases.WrongPassphrase as error:
            raise CannotUnlock(
                "That is not the passphrase, or not the code on the sheet."
            ) from error
        except CannotOpen as error:
            raise CannotUnlock(str(error)) from error
        return holders.PrivateKey(key_id, raw)

    def restore(self, say: Callable[[str], object], newest: int) -> None:
        """After the people, and after the log: ``newest`` is the last generation of keys that anybody knows
        of. What is older, or was not written by this site, counts for nothing until somebody has looked."""
        counts = self.is_signed and self.generation >= newest
        if not counts:
            # An older log came back with them, and by that one they would count.
            for one in (*self.practice_keys, *self.holders):
                one.proof = ""
        self.restore_rows(say)
        if counts:
            roll.record(after=self.generation)
        else:
            say(
                "The file of keys is older than what this site knows of its keys, or was written elsewhere. "
                "Nothing is opened, and the form stays shut, until manage.py vouch_for_keys has been run."
            )

    def restore_rows(self, say: Callable[[str], object]) -> None:
        """The keys of whoever is no longer, or not yet, among them are left out."""
        known = dict(get_user_model().objects.values_list("username", "pk"))
        kept = set()
        for key in self.practice_keys:
            key.save(force_insert=True)
        for holder in self.holders:
            name = self.people.get(str(holder.pk))
            if holder.sheet or name in known:
                holder.user_id = None if holder.sheet else known[name]
                holder.save(force_insert=True)
                kept.add(holder.pk)
            else:
                say(f"{name} had a key and was not here yet when the backup was made: left out.")
        for grant in self.grants:
            if grant.holder_id in kept:
                grant.pk = None
                grant.save(force_insert=True)
        for pk, day in self.erased:
            Tombstone.objects.get_or_create(inquiry_id=pk, defaults={"erased_on": day})
