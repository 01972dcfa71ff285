from django.core.exceptions import BadRequest
from django.http import HttpResponse


class HealthMiddleware:
    """``/healthz`` says that the process is up, whatever host name the monitor asks for."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path == "/healthz":
            return HttpResponse(
                "ok", content_type="text/plain", headers={"Cache-Control": "no-store"}
            )
        return self.get_response(request)


class RefuseMalformedRequests:
    """NUL bytes reach no query: PostgreSQL refuses them with an error of its own."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        said = [
            request.path,
            *(text for name, texts in request.GET.lists() for text in [name, *texts]),
        ]
        if any("\x00" in text for text in said):
            raise BadRequest("NUL byte in the address")
