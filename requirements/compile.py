"""Compile the .in files to pinned, hashed .txt files; with --check, only say whether they would change.

Pins stay as they are unless --upgrade is given, so a new release somewhere changes nothing here.
Without headers and annotations the files name no package index.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SETS = ["run", "scale", "dev"]


def main(arguments: list[str]) -> None:
    check = "--check" in arguments
    upgrade = [argument for argument in arguments if argument.startswith("--upgrade")]
    with tempfile.TemporaryDirectory() as directory:
        work = Path(directory)
        for path in [*HERE.glob("*.in"), *HERE.glob("*.txt")]:
            shutil.copy(path, work)
        for name, smaller in zip(SETS, [None, *SETS], strict=False):
            compile_one(work, name, smaller, upgrade)
        changed = [f"{name}.txt" for name in SETS if differs(work / f"{name}.txt")]
        if check and changed:
            sys.exit(f"Not what the .in files say: {', '.join(changed)}. Run: make requirements")
        for name in changed:
            shutil.copy(work / name, HERE)


def compile_one(work: Path, name: str, smaller: str | None, upgrade: list[str]) -> None:
    # The smaller file's pins hold in the larger one too.
    constraint = ["--constraint", f"{smaller}.txt"] if smaller else []
    subprocess.run(
        [
            Path(sys.executable).with_name("uv"), "pip", "compile", "--quiet", f"{name}.in",
            "--output-file", f"{name}.txt", "--universal", "--python-version", "3.11",
            "--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url",
            *constraint, *upgrade,
        ],
        cwd=work,
        check=True,
    )  # fmt: skip


def differs(new: Path) -> bool:
    old = HERE / new.name
    return not old.exists() or old.read_bytes() != new.read_bytes()


if __name__ == "__main__":
    main(sys.argv[1:])
