#!/usr/bin/env python3
"""Makes the tour's own PDF: two pages in two columns, fonts embedded, dates fixed, the same bytes every time.

usage: make_tour_pdf.py OUT.pdf       (needs pycairo and the Inter and Noto Sans CJK fonts of packaging/packages.txt)
"""
import re, sys
import cairo

WIDTH, HEIGHT, MARGIN, GUTTER = 595.0, 842.0, 56.0, 24.0
COLUMN = (WIDTH - 2 * MARGIN - GUTTER) / 2
LATIN, CHINESE = "Inter", "Noto Sans CJK SC"

TITLE = ["A Short Tour: From a Digest", "to Notes That Last"]
BYLINE = "Y Dian · Yaodian"
ABSTRACT = ("This small paper exists to be practised on. It has two columns, a line-end hyphen, some Chinese and a "
            "few sentences that are worth a highlight. Nothing in it can be broken: every mark that you make can be "
            "undone, and the tour stays out of your own lists, search and exports.")
SECTIONS = [
    ("1  Moving", [
        "Press j and k to scroll, Space to move half a screen, J and K to turn the page. Press g twice for the first "
        "page and G for the last. The slash key searches this document; n and N go through the hits.",
        "按 j 和 k 滚动,按空格翻半屏,按 J 和 K 翻页。按 / 搜索,按 n 和 N 在结果间移动。",
        "Press t for the outline and Escape to step back towards the list. The page where you stop is remembered."]),
    ("2  Selecting", [
        "Press v and then w a few times: the selection grows by words. The parentheses move it by sentences and the "
        "braces by paragraphs. It follows the order in which the page is read, so it goes down this column before it "
        "goes on at the top of the next one.",
        "按 v 开始选择,再按 w 逐词扩大;选择按阅读顺序走,先到本栏末尾,再到下一栏开头。",
        "The mouse works as well: drag over a passage, or click twice for a word and three times for a line."]),
    ("3  Marking", [
        "With a passage selected, press h and then a letter that says what the passage is: q for a problem, m for a "
        "method, r for a result, l for a limit, d for a doubt, f for a definition, c for a citation.",
        "A highlight with a meaning can be found again by that meaning. Colour alone is not enough, so every kind "
        "has a pattern too.",
        "选中一段后按 h 再按字母,像 h m 就是方法,h r 就是结果。"]),
    ("4  Evidence", [
        "A digest claims; a paper shows. Press e and a number, and the selected passage becomes the evidence for the "
        "point with that number. The panel on the right then counts how many points are backed.",
        "The passage is kept with its words and the words around it, so that it can be found again in the next "
        "version of the paper.",
        "按 e 再按数字,把选中的一段作为那条要点的证据。"]),
    ("5  Writing", [
        "Press p to add a point of your own. The note below the points takes Markdown and is saved as you type. "
        "Press 1, 2 or 3 in the list for a verdict: read closely, keep, drop.",
        "Press E in the list to write everything as Markdown. The file is yours: add to it, and the next export will "
        "keep your words."]),
    ("6  Taking It Back", [
        "Press u to undo and U to redo, step by step, also after the program was closed. Thoughts change; a tool for "
        "thinking has to allow for it.",
        "按 u 撤销,按 U 重做;关掉程序再打开也可以。"]),
]


# Where a long word may be broken at a line end.
BREAKS = {"passage": "pas\u00adsage", "paragraphs": "para\u00adgraphs", "selection": "selec\u00adtion",
          "document": "docu\u00adment", "meaning": "mean\u00ading", "evidence": "evi\u00addence", "pattern": "pat\u00adtern"}


class Page:
    """Fills columns with wrapped text and starts new columns and pages as they fill."""

    def __init__(self, surface):
        self.surface, self.context = surface, cairo.Context(surface)
        self.number, self.top = 1, MARGIN
        self.column, self.y = 0, MARGIN

    def font(self, size, bold=False, family=LATIN):
        self.context.select_font_face(family, cairo.FONT_SLANT_NORMAL,
                                      cairo.FONT_WEIGHT_BOLD if bold else cairo.FONT_WEIGHT_NORMAL)
        self.context.set_font_size(size)

    def show(self, text, x, y, size, bold=False):
        """Draws one line, each run in the font that has its script."""
        for run in re.findall(r"[\u2e80-\uffef]+|[^\u2e80-\uffef]+", text):
            self.font(size, bold, CHINESE if ord(run[0]) >= 0x2e80 else LATIN)
            self.context.move_to(x, y)
            self.context.show_text(run)
            x += self.context.text_extents(run).x_advance

    def width(self, text, size, bold=False):
        total = 0.0
        for run in re.findall(r"[\u2e80-\uffef]+|[^\u2e80-\uffef]+", text):
            self.font(size, bold, CHINESE if ord(run[0]) >= 0x2e80 else LATIN)
            total += self.context.text_extents(run).x_advance
        return total

    def wrap(self, text, size, width):
        """Breaks at blanks, between Chinese characters (never before their punctuation) and at soft hyphens."""
        lines, line = [], ""
        for piece in re.findall(r"[\u2e80-\uffef][,。;:!?、]*|[^\s\u00ad\u2e80-\uffef]+[\u00ad\s]?|\s+", text):
            shown = (line + piece).rstrip().rstrip("\u00ad")
            if line and self.width(shown.replace("\u00ad", "") + "-" * piece.endswith("\u00ad"), size) > width:
                lines.append(line[:-1] + "-" if line.endswith("\u00ad") else line.rstrip())
                line = piece.lstrip()
            else:
                line = line.removesuffix("\u00ad") + piece
        return lines + ([line.rstrip()] if line.strip() else [])

    def room(self, height):
        if self.y + height <= HEIGHT - MARGIN:
            return
        self.column, self.y = self.column + 1, self.top
        if self.column == 2:
            self.footer()
            self.surface.show_page()
            self.number, self.column, self.top, self.y = self.number + 1, 0, MARGIN, MARGIN

    def left(self):
        return MARGIN + self.column * (COLUMN + GUTTER)

    def heading(self, text):
        self.room(52)
        self.y += 26
        self.show(text, self.left(), self.y, 14, bold=True)
        self.y += 8

    def paragraph(self, text):
        for word, broken in BREAKS.items():
            text = text.replace(word, broken)
        for line in self.wrap(text, 11.5, COLUMN):
            self.room(17.5)
            self.y += 17.5
            self.show(line, self.left(), self.y, 11.5)
        self.y += 9

    def footer(self):
        self.show(str(self.number), WIDTH / 2 - 3, HEIGHT - 30, 9)


def main(path):
    surface = cairo.PDFSurface(path, WIDTH, HEIGHT)
    surface.restrict_to_version(cairo.PDF_VERSION_1_5)
    surface.set_metadata(cairo.PDF_METADATA_TITLE, " ".join(TITLE))
    surface.set_metadata(cairo.PDF_METADATA_AUTHOR, "Yaodian")
    surface.set_metadata(cairo.PDF_METADATA_CREATE_DATE, "2026-01-01T00:00:00Z")
    page = Page(surface)
    page.y = MARGIN + 18
    for line in TITLE:
        page.show(line, (WIDTH - page.width(line, 20, True)) / 2, page.y, 20, bold=True)
        page.y += 27
    page.show(BYLINE, (WIDTH - page.width(BYLINE, 10.5)) / 2, page.y, 10.5)
    page.y += 30
    page.show("Abstract", (WIDTH - page.width("Abstract", 11, True)) / 2, page.y, 11, bold=True)
    for line in page.wrap(ABSTRACT, 10, WIDTH - 2 * MARGIN - 80):
        page.y += 15
        page.show(line, MARGIN + 40, page.y, 10)
    page.y += 18
    page.top = page.y
    for title, paragraphs in SECTIONS:
        page.heading(title)
        for paragraph in paragraphs:
            page.paragraph(paragraph)
    page.footer()
    surface.finish()


main(sys.argv[1])
