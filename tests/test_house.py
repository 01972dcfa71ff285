"""The house stays one in which things are found: see docs/architecture.md and ``python -m tests.house``."""

import ast
import re
import tomllib
from statistics import median

from tests import house


def test_no_file_is_so_long_that_it_holds_several_things():
    long = {name for name, lines in house.lengths().items() if lines > house.LONGEST_FILE}
    assert long == house.MAY_BE_LONG


def test_most_files_are_short():
    """Over it, some file holds two things: cut that by subject, not the nearest one by lines."""
    assert median(house.lengths().values()) < house.MEDIAN_FILE


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


def test_the_admin_site_is_asked_for_by_admin_packages_and_one_frame_alone():
    """What content is and does is asked of its description, whoever asks."""
    asking = {
        name
        for name, source in house.modules().items()
        if asks_for_admin_site(source) and "admin" not in name.split(".")
    }
    mount_its_addresses = {"practice_site.urls", "staff.urls"}
    assert asking == {"staff.admin_frame"} | mount_its_addresses


def asks_for_admin_site(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr == "site":
            if isinstance(node.value, ast.Name) and node.value.id == "admin":
                return True
        if isinstance(node, ast.ImportFrom) and "admin" in (node.module or "").split("."):
            if "site" in [alias.name for alias in node.names]:
                return True
    return False


def test_however_it_is_asked_for_it_is_seen():
    assert asks_for_admin_site("def f():\n    from django.contrib.admin.sites import site")
    assert asks_for_admin_site("admin.site.get_model_admin(Article)")
    assert not asks_for_admin_site("self.admin_site.each_context(request)")


def test_addresses_of_admin_pages_are_put_together_in_one_place():
    spelled = {
        name
        for name, source in house.modules().items()
        if re.search(r"app_label\}?_?\{?.{0,30}model_name", source)
    }
    assert spelled == {"staff.admin_routes"}


def test_the_admin_of_articles_is_four_classes_with_one_list_of_addresses():
    from blog.admin.articles import ArticleAdmin

    ours = [kind for kind in ArticleAdmin.__mro__ if kind.__module__.split(".")[0] in house.APPS]
    assert [kind.__name__ for kind in ours] == [
        "ArticleAdmin",
        "PublishableAdmin",
        "ContentAdmin",
        "EditorAdmin",
    ]
    assert [kind.__name__ for kind in ours if "get_urls" in vars(kind)] == ["EditorAdmin"]


def mypy_leaves_out():
    return tomllib.loads((house.ROOT / "pyproject.toml").read_text())["tool"]["mypy"]["exclude"]


def test_types_are_checked_of_all_that_is_not_djangos():
    """What mypy leaves out holds classes of Django's."""
    left_out = mypy_leaves_out()
    hidden = {
        path
        for path, source in paths()
        if any(re.search(pattern, path) for pattern in left_out)
        and not house.holds_a_class_of_djangos(source)
    }
    assert {path for path in hidden if not FRAME.search(path)} == set()


# What Django asks for by name, whatever is in it.
FRAME = re.compile(r"(__init__|apps|settings|urls|views)\.py$")


def paths():
    for name, source in house.modules().items():
        path = name.replace(".", "/")
        is_package = (house.ROOT / path).is_dir()
        yield f"{path}/__init__.py" if is_package else f"{path}.py", source
