"""Who of those who are supervised has put a text of their own in the place of somebody else's."""

from collections import Counter
from typing import Protocol

from blog.models import Article
from blog.signatures import Text
from staff.models import User
from team.models import Therapist
from writing.text import plain_text


class Team(Protocol):
    """What is asked of ``authorship.Team``."""

    article: Article

    @property
    def profiles(self) -> list[Therapist]: ...

    @property
    def shown_as(self) -> dict[int, int]: ...

    @property
    def supervisors(self) -> dict[int, set[int | None]]: ...

    def own(self, account: int | None) -> set[int]: ...


def rewrote(team: Team, text: Text, user: User | None = None) -> set[int]:
    """Ids of supervised people who saved this text, or are about to, with fewer than half of its words
    from what others had saved before."""
    article = team.article
    accounts = {
        profile.user_id
        for profile in team.profiles
        if profile.user_id and is_supervised(team, profile)
    }
    if article.pk is None or not accounts:
        return set()
    saved_by = article.versions().filter(made_by__in=accounts).values_list("made_by", flat=True)
    here = {*saved_by, *({user.pk} & accounts if user else ())}
    own_words = (
        account for account in here if is_mostly_new(text.body, body_by_others(article, account))
    )
    return {pk for account in own_words for pk in team.own(account)}


def is_supervised(team: Team, profile: Therapist) -> bool:
    return team.shown_as[profile.pk] in team.supervisors


def body_by_others(article: Article, account: int) -> str:
    if version := article.versions().exclude(made_by=account).first():
        return " ".join(version.data.get("body", []))
    rows = type(article)._base_manager.filter(pk=article.pk)
    return "" if article.latest_version else rows.values_list("body", flat=True).get()


def is_mostly_new(body: str, before: str) -> bool:
    words, known = (Counter(plain_text(html).casefold().split()) for html in (body, before))
    return (words & known).total() * 2 < words.total()
