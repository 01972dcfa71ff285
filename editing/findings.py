"""What the linter finds in a text: kept with its version, and what may not go out refused."""

from dataclasses import asdict

from django.core.exceptions import ValidationError
from django.utils.text import Truncator

from editing.addresses import is_dead
from editing.models import Dismissal
from writing.linting import Text, lint
from writing.rendering import pictures_of
from writing.sanitizer import sanitize


def text_of(content, form):
    """The text in a validated form; a field somebody may not change is read from the row."""

    def value(name):
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


def refuse_blocks(content, form):
    """Raises ``ValidationError`` by field for what may not go out."""
    errors = {}
    for finding in lint(text_of(content, form)):
        if finding.is_block:
            place = finding.place if finding.place in form.fields else "__all__"
            errors.setdefault(place, []).append(sentence(finding))
    if errors:
        raise ValidationError(errors)


def keep(content, form):
    """With the version that this form made."""
    version = form.version
    version.findings = [
        asdict(finding) | {"key": finding.key, "reason": str(finding.reason), "fix": str(finding.fix)}
        for finding in lint(text_of(content, form))
    ]  # fmt: skip
    version.save(update_fields=["findings"])


def open_of(row):
    """What the linter said about the newest version and nobody has called fine, as stored."""
    version = row.newest_version()
    answered = set(Dismissal.objects.of(row).values_list("key", flat=True))
    found = version.findings if version else []
    return [finding for finding in found if finding["key"] not in answered]


def dismiss(row, finding, reason, by):
    Dismissal.objects.create(
        version=row.newest_version(),
        key=finding["key"],
        rule=finding["rule"],
        reason=reason,
        by=by,
        by_name=by.get_full_name(),
    )


def sentence(finding):
    words = f"“{Truncator(finding.words).chars(80)}”: " if finding.words else ""
    return f"{words}{finding.reason} {finding.fix}"
