"""Whether there is a row of every model, in some row every choice that a field offers, and in some row
something in each column."""

from django.apps import apps

# The libraries have tables for these, and the site writes nothing there.
WITHOUT_ROWS = {
    "account.EmailAddress",
    "account.EmailConfirmation",
    "staff.User_user_permissions",
}
# What is offered by the list of choices, and that the site never stores in this field.
NEVER_STORED = {
    ("editing.PreviewLink", "capacity"): {"editor"},
    ("editing.PreviewLink", "sent"): {"signed_in"},
    ("editing.ReviewStep", "capacity"): {"reader"},
    # One practice is in one country.
    ("pages.Practice", "country"): {"CA", "GB", "IE", "AU", "NZ", "ZZ"},
}
# There is one language so far. The others hold something on a bad day only, or did long ago.
EMPTY = {
    ("blog.Article", "translation_of"),
    ("groups.Group", "translation_of"),
    ("pages.Page", "translation_of"),
    ("team.Modality", "translation_of"),
    ("team.Specialty", "translation_of"),
    ("team.Therapist", "translation_of"),
    ("intake.PracticeKey", "warned_of"),
}
ALWAYS = {
    ("intake.KeyHolder", "is_proven"),
    ("intake.PracticeKey", "takes_inquiries"),
    ("staff.User", "is_staff"),
}


def check():
    """Ends the program with everything that is missing."""
    if missing := [*models_without_rows(), *choices_nobody_made(), *columns_all_alike()]:
        raise SystemExit("The sample has no " + "\nThe sample has no ".join(missing))


def every_model():
    managed = [one for one in apps.get_models(include_auto_created=True) if one._meta.managed]
    return [one for one in managed if one._meta.label not in WITHOUT_ROWS]


def models_without_rows():
    for model in every_model():
        if not model._base_manager.exists():
            yield f"row of {model._meta.label}"


def columns():
    """(label of the model, field, what is in the rows)"""
    for model in every_model():
        for field in model._meta.concrete_fields:
            made = list(model._base_manager.values_list(field.name, flat=True))
            yield model._meta.label, field, made


def choices_nobody_made():
    for label, field, made in columns():
        never = NEVER_STORED.get((label, field.name), set())
        for value, _words in field.flatchoices or ():
            if value not in made and value not in never:
                yield f"{label} whose {field.name} is {value!r}"


def columns_all_alike():
    for label, field, made in columns():
        where = label, field.name
        if field.get_internal_type() == "BooleanField":
            if len(made) > 1 and len(set(made)) < 2 and where not in ALWAYS:
                yield f"{label} whose {field.name} is {not made[0]}"
        elif made and where not in EMPTY and all(one in (None, "", [], {}) for one in made):
            yield f"{label} with something in {field.name}"
