"""Who of those who are supervised has put a text of their own in the place of somebody else's."""

from collections import Counter

from writing.text import plain_text


def rewrote(team, text, user=None):
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


def is_supervised(team, profile):
    return team.shown_as[profile.pk] in team.supervisors


def body_by_others(article, account):
    if version := article.versions().exclude(made_by=account).first():
        return " ".join(version.data.get("body", []))
    rows = type(article)._base_manager.filter(pk=article.pk)
    return "" if article.latest_version else rows.values_list("body", flat=True).get()


def is_mostly_new(body, before):
    words, known = (Counter(plain_text(html).casefold().split()) for html in (body, before))
    return (words & known).total() * 2 < words.total()
