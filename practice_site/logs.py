"""Logging that keeps people out of the logs: no query strings, bodies, tokens or local variables."""

import json
import logging
import re

from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter

# Addresses that carry a private link keep only their kind.
# A space may stand in a code as somebody typed it, so nothing after it is kept either.
PRIVATE_PATH = re.compile(r"/(r|p|c|t|o|admin/password)/.+", re.IGNORECASE)


class JsonFormatter(logging.Formatter):
    def format(self, record):
        message = PRIVATE_PATH.sub(r"/\1/…", record.getMessage()).split("?")[0]
        entry = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": message,
        }
        if record.exc_info:
            kind, _value, trace = record.exc_info
            # Where it happened, not what it was called with: messages may quote what somebody typed.
            entry["error"] = kind.__name__
            entry["where"] = trace_lines(trace)
        return json.dumps(entry, ensure_ascii=False)


def trace_lines(trace):
    lines = []
    while trace:
        code = trace.tb_frame.f_code
        lines.append(f"{code.co_filename}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    # The innermost frames; the outer ones are the same for every request.
    return lines[-12:]


class SilentFilter(SafeExceptionReporterFilter):
    def get_post_parameters(self, request):
        return {}

    def get_traceback_frame_variables(self, request, tb_frame):
        return []


class SilentExceptionReporter(ExceptionReporter):
    """Error reports without what people typed, even with DEBUG on."""

    @property
    def filter(self):
        return SilentFilter()

    @filter.setter
    def filter(self, value):
        pass
