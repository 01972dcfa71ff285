from django.conf import settings


def test_every_program_among_the_tests_is_on_the_list():
    root = settings.BASE_DIR
    listed = (root / "docs/proofs.md").read_text()
    programs = [
        path.relative_to(root)
        for path in (root / "tests").rglob("*.py")
        if '\nif __name__ == "__main__":' in path.read_text()
    ]
    assert programs
    for path in programs:
        name = ".".join(path.with_suffix("").parts).removesuffix(".__main__")
        assert f"`{name}" in listed or f"`{path}`" in listed
