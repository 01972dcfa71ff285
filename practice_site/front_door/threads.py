"""A few threads for the event loop's questions; less than half the cost of the standard library's pool."""

import asyncio
import threading
from asyncio import Future
from collections.abc import Callable
from queue import SimpleQueue


class Threads:
    def __init__(self, number: int, name: str) -> None:
        self.number, self.name = number, name
        self.questions = SimpleQueue()
        self.are_running = False

    def ask(self, function: Callable[..., object], *arguments: object) -> Future:
        """A future of what ``function`` returns, in a thread of its own."""
        if not self.are_running:
            self.start()
        loop = asyncio.get_running_loop()
        answer = loop.create_future()
        self.questions.put((loop, answer, function, arguments))
        return answer

    def start(self) -> None:
        self.are_running = True
        for number in range(self.number):
            # Whoever is cut off at the end of the process would be cut off by its supervisor anyway.
            threading.Thread(target=self.work, name=f"{self.name} {number}", daemon=True).start()

    def work(self) -> None:
        while True:
            loop, answer, function, arguments = self.questions.get()
            try:
                result, error = function(*arguments), None
            except Exception as raised:  # noqa: BLE001  it is raised where somebody waits for it
                result, error = None, raised
            loop.call_soon_threadsafe(settle, answer, result, error)


def settle(answer: Future, result: object, error: Exception | None) -> None:
    if answer.cancelled():
        return
    if error is None:
        answer.set_result(result)
    else:
        answer.set_exception(error)
