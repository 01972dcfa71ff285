"""What the linter finds in a text: kept with its version, and what may not go out refused."""

from dataclasses import asdict
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import Truncator

from editing.addresses import is_dead
from editing.contents import PublishableContent
from editing.forms import VersionedForm
from editing.models import Dismissal, Editable, Version
from staff.models import User
from writing.linting import Finding, Text, lint
from writing.rendering import pictures_of
from writing.sanitizer import sanitize

# Versions hold findings by these keys since the first of them: {name in a Finding: key in the row}.
STORED_AS = {"field": "place", "passage": "words"}

# By the names of a ``Finding``, and with its ``key``.
StoredFinding = dict[str, Any]


def text_of(content: PublishableContent, form: VersionedForm) -> Text:
    """The text in a validated form; a field somebody may not change is read from the row."""

    def value(name: str) -> Any:
        return form.cleaned_data.get(name, getattr(form.instance, name, None))

    parts = {part: value(name) or "" for part, name in content.lint_parts.items()}
    body = sanitize(parts.pop("body", ""))
    lead_image = value("lead_image") if "lead_image" in form.fields else None
    return Text.of(
        body=body,
        lead_image=lead_image,
        images=pictures_of(body),
        invitation={name: value(name) or "" for name in content.lint_invitation},
        is_dead=is_dead,
        **parts,
    )


def as_stored(finding: Finding) -> dict[str, Any]:
    row = asdict(finding) | {"key": finding.key}
    row |= {"reason": str(finding.reason), "fix": str(finding.fix)}
    return {STORED_AS.get(name, name): value for name, value in row.items()}


def of_version(version: Version) -> list[StoredFinding]:
    names = {stored: name for name, stored in STORED_AS.items()}
    return [{names.get(key, key): value for key, value in row.items()} for row in version.findings]


def refuse_blocks(content: PublishableContent, form: VersionedForm) -> None:
    """Raises ``ValidationError`` by field for what may not go out."""
    errors = {}
    for finding in lint(text_of(content, form)):
        if finding.is_block:
            name = finding.field if finding.field in form.fields else "__all__"
            errors.setdefault(name, []).append(sentence(finding))
    if errors:
        raise ValidationError(errors)


def keep(content: PublishableContent, form: VersionedForm) -> None:
    """With the version that this form made."""
    version = form.version
    version.findings = [as_stored(finding) for finding in lint(text_of(content, form))]
    version.save(update_fields=["findings"])


def open_of(row: Editable) -> list[StoredFinding]:
    """What the linter said about the newest version and nobody has called fine."""
    version = row.newest_version()
    answered = set(Dismissal.objects.of(row).values_list("key", flat=True))
    found = of_version(version) if version else []
    return [finding for finding in found if finding["key"] not in answered]


def dismiss(row: Editable, finding: StoredFinding, reason: str, by: User) -> None:
    Dismissal.objects.create(
        version=row.newest_version(),
        key=finding["key"],
        rule=finding["rule"],
        reason=reason,
        by=by,
        by_name=by.get_full_name(),
    )


def sentence(finding: Finding) -> str:
    quoted = f"“{Truncator(finding.passage).chars(80)}”: " if finding.passage else ""
    return f"{quoted}{finding.reason} {finding.fix}"
