"""The pages, the health check, the static files, and the page for addresses that lead nowhere."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import APIRouter, FastAPI, Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import Scope

import app
from app.serve.assets import Assets
from app.serve.body import ISOLATED, Body
from app.serve.files import Files, Freshness
from app.serve.formulas import Formulas
from app.serve.front_end import Built, FrontEnd, Sources
from app.serve.lobby import Lobby
from app.serve.policies import content_policy
from app.serve.settings import Settings
from app.serve.style_attributes import sheeted
from app.serve.version import VERSION

_READ = ["GET", "HEAD"]
_PAGES = ("playground.html", "embed.html", "by_hand.html", "article.html", "404.html")
_KEPT_ROOTS = ("./", "../", "../../")
"""Pages further down lead nowhere, and there is no end of them: they are rendered each time."""


def shipped_directory(name: str) -> Path:
    """Where `static` or `templates` lies: inside the package of an installed wheel, beside a checkout's."""
    package = Path(app.__file__).parent
    packaged = package / name
    return packaged if packaged.is_dir() else package.parent / name


class Pages:
    """Renders templates, each once for as long as no template and no static file is seen to change.

    Whatever a page names is relative to its own address: `root` leads from there to the site's, such as "./",
    wherever on a host, and behind whichever proxy, that is.
    """

    def __init__(self, templates: Path, files: Files, front_end: FrontEnd, formulas: Formulas) -> None:
        self.files = (Files(templates), files)
        self._front_end = front_end
        self._environment = Environment(
            loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined
        )
        self._environment.globals |= {
            "version": VERSION,
            "built_text": front_end.text,
            **formulas.functions,
        }
        self._rendered: dict[tuple[str, str], tuple[list[str], Body]] = {}

    def body(self, name: str, root: str) -> Body:
        """The page of this template; raises `jinja2.TemplateNotFound`. Any thread may ask."""
        return self.rendered(name, root) or self._render(name, root)

    def rendered(self, name: str, root: str) -> Body | None:
        """The same where it takes no time: None where the page is yet to be rendered."""
        kept = self._rendered.get((name, root))
        return kept[1] if kept is not None and kept[0] == self._versions() else None

    def _render(self, name: str, root: str) -> Body:
        versions = self._versions()
        content = sheeted(self._environment.get_template(name).render(self._addresses(root))).encode()
        policies = {**ISOLATED, "content-security-policy": content_policy(content.decode())}
        body = Body(content, "text/html; charset=utf-8", policies=policies)
        body.prepare()
        if root in _KEPT_ROOTS:
            self._rendered[name, root] = (versions, body)
        return body

    def _addresses(self, root: str) -> dict[str, Callable[..., object]]:
        """The functions from which templates have every address."""
        front_end = self._front_end

        def page_url(path: str = "") -> str:
            return root + path

        return {
            "page_url": page_url,
            "static_url": lambda source: root + front_end.url(source),
            "preloads": lambda entry: [root + address for address in front_end.preloads(entry)],
            "bare_imports": lambda: {name: root + at for name, at in front_end.bare_imports().items()},
        }

    def _versions(self) -> list[str]:
        return [files.version for files in self.files]


def _root(scope: Scope) -> str:
    """The way from a request's address to the site's own; a slash that is written %2F separates nothing."""
    path: str = scope["path"].removeprefix(scope.get("root_path", ""))
    depth = path.count("/") - 1 - scope.get("raw_path", b"").lower().count(b"%2f")
    return "../" * depth or "./"


def add_pages(server: FastAPI, lobby: Lobby, settings: Settings) -> Callable[[], Awaitable[None]]:
    """Add every route that is not the socket; raises NotBuiltError.

    Returns what has the pages rendered before anyone asks for them. In a checkout, where they may change, it
    leaves them until then.
    """
    static_directory = shipped_directory("static")
    settled = static_directory.is_relative_to(Path(app.__file__).parent)  # installed: it stays as it is
    assets = Assets(static_directory, settled=settled)
    formulas = Formulas(static_directory / "vendor" / "formulas.json")
    front_end = Sources(assets) if settings.sources else Built(static_directory)
    pages = Pages(shipped_directory("templates"), assets.files, front_end, formulas)
    freshness = Freshness(*pages.files)
    rendering: dict[tuple[str, str], asyncio.Future[Body]] = {}

    async def page(name: str, root: str = "./") -> Body:
        if not settled:
            await freshness.ensure()
        if root not in _KEPT_ROOTS:
            return pages.body(name, root)  # soon done, and paid for by whoever asks where nothing is
        body = pages.rendered(name, root)
        if body is not None:
            return body
        # The article takes half a second, which those who train are not to wait for.
        # However many ask meanwhile, it is rendered once.
        if (name, root) not in rendering:
            rendering[name, root] = asyncio.ensure_future(asyncio.to_thread(pages.body, name, root))
            rendering[name, root].add_done_callback(lambda _: rendering.pop((name, root)))
        return await asyncio.shield(rendering[name, root])

    router = APIRouter()

    @router.api_route("/", methods=_READ)
    async def playground(request: Request) -> Response:
        return (await page("playground.html")).respond(request.headers)

    @router.api_route("/embed", methods=_READ)
    async def embed(request: Request) -> Response:
        return (await page("embed.html")).respond(request.headers)

    @router.api_route("/maths", methods=_READ)
    async def article(request: Request) -> Response:
        return (await page("article.html")).respond(request.headers)

    @router.api_route("/by-hand", methods=_READ)
    async def by_hand(request: Request) -> Response:
        return (await page("by_hand.html")).respond(request.headers)

    @router.api_route("/maths/", methods=_READ)
    async def article_by_another_name() -> Response:
        return RedirectResponse("../maths", 308)

    @router.api_route("/health", methods=_READ)
    async def health() -> Response:
        return JSONResponse({"status": "ok", "sessions": len(lobby), "version": VERSION})

    @router.api_route("/ready", methods=_READ)
    async def ready() -> Response:
        """Whether a new page may be sent here; one that has a session stays, whatever this says."""
        status = "full" if lobby.full else "ready"
        return JSONResponse({"status": status}, 503 if lobby.full else 200)

    @router.api_route("/static/{address:path}", methods=_READ)
    async def static(address: str, request: Request) -> Response:
        response = assets.respond(address, request.headers)
        if response is None:
            raise HTTPException(404)
        return response

    async def not_found(request: Request, _: Exception) -> Response:
        return (await page("404.html", _root(request.scope))).respond(request.headers, status=404)

    async def render_ahead() -> None:
        if settled:
            for name in _PAGES:
                await page(name)

    server.include_router(router)
    server.add_exception_handler(404, not_found)
    return render_ahead
