"""A Redis of a proof's own, that may hang and be gone."""

import shutil
import signal
import subprocess
import tempfile
from contextlib import contextmanager

from tests.mailbox import free_port
from tests.outages import CannotBeHad


class Redis:
    def __init__(self):
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"

    @classmethod
    @contextmanager
    def running(cls):
        redis = cls()
        redis.start()
        try:
            yield redis
        finally:
            redis.end()

    def start(self):
        command = shutil.which("redis-server")
        if command is None:
            raise CannotBeHad(
                "There is no redis-server here; on Debian or Ubuntu: apt install redis-server"
            )
        words = [
            "--port",
            str(self.port),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--appendonly",
            "no",
        ]
        self.process = subprocess.Popen(
            [command, *words], stdout=subprocess.DEVNULL, cwd=tempfile.gettempdir()
        )

    def end(self):
        self.process.kill()
        self.process.wait()

    @contextmanager
    def hanging(self):
        self.process.send_signal(signal.SIGSTOP)
        yield
        self.process.send_signal(signal.SIGCONT)

    @contextmanager
    def gone(self):
        self.end()
        yield
        self.start()
