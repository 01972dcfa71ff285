"""What one rule finds in a text, as the words it is about."""

from writing.linting import Text


def found(rule, body="", **parts):
    return [finding.passage for finding in rule.check(Text.of(body=body, **parts))]


def found_in_sentence(rule, sentence):
    return found(rule, f"<p>{sentence}</p>")
