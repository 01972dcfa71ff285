from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class CallToAction:
    """How an article ends: an invitation with two buttons. Addresses are paths of this site.

    ``team_label`` is empty where the button has the name of the place: what shows it asks for that.
    """

    heading: str
    text: str
    team_label: str
    team_url: str
    start_label: str
    start_url: str

    @classmethod
    def of(cls, article: Any) -> "CallToAction":
        """The article's own words where it has any, the practice's warm default elsewhere."""
        # The form offers these topics, unticked; which article it was is counted, never kept.
        query = [("specialty", specialty.slug) for specialty in article.specialties.all()]
        query.append(("from", article.slug))
        return cls(
            heading=article.cta_heading or _("If some of this sounds like you"),
            text=article.cta_text
            or _(
                "You don’t need a tidy reason to write to us. Read about the people here, "
                "or tell us a little and we will suggest someone."
            ),
            team_label=article.cta_team_label,
            team_url=reverse("team:therapist_list"),
            start_label=article.cta_start_label or _("Get started"),
            start_url=f"{reverse('intake:inquiry_create')}?{urlencode(query)}",
        )
