"""Built sites on loopback, and a real browser that notices what goes wrong on a page."""

import functools
import http.server
import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Playwright
from sites import Site

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
DESKTOP = 1280
PHONE = 390
READABLE = 4.5
"""The least contrast of text (WCAG 2.2, 1.4.3)."""

#: What the tests' Chromium does without. Playwright has such a list too, and only the last one is heard: what of it
#: would ask others, or wait, is repeated. The address bar's pop-up is a page of its own, loaded anew in every window.
_WITHOUT = (
    "AimEnabled",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxPopup",
)
#: Chromium asks nobody but the site, and what a page asks of others finds no host.
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    f"--disable-features={','.join(_WITHOUT)}",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """Return the browser's path, if this machine has one."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


def launch(playwright: Playwright, executable: str) -> Browser:
    return playwright.chromium.launch(executable_path=executable, args=_ARGUMENTS)


def build(site: Site, *options: str) -> Path:
    """Build a site, and return the folder that was published."""
    built = site.build("--quiet", *options)
    assert built.exit_code == 0, built.output
    return site.folder / "site"


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: Any) -> None:
        """Say nothing of requests."""


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *arguments: Any) -> None:
        """Say nothing of a browser that left before the answer came."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of loopback; gives the address, with a slash at the end."""
    with _Server(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@dataclass
class Visit:
    """One page in a browser, and everything that went wrong on it."""

    page: Page
    root: str
    """The site's address."""
    scripts: bool = True
    errors: list[str] = field(default_factory=list)
    """What the console, the page's scripts and its requests complained of."""
    outside: list[str] = field(default_factory=list)
    """What was asked of other hosts."""
    dialogs: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._note)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self._ask(request.url))
        self.page.on("response", lambda response: self._answer(response.status, response.url))
        self.page.on("dialog", self._dismiss)

    def open(self, path: str) -> "Visit":
        """Go to a page of the site, and wait until its scripts have done their work."""
        self.page.goto(self.root + path)
        if self.scripts:
            self.page.evaluate(_SETTLED)
        return self

    def at(self, width: int) -> "Visit":
        """Make the window as wide as that, and wait until the page stands still in it."""
        self.page.set_viewport_size({"width": width, "height": 900})
        if self.scripts:
            self.page.evaluate(_SETTLED)
        return self

    @property
    def overflow(self) -> list[str]:
        """What makes the page wider than the window, or stands beyond its edge: nothing, on a sound page."""
        found: list[str] = self.page.evaluate(_OVERFLOW)
        return found

    @property
    def unreadable(self) -> dict[str, float]:
        """Texts of ours whose contrast with what is behind them is less than 4.5:1, by class and text."""
        ratios: dict[str, float] = self.page.evaluate(_CONTRAST, _OUR_TEXTS)
        return {name: ratio for name, ratio in ratios.items() if ratio < READABLE}

    def _note(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not _is_icon(message.location["url"]):
            self.errors.append(message.text)

    def _dismiss(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def _ask(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != urlsplit(self.root).netloc:
            self.outside.append(url)

    def _answer(self, status: int, url: str) -> None:
        if status >= 400 and not _is_icon(url):
            self.errors.append(f"{status} {url}")


def _is_icon(url: str) -> bool:
    """Say whether this is what a browser asks every host for, whatever the page says."""
    return urlsplit(url).path == "/favicon.ico"


@contextmanager
def visiting(browser: Browser, root: str, *, scheme: Scheme = "light", scripts: bool = True) -> Iterator[Visit]:
    """Open a fresh window on a site."""
    context: BrowserContext = browser.new_context(
        color_scheme=scheme, viewport={"width": DESKTOP, "height": 900}, java_script_enabled=scripts
    )
    try:
        yield Visit(context.new_page(), root, scripts)
    finally:
        context.close()


_CHANNELS = re.compile(r"[\da-f]{2}")


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours `#rrggbb` (WCAG 2.2, relative luminance)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#").lower()
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    shares = [int(channel, 16) / 255 for channel in _CHANNELS.findall(digits)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# Diagrams are drawn one after the other; whoever waits longest for an idle moment fails in the assertion that follows.
# Material puts a drawing in the place of `pre`; in other themes Mermaid draws into it, and says so.
_SETTLED = """async () => {
    const until = Date.now() + 10000;
    const drawing = () => document.querySelector("pre.mermaid:not([data-processed])");
    while (drawing() && Date.now() < until) await new Promise(go => setTimeout(go, 50));
    await document.fonts.ready;
    await new Promise(go => requestIdleCallback(go, {timeout: 2000}));
}"""

# Elements of ours that are hidden from sight on purpose are 1 px wide, whatever they hold.
_OVERFLOW = """() => {
    const root = document.documentElement, name = element => element.outerHTML.slice(0, 120);
    const ours = [...document.querySelectorAll(
        ["badges", "coverage", "strip", "hint"].flatMap(name => [`.gbm-${name}`, `.gbm-${name} *`]).join())];
    const beyond = ours.filter(element => {
        const box = element.getBoundingClientRect();
        const inside = box.left >= -1 && box.right <= root.clientWidth + 1;
        return !inside && box.width > 0 && !element.closest(".gbm-unseen, thead");
    }).filter((element, _, all) => !all.some(other => other !== element && element.contains(other))).map(name);
    const wider = root.scrollWidth - root.clientWidth;
    return wider > 0 ? [`the document is ${wider} px wider than the window`, ...beyond] : beyond;
}"""

# All texts but links, whose colours are the theme's, and badges, which stand on colours of their own.
_OUR_TEXTS = ".gbm-ring text, .gbm-cells > a, " + ", ".join(
    f".gbm-{name}"
    for name in (
        "status proof rule match reason remedy message muted number where legend pages gap__title tile strip__sentence "
        "strip__fact strip__title strip__word strip__apart hint home__none"
    ).split()
)
_OUR_TEXTS += ", " + ", ".join(f".gbm-hint {element}" for element in ("p", "li", "code", "summary"))

# A canvas turns every notation of a colour into four bytes, and takes its time.
_CONTRAST = """selector => {
    const canvas = Object.assign(document.createElement("canvas"), {width: 1, height: 1});
    const context = canvas.getContext("2d", {willReadFrequently: true});
    const known = new Map();
    const bytes = colour => known.get(colour) ?? known.set(colour, measured(colour)).get(colour);
    const measured = colour => {
        context.clearRect(0, 0, 1, 1);
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
        return {channels: [red, green, blue], alpha: alpha / 255};
    };
    const over = ({channels, alpha}, lower) =>
        lower.map((channel, index) => channels[index] * alpha + channel * (1 - alpha));
    const behind = element => {
        const layers = [];
        for (let each = element; each; each = each.parentElement) {
            layers.push(bytes(getComputedStyle(each).backgroundColor));
        }
        return layers.reduceRight((lower, layer) => over(layer, lower), [255, 255, 255]);
    };
    const luminance = channels => channels.map(channel => channel / 255)
        .map(share => share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4)
        .reduce((sum, share, index) => sum + share * [0.2126, 0.7152, 0.0722][index], 0);
    return Object.fromEntries([...document.querySelectorAll(selector)].map(element => {
        const style = getComputedStyle(element), drawn = element instanceof SVGElement;
        const back = behind(element), text = over(bytes(drawn ? style.fill : style.color), back);
        const [dark, light] = [luminance(back), luminance(text)].sort((one, other) => one - other);
        const kind = element.getAttribute("class") ?? element.localName, words = element.textContent.trim();
        return [`${kind}: ${words.slice(0, 40)}`, (light + 0.05) / (dark + 0.05)];
    }));
}"""
