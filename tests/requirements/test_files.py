import re

import pytest

from tests.requirements import HERE

SETS = ["run", "scale", "dev"]


def pins(name):
    text = (HERE / f"{name}.txt").read_text()
    return set(re.findall(r"^([a-z0-9-]+==\S+)", text, re.MULTILINE))


@pytest.mark.parametrize(
    "path", sorted([*HERE.glob("*.txt"), *HERE.glob("*.in")]), ids=lambda path: path.name
)
def test_requirement_file_names_no_index(path):
    assert not re.search(r"https?://|index-url|find-links", path.read_text())


@pytest.mark.parametrize("name", SETS)
def test_every_pin_has_a_hash(name):
    text = (HERE / f"{name}.txt").read_text().replace("\\\n", " ")
    assert pins(name)
    assert all("--hash=sha256:" in line for line in text.splitlines() if line.strip())


@pytest.mark.parametrize(("smaller", "larger"), [("run", "scale"), ("scale", "dev")])
def test_larger_file_holds_all_of_the_smaller(smaller, larger):
    assert pins(smaller) < pins(larger)
