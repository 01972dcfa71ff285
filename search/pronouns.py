"""In Spanish a pronoun stands before the verbs or at the end of the last: “me quiero matar” is “quiero matarme”, and
“me estoy cortando” is “estoy cortándome”. Each is read as the other too, so that lists need only one."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from search.terms import Token, folded_and_term
from search.words_around import words

PRONOUNS = words("me te se nos lo la los las le les")
VERB = re.compile(r"\w*(?:[aei]r|ando|[iy]endo)")
ATTACHED = re.compile(rf"({VERB.pattern})({'|'.join(PRONOUNS)})")
GERUND = re.compile(r"(?:ando|[iy]endo)$")
# Verbs that another one follows, as it is folded; and what stands between the two.
HELPERS = words(
    """
    voy vas va vamos van iba iban quiero quieres quiere queremos quieren quise quiso quisiera queria queriendo
    estoy estas esta estamos estan estaba estaban estuve estuvo ando anda andan andaba sigo sigue siguen seguia
    vuelvo vuelve vuelven volvi volvio vuelto volver acabo acaba acaban acababa puedo puede pueden podria pudiera
    debo debe deberia tengo tiene tuve tuvo trato trata trate tratado intento intenta intente intentado pienso piensa
    pensaba prefiero prefiere preferiria necesito necesita empiezo empieza empece empezo empezado comence comenzo
    he ha han hemos habia dan da dio dieron daban dando dado ganas deseo desea gustaria encantaria dejo deja dejar
    dejado logro logra suelo suele llego llega amenazo amenaza juro jura
    """
)
JOINING = words("a de que con ya")
MOST_HELPERS = 4
NOTHING: frozenset[str] = frozenset()


class Read(NamedTuple):
    """A word, and which terms it may be besides."""

    token: Token
    also: frozenset[str]


def in_both_orders(typed: Sequence[Token]) -> list[Read]:
    """A pronoun from the end of a verb is read once more, before the helpers."""
    read: list[Read] = []
    for at, one in enumerate(typed):
        first = at - helpers_before(typed, at)
        attached = ATTACHED.fullmatch(one.folded)
        if attached:
            verb, pronoun = attached.groups()
            if any(word.folded in HELPERS for word in typed[first:at]):
                moved = Token(one.start, one.end, *folded_and_term(pronoun))
                read.insert(len(read) - (at - first), Read(moved, NOTHING))
            read.append(Read(one, forms(verb, pronoun)))
        elif 0 < first < at and typed[first - 1].folded in PRONOUNS and VERB.fullmatch(one.folded):
            read.append(Read(one, forms(one.folded, typed[first - 1].folded)))
        else:
            read.append(Read(one, NOTHING))
    return read


def helpers_before(typed: Sequence[Token], at: int) -> int:
    number = 0
    for one in reversed(typed[max(0, at - MOST_HELPERS) : at]):
        if one.folded not in HELPERS and one.folded not in JOINING:
            break
        number += 1
    return number


def forms(verb: str, pronoun: str) -> frozenset[str]:
    """With the pronoun and without; of what somebody is doing also as what is done: “cortando” is “cortar”."""
    endings = ("ar",) if verb.endswith("ando") else ("er", "ir")
    of_it = {verb, *(GERUND.sub(ending, verb) for ending in endings)}
    return frozenset(folded_and_term(word)[1] for one in of_it for word in (one, one + pronoun))
