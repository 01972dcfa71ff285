"""Every form of a supervised name that the tests know, by every way an article can go out.

    python -m tests.blog.ways_in [--short]

The suite tries an eighth of them; ``--short`` all of them by the form and by Start, an eighth by the ways that
take several requests. Ends with pytest's exit code.
"""

import os
import sys
from pathlib import Path

import pytest

if __name__ == "__main__":
    os.environ["WAYS_IN"] = "short" if "--short" in sys.argv else "every form"
    sys.exit(
        pytest.main(
            ["--verbose", "--durations=0", str(Path(__file__).with_name("test_ways_in.py"))]
        )
    )
