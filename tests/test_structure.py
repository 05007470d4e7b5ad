"""The sources keep the structure that docs/architecture.md promises, and our rules of order."""

import re
import sys
from graphlib import TopologicalSorter

import pytest

from tests.imports import javascript_imports, layer, python_imports
from tests.repository import committed, name

# Who may import whom, as docs/architecture.md says it; every layer may import itself.
PYTHON_LAYERS: dict[str, set[str]] = {
    "nn": set(),
    "data": set(),
    "training": {"nn", "data"},
    "taken_out": {"training", "nn", "data"},
    "wire": {"taken_out", "training", "nn", "data"},
    "serve": {"wire", "taken_out", "training", "nn", "data"},
}
# What a layer may take from outside the standard library; input, output and clocks are the server's alone.
PYTHON_LIBRARIES = {
    "nn": {"numpy"},
    "data": {"numpy"},
    "training": {"numpy"},
    "taken_out": {"numpy", "onnx"},
    "wire": {"numpy", "pydantic", "pydantic_core"},
}
SERVER_MODULES = {"asyncio", "http", "selectors", "socket", "subprocess", "threading", "time", "urllib"}

JAVASCRIPT_LAYERS = {
    "exact": set(),
    "data": {"exact", "types.js", "jsep", "papaparse"},
    "words": set(),
    "paper": {"exact", "network"},
    "network": {"types.js"},
    "wire": {"network", "types.js"},
    "state": {"network", "wire", "types.js"},
    "kept": {"network", "state", "wire", "types.js", "idb"},
    "ui": {"exact", "network", "types.js", "katex", "@preact/signals-core"},
    "figures": {"network", "ui", "words", "types.js", "uplot"},
    "trace": {"figures", "network", "ui", "wire", "words", "types.js"},
    "by_hand": {"exact", "paper", "ui", "words", "kept", "network", "types.js"},
    "page": {
        "figures",
        "network",
        "ui",
        "trace",
        "state",
        "kept",
        "exact",
        "data",
        "words",
        "types.js",
        "fflate",
        "lean-qr",
    },
    "article": {"figures", "network", "ui", "trace", "words", "types.js"},
}

SOURCES = ("*.py", "*.js", "*.mjs", "*.css", "*.html", "*.sh")
LONGEST_FILE = 300
TOKENS = "static/css/tokens.css"
RAW_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b(?=[\s;,)])|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(\s*[\d.]")
VIEWPORT_WIDTH = re.compile(r"\d[sld]?vw\b|\binnerWidth\b")
MACHINE_PATH = re.compile(r"(?:file://|[\s\"'(=])/(?:root|home|Users|work|tmp)/\w")
REGISTRY_HOST = re.compile(
    "|".join(("pypi", "npmjs", "pythonhosted", "unpkg", "jsdelivr", "cdnjs", r"esm\.sh", "skypack"))
)


@pytest.mark.parametrize("top", PYTHON_LAYERS)
def test_python_imports_go_one_way(top: str) -> None:
    allowed = PYTHON_LAYERS[top] | {top}
    wrong = [
        f"{name(path)} imports {target}"
        for path in committed(f"app/{top}/*.py")
        for target in python_imports(path.read_text())
        if target.startswith("app.") and target.split(".")[1] not in allowed
    ]
    assert wrong == []


def test_no_python_module_imports_itself_by_way_of_others() -> None:
    """Nor for its types alone: two modules that need each other are one."""
    sources = {name(path): path.read_text() for path in committed("app/*.py")}
    names = {path.removesuffix(".py").removesuffix("/__init__").replace("/", "."): path for path in sources}
    graph = {
        module: {
            found
            for target in python_imports(sources[path])
            # A name in a module, or the module itself.
            for found in (target, target.rpartition(".")[0])
            if found in names and found not in {"app", module}
        }
        for module, path in names.items()
    }
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


def test_no_javascript_module_imports_itself_by_way_of_others() -> None:
    """Nor for its types alone, in a comment: what two modules need of each other has a place below both."""
    sources = {name(path): path.read_text() for path in committed("static/js/*.js")}
    graph = {
        path: javascript_imports(source, path) & sources.keys() - {path} for path, source in sources.items()
    }
    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("top", PYTHON_LIBRARIES)
def test_only_the_server_knows_the_web_and_the_clock(top: str) -> None:
    known = (set(sys.stdlib_module_names) - SERVER_MODULES) | PYTHON_LIBRARIES[top] | {"app"}
    wrong = [
        f"{name(path)} imports {target}"
        for path in committed(f"app/{top}/*.py")
        for target in python_imports(path.read_text())
        if target.split(".")[0] not in known
    ]
    assert wrong == []


def test_the_app_has_no_folder_without_a_direction() -> None:
    assert {layer(name(path), "app") for path in committed("app/*/*.py")} == set(PYTHON_LAYERS)


@pytest.mark.parametrize("top", JAVASCRIPT_LAYERS)
def test_javascript_imports_go_one_way(top: str) -> None:
    allowed = JAVASCRIPT_LAYERS[top] | {top}
    wrong = [
        f"{name(path)} imports {target}"
        for path in committed(f"static/js/{top}/*.js")
        for target in javascript_imports(path.read_text(), name(path))
        if (layer(target, "static/js") if target.startswith("static/js/") else target) not in allowed
    ]
    assert wrong == []


def test_the_page_has_no_script_folder_without_a_direction() -> None:
    assert {layer(name(path), "static/js") for path in committed("static/js/*/*.js")} == set(
        JAVASCRIPT_LAYERS
    )


def test_one_module_knows_the_socket() -> None:
    """An entry point hands in the browser's WebSocket, or one in a worker; tests hand in another."""
    knowing = {name(path) for path in committed("static/js/*.js") if "new WebSocket(" in path.read_text()}
    assert knowing == {"static/js/socket_worker.js"}


def test_one_module_knows_what_tracks() -> None:
    knowing = {name(path) for path in committed("static/js/*.js") if "@preact/" in path.read_text()}
    assert knowing == {"static/js/ui/tracked.js"}


def test_one_module_owns_the_animation_frames() -> None:
    asking = {
        name(path) for path in committed("static/js/*.js") if "requestAnimationFrame(" in path.read_text()
    }
    # A classic script can't import the module; it waits for one picture, once.
    assert asking == {"static/js/ui/frames.js", "static/js/article/first_jump.js"}


def test_one_module_prints_results() -> None:
    """A caption carries its results apart from the rest, so that nobody has to cut them out of TeX."""
    printing = {
        name(path) for path in committed("static/js/*.js") if re.search(r"\\\\mathbf", path.read_text())
    }
    assert printing == {"static/js/trace/captions/tex.js"}


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    lengths = {name(path): len(path.read_text().splitlines()) for path in committed(*SOURCES)}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_colours_stand_in_the_tokens_alone() -> None:
    wrong = [
        f"{name(path)}:{number}: {line.strip()}"
        for path in committed("static/*.css", "static/js/*.js", "templates/*.html")
        if name(path) != TOKENS
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if RAW_COLOUR.search(line)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "forbidden", [MACHINE_PATH, REGISTRY_HOST], ids=["machine paths", "registries and CDNs"]
)
def test_no_file_names_a_machine_or_an_address_of_packages(forbidden: re.Pattern[str]) -> None:
    here = name(committed("tests/test_structure.py")[0])
    wrong = [
        f"{name(path)}:{number}: {line.strip()[:100]}"
        for path in committed()
        if name(path) != here
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if forbidden.search(line)
    ]
    assert wrong == []


def test_widths_are_shares_of_what_holds_them() -> None:
    """100vw counts the scrollbar where it takes room, and what is laid out by it runs over the edge."""
    wrong = [
        f"{name(path)}:{number}: {line.strip()}"
        for path in committed("static/*.css", "static/js/*.js", "templates/*.html")
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if VIEWPORT_WIDTH.search(line)
    ]
    assert wrong == []
