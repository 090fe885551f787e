#include "ui/shell/samples.h"

#include "exporting/templates.h"

#include <QFile>

// Today's issue, and what a reader made of it.
namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

digest::Entry paper(int number, const QStringList &categories, const QString &title, const QString &titleZh,
                    const QString &oneLine)
{
    digest::Entry entry;
    entry.number = number;
    entry.categories = categories;
    entry.title = title;
    entry.titleZh = titleZh;
    entry.oneLine = oneLine;
    entry.authors = {u"A Lin"_s, u"B Ortega"_s, u"C Zhao"_s};
    entry.etAl = true;
    entry.affiliations = {u"Example University"_s, u"Sample Lab"_s};
    entry.url = u"https://arxiv.org/abs/2611.%1v2"_s.arg(number, 5, 10, QChar(u'0'));
    return entry;
}

/// Invented papers, such as a day brings: long and short titles, one of two categories, one of none.
QList<digest::Entry> papersOfToday()
{
    QList<digest::Entry> entries{
        paper(1, {u"CL"_s}, u"Evidence First: Grounding Summaries in Source Passages"_s,
              u"证据先行:把摘要落到原文段落"_s, u"先选证据再写句子,让摘要的每一句都能指回原文的一段。"_s),
        paper(2, {u"CL"_s}, u"Small Tokenizers, Large Gains"_s, u"小词表,大收益"_s,
              u"中文二元切分在检索里几乎不输大词表。"_s),
        paper(
            3, {u"CV"_s, u"LG"_s},
            u"Figures as Queries: Composed Retrieval over Ten Million Diagrams, Tables and Plots of Scientific Papers"_s,
            u"以图为问的组合检索:在一千万张论文插图、表格与曲线上"_s, u"把论文插图当作查询,找到方法相近的工作。"_s),
        paper(4, {u"CV"_s}, u"One Page at a Time: Layout Diffusion"_s, u"逐页生成:版面扩散模型"_s,
              u"先定版面再填内容,生成的页面更易读。"_s),
        paper(5, {u"LG"_s}, u"What Survives a Revision"_s, u"修订之后还剩什么"_s,
              u"跨版本对齐标注,九成以上可自动找回。"_s),
        paper(6, {u"LG"_s}, u"Merging Notes Without a Server"_s, u"没有服务器的笔记合并"_s,
              u"每台设备一份只增日志,任意顺序合并结果相同。"_s),
        paper(7, {u"RO"_s}, u"Hands That Wait: Contact-Rich Manipulation with Patience"_s, {}, {}),
        paper(8, {u"AS"_s}, u"Listening to Margins"_s, u"听见页边"_s, u"读出批注的语气,听的人记得更久。"_s),
        paper(9, {}, u"A Paper That Nobody Has Filed"_s, u"一篇还没有归类的论文"_s, {}),
    };
    digest::Entry &first = entries.first();
    first.keyPoints = {
        u"先在全文里选出候选段落,再据此写摘要,而不是写完再找出处;"_s, u"在三个长文摘要集上,忠实度提高而流畅度不降;"_s,
        u"证据选择器只有一千万参数,可接在任何语言模型之前;"_s, u"失败多发生在表格与公式,文中给出了分类。"_s};
    first.abstractZh =
        u"长文摘要常常流畅却不可靠。本文把证据选择提前:模型先从全文挑出支持性的段落,再逐句写出摘要,每句附带它所依据的段落编号。"_s;
    first.abstractEn = u"Summaries of long documents are often fluent and wrong. We move evidence selection first: the "
                       "model picks supporting passages from the whole text, then writes sentence by sentence."_s;
    return entries;
}

/// A passage of the tour's PDF, whose lines stand where make_tour_pdf.py puts them.
notes::Passage passage(const QString &document, const QString &quote, const QList<Box> &lines)
{
    return {document, 0, lines, quote, {}, {}};
}

/// `document`: an older version of `newer`, in which one passage stands as before, one is to be looked at and one is
/// gone.
bool mark(cli::Services &services, FixedClock &clock, library::PaperId id, const QString &document,
          const QString &newer)
{
    using State = library::Placement::State;
    const auto method =
        services.notes.addHighlight(id,
                                    passage(document, u"Press j and k to scroll, Space to move half a screen"_s,
                                            {{0.094, 0.328, 0.477, 0.342}, {0.094, 0.35, 0.176, 0.364}}),
                                    u"method"_s, u"也许可以借来做批注推荐。"_s);
    const auto result = services.notes.addHighlight(
        id,
        passage(document, u"selection grows by words. The parentheses move it by sentences"_s,
                {{0.094, 0.63, 0.376, 0.644}, {0.094, 0.65, 0.45, 0.664}}),
        u"result"_s);
    const auto doubt = services.notes.addHighlight(
        id, passage(document, u"With a passage selected, press h"_s, {{0.519, 0.328, 0.862, 0.342}}), u"doubt"_s,
        u"Why this letter?"_s);
    if (!method || !result || !doubt || !services.notes.setTags(*method, {u"grounding"_s, u"to-reuse"_s}))
        return false;
    const auto placed = [&](const Result<library::HighlightId> &highlight, State state) {
        const auto made = services.library.highlight(*highlight);
        library::Placement placement;
        placement.highlight = *highlight;
        placement.document = newer;
        placement.state = state;
        placement.score = 0.8;
        if (state != State::Gone) {
            placement.spots = {{0, made->boxes}};
            placement.quote = made->quote;
        }
        return placement;
    };
    const auto removed = services.notes.addHighlight(
        id, passage(document, u"you stop is remembered"_s, {{0.094, 0.537, 0.323, 0.551}}), u"method"_s);
    if (!removed || !services.notes.removeHighlight(*removed) ||
        !services.library.keepPlacements(
            id, {placed(method, State::Same), placed(result, State::Review), placed(doubt, State::Gone)}) ||
        !services.notes.setNote(id, u"## 想法\n\n与日志结构相似。"_s))
        return false;
    clock.advance(5 * 60'000); // else it would be the same version
    const auto own = services.notes.addPoint(id, u"证据选择器的训练数据值得借来做 **批注推荐**。"_s);
    const auto points = services.library.points(id);
    return own && !points.isEmpty() && services.notes.tie(points.first().id, *method) &&
           services.notes.tie(*own, *result) &&
           services.notes
               .setNote(id, u"## 想法\n\n与 [[Merging Notes Without a Server]] 的日志结构相似:\n\n- 只增,不改\n- "
                            "失败就退回原文\n\n> Every sentence leads back to a passage.\n\n`p(e|d)` 是先验。"_s)
               .ok();
}

} // namespace

bool storeReadersWork(cli::Services &services, FixedClock &clock)
{
    using library::Verdict;
    library::Library &library = services.library;
    const auto sources = library.sources();
    digest::Issue issue;
    issue.title = u"LG – 机器学习 CV – 计算机视觉 CL – 计算与语言 RO – 机器人 AS – 音频与语音"_s;
    issue.legend = {{u"LG"_s, u"机器学习"_s},
                    {u"CV"_s, u"计算机视觉"_s},
                    {u"CL"_s, u"计算与语言"_s},
                    {u"RO"_s, u"机器人"_s},
                    {u"AS"_s, u"音频与语音"_s}};
    issue.guid = u"today"_s;
    issue.link = u"https://blog.example/today"_s;
    issue.summary = u"证据先行的摘要、小词表、以图为问的检索、版面扩散、修订之后还剩什么"_s;
    issue.published = clock.now();
    issue.entries = papersOfToday();
    if (sources.isEmpty())
        return false;
    const auto stored = library.storeIssue(sources.first(), issue, "today");
    if (!stored)
        return false;
    QList<library::PaperId> papers;
    for (const library::ListRow &row : library.rows(stored->entries))
        papers << row.paper;
    QFile pdf(u":/tour/tour.pdf"_s);
    if (!pdf.open(QIODevice::ReadOnly))
        return false;
    const QByteArray bytes = pdf.readAll();
    const auto older = library.addDocument(papers[0], bytes, u"v1"_s, pdf.fileName());
    const auto newer = library.addDocument(papers[0], bytes + "%\n", u"v2"_s, pdf.fileName());
    QFile locked(u":/scenes/locked.pdf"_s);
    if (!locked.open(QIODevice::ReadOnly) || !library.addDocument(papers[8], locked.readAll(), {}, locked.fileName()))
        return false;
    notes::Notes &notes = services.notes;
    return older && newer && mark(services, clock, papers[0], older->sha256, newer->sha256) &&
           notes.setStarred({papers[0], papers[2]}, true) && notes.setVerdict({papers[1]}, Verdict::Keep) &&
           notes.setVerdict({papers[3]}, Verdict::Drop) && notes.setVerdict({papers[4]}, Verdict::Read) &&
           notes.setLater({papers[5]}, true) &&
           notes.changeTags({papers[0], papers[2]}, {}, {u"retrieval"_s, u"读书会"_s}) &&
           notes.keepSearch(u"cat:CL evidence"_s) && notes.keepSearch(u"has:notes"_s, u"有笔记的"_s) &&
           exporting::Templates::of(library)
               .copy(u"obsidian"_s, "# {{title}}\n\n{{#points}}\n- {{text}}\n{{/points}}\n")
               .ok();
}

} // namespace yaodian::ui
