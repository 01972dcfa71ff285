"""Make .venv and install one of the compiled requirement files into it: run, scale or dev.

Plain standard library, and syntax that an old Python can still read: it must get as far as
saying which Python is needed. Does nothing when the file has not changed since the last time.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE.parent / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed.json"
# Each file holds all of the one before.
SETS = ["run", "scale", "dev"]
IS_NEW_ENOUGH = "import sys; sys.exit(sys.version_info < (3, 11))"


def main(name: str) -> None:
    if sys.version_info < (3, 11):
        start_again_with_a_newer_python()
    if not (PYTHON.exists() and subprocess.call([str(PYTHON), "-c", IS_NEW_ENOUGH]) == 0):
        make_venv()
    wanted = fingerprint(name)
    if installed().get(name) == wanted:
        return
    print("Installing what the site needs ...", flush=True)
    # An interrupted installation must not look like a finished one.
    STAMP.unlink(missing_ok=True)
    install(HERE / (name + ".txt"))
    contained = SETS[: SETS.index(name) + 1]
    STAMP.write_text(json.dumps({other: fingerprint(other) for other in contained}))


def start_again_with_a_newer_python() -> None:
    for candidate in ["python3.13", "python3.12", "python3.11"]:
        path = shutil.which(candidate)
        if path and subprocess.call([path, "-c", IS_NEW_ENOUGH], stderr=subprocess.DEVNULL) == 0:
            os.execv(path, [path] + sys.argv)
    sys.exit("Python 3.11 or newer is needed; this is {}.{}.".format(*sys.version_info))


def make_venv() -> None:
    if uv():
        command = [sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)]
    else:
        try:
            import ensurepip  # noqa: F401  Debian ships it apart from Python
        except ImportError:
            sys.exit(
                "This Python cannot make virtual environments; on Debian or Ubuntu: "
                "apt install python3-venv"
            )
        command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.call(command) != 0:
        sys.exit("The virtual environment could not be made; the lines above say why.")


def install(requirements: Path) -> None:
    only_what_we_pinned = ["--require-hashes", "--only-binary", ":all:", "-r", str(requirements)]
    if uv():
        command = [uv(), "pip", "install", "--quiet", "--python", str(PYTHON)]
    else:
        # uv may have made this environment, and it needs no pip inside.
        subprocess.check_call([str(PYTHON), "-m", "ensurepip"], stdout=subprocess.DEVNULL)
        command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.call(command + only_what_we_pinned) != 0:
        sys.exit("The installation did not finish; the lines above say why.")


def uv() -> str:
    return shutil.which("uv") or ""


def fingerprint(name: str) -> str:
    return hashlib.sha256((HERE / (name + ".txt")).read_bytes()).hexdigest()


def installed() -> dict:
    try:
        return json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return {}


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in SETS:
        sys.exit("Usage: install.py " + "|".join(SETS))
    main(sys.argv[1])
