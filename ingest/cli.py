"""The commands of the importing floor, by name; `audit.cli` mounts them."""

from ingest.bilingual import Entry

COMMANDS = (
    Entry(
        "import",
        "ingest.commands.importing",
        zh="把文件夹和文件导入数据库",
        en="import folders and files into a database",
    ),
    Entry(
        "retry",
        "ingest.commands.retrying",
        zh="重新读取失败的文件",
        en="read the files that failed again",
    ),
    Entry(
        "watch",
        "ingest.commands.watching",
        zh="监视文件夹，有变化时导入",
        en="watch folders and import what changes",
    ),
    Entry(
        "doctor",
        "ingest.commands.examining",
        zh="检查运行环境",
        en="check what jixiao rests on",
    ),
    Entry(
        "parse",
        "ingest.commands.parsing",
        zh="读取文件，输出 JSON，不写数据库",
        en="read files and print them as JSON, without a database",
    ),
    Entry(
        "normalize",
        "ingest.commands.normalizing",
        zh="把指标值转为带类型的 JSON",
        en="turn indicator values into typed JSON",
    ),
    Entry(
        "explain",
        "ingest.commands.explaining",
        zh="说明一个指标值是如何理解的",
        en="say how an indicator value is understood",
    ),
)
