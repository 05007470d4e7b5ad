"""The pages, the health check, the static files, and the page for addresses that lead nowhere."""

import asyncio
from functools import partial
from pathlib import Path

from fastapi import APIRouter, FastAPI, Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

import app
from app.serve.assets import Assets
from app.serve.body import ISOLATED, Body
from app.serve.files import Files, Freshness
from app.serve.formulas import Formulas
from app.serve.lobby import Lobby
from app.serve.modules import imported_modules
from app.serve.version import VERSION

_READ = ["GET", "HEAD"]


def shipped_directory(name: str) -> Path:
    """Where `static` or `templates` lies: inside the package of an installed wheel, beside a checkout's."""
    package = Path(app.__file__).parent
    packaged = package / name
    return packaged if packaged.is_dir() else package.parent / name


class Pages:
    """Renders templates, each once for as long as no template and no static file is seen to change."""

    def __init__(self, templates: Path, assets: Assets, formulas: Formulas) -> None:
        self.files = (Files(templates), assets.files)
        self._environment = Environment(
            loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined
        )
        self._environment.globals |= {
            "version": VERSION,
            "static_url": assets.url,
            "style_sheets": assets.files.style_sheets,
            "imported_modules": partial(imported_modules, assets.files.directory),
            **formulas.functions,
        }
        self._rendered: dict[str, tuple[list[str], Body]] = {}

    def body(self, name: str) -> Body:
        """The page of this template; raises `jinja2.TemplateNotFound`. Any thread may ask."""
        return self.rendered(name) or self._render(name)

    def rendered(self, name: str) -> Body | None:
        """The same where it takes no time: None where the page is yet to be rendered."""
        kept = self._rendered.get(name)
        return kept[1] if kept is not None and kept[0] == self._versions() else None

    def _render(self, name: str) -> Body:
        versions = self._versions()
        content = self._environment.get_template(name).render().encode()
        body = Body(content, "text/html; charset=utf-8", policies=ISOLATED)
        body.prepare()
        self._rendered[name] = (versions, body)
        return body

    def _versions(self) -> list[str]:
        return [files.version for files in self.files]


def add_pages(server: FastAPI, lobby: Lobby) -> None:
    """Add every route that is not the socket."""
    static_directory = shipped_directory("static")
    settled = static_directory.is_relative_to(Path(app.__file__).parent)  # installed: it stays as it is
    assets = Assets(static_directory, settled=settled)
    formulas = Formulas(static_directory / "vendor" / "formulas.json")
    pages = Pages(shipped_directory("templates"), assets, formulas)
    freshness = Freshness(*pages.files)

    async def page(name: str) -> Body:
        if not settled:
            await freshness.ensure()
        body = pages.rendered(name)
        # The article takes half a second, which those who train are not to wait for.
        return await asyncio.to_thread(pages.body, name) if body is None else body

    router = APIRouter()

    @router.api_route("/", methods=_READ)
    async def playground(request: Request) -> Response:
        return (await page("playground.html")).respond(request.headers)

    @router.api_route("/maths", methods=_READ)
    async def article(request: Request) -> Response:
        return (await page("article.html")).respond(request.headers)

    @router.api_route("/health", methods=_READ)
    async def health() -> Response:
        return JSONResponse({"status": "ok", "sessions": len(lobby), "version": VERSION})

    @router.api_route("/static/{address:path}", methods=_READ)
    async def static(address: str, request: Request) -> Response:
        response = assets.respond(address, request.headers)
        if response is None:
            raise HTTPException(404)
        return response

    async def not_found(request: Request, _: Exception) -> Response:
        return (await page("404.html")).respond(request.headers, status=404)

    server.include_router(router)
    server.add_exception_handler(404, not_found)
