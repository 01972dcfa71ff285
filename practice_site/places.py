"""Pages that the site itself has, and what people call them."""

from django.utils.translation import gettext_lazy as _

CONTACT = 2
# number: the address's name, its title, and what people call it.
PLACES = {
    1: (
        "get_started",
        _("Get started"),
        _("write to us, ask for help, appointment, book, sign up, new client, begin, intake, first step, inquiry, form, hear back, when do you answer, how long until somebody answers, who reads it"),
    ),
    CONTACT: (
        "pages:contact",
        _("Contact"),
        _("phone, telephone number, call, email, address, location, directions, parking, bus, hours, opening hours, closed, holidays, where are you, reach us, reschedule, move an appointment"),
    ),
    3: (
        "team:therapist_list",
        _("Team: who works here, and who has room"),
        _("people, therapists, clinicians, staff, who works here, openings, availability, who has room, who is taking new clients, find a therapist, directory"),
    ),
    4: (
        "team:specialty_list",
        _("Specialties: what people bring"),
        _("specialties, what do you treat, problems, conditions, topics"),
    ),
    5: (
        "team:modality_list",
        _("How we work: types of therapy"),
        _("approaches, methods, modalities, types of therapy, kinds of therapy, techniques"),
    ),
    8: (
        "groups:group_list",
        _("Groups and workshops"),
        _("group therapy, groups, support group, workshop, workshops, class, classes, course, together with others"),
    ),
    6: ("blog:article_list", _("Articles"), _("blog, writing, posts, essays, reading, news")),
    7: ("blog:months", _("Articles by month"), _("archive, older articles, past articles")),
    9: (
        "intake:young",
        _("If you are under 13"),
        _("child, kid, for children, under 13, too young, 7, 8, 9, 10, 11, 12, i am a child, i am a kid, elementary school"),
    ),
}  # fmt: skip
