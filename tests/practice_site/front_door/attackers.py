"""Many slow, silent and big connections to one port of this machine, for so many seconds.

    python -m tests.practice_site.front_door.attackers PORT SECONDS

Whoever is shut out comes back. Prints what each kind met.
"""

import asyncio
import socket
import sys
from collections import Counter
from contextlib import suppress
from time import monotonic

SLOW_BODIES, SILENT, SLOW_READERS, UPLOADS = 400, 400, 50, 20
UPLOAD_BYTES = 300_000_000
HOST = "Host: 127.0.0.1\r\n"
FORGED = f"Cookie: csrftoken={'a' * 32}; sessionid={'b' * 32}\r\n"
# What is large enough to be fetched slowly.
LARGE = ["/static/large.css", "/"]

met = Counter()


class Attack:
    def __init__(self, port, seconds):
        self.port, self.ends = port, monotonic() + seconds

    async def run(self):
        kinds = [
            (SLOW_BODIES, self.slow_body),
            (SILENT, self.silent),
            (SLOW_READERS, self.slow_reader),
            (UPLOADS, self.upload),
        ]
        tasks = [
            asyncio.create_task(self.again_and_again(kind, number))
            for count, kind in kinds
            for number in range(count)
        ]
        await asyncio.wait(tasks, timeout=self.ends - monotonic() + 1)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def again_and_again(self, kind, number):
        # They come within some seconds, as people and programs do.
        await asyncio.sleep(number % 50 / 10)
        while monotonic() < self.ends:
            with suppress(ConnectionError, TimeoutError):
                reader, writer = await self.connect()
                try:
                    met[f"{kind.__name__} {await kind(reader, writer, number)}"] += 1
                finally:
                    writer.transport.abort()
            await asyncio.sleep(1)

    async def connect(self):
        connection = socket.socket()
        # A small window, so that little waits on the way.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.setblocking(False)
        await asyncio.get_running_loop().sock_connect(connection, ("127.0.0.1", self.port))
        return await asyncio.open_connection(sock=connection, limit=1024)

    async def slow_body(self, reader, writer, number):
        path = ["/get-started/", "/admin/login/", "/"][number % 3]
        length = ["Content-Length: 200000", "Transfer-Encoding: chunked"][number % 2]
        writer.write(f"POST {path} HTTP/1.1\r\n{HOST}{FORGED}{length}\r\n\r\n".encode())
        answer = asyncio.create_task(first_line(reader))
        while not (answer.done() or writer.transport.is_closing() or monotonic() > self.ends):
            writer.write(b"a" if number % 2 == 0 else b"1\r\na\r\n")
            await asyncio.wait([answer], timeout=1)
        return await settled(answer)

    async def silent(self, reader, writer, number):
        writer.write([b"", b"GET / HT"][number % 2])
        answer = asyncio.create_task(first_line(reader))
        await asyncio.wait([answer], timeout=self.ends - monotonic())
        return await settled(answer)

    async def slow_reader(self, reader, writer, number):
        writer.write(f"GET {LARGE[number % 2]} HTTP/1.1\r\n{HOST}\r\n".encode())
        while monotonic() < self.ends:
            if not await reader.read(100):
                return "shut"
            await asyncio.sleep(1)
        return "still reading"

    async def upload(self, reader, writer, number):
        path = ["/admin/login/", "/admin/pictures/image/add/", "/get-started/"][number % 3]
        is_long = number % 2 == 0
        length = f"Content-Length: {UPLOAD_BYTES}" if is_long else "Transfer-Encoding: chunked"
        kind = "Content-Type: multipart/form-data; boundary=xx"
        writer.write(f"POST {path} HTTP/1.1\r\n{HOST}{FORGED}{kind}\r\n{length}\r\n\r\n".encode())
        part = b'--xx\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\n'
        answer = asyncio.create_task(first_line(reader))
        for _megabyte in range(UPLOAD_BYTES // 2**16):
            if answer.done() or writer.transport.is_closing() or monotonic() > self.ends:
                break
            piece = part + b"x" * (2**16 - len(part))
            writer.write(piece if is_long else b"%x\r\n%s\r\n" % (len(piece), piece))
            part = b""
            with suppress(ConnectionError):
                await writer.drain()
        return await settled(answer)


async def first_line(reader):
    try:
        line = await reader.readline()
    except ConnectionError:
        return "reset"
    return line.decode("latin-1").strip().removeprefix("HTTP/1.1 ") or "shut"


async def settled(answer):
    await asyncio.wait([answer], timeout=0.5)
    if answer.done():
        return answer.result()
    answer.cancel()
    return "held to the end"


if __name__ == "__main__":
    asyncio.run(Attack(int(sys.argv[1]), float(sys.argv[2])).run())
    for what, count in sorted(met.items()):
        print(f"  {what}: {count}")
