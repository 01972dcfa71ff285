"""What needs attention today, for one person: the first thing on the admin's index.

Only what the person may open is counted; a number alone can tell too much.
"""

from practice_site.dashboard import people, texts

# In the order in which somebody should look.
QUESTIONS = (
    people.keys,
    people.inquiries,
    people.in_clear,
    people.mail,
    texts.asked_of_me,
    texts.reviews,
    texts.unsaved,
    texts.next_texts,
    texts.past_review,
    texts.findings,
    people.own_availability,
    texts.articles,
    texts.pages,
    people.invitations,
)


def attention(user):
    for question in QUESTIONS:
        yield from question(user)
