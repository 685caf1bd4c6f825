"""`jixiao serve`: the workbench, for a browser on this computer."""

import socket
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit.database import reading
from audit.rules.configuration import read_configuration
from audit.rules.registry import rules
from ingest.bilingual import Command, both
from ingest.commands.carrying import DATABASE
from ingest.exits import CommandError, Exit
from ingest.options import NAME
from ingest.terminal import Terminal

if TYPE_CHECKING:
    from starlette.applications import Starlette

PORT = 8765
LOOPBACK = "127.0.0.1"

_HELP = both(
    zh="启动审核台，用浏览器查看数据库：检索指标，对照原文，处理疑点。只读数据库；处理意见存入旁边的 FILE.audit。\n\n"
    "默认只有本机能访问，不需要网络。按 Ctrl-C 结束。",
    en="Start the workbench: look at a database with a browser, search indicators, see each in its source, decide about"
    " findings. The database is only read; decisions go into FILE.audit beside it.\n\n"
    "By default only this computer can reach it, and it needs no network. Ctrl-C ends it.",
)


@click.command("serve", cls=Command, help=_HELP)
@DATABASE
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help=both(zh="端口；0 为任一空闲端口", en="port; 0 takes any that is free"),
)
@click.option(
    "--host",
    type=NAME,
    default=LOOPBACK,
    show_default=True,
    help=both(
        zh="监听的地址；不是本机地址时，凡能连到它的人都可查看和处理",
        en="address to listen on; beyond this computer, whoever reaches it can read and decide",
    ),
)
@click.option(
    "--name",
    "names",
    type=NAME,
    multiple=True,
    metavar="HOST",
    help=both(zh="浏览器中使用的其他主机名，可重复", en="another host name that browsers use; may be repeated"),
)
@click.option(
    "--rules",
    "folders",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    multiple=True,
    metavar="FOLDER",
    help=both(zh="自己的审核规则的文件夹，可重复", en="a folder of your own rules; may be repeated"),
)
@click.option(
    "--config",
    "settings",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE.toml",
    help=both(zh="审核规则的阈值", en="thresholds of rules"),
)
@click.pass_obj
def command(
    terminal: Terminal,
    *,
    database: Path,
    port: int,
    host: str,
    names: tuple[str, ...],
    folders: tuple[Path, ...],
    settings: Path | None,
) -> int:
    """Listen until somebody ends it."""
    _refuse_without_extra()
    from audit.web.app import application  # noqa: PLC0415 - needs the extra
    from audit.web.desk import Desk  # noqa: PLC0415 - needs the extra

    with reading(database):
        pass
    configuration = None if settings is None else read_configuration(settings, rules(folders))
    desk = Desk(database, rule_folders=folders, configuration=configuration)
    with closing(_listening(host, port)) as listener:
        bound = listener.getsockname()[1]
        shown = f"[{host}]" if ":" in host else host
        query = terminal.pick(zh="", en="?lang=en")
        terminal.tell(
            zh=f"审核台：http://{shown}:{bound}/{query}（按 Ctrl-C 结束）",
            en=f"The workbench: http://{shown}:{bound}/{query} (Ctrl-C ends it)",
        )
        if host not in {LOOPBACK, "localhost", "::1"}:
            terminal.tell(
                zh="注意：其他计算机也能访问，没有密码",
                en="Note: other computers can reach it, and there is no password",
            )
        _serve(application(desk, frozenset({host, *names})), listener)
    return Exit.WELL


def _refuse_without_extra() -> None:
    for module in ("starlette", "jinja2", "uvicorn"):
        try:
            import_module(module)
        except ImportError:
            raise CommandError(
                Exit.USAGE,
                zh=f"审核台需要 {module}：请安装 jixiao[web]",
                en=f"the workbench needs {module}: install jixiao[web]",
            ) from None


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise CommandError(
            Exit.USAGE,
            zh=f"无法在 {host}:{port} 监听（{error.strerror or error}）；请用 --port 换一个端口",
            en=f"cannot listen on {host}:{port} ({error.strerror or error}); name another port with --port",
        ) from error


def _serve(app: "Starlette", listener: socket.socket) -> None:
    import uvicorn  # noqa: PLC0415 - of the extra

    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="none",
        limit_concurrency=128,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=3,
    )
    try:
        uvicorn.Server(config).run(sockets=[listener])
    except KeyboardInterrupt:  # the way to end it
        return
