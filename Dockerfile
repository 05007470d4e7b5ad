# Two stages: one builds the wheel with the front-end libraries in it, the other runs it and has nothing else.
FROM python:3.13-slim AS build
WORKDIR /source
COPY requirements/build.txt requirements/
RUN pip install --no-cache-dir --require-hashes -r requirements/build.txt
COPY . .
RUN pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir /wheels .

FROM python:3.13-slim
ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    CHAINRULE_HOST=0.0.0.0 \
    PORT=8000
COPY requirements/runtime.txt /requirements.txt
RUN pip install --no-cache-dir --require-hashes -r /requirements.txt
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir --no-deps --no-index /wheels/*.whl && rm -r /wheels /requirements.txt
RUN useradd --system --no-create-home --shell /usr/sbin/nologin chainrule
USER chainrule
WORKDIR /
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["python", "-m", "app.serve.check"]
CMD ["python", "-m", "app"]
