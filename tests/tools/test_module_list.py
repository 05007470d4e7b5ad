"""The list of a folder's modules has each of them, with what it says of itself."""

from pathlib import Path

import pytest

from tools import module_list


def test_each_module_is_listed_with_its_first_paragraph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module_list, "ROOT", tmp_path)
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").write_text('"""The package."""\n')
    (tmp_path / "app" / "b.py").write_text('"""Second\nmodule.\n\nMore of it.\n"""\n')
    (tmp_path / "app" / "a.py").write_text('"""First module."""\n')
    assert module_list.listing("app") == "- `a.py`: First module.\n- `b.py`: Second module."


def test_a_module_that_says_nothing_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module_list, "ROOT", tmp_path)
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "a.py").write_text("x = 1\n")
    with pytest.raises(ValueError, match=r"a\.py does not say"):
        module_list.listing("app")
