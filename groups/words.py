"""What a group costs, whom it is for, and who leads it where nobody is named, each in a line."""

from django.utils.translation import gettext as _

from groups.models import Group
from team.models.vocabulary import in_a_sentence


def ages(group: Group) -> str:
    youngest, oldest = group.youngest, group.oldest
    if youngest is None and oldest is None:
        return ""
    if oldest is None:
        return _("From age %(age)d on") % {"age": youngest}
    if not youngest:
        return _("Up to age %(age)d") % {"age": oldest}
    return _("Ages %(youngest)d to %(oldest)d") % {"youngest": youngest, "oldest": oldest}


def price(group: Group) -> str:
    if group.price is None:
        return group.price_note
    if group.price == 0:
        return ". ".join(filter(None, [str(_("Costs nothing")), group.price_note]))
    amount = f"${group.price:,}"
    if not group.price_note:
        return amount
    return _("%(amount)s for %(what)s") % {
        "amount": amount,
        "what": in_a_sentence(group.price_note).removeprefix("for "),
    }


def unnamed(group: Group) -> str:
    """Of whoever leads it, where nobody may be named."""
    if group.is_led:
        return _("We tell you, when you ask")
    return _("Not settled just now. Ask us, and we tell you how it goes on")


def before_you_come(group: Group) -> str:
    if group.is_led:
        return _(
            "Somebody who leads it talks with you first, so that you know what to expect, and whether it fits."
        )
    return _("We talk with you first, so that you know how it goes on, and whether it fits.")
