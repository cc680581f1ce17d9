"""The connection to the search server: Elasticsearch 8, or OpenSearch 2 by the same client."""

from __future__ import annotations

import re
from functools import lru_cache

from django.conf import settings
from elastic_transport import HttpHeaders, Urllib3HttpNode
from elasticsearch import ApiError, Elasticsearch, TransportError, UnsupportedProductError

ANSWER_SECONDS = 0.8  # a visitor waits no longer; then the database answers
LOOK_SECONDS = 2  # a small question in the background
FEED_SECONDS = 10  # a push, of which nobody waits for the end

# What the client raises when the server is away, late, or says no.
ServerError = (ApiError, TransportError, UnsupportedProductError)

VENDOR_TYPE = re.compile(r"application/vnd\.elasticsearch\+(json|x-ndjson)\s*;\s*compatible-with=\d+")
PRODUCT = "X-Elastic-Product"


class PlainJsonNode(Urllib3HttpNode):
    """Speaks plain JSON and vouches for the product, so that OpenSearch can answer the client too.

    The client asks for a media type of Elasticsearch alone, which OpenSearch refuses (406), and wants a
    header that only Elasticsearch sends. Elasticsearch 8 takes plain JSON as well, so this is no setting.
    """

    def perform_request(self, method, target, body=None, headers=None, **options):
        """As the client's own node, which tells the arguments, what comes back and what is raised."""
        plain = {name: VENDOR_TYPE.sub(r"application/\1", value) for name, value in (headers or {}).items()}
        answer = super().perform_request(method, target, body=body, headers=HttpHeaders(plain), **options)
        answer.meta.headers = HttpHeaders({**answer.meta.headers, PRODUCT: "Elasticsearch"})
        return answer


def server() -> Elasticsearch:
    """The client of this process for ELASTICSEARCH_URL; it waits `ANSWER_SECONDS` and tries once."""
    return _client(settings.ELASTICSEARCH_URL)


def patient_server(seconds: float) -> Elasticsearch:
    """The same for work in the background that may take ``seconds``."""
    return server().options(request_timeout=seconds)


@lru_cache(maxsize=2)
def _client(url: str) -> Elasticsearch:
    return Elasticsearch(
        url,
        node_class=PlainJsonNode,
        request_timeout=ANSWER_SECONDS,
        max_retries=0,
        retry_on_timeout=False,
        meta_header=False,  # versions of Python and the client are nobody's business
    )
