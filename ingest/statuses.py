"""What each status of a file means for people, and what to do next."""

from dataclasses import dataclass

from ingest.language import pick
from schema.diagnostic import Language
from schema.source import Status


@dataclass(frozen=True, slots=True)
class Advice:
    """A status in words: what it means and the next step, in both languages."""

    zh: str
    en: str
    next_zh: str
    next_en: str

    def meaning(self, language: Language) -> str:
        """What the status means."""
        return pick(language, zh=self.zh, en=self.en)

    def next_step(self, language: Language) -> str:
        """What a person does about it; "" where nothing is to be done."""
        return pick(language, zh=self.next_zh, en=self.next_en)


ADVICE: dict[Status, Advice] = {
    Status.IMPORTED: Advice("已导入", "imported", "", ""),
    Status.IMPORTED_WITH_WARNINGS: Advice(
        "已导入，有需要核对之处",
        "imported, with something to check",
        "用 jixiao failures --warnings 逐条列出位置，对照原文",
        "list the places with jixiao failures --warnings and compare them with the source",
    ),
    Status.NO_TABLES: Advice(
        "文件可读，但没有绩效表",
        "the file can be read but holds no performance table",
        "确认文件是否应含绩效目标表或自评表；如有而未识别，请反馈该文件",
        "check whether a performance table should be in it; if one was missed, report the file",
    ),
    Status.IMAGE_ONLY: Advice(
        "只有扫描图像，没有文字",
        "the file holds pictures of pages and no text",
        "用文字识别软件处理，或向发布单位索取原文件",
        "run it through text recognition, or ask the publisher for the original",
    ),
    Status.DUPLICATE: Advice(
        "与已导入的另一文件内容相同，只计一次",
        "equal to another imported file; counted once",
        "无须处理；与哪个文件相同，见 jixiao failures --status duplicate",
        "nothing to do; jixiao failures --status duplicate names the file it is equal to",
    ),
    Status.ENCRYPTED: Advice(
        "文件有密码",
        "the file is protected by a password",
        "去除密码后重新导入",
        "remove the password and import it again",
    ),
    Status.TRUNCATED: Advice(
        "文件不完整", "the file is incomplete", "重新下载后再导入", "download it again and import it"
    ),
    Status.CORRUPT: Advice(
        "文件损坏或为空",
        "the file is damaged or empty",
        "用原软件打开核实，重新下载后再导入",
        "open it in its own program, download it again and import it",
    ),
    Status.UNSUPPORTED: Advice(
        "尚不支持此格式",
        "no reader for this format yet",
        "另存为受支持的格式后导入",
        "save it in a supported format and import that",
    ),
    Status.UNSAFE: Advice(
        "文件含有不安全内容，未读取",
        "the file holds something unsafe and was not read",
        "核实文件来源；确认无误后另存为新文件再导入",
        "check where the file comes from; if it is genuine, save it anew and import that",
    ),
    Status.LIMIT: Advice(
        "超过读取上限", "the file exceeds a limit of reading", "拆分文件后导入", "split the file and import the parts"
    ),
    Status.TIMEOUT: Advice(
        "读取超时",
        "reading took too long",
        "重新导入；仍超时则拆分文件",
        "import it again; if it still takes too long, split it",
    ),
    Status.OUT_OF_MEMORY: Advice(
        "内存不足",
        "reading ran out of memory",
        "关闭其他程序，或用 --limits 调高 worker_bytes，然后重新导入；或拆分文件",
        "free memory, or raise worker_bytes with --limits, and import it again; or split it",
    ),
    Status.PARSER_CRASH: Advice(
        "程序内部错误",
        "a defect of jixiao",
        "请反馈该文件；用 --debug 查看详情",
        "please report the file; --debug shows the details",
    ),
    Status.UNREADABLE: Advice(
        "无法打开",
        "it could not be opened",
        "检查路径和权限后再试",
        "check the path and its permissions, then try again",
    ),
    Status.VANISHED: Advice(
        "文件已不在原处",
        "the file is no longer there",
        "如非有意删除，放回后重新导入",
        "if it was not removed on purpose, put it back and import it again",
    ),
}
