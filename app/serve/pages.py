"""The pages, the health check, the static files, and the page for addresses that lead nowhere."""

from functools import partial
from pathlib import Path

from fastapi import APIRouter, FastAPI, Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

import app
from app.serve.assets import Assets, fingerprint
from app.serve.body import ISOLATED, Body
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
    """Renders templates, each once for as long as no template and no static file changes."""

    def __init__(self, templates: Path, assets: Assets, formulas: Formulas) -> None:
        self._templates = templates
        self._assets = assets
        self._environment = Environment(
            loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined
        )
        self._environment.globals |= {
            "version": VERSION,
            "static_url": assets.url,
            "imported_modules": partial(imported_modules, assets.directory),
            **formulas.functions,
        }
        self._rendered: dict[str, tuple[str, Body]] = {}

    def body(self, name: str) -> Body:
        """The page of this template; raises `jinja2.TemplateNotFound`."""
        self._assets.refresh()
        state = self._assets.version + fingerprint(self._templates)
        kept = self._rendered.get(name)
        if kept is None or kept[0] != state:
            content = self._environment.get_template(name).render().encode()
            kept = self._rendered[name] = (
                state,
                Body(content, "text/html; charset=utf-8", policies=ISOLATED),
            )
        return kept[1]


def add_pages(server: FastAPI, lobby: Lobby) -> None:
    """Add every route that is not the socket."""
    static_directory = shipped_directory("static")
    assets = Assets(static_directory)
    formulas = Formulas(static_directory / "vendor" / "formulas.json")
    pages = Pages(shipped_directory("templates"), assets, formulas)
    router = APIRouter()

    @router.api_route("/", methods=_READ)
    async def playground(request: Request) -> Response:
        return pages.body("playground.html").respond(request.headers)

    @router.api_route("/maths", methods=_READ)
    async def article(request: Request) -> Response:
        return pages.body("article.html").respond(request.headers)

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
        return pages.body("404.html").respond(request.headers, status=404)

    server.include_router(router)
    server.add_exception_handler(404, not_found)
