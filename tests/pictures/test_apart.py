"""Files from outside are worked on in a process of its own, which ends in time and stays small."""

import io
import subprocess
import sys

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from pictures import apart, renditions


def child(tmp_path, monkeypatch, body):
    (tmp_path / "child.py").write_text(
        f"import sys, os\nsys.path.insert(0, {str(apart.ROOT)!r})\n{body}"
    )
    monkeypatch.setattr(apart, "ROOT", tmp_path)
    return lambda **limits: apart.ask(
        "child", {}, b"abc", **{"seconds": 5, "megabytes": 300, **limits}
    )


@pytest.mark.parametrize(
    "work",
    [
        "while True: pass",
        "x = bytearray(900 * 1024 * 1024)",
        "os.kill(os.getpid(), 9)",
        "open('/dev/null', 'r'); raise SystemExit(3)",
        "raise RuntimeError",
        "import time; time.sleep(60)",
        "open('x', 'w').write('a' * 100000)",
    ],
    ids=["no end", "memory", "killed", "left", "fault", "waits", "writes a file"],
)
def test_what_takes_too_much_is_ended_and_said(tmp_path, monkeypatch, work):
    body = (
        f"from pictures.apart import serve\ndef handle(question, data):\n    {work}\nserve(handle)"
    )
    monkeypatch.setattr(apart, "PATIENCE", 2)
    with pytest.raises(apart.TooMuch):
        child(tmp_path, monkeypatch, body)(seconds=1)


def test_an_answer_comes_back_with_its_bytes(tmp_path, monkeypatch):
    body = "from pictures.apart import serve\nserve(lambda question, data: ({'n': 1}, data + b'\\n\\0'))"
    assert child(tmp_path, monkeypatch, body)() == ({"n": 1}, b"abc\n\0")


def test_nothing_of_our_environment_goes_there(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "not for you")
    body = (
        "from pictures.apart import serve\n"
        "serve(lambda question, data: ({'all': dict(os.environ)}, b''))"
    )
    answer, _nothing = child(tmp_path, monkeypatch, body)()
    assert "SECRET_KEY" not in answer["all"]


@pytest.mark.skipif(sys.platform != "linux", reason="it is Linux that chooses")
def test_where_memory_ends_it_is_the_first_to_go(tmp_path, monkeypatch):
    body = (
        "from pictures.apart import FIRST_TO_GO, serve\n"
        "serve(lambda question, data: ({'score': int(FIRST_TO_GO.read_text())}, b''))"
    )
    answer, _nothing = child(tmp_path, monkeypatch, body)()
    assert answer["score"] == 1000


def test_a_picture_that_takes_too_much_gets_a_sentence(monkeypatch):
    monkeypatch.setattr(renditions, "MEGABYTES", 1)
    file = io.BytesIO()
    Image.new("RGB", (2000, 2000)).save(file, "PNG")
    with pytest.raises(ValidationError, match="takes too much work"):
        renditions.master_of(file)
    assert not renditions.one_at_a_time.locked()


@pytest.mark.parametrize("module", ["pictures.pixels", "blog.docx.reader"])
def test_the_process_starts_without_django(module):
    code = f"import sys, {module}; assert not any(m.startswith('django') for m in sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=apart.ROOT, check=True)
