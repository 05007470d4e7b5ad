"""Static files: right types, compressed once, cached under a versioned address, never from elsewhere."""

import gzip
from pathlib import Path

import pytest
from starlette.datastructures import Headers
from starlette.responses import Response

from app.serve.assets import Assets

GZIP = {"accept-encoding": "gzip, br"}


@pytest.fixture
def assets(tmp_path: Path) -> Assets:
    static = tmp_path / "static"
    (static / "js").mkdir(parents=True)
    (static / "js" / "page.js").write_text("export const a = 1;\n" * 50)
    (static / "font.woff2").write_bytes(bytes(range(256)))
    (tmp_path / "secret.txt").write_text("not for the world")
    return Assets(static)


def get(assets: Assets, address: str, **headers: str) -> Response:
    request = Headers({name.replace("_", "-"): value for name, value in headers.items()})
    response = assets.respond(address, request)
    assert response is not None
    return response


def test_text_is_compressed_for_who_takes_it(assets: Assets) -> None:
    plain, zipped = get(assets, "js/page.js"), get(assets, "js/page.js", accept_encoding="gzip")
    assert gzip.decompress(zipped.body) == plain.body
    assert len(zipped.body) < len(plain.body)
    assert zipped.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert plain.headers["vary"] == zipped.headers["vary"] == "accept-encoding"
    assert plain.headers["content-type"] == "text/javascript; charset=utf-8"
    assert plain.headers["etag"] != zipped.headers["etag"]


def test_fonts_are_compressed_already(assets: Assets) -> None:
    font = get(assets, "font.woff2", accept_encoding="gzip")
    assert font.body == bytes(range(256))
    assert "content-encoding" not in font.headers
    assert font.headers["content-type"] == "font/woff2"


def test_a_known_tag_is_answered_without_content(assets: Assets) -> None:
    tag = get(assets, "js/page.js", accept_encoding="gzip").headers["etag"]
    again = get(assets, "js/page.js", accept_encoding="gzip", if_none_match=f'"other", W/{tag}')
    assert again.status_code == 304
    assert again.body == b""
    assert again.headers["etag"] == tag
    assert get(assets, "js/page.js", if_none_match=tag).status_code == 200, "that tag is the compressed one's"


def test_a_versioned_address_is_kept_for_ever_and_a_plain_one_asked_for_again(assets: Assets) -> None:
    address = assets.url("js/page.js").removeprefix("static/")
    kept = get(assets, address).headers
    assert "immutable" in kept["cache-control"]
    assert "etag" not in kept, "nobody asks for it again"
    assert get(assets, "js/page.js").headers["cache-control"] == "no-cache"


def test_what_was_built_is_kept_for_ever_under_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "built").mkdir()
    (tmp_path / "built" / "page-AB12.js").write_text("export const a = 1;\n")
    assert "immutable" in get(Assets(tmp_path), "built/page-AB12.js").headers["cache-control"]


def test_a_changed_file_is_served_anew_under_a_new_address(tmp_path: Path) -> None:
    page = tmp_path / "page.js"
    page.write_text("export const a = 1;\n")
    assets = Assets(tmp_path)
    old = assets.url("page.js")
    get(assets, "page.js")
    page.write_text("export const a = 22;\n")
    assets.files.look()
    assert assets.url("page.js") != old
    stale = get(assets, old.removeprefix("static/"))
    assert stale.body == b"export const a = 22;\n"
    assert stale.headers["cache-control"] == "no-cache", "what an old page asks for may not stay in its cache"


def test_a_file_that_is_removed_is_not_there(assets: Assets, tmp_path: Path) -> None:
    get(assets, "js/page.js")
    (tmp_path / "static" / "js" / "page.js").unlink()
    assert assets.respond("js/page.js", Headers()) is None


def test_of_an_installed_package_no_file_is_looked_at_twice(tmp_path: Path) -> None:
    (tmp_path / "page.js").write_text("export const a = 1;\n")
    assets = Assets(tmp_path, settled=True)
    first = get(assets, "page.js").body
    (tmp_path / "page.js").unlink()
    assert get(assets, "page.js").body == first


@pytest.mark.parametrize(
    "address",
    ["", "js", "none.js", "../secret.txt", "js/../../secret.txt", "/etc/passwd", "a" * 5000, "a\0.js", "v-1"],
)
def test_what_is_no_file_of_the_directory_is_not_there(assets: Assets, address: str) -> None:
    assert assets.respond(address, Headers(GZIP)) is None


def test_a_link_that_leads_out_of_the_directory_is_not_followed(tmp_path: Path) -> None:
    static = tmp_path / "static"
    (static / "js").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("not for the world")
    (static / "way-out.txt").symlink_to(tmp_path / "secret.txt")
    (static / "out").symlink_to(tmp_path)
    (static / "inside.txt").write_text("for the world")
    (static / "js" / "link.txt").symlink_to(static / "inside.txt")
    assets = Assets(static)
    assert assets.respond("way-out.txt", Headers()) is None
    assert assets.respond("out/secret.txt", Headers()) is None
    assert get(assets, "js/link.txt").body == b"for the world"
