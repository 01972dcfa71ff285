"""A shared cache that may go away: without it everything is only slower."""

import logging

from django.core.cache.backends.redis import RedisCache

logger = logging.getLogger(__name__)


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
        from redis.exceptions import RedisError

        try:
            return do(*args, **kwargs)
        except (RedisError, OSError) as error:
            logger.warning("The cache does not answer: %s", type(error).__name__)
            return otherwise


def fault(cache):
    """Why a shared cache cannot be asked: a sentence, or None."""
    if not isinstance(cache, ForgivingRedis):
        return None
    try:
        cache.answers()
    except Exception as error:  # noqa: BLE001  the package's, the system's, or a wrong address
        return f"The cache at CACHE_URL does not answer ({type(error).__name__})."
    return None
