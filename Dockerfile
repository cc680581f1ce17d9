# syntax=docker/dockerfile:1
FROM python:3.13-slim-trixie AS build
ENV UV_PYTHON_DOWNLOADS=never PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /site
RUN python -m venv /venv
COPY requirements.lock ./
RUN /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY . .
# The values below exist while these two commands run only; a container gets its own at the start.
RUN ZIN_ENV=production SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(60))')" \
    ALLOWED_HOSTS=localhost BASE_URL=http://localhost STATIC_ROOT=/site/static DATA_DIR=/tmp/data \
    sh -c '/venv/bin/python manage.py compile_catalogues && /venv/bin/python manage.py collectstatic --noinput'
RUN /venv/bin/python -m compileall -q cms home network resources

FROM python:3.13-slim-trixie
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    ZIN_ENV=production DATA_DIR=/data STATIC_ROOT=/site/static
# The libraries with which WeasyPrint makes the guides' documents, and the tools of PostgreSQL for backups.
RUN apt-get update && apt-get install -y --no-install-recommends \
    libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 postgresql-client && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin site && install -d -o site -g site /data
WORKDIR /site
COPY --from=build /venv /venv
COPY --from=build /site /site
USER site
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
# Works with a read-only root file system: only /data and /tmp are written.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz/live', timeout=4)"]
CMD ["sh", "-c", "python manage.py migrate --noinput && exec python manage.py serve --bind 0.0.0.0:8000"]
