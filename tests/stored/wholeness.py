"""What has to be true of everything that was found in a stored sample."""


def assert_nothing_is_signed(proofs):
    assert proofs["signed"] == 0
    assert len(proofs["unsigned"]) >= 7
    assert proofs["unsigned keys"] > 0
    assert proofs["first broken"] is not None
    assert not proofs["is open"]


def assert_pages_are_whole(found):
    pages, texts = found["pages"], found["texts"]
    assert {path: page["status"] for path, page in pages.items() if page["status"] != 200} == {}
    assert [path for path, page in pages.items() if not any(page["headings"])] == []
    assert [
        path for path, page in pages.items() if page["name"] not in " ".join(page["headings"])
    ] == []
    assert {"/", "/team/", "/contact/", "/get-started/"} <= pages.keys()
    assert {f"/blog/{slug}/" for slug in texts["articles"]} <= pages.keys()
    assert {f"/{slug}/" for slug in texts["pages"]} <= pages.keys()
    assert sum(page["name"] != "" for page in pages.values()) > 7


def assert_everything_points_to_something(found, held_then):
    """A model that moved, or has another name, took its content type, permissions and groups along."""
    assert found["types without a model"] == found["models without a type"] == []
    assert found["entries of nothing"] == []
    assert found["generic"] >= 7, "versions of three articles"
    assert found["generic of nothing"] == []
    assert [row[:2] for row in found["held"]] == [row[:2] for row in held_then]
    # A role may have got more since; what it had is still among what it is to have.
    assert [sentence for sentence in found["drift"] if " -" in sentence] == []
