#include "exporting/annotationsin.h"

#include "base/text.h"
#include "exporting/annotationreader.h"
#include "exporting/plain.h"
#include "notes/notes.h"

#include <QCoreApplication>

namespace yaodian::exporting {

namespace {

using What = library::Library::Named::What;

struct InSay
{
    Q_DECLARE_TR_FUNCTIONS(exporting)
};

/// Puts annotations of one file in their places. Texts of documents are read once.
class Placer
{
public:
    Placer(const library::Library &library, const TextOf &textOf)
        : m_library(library), m_textOf(textOf), m_kinds(library.kinds())
    {
    }

    Result<library::Highlight> placed(const ReadMark &mark)
    {
        const auto document = documentOf(mark);
        if (!document)
            return document.error();
        library::Highlight highlight;
        highlight.id = library::HighlightId(mark.id);
        highlight.paper = document->paper;
        giveKindAndTags(highlight, mark);
        highlight.comment = mark.comment;
        highlight.made = mark.made;
        if (mark.document == document->sha256 && mark.page && !mark.boxes.isEmpty()) {
            put(highlight, {document->sha256, *mark.page, mark.boxes, mark.exact, mark.prefix, mark.suffix});
            if (mark.own)
                giveOwn(highlight, *mark.own);
            return highlight;
        }
        const auto passage = passageIn(*document, mark);
        if (!passage)
            return passage.error();
        put(highlight, *passage);
        if (mark.own && mark.own->style == QLatin1String("underline"))
            highlight.style = library::Highlight::Style::Underline; // an area is a place, which is another here
        return highlight;
    }

private:
    static void put(library::Highlight &highlight, const notes::Passage &passage)
    {
        constexpr qsizetype around = 32;
        const auto points = [](const QList<char32_t> &some) { return QString::fromUcs4(some.data(), some.size()); };
        highlight.document = passage.document;
        highlight.page = passage.page;
        highlight.boxes = passage.boxes;
        highlight.quote = normalised(passage.quote);
        const auto before = normalised(passage.prefix).toUcs4();
        const auto after = normalised(passage.suffix).toUcs4();
        highlight.prefix = points({before.end() - qMin(around, before.size()), before.end()});
        highlight.suffix = points({after.begin(), after.begin() + qMin(around, after.size())});
        highlight.at = passage.at;
        highlight.section = passage.section;
    }

    /// On the document that it was made on.
    void giveOwn(library::Highlight &highlight, const ReadMark::Own &own) const
    {
        using Style = library::Highlight::Style;
        const bool isArea = own.style == QLatin1String("area") && highlight.boxes.size() == 1;
        highlight.style = isArea                                    ? Style::Area
                          : own.style == QLatin1String("underline") ? Style::Underline
                                                                    : Style::Text;
        highlight.at = qMax(-1, own.at);
        highlight.section = own.section;
        if (!own.image.isEmpty() && m_library.imageBytes(own.image).ok())
            highlight.image = own.image;
    }

    /// The first word of others that names a kind is its kind; the rest are tags.
    void giveKindAndTags(library::Highlight &highlight, const ReadMark &mark) const
    {
        QStringList words = mark.kinds;
        if (mark.own) {
            for (const library::Kind &kind : m_kinds)
                if (kind.key == mark.own->kind)
                    highlight.kind = kind.key;
            words.prepend(mark.own->kind);
        }
        for (qsizetype i = 0; i < words.size() && highlight.kind.isEmpty(); ++i) {
            if (const auto kind = words[i].isEmpty() ? std::nullopt : notes::kindNamed(m_kinds, words[i])) {
                highlight.kind = kind->key;
                words.removeAt(i);
            }
        }
        if (highlight.kind.isEmpty() && !m_kinds.isEmpty())
            highlight.kind = m_kinds.first().key;
        if (!mark.own) { // what others wrote as tags may be anything
            constexpr qsizetype longest = 100, most = 50;
            words.removeIf([](const QString &word) { return word.size() > longest; });
            words = words.mid(0, most);
        }
        highlight.tags = notes::tidiedTags(mark.own ? mark.own->tags : words);
    }

    /// The document itself where it is here, else the newest of the paper.
    Result<library::Document> documentOf(const ReadMark &mark) const
    {
        if (const auto same = mark.document.isEmpty() ? std::nullopt : m_library.document(mark.document))
            return *same;
        for (const QString &name : mark.papers) {
            const auto named = name.isEmpty() ? library::Library::Named{} : m_library.named(name, {What::Paper});
            if (named.what != What::Paper)
                continue;
            const auto documents = m_library.documents(library::PaperId(named.id));
            if (documents.isEmpty())
                return Error::world(InSay::tr("its paper has no PDF here yet"));
            return documents.first();
        }
        return Error::world(InSay::tr("its paper is not in the library"));
    }

    Result<notes::Passage> passageIn(const library::Document &document, const ReadMark &mark)
    {
        if (normalised(mark.exact).isEmpty())
            return Error::world(InSay::tr("it has no words to find it by"));
        if (!m_texts.contains(document.sha256)) {
            const auto pages = m_textOf(document.path, std::nullopt);
            if (!pages)
                return pages.error();
            m_texts.insert(document.sha256, *pages);
        }
        const QList<pdf::PageText> &pages = m_texts[document.sha256];
        QList<int> order;
        if (mark.page && *mark.page < pages.size())
            order << *mark.page;
        for (int page = 0; page < pages.size(); ++page)
            order << page;
        for (const int page : order) {
            const auto range = notes::findQuote(pages[page], mark.exact, mark.prefix, mark.suffix);
            if (range && !range->isEmpty())
                return notes::passageOf(pages[page], *range, page, document.sha256);
        }
        return Error::world(InSay::tr("the PDF that is here does not say it"));
    }

    const library::Library &m_library;
    const TextOf &m_textOf;
    const QList<library::Kind> m_kinds;
    QHash<QString, QList<pdf::PageText>> m_texts;
};

QString nameOfMark(const ReadMark &mark)
{
    const QString words = plainLine(mark.exact.isEmpty() ? mark.comment : mark.exact);
    return words.size() > 60 ? words.left(60) + QStringLiteral("…") : words;
}

} // namespace

Result<AnnotationsTaken> takeAnnotations(library::Library &library, const QByteArray &file, const TextOf &textOf)
{
    const auto marks = readAnnotations(file);
    if (!marks)
        return marks.error();
    AnnotationsTaken taken;
    Placer placer(library, textOf);
    QList<library::Highlight> fresh;
    QSet<QUuid> seen;
    for (const ReadMark &mark : *marks) {
        if (seen.contains(mark.id) || library.highlight(library::HighlightId(mark.id))) {
            taken.unchanged += seen.contains(mark.id) ? 0 : 1;
            seen.insert(mark.id);
            continue;
        }
        seen.insert(mark.id);
        if (const auto highlight = placer.placed(mark))
            fresh << *highlight;
        else
            taken.failed << InSay::tr("“%1”: %2").arg(nameOfMark(mark), highlight.error().message);
    }
    taken.fresh = int(fresh.size());
    if (fresh.isEmpty())
        return taken;
    const auto done =
        library.act(QStringLiteral("highlight.import"), InSay::tr("Import annotations"), [&](library::Acts &acts) {
            for (const library::Highlight &highlight : std::as_const(fresh)) {
                if (const auto put = acts.putHighlight(highlight); !put)
                    return put;
            }
            return Result<void>();
        });
    return done ? Result<AnnotationsTaken>(taken) : Result<AnnotationsTaken>(done.error());
}

} // namespace yaodian::exporting
