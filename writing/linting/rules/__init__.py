"""One rule a file: ``check(text)`` yields its findings. A new rule joins by its name in this list."""

from writing.linting.rules import (
    alt_missing,
    alt_weak,
    client_story,
    comment_left,
    dead_link,
    heading_bold,
    heading_skipped,
    link_words,
    mail_address_in_link,
    opening_missing,
    phrase,
    plain_http,
    reading_ease,
    section_empty,
    wrapped_link,
)

RULES = [
    alt_missing,
    comment_left,
    mail_address_in_link,
    wrapped_link,
    dead_link,
    opening_missing,
    heading_skipped,
    heading_bold,
    section_empty,
    link_words,
    plain_http,
    alt_weak,
    phrase,
    client_story,
    reading_ease,
]
