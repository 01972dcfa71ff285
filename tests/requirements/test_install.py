import runpy
import sys

import pytest

from tests.requirements import HERE


@pytest.fixture
def install(monkeypatch, tmp_path):
    """The script's own names, working in a directory of the test's and installing nothing."""
    names = runpy.run_path(str(HERE / "install.py"))["main"].__globals__
    names["commands"] = []
    monkeypatch.setitem(names, "VENV", tmp_path)
    monkeypatch.setitem(names, "PYTHON", tmp_path / "bin" / "python")
    monkeypatch.setitem(names, "STAMP", tmp_path / "installed.json")
    monkeypatch.setitem(names, "install", names["commands"].append)
    monkeypatch.setitem(names, "make_venv", lambda: None)
    return names


def test_old_python_is_refused_in_one_sentence(install, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit) as refusal:
        install["main"]("run")
    assert refusal.value.code == "Python 3.11 or newer is needed; this is 3.9."


def test_missing_venv_module_names_the_package(monkeypatch):
    names = runpy.run_path(str(HERE / "install.py"))
    monkeypatch.setenv("PATH", "")
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(SystemExit, match="apt install python3-venv"):
        names["make_venv"]()


def test_unchanged_file_is_not_installed_again(install):
    install["main"]("run")
    install["main"]("run")
    assert install["commands"] == [HERE / "run.txt"]


def test_larger_set_covers_the_smaller(install):
    install["main"]("dev")
    install["main"]("run")
    assert install["commands"] == [HERE / "dev.txt"]


def test_changed_file_is_installed_again(install):
    install["main"]("run")
    install["STAMP"].write_text('{"run": "what it was before"}')
    install["main"]("run")
    assert install["commands"] == [HERE / "run.txt", HERE / "run.txt"]


def test_interrupted_installation_is_not_taken_for_finished(install, monkeypatch):
    install["main"]("run")
    install["STAMP"].write_text('{"run": "what it was before"}')

    def interrupted(path):
        raise KeyboardInterrupt

    monkeypatch.setitem(install, "install", interrupted)
    with pytest.raises(KeyboardInterrupt):
        install["main"]("run")
    assert not install["STAMP"].exists()
