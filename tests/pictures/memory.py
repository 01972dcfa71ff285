"""What the largest picture of each kind that is taken needs, in its dearest form: no more than promised.

python -m tests.pictures.memory
"""

import io
import subprocess
import sys

from PIL import Image

from pictures import apart, pixels

PROMISED_MEGABYTES = 512
LARGEST = [
    ("JPEG", "CMYK", {"progressive": True}),
    ("PNG", "RGBA", {"compress_level": 1}),
    ("GIF", "P", {}),
    ("WEBP", "RGBA", {"quality": 30, "method": 0}),
    ("AVIF", "RGBA", {"quality": 30, "speed": 10}),
]
MEASURE = """
import sys
from pictures import pixels
pixels.master_of(sys.stdin.buffer.read())
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""


def largest(kind, mode, options):
    side = int((pixels.MEGAPIXELS[kind] * 1_000_000) ** 0.5)
    picture = Image.linear_gradient("L").resize((side, side)).convert(mode)
    if mode == "RGBA":
        picture.putalpha(Image.radial_gradient("L").resize((side, side)))
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def megabytes_for(data):
    """At the worst moment of a process of its own."""
    measured = subprocess.run(
        [sys.executable, "-c", MEASURE],
        input=data,
        cwd=apart.ROOT,
        capture_output=True,
        check=True,
    )
    return int(measured.stdout) / 1024


if __name__ == "__main__":
    for kind, mode, options in LARGEST:
        needed = megabytes_for(largest(kind, mode, options))
        print(f"{kind}: {needed:.0f} MB")
        assert needed < PROMISED_MEGABYTES
