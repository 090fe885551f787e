#include "exporting/report.h"

#include "exporting/htmltext.h"
#include "exporting/marked.h"
#include "exporting/plain.h"
#include "exporting/seal.h"
#include "exporting/view.h"
#include "notes/tally.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>

namespace yaodian::exporting {

namespace {

// Unlike the data of Markdown (view.h), values are plain text here: the template escapes them, and takes as they are
// only those whose names end in `_html`.
struct ReportSay
{
    Q_DECLARE_TR_FUNCTIONS(exporting)
};

data plainData(const QString &text)
{
    const QString line = plainLine(text);
    return line.isEmpty() ? data(false) : data(line.toStdString());
}

data htmlData(const QString &html)
{
    return html.isEmpty() ? data(false) : data(html.toStdString());
}

bool isChinese()
{
    return QLocale().language() == QLocale::Chinese;
}

QString kindWord(const library::Kind &kind)
{
    const QString word = isChinese() ? kind.nameZh : kind.nameEn;
    return word.isEmpty() ? writtenName(kind) : word;
}

/// "#rrggbb", whatever the store holds: it stands in a style.
QString safeColour(const QString &colour)
{
    static const QRegularExpression form(QStringLiteral("^#[0-9a-fA-F]{6}$"));
    return form.match(colour).hasMatch() ? colour : QStringLiteral("#8a847a");
}

/// Pictures within the page, which is one file; it does not grow without bounds.
class Embedded
{
public:
    explicit Embedded(const library::Library &library) : m_library(library) {}

    /// False where there is none, or no room is left for it.
    data of(const QString &sha256)
    {
        const auto png = sha256.isEmpty() ? Result<QByteArray>(QByteArray()) : m_library.imageBytes(sha256);
        if (!png || png->isEmpty() || png->size() > m_left)
            return data(false);
        m_left -= png->size();
        return data("data:image/png;base64," + png->toBase64().toStdString());
    }

private:
    const library::Library &m_library;
    qsizetype m_left = 16 * 1024 * 1024; ///< bytes
};

data quotesData(const QList<Marked> &marks, Embedded &pictures)
{
    data list(data::type::list);
    for (const Marked &marked : marks) {
        data item;
        item.set("kind", plainData(kindWord(marked.kind)));
        item.set("colour", plainData(safeColour(marked.kind.colour)));
        item.set("quote", plainData(marked.highlight.quote));
        item.set("image", pictures.of(marked.highlight.image));
        item.set("comment_html", htmlData(htmlText(marked.highlight.comment, true)));
        item.set("page", numberData(marked.highlight.page + 1));
        item.set("link", plainData(marked.link));
        item.set("web", plainData(marked.web));
        list << item;
    }
    return marks.isEmpty() ? data(false) : list;
}

data reportPoints(const QList<library::Point> &points, const MarkedPaper &marks, Embedded &pictures)
{
    data list(data::type::list);
    int number = 0;
    for (const library::Point &point : points) {
        const bool typed = point.isOwn() || (!point.digestText.isEmpty() && point.digestText != point.text);
        data item;
        item.set("n", numberData(++number));
        item.set("own", data(point.isOwn()));
        item.set("text_html", htmlData(typed ? htmlOfMarkdown(point.text) : htmlText(point.text)));
        item.set("evidence", quotesData(marks.evidence(point), pictures));
        list << item;
    }
    return points.isEmpty() ? data(false) : list;
}

data reportCategories(const library::Paper &paper)
{
    // Colours of the interface; a code that has none is written in the colour of text.
    static const QStringList coloured{QStringLiteral("LG"), QStringLiteral("CV"), QStringLiteral("CL"),
                                      QStringLiteral("RO"), QStringLiteral("AS")};
    data list(data::type::list);
    for (const QString &category : paper.categories) {
        data item;
        item.set("code", plainData(category));
        item.set("class", coloured.contains(category) ? plainData(category) : data(""));
        list << item;
    }
    return paper.categories.isEmpty() ? data(false) : list;
}

QString oneLineOf(const library::Library &library, library::PaperId paper)
{
    const QList<library::ListRow> mentions = library.mentions(paper);
    for (const library::ListRow &row : mentions) {
        if (!row.oneLine.isEmpty())
            return row.oneLine;
    }
    return {};
}

data verdictData(library::Verdict verdict)
{
    switch (verdict) {
    case library::Verdict::Read:
        return plainData(ReportSay::tr("Read closely"));
    case library::Verdict::Keep:
        return plainData(ReportSay::tr("Kept"));
    case library::Verdict::Drop:
        return plainData(ReportSay::tr("Dropped"));
    case library::Verdict::None:
        break;
    }
    return data(false);
}

data reportPaper(const Lookups &lookups, const library::Paper &paper, int number, bool passed, Embedded &pictures)
{
    const library::Library &library = lookups.library();
    const MarkedPaper marks(lookups, paper);
    const QList<library::Point> points = tellingPoints(library, paper.id);
    const QList<Marked> loose = marks.loose(points);
    const QString note = library.note(paper.id).text.trimmed();
    data item;
    item.set("number", numberData(number));
    item.set("title", plainData(paper.title.isEmpty() ? paper.titleZh : paper.title));
    item.set("title_zh", paper.title.isEmpty() ? data(false) : plainData(paper.titleZh));
    item.set("authors", plainData(paper.authors.join(QStringLiteral(", "))));
    item.set("categories", reportCategories(paper));
    item.set("verdict", verdictData(paper.state.verdict));
    item.set("dropped", data(paper.state.verdict == library::Verdict::Drop));
    item.set("waiting", data(!passed && paper.state.verdict == library::Verdict::None));
    item.set("link", plainData(paperLink(paper.id)));
    item.set("web", plainData(webAddress(paper)));
    item.set("one_line", plainData(oneLineOf(library, paper.id)));
    item.set("has_points", data(!points.isEmpty()));
    item.set("points", reportPoints(points, marks, pictures));
    item.set("has_highlights", data(!loose.isEmpty()));
    item.set("highlights", quotesData(loose, pictures));
    item.set("note_html", htmlData(note.isEmpty() ? QString() : htmlOfMarkdown(note)));
    return item;
}

data countsData(const notes::Tally &tally, const std::optional<qint64> &minutes)
{
    data list(data::type::list);
    const auto add = [&list](qint64 number, const QString &word) {
        data item;
        item.set("number", numberData(number));
        item.set("word", plainData(word));
        list << item;
    };
    if (minutes)
        add(*minutes, ReportSay::tr("minutes"));
    add(tally.papers, ReportSay::tr("papers"));
    const std::pair<int, QString> others[] = {{tally.read, ReportSay::tr("read closely")},
                                              {tally.keep, ReportSay::tr("kept")},
                                              {tally.drop, ReportSay::tr("dropped")},
                                              {tally.points, ReportSay::tr("new points")},
                                              {tally.highlights, ReportSay::tr("new highlights")}};
    for (const auto &[count, word] : others) {
        if (count > 0)
            add(count, word);
    }
    return list;
}

void addLabels(data &view)
{
    view.set("lang", data(isChinese() ? "zh-CN" : "en"));
    view.set("label_points", plainData(ReportSay::tr("Points")));
    view.set("label_highlights", plainData(ReportSay::tr("Highlights")));
    view.set("label_note", plainData(ReportSay::tr("Note")));
    view.set("label_paper", plainData(ReportSay::tr("Open in Yaodian")));
    view.set("label_web", plainData(ReportSay::tr("On the web")));
    view.set("label_waiting", plainData(ReportSay::tr("Not reached")));
    view.set("label_open", plainData(ReportSay::tr("still open")));
    view.set("label_digest", plainData(ReportSay::tr("from the digest")));
}

} // namespace

QByteArray reportOf(const library::Library &library, const library::Session &session)
{
    data view;
    addLabels(view);
    const QDateTime started = session.started.toLocalTime();
    const QDateTime ended = session.ended.toLocalTime();
    const QString time = QStringLiteral("HH:mm");
    view.set("seal", data(sealPlace(session.id.toString()).toStdString()));
    view.set("title", plainData(ReportSay::tr("Reading session")));
    view.set("day", plainData(QLocale().toString(started.date(), QLocale::LongFormat)));
    view.set("from", plainData(started.toString(time)));
    view.set("to", session.ended.isValid() ? plainData(ended.toString(time)) : data(false));
    view.set("counts", countsData(notes::tallyOf(library, session), notes::minutesOf(session)));
    data papers(data::type::list);
    const Lookups lookups(library);
    Embedded pictures(library);
    int number = 0;
    for (const library::PaperId &id : session.queue) {
        if (const auto paper = library.paper(id))
            papers << reportPaper(lookups, *paper, ++number, session.done.contains(id), pictures);
    }
    view.set("papers", number > 0 ? papers : data(false));
    QFile form(QStringLiteral(":/yaodian/templates/report.html"));
    if (!form.open(QIODevice::ReadOnly))
        qFatal("the report's template is not in the program");
    kainjow::mustache::mustache page(form.readAll().toStdString());
    return QByteArray::fromStdString(page.render(view)); // values are escaped for HTML, which is Mustache's own way
}

} // namespace yaodian::exporting
