"""The house stays one in which things are found: see docs/architecture.md and ``python -m tests.house``."""

from tests import house


def test_no_file_is_so_long_that_it_holds_several_things():
    long = {name for name, lines in house.lengths().items() if lines > house.LONGEST_FILE}
    assert long == house.MAY_BE_LONG


def test_functions_are_short():
    too_long = {
        name: lines for name, lines in house.functions().items() if lines > house.LONGEST_FUNCTION
    }
    assert too_long == {}


def test_no_files_import_each_other_in_a_circle():
    assert house.circles(house.arrows(house.modules())) == []


def test_a_circle_is_seen_wherever_the_import_stands():
    sources = {
        "app.models": "from app import forms",
        "app.forms": "def late():\n    from app.views import View",
        "app.views": (
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import app.models\n"
        ),
        "app.urls": "from app import views",
    }
    assert house.circles(house.arrows(sources)) == [["app.forms", "app.models", "app.views"]]


def test_models_know_no_forms_and_forms_no_views():
    """And neither knows the admin: what content is does not depend on who shows it."""
    upward = [
        f"{name} imports {to}"
        for name, there in house.arrows(house.modules()).items()
        for to in there
        if height(name) is not None and height(name) < (height(to) or 0)
    ]
    assert upward == []


def height(name):
    parts = name.split(".")[1:]
    if "models" in parts:
        return 0
    if parts and (parts[-1] == "forms" or parts[-1].endswith(("_form", "_forms"))):
        return 1
    return 2 if {"admin", "views", "urls"} & set(parts) else None
