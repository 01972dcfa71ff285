"""What a proof needs beside the code. In CI it has to be there; elsewhere it is said that it is not."""

import os

import pytest


def missing(what):
    """In place of the proof. Where it is in the nature of a database or system, ``skipif`` says so."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"needed in CI: {what}")
    pytest.skip(f"needed here: {what}")
