from django.utils.translation import gettext_lazy as _

from intake import transitions
from intake.actions.form import ToPersonForm, text_field


class WaitForm(ToPersonForm):
    action, title = "wait", _("Put them on the waitlist")
    move = "put_on_list"
    button = _("Put them on the waitlist and tell them")
    done = _(
        "They are on the waitlist. In a month the site asks them whether they are still "
        "looking, and once more two weeks later."
    )

    words = text_field(
        _("Message"),
        _(
            "They read it on their private page, where they can also say that they are still looking."
        ),
        rows=6,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.begin_with("intake/on_the_list.txt")

    def save(self):
        transitions.put_on_list(self.inquiry, self.cleaned_data["words"], self.user)
