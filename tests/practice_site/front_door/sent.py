"""What is sent to the door: files, chunks, and codes of nobody."""

MULTIPART = "Content-Type: multipart/form-data; boundary=xx"
FORGED = f"Cookie: csrftoken={'a' * 32}; sessionid={'b' * 32}"


def codes(door, *lines):
    """How many of 24 wrong codes are answered as such, each with ``lines`` and a number in them."""
    door.forget_tries()
    statuses = [
        door.get(
            f"/r/AAAA-BBBB-CCCC-DD{number:02}/", *[line.format(number) for line in lines]
        ).status
        for number in range(24)
    ]
    assert set(statuses) <= {404, 429}
    return statuses.count(404)


def a_file(size):
    part = b'Content-Disposition: form-data; name="upload"; filename="a.jpg"\r\n\r\n'
    return b"--xx\r\n" + part + b"x" * size + b"\r\n--xx--\r\n"


def in_chunks(body, size=50_000):
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"
