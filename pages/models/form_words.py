from django.db import models
from django.utils.translation import gettext_lazy as _


class FormWords(models.Model):
    """What Get Started says in the practice's own words; left empty, in ours (``intake/cannot.py``)."""

    elsewhere_note = models.TextField(
        _("where none of you may work"),
        max_length=400,
        blank=True,
        help_text=_(
            "Shown on the Get Started form when somebody chooses a state that nobody here is licensed in. Their message "
            "comes to you all the same. Left empty, the form says where you may see people, and that you answer."
        ),
    )
    ages_note = models.TextField(
        _("ages that none of you sees"),
        max_length=400,
        blank=True,
        help_text=_(
            "Shown when somebody chooses an age that no client group of yours reaches. Their message comes to you all the "
            "same. The ages of client groups stand in the list of these."
        ),
    )
    plan_note = models.TextField(
        _("about somebody else’s insurance"),
        max_length=400,
        blank=True,
        help_text=_(
            "Shown beside “How would you pay?”. Left empty, it says that whoever holds the plan may get a statement that "
            "names you, and what one can do about it."
        ),
    )
    answers_in_spanish = models.BooleanField(
        _("we answer in Spanish as well"),
        default=False,
        help_text=_(
            "Check this where somebody who answers inquiries speaks Spanish. Get Started is then there in Spanish too, with "
            "the page after sending, the private page and the email to whoever wrote, and you see who wrote in Spanish. What "
            "you wrote yourselves, like notes and announcements, stays in English there, and so does a topic whose clinical "
            "name the site does not know in Spanish. Letters that you write are as you write them."
        ),
    )

    class Meta:
        abstract = True
