"""Who wrote a text, for every way in: what is typed, pasted, forged, copied or brought back.

A name is exactly one person of ours and becomes that person; or may be somebody of ours, and then
somebody is asked and the text waits; or is nobody's. What was answered is never asked again.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from blog.models import Article, AuthorshipAnswer
from blog.rewriting import rewrote
from blog.signatures import Text, is_signed
from staff.models import User
from team.models import Supervision, Therapist
from team.names import Likeness, as_asked, is_title, key_of, likeness, people_in

# Of a name and of a title; of both together.
LONGEST, LONGEST_KEY = 120, 300

# A byline as the form has it: ``therapist``, ``name`` and ``title``.
Row = dict[str, Any]

SUPERVISED_BY = re.compile(r"[,;(\s]*\bsupervised by\s+(?P<who>[^;()]*)\)?\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Question:
    """Whether one of ``people`` is meant by ``name``; without a name: whether they wrote the text."""

    people: tuple[Therapist, ...]
    name: str = ""

    def key(self, person: Therapist) -> str:
        """What an answer about one of them is kept under; nothing where it is about the text."""
        return answer_key(self.name, person) if self.name else ""

    @property
    def token(self) -> str:
        about = repr(sorted((person.pk, self.key(person)) for person in self.people))
        return hashlib.sha256(about.encode()).hexdigest()[:16]

    @property
    def sentence(self) -> str:
        names = _(" or ").join(f"{person.name} ({person.title})" for person in self.people)
        if self.name:
            return _("“%(name)s”: is this %(people)s?") % {"name": self.name, "people": names}
        question = _("Did %(people)s write this? Nobody of that name is among the authors.")
        return question % {"people": names}


class Team:
    """Everybody with a profile, and what has been said about names and about this article; read
    once for one text, one query each."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @classmethod
    def of(cls, article: Article) -> "Team":
        """The same one for the same object, as long as one page takes."""
        return article.__dict__.setdefault("team_as_read", cls(article))

    @cached_property
    def profiles(self) -> list[Therapist]:
        return list(Therapist.objects.order_by("pk"))

    @cached_property
    def people(self) -> list[Therapist]:
        return one_row_each(self.profiles, self.article.language)

    @cached_property
    def shown_as(self) -> dict[int, int]:
        """Which of ``people`` a profile in whatever language is: ``{therapist id: therapist id}``."""
        shown = {profile.translation_of_id or profile.pk: profile.pk for profile in self.people}
        return {
            profile.pk: shown[profile.translation_of_id or profile.pk] for profile in self.profiles
        }

    def own(self, account: int | None) -> set[int]:
        """Who of ``people`` has this account."""
        return {
            self.shown_as[profile.pk]
            for profile in self.profiles
            if account and profile.user_id == account
        }

    @cached_property
    def answers(self) -> list[AuthorshipAnswer]:
        return list(AuthorshipAnswer.objects.about(self.article))

    @cached_property
    def said_of_names(self) -> dict[tuple[str, int], AuthorshipAnswer]:
        """The last answer about each name and person: ``{(key, therapist id): answer}``."""
        return {(row.key, row.therapist_id): row for row in self.answers if row.key}

    @cached_property
    def said_of_article(self) -> dict[int, bool]:
        """The last answer on whether somebody wrote this article: ``{therapist id: is_them}``."""
        return {row.therapist_id: row.is_them for row in self.answers if not row.key}

    @cached_property
    def supervisors(self) -> dict[int, set[int | None]]:
        """Who answers for somebody today: ``{supervisee id: {supervisor id, deputy id}}``."""
        found = {}
        for row in Supervision.objects.current():
            answering = {self.shown_as.get(pk) for pk in (row.supervisor_id, row.deputy_id)}
            found.setdefault(self.shown_as[row.supervisee_id], set()).update(answering)
        return found

    def began(self, user: User | None = None) -> set[int | None]:
        """Whose accounts the text was begun from, and what it was copied from; a new one, from
        ``user``’s. Of a text that visitors have read, its authors as well: one who is taken out."""
        if self.article.pk is None:
            return self.own(user and user.pk)
        began = set(self.article.begun_by.values_list("pk", flat=True))
        if self.article.was_public:
            began |= set(self.article.bylines.values_list("therapist", flat=True))
        return self.own(self.article.created_by_id) | {self.shown_as.get(pk) for pk in began}

    def said(self, text: str, person: Therapist) -> bool | None:
        """Whether somebody has said that this name is, or is not, this person; else None. A no holds
        for nothing that is more like their name than what was asked about."""
        row = self.said_of_names.get((answer_key(text, person), person.pk))
        if row is None or row.is_them:
            return row.is_them if row else None
        return None if likeness(text, person.name) > likeness(row.name, person.name) else False

    def known(self, text: str) -> Therapist | None:
        """The one person this name is, by its letters or by somebody's word; else None."""
        said = {person: self.said(text, person) for person in self.people}
        found = [person for person in said if said[person]] or [
            person
            for person in said
            if said[person] is None and likeness(text, person.name) == Likeness.SAME
        ]
        return found[0] if len(found) == 1 else None

    def rows(self, rows: Iterable[Row]) -> list[Row]:
        """Byline rows (``therapist``, ``name``, ``title``) with every name that is one of ours as
        that person; a row that names several becomes several where one of them is ours."""
        return [new for row in rows for new in self.rows_of(row)]

    def rows_of(self, row: Row) -> list[Row]:
        if row.get("therapist") or not row["name"]:
            return [row]
        line = line_of(row)
        found = people_in(line, self.known, is_title)
        if not any(named.who for named in found):
            who = self.known(line)
            return [self.row_for(who, row["title"])] if who else [row]
        return [
            self.row_for(named.who, named.title)  # type: ignore[arg-type]
            if named.who
            else {"therapist": None, "name": named.name[:LONGEST], "title": named.title[:LONGEST]}
            for named in found
        ]

    def row_for(self, therapist: Therapist, title: str) -> Row:
        match = SUPERVISED_BY.search(title)
        if match and self.is_supervisor_of(match["who"], therapist):
            # The site says this itself, from the record.
            title = title[: match.start()]
        return {"therapist": therapist, "name": "", "title": title.strip(" ,;")[:LONGEST]}

    def is_supervisor_of(self, text: str, therapist: Therapist) -> bool:
        answering = self.supervisors.get(self.shown_as[therapist.pk], ())
        return any(likeness(text, person.name) for person in self.people if person.pk in answering)

    def asked(self, rows: Iterable[Row]) -> Iterator[Question]:
        """Questions about names in these rows that may be somebody's and are nobody's yet."""
        chosen = self.chosen(rows)
        answering = {pk for chosen_id in chosen for pk in self.supervisors.get(chosen_id, ())}
        for row in rows:
            # Of a title nothing is read as initials: two letters are a degree there.
            line = f", {row.get('title', '')}" if row.get("therapist") else line_of(row)
            # A supervisor in a title is there as such.
            skipped = chosen | answering if row.get("therapist") else chosen
            near = [
                person
                for person in self.people
                if person.pk not in skipped and likeness(line, person.name)
            ]
            yield from self.questions_on(line, near)

    def chosen(self, rows: Iterable[Row]) -> set[int]:
        return {self.shown_as[row["therapist"].pk] for row in rows if row.get("therapist")}

    def questions_on(self, line: str, near: list[Therapist]) -> Iterator[Question]:
        by_name = {}
        for person in near:
            open_names = [
                n for n in as_asked(line, person.name) if self.said(n, person) is not False
            ]
            if open_names:
                by_name.setdefault(open_names[0], []).append(person)
        for name, people in by_name.items():
            yield Question(tuple(people), name[:LONGEST_KEY])


def questions(
    team: Team, rows: Iterable[Row], text: Text, user: User | None = None
) -> Iterator[Question]:
    """Everything that somebody has to answer before this text may go out, in order.

    Of supervised people it is asked too whether they wrote a text that was begun from their account,
    or that somebody signed with their name. ``user``: who begins a new one.
    """
    by_name = list(team.asked(rows))
    yield from by_name
    chosen = team.chosen(rows)
    chosen |= {
        person.pk for question in by_name for person in question.people
    }  # one question at a time
    open_people = [
        person
        for person in team.people
        if person.pk in team.supervisors
        and person.pk not in chosen
        and team.said_of_article.get(person.pk) is not False
    ]
    if open_people:
        began, lines = team.began(user) | rewrote(team, text, user), text.signatures()
        for person in open_people:
            if person.pk in began or any(is_signed(line, person) for line in lines):
                yield Question((person,))


def answer_key(name: str, person: Therapist) -> str:
    return key_of(name, person.name)[:LONGEST_KEY]


def line_of(row: Row) -> str:
    return ", ".join(filter(None, [row["name"], row.get("title")]))


def one_row_each(profiles: Iterable[Therapist], language: str) -> list[Therapist]:
    """A profile and its translations are one person: the one in this language, or the first."""
    found = {}
    for profile in profiles:
        whom = profile.translation_of_id or profile.pk
        if whom not in found or profile.language == language:
            found[whom] = profile
    return list(found.values())
