"""The documented proxy, run from the documented file: another port, no certificate."""

import re
import shutil
import subprocess
from contextlib import contextmanager

from django.conf import settings

from tests.mailbox import free_port

DOCUMENTED = settings.BASE_DIR / "docs" / "nginx.conf"
# Lines of the file, and what stands there in a test; each has to be found.
CHANGES = {
    r"listen 443 ssl http2;": "listen 127.0.0.1:{port};",
    r"server_name practice\.example;\n +ssl_.*\n +ssl_.*\n": "server_name _;\n",
    r"127\.0\.0\.1:8000": "127.0.0.1:{upstream}",
    r"(?s)\n    server \{{\n        listen 80;.*?\n    \}}\n": "\n",
    r"(?m)^http \{{\n": (
        "http {{\n    client_body_temp_path {directory}/body;\n    proxy_temp_path {directory}/proxy;\n"
        "    fastcgi_temp_path {directory}/f;\n    uwsgi_temp_path {directory}/u;\n    scgi_temp_path {directory}/s;\n"
    ),
    r"(?m)^worker_processes auto;\n": (
        "daemon off;\nworker_processes 1;\npid {directory}/pid;\nerror_log {directory}/error.log error;\n"
    ),
}


def nginx():
    return shutil.which("nginx") or shutil.which("/usr/sbin/nginx")


@contextmanager
def running(upstream, directory):
    """nginx in front of the port ``upstream``; the port that it listens to."""
    port = free_port()
    configuration = DOCUMENTED.read_text()
    for line, instead in CHANGES.items():
        values = {"port": port, "upstream": upstream, "directory": directory}
        configuration, count = re.subn(
            line.format(**values), instead.format(**values), configuration
        )
        assert count, f"docs/nginx.conf has no line like {line}"
    file = directory / "nginx.conf"
    file.write_text(configuration)
    process = subprocess.Popen(
        [nginx(), "-p", directory, "-c", file, "-e", directory / "error.log"]
    )
    try:
        yield port
    finally:
        process.terminate()
        process.wait()
