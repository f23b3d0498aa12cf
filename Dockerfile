FROM python:3.11-slim AS build
WORKDIR /srv
COPY requirements.lock pyproject.toml README.md LICENSE ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY domain domain
COPY application application
COPY infrastructure infrastructure
COPY interface interface
COPY docs/openapi.json docs/openapi.json
RUN /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --system --uid 10001 placements && install -d -o placements /var/lib/placements
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1
USER placements
ENTRYPOINT ["placements"]
CMD ["serve", "--host", "0.0.0.0"]
