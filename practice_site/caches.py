"""A shared cache that may go away: without it everything is only slower."""

import logging
from time import monotonic

from django.core.cache.backends.redis import RedisCache

logger = logging.getLogger(__name__)
# A server that is away is not asked again for so long: one that hangs would make each page wait for it anew.
LEFT_ALONE_SECONDS = 10
# Server -> when to ask it again. Of all threads, each of which has a cache of its own.
left_alone_until: dict[str, float] = {}


class ForgivingRedis(RedisCache):
    """What cannot be asked was not found; what cannot be kept is not kept."""

    def answers(self):
        """Raises what the server or its package raises."""
        self._cache.get_client().ping()

    def add(self, *args, **kwargs):
        return self.attempt(super().add, args, kwargs, True)

    def get(self, key, default=None, version=None):
        return self.attempt(super().get, (key, default, version), {}, default)

    def set(self, *args, **kwargs):
        return self.attempt(super().set, args, kwargs, None)

    def touch(self, *args, **kwargs):
        return self.attempt(super().touch, args, kwargs, False)

    def delete(self, *args, **kwargs):
        return self.attempt(super().delete, args, kwargs, False)

    def get_many(self, *args, **kwargs):
        return self.attempt(super().get_many, args, kwargs, {})

    def has_key(self, *args, **kwargs):
        return self.attempt(super().has_key, args, kwargs, False)

    def incr(self, *args, **kwargs):
        return self.attempt(super().incr, args, kwargs, 1)

    def set_many(self, *args, **kwargs):
        return self.attempt(super().set_many, args, kwargs, [])

    def delete_many(self, *args, **kwargs):
        return self.attempt(super().delete_many, args, kwargs, None)

    def clear(self):
        return self.attempt(super().clear, (), {}, False)

    def attempt(self, do, args, kwargs, otherwise):
        from redis import exceptions

        server, now = str(self._servers), monotonic()
        if server in left_alone_until:
            if now < left_alone_until[server]:
                return otherwise
            # One of the threads tries, while the others go on without it.
            left_alone_until[server] = now + LEFT_ALONE_SECONDS
        try:
            found = do(*args, **kwargs)
        except (exceptions.RedisError, OSError) as error:
            logger.warning("The cache does not answer: %s", type(error).__name__)
            if isinstance(error, (exceptions.ConnectionError, exceptions.TimeoutError, OSError)):
                left_alone_until[server] = monotonic() + LEFT_ALONE_SECONDS
            return otherwise
        left_alone_until.pop(server, None)
        return found


def fault(cache):
    """Why a shared cache cannot be asked: a sentence, or None."""
    if not isinstance(cache, ForgivingRedis):
        return None
    try:
        cache.answers()
    except Exception as error:  # noqa: BLE001  the package's, the system's, or a wrong address
        return f"The cache at CACHE_URL does not answer ({type(error).__name__})."
    return None
