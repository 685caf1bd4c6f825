"""A real browser at a real workbench: Debian's Chromium, driven by Playwright, which never downloads one."""

import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import sleep

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from audit.web.app import application
from audit.web.desk import Desk

SCREENSHOTS = Path(__file__).parents[3] / "build" / "screenshots"
REQUIRED = "JIXIAO_BROWSER"
"""Set in CI: there the tests fail where no Chromium is found, instead of being left out."""

_NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """Where a Chromium is installed, if it is."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def required() -> bool:
    """Whether the tests must run."""
    return bool(os.environ.get(REQUIRED))


@contextmanager
def launched() -> Iterator[Browser]:
    """The browser; the sandbox needs rights that a container does not give."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def served(database: Path) -> Iterator[str]:
    """The workbench of a database, at an address of this computer."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        config = uvicorn.Config(application(Desk(database)), log_level="error", lifespan="off", ws="none")
        server = uvicorn.Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            sleep(0.05)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)
