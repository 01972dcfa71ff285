"""Arrows between models only point down; import-linter cannot see a foreign key named by a string."""

import pytest
from django.apps import apps

from intake.models import ReferralContact

# The lower floors first; apps on one floor do not know each other.
FLOORS = [
    {"staff", "freshness"},
    {"pictures"},
    {"outbox", "writing", "search"},
    {"editing"},
    {"pages"},
    {"team"},
    {"groups"},
    {"blog", "intake"},
    {"practice_site"},
]
OURS = {app for floor in FLOORS for app in floor}


def floor(app):
    return next(height for height, apps_there in enumerate(FLOORS) if app in apps_there)


@pytest.mark.parametrize(
    "model",
    [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in OURS
    ],
    ids=lambda model: model._meta.label,
)
def test_relations_point_down(model):
    app = model._meta.app_label
    for field in model._meta.get_fields():
        if not field.is_relation or field.auto_created or field.related_model is None:
            continue
        other = field.related_model._meta.app_label
        if other in OURS - {app}:
            assert floor(other) < floor(app), f"{field} points to {other}"


def test_no_model_points_into_the_confidential_room():
    pointing = [
        str(field)
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label != "intake"
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model is not None
        if field.related_model._meta.app_label == "intake"
    ]
    assert pointing == []


def test_inquiries_point_back_from_nobody_and_to_no_clinician_or_article():
    """A person's row must not lead to who wrote; an inquiry must not say whom or what about."""
    about_people = set(apps.get_app_config("intake").get_models()) - {ReferralContact}
    for model in about_people:
        for field in model._meta.get_fields():
            if not field.is_relation or field.auto_created:
                continue
            other = field.related_model._meta.app_label
            assert other not in {"team", "blog", "pages"}, f"{field} points to {other}"
            if other != "intake":
                assert field.remote_field.hidden, f"{field} can be followed back"
