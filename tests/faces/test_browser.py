"""The HTML brief in a real browser: one file, accessible, printable, nothing fetched."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from technofed import api
from technofed._base.dates import parse_day
from technofed.atlas.laws import Laws
from technofed.faces._render.brief import render
from technofed.faces._render.laws import sheet_html
from tests.conftest import ROOT

CHROMIUM = (
    os.environ.get("TECHNOFED_CHROMIUM")
    or shutil.which("chromium")
    or shutil.which("chromium-browser")
)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not CHROMIUM and os.environ.get("CI") != "true",
        reason="no Chromium here: install it, or set TECHNOFED_CHROMIUM",
    ),
]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def pages(laws: Laws, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The six example briefs and one sheet, as files."""
    folder = tmp_path_factory.mktemp("pages")
    day = parse_day("2026-11-22")
    for path in (ROOT / "examples").glob("*.yaml"):
        brief = api.brief(api.load_undertaking(path, laws), laws, api.Days(day, day))
        (folder / f"{path.stem}.html").write_text(
            render(brief, "html", laws.vocabulary), encoding="utf-8"
        )
    sheet = sheet_html(api.sheet(laws, "cn/genai-interim-measures"))
    (folder / "sheet.html").write_text(sheet, encoding="utf-8")
    return folder


NAMES = [
    "hiring",
    "frontier-model",
    "data-center",
    "data-center-bonds",
    "chip-export",
    "shanghai-genai",
    "sheet",
]


def opened(browser: Browser, path: Path, dark: bool = False) -> tuple[Page, list[str]]:
    page = browser.new_page(color_scheme="dark" if dark else "light")
    said: list[str] = []
    page.on("request", lambda request: said.append(f"request {request.url}"))
    page.on("console", lambda message: said.append(f"console {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error {error}"))
    page.goto(path.as_uri())
    return page, [line for line in said if path.as_uri() not in line]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_one_self_contained_file(browser: Browser, pages: Path, name: str) -> None:
    page, said = opened(browser, pages / f"{name}.html")
    assert said == []
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1
    assert page.locator("html").get_attribute("lang") == "en"
    page.close()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["hiring", "data-center", "shanghai-genai", "sheet"])
def test_a_page_is_accessible(browser: Browser, pages: Path, name: str, dark: bool) -> None:
    page, _ = opened(browser, pages / f"{name}.html", dark)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    page.close()


def test_the_triangle_has_words(browser: Browser, pages: Path) -> None:
    page, _ = opened(browser, pages / "hiring.html")
    said = page.locator("svg.triangle").get_attribute("aria-label") or ""
    assert said.startswith("Balance of powers. software: central ")
    page.close()


def test_reasons_open_by_keyboard(browser: Browser, pages: Path) -> None:
    page, _ = opened(browser, pages / "hiring.html")
    summary = page.locator("details summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("details[open] li").first.is_visible()
    page.close()


def test_a_link_leads_to_what_was_said_above(browser: Browser, pages: Path) -> None:
    page, _ = opened(browser, pages / "data-center.html")
    link = page.get_by_role("link", name="Saguaro Campus Owner, LLC, as owner").first
    link.focus()
    page.keyboard.press("Enter")
    there = page.locator(":target")
    assert there.count() == 1
    title = link.locator("xpath=ancestor::article").locator("h4").inner_text()
    assert there.locator("h4").inner_text() == title
    assert there.evaluate("node => node.getBoundingClientRect().top") < 800
    page.close()


def test_it_fits_a_telephone(browser: Browser, pages: Path) -> None:
    page, _ = opened(browser, pages / "hiring.html")
    page.set_viewport_size({"width": 360, "height": 740})
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    assert not wide
    page.close()


def test_it_prints(browser: Browser, pages: Path, tmp_path: Path) -> None:
    page, _ = opened(browser, pages / "shanghai-genai.html")
    paper = page.pdf(path=tmp_path / "brief.pdf", format="A4")
    assert paper.startswith(b"%PDF")
    page.close()
