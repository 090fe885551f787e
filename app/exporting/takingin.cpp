#include "exporting/takingin.h"

#include "exporting/escape.h"
#include "exporting/firstcomments.h"
#include "exporting/images.h"
#include "exporting/values.h"
#include "exporting/view.h"

#include <QCoreApplication>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace yaodian::exporting {

namespace {

using What = ValueKey::What;

/// A value as the file has it and as it was written, without what the template needed of it.
struct FileEdit
{
    ValueKey key; ///< without its part
    QString was;
    QString is;
};

/// The parts of one value put together.
struct Pieces
{
    ValueKey key;
    QMap<int, std::pair<QString, QString>> parts; ///< was, is
};

QString bare(const ValueKey &key, const QStringList &parts)
{
    const QString text = unhung(parts.join(QLatin1Char('\n')), key.indent);
    return key.what == What::Comment ? plainText(text).simplified() : text;
}

/// Comments where none was when the file was written; what is typed beside one passage in two places is one comment.
QList<FileEdit> firstEditsIn(const EditedRegion &region)
{
    QList<FileEdit> edits;
    const QList<FirstComment> found = firstCommentsIn(region.text, region.base);
    for (const FirstComment &comment : found) {
        const auto same = std::find_if(edits.begin(), edits.end(),
                                       [&comment](const FileEdit &edit) { return edit.key.id == comment.highlight; });
        if (same == edits.end())
            edits << FileEdit{{What::Comment, comment.highlight}, {}, comment.words};
        else if (!same->is.contains(comment.words))
            same->is += QLatin1Char('\n') + comment.words;
    }
    return edits;
}

QList<FileEdit> editsIn(const EditedRegion &region, bool firstComments)
{
    QHash<QByteArray, Pieces> all;
    QList<QByteArray> order;
    const QHash<QByteArray, QString> now = valuesIn(region.text, region.base);
    const QHash<QByteArray, QString> then = valuesOf(region.base);
    for (const Value &value : region.base.values) {
        auto key = ValueKey::of(value.key);
        if (!key || !then.contains(value.key))
            continue;
        const int part = key->part;
        key->part = part == 0 ? 0 : 1; // a template may write a point in one piece, or its head and its tail apart
        const QByteArray whole = key->bytes();
        if (!all.contains(whole))
            order << whole;
        Pieces &pieces = all[whole];
        pieces.key = *key;
        // What cannot be found is as it was: the reader's lines around it stay in the file.
        pieces.parts.insert(part, {then.value(value.key), now.value(value.key, then.value(value.key))});
    }
    QList<FileEdit> edits;
    for (const QByteArray &whole : std::as_const(order)) {
        const Pieces &pieces = all[whole];
        QStringList was, is;
        for (const auto &[before, after] : pieces.parts) {
            was << before;
            is << after;
        }
        FileEdit edit{pieces.key, bare(pieces.key, was), bare(pieces.key, is)};
        if (edit.was != edit.is && !edit.is.trimmed().isEmpty())
            edits << edit;
    }
    return firstComments ? edits + firstEditsIn(region) : edits;
}

/// A comment stands on one line of the file. Its words as they are now, with the line ends that it had here between
/// words that are still beside each other.
QString withLineEnds(const QString &typed, const QString &words)
{
    if (typed.isEmpty()) // a first one has its own
        return words;
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    const auto some = Qt::SkipEmptyParts;
    const QStringList before = typed.split(blanks, some), after = words.split(QLatin1Char(' '), some);
    QStringList ends; // before each word
    qsizetype at = 0;
    for (const QString &word : before) {
        const qsizetype from = typed.indexOf(word, at);
        const QString between = typed.mid(at, from - at);
        ends << (between.contains(QLatin1Char('\n')) ? between : QStringLiteral(" "));
        at = from + word.size();
    }
    QStringList stands;
    for (qsizetype i = 0; i < after.size(); ++i)
        stands << QStringLiteral(" ");
    for (const auto &[i, j] : commonItems(before, after))
        stands[j] = ends[i];
    QString out;
    for (qsizetype i = 0; i < after.size(); ++i)
        out += (i == 0 ? QString() : stands[i]) + after[i];
    return out;
}

/// What the library gets of the edits in one file.
class Taking
{
public:
    Taking(const library::Library &library, QString name) : m_library(library), m_name(std::move(name)) {}

    void take(const FileEdit &edit)
    {
        switch (edit.key.what) {
        case What::Comment:
            return takeComment(edit);
        case What::Point:
        case What::DigestPoint:
            return takePoint(edit);
        case What::Note:
            return takeNote(edit);
        }
    }

    Result<void> write(library::Acts &acts) const
    {
        Result<void> done;
        for (qsizetype i = 0; i < m_highlights.size() && done; ++i)
            done = acts.putHighlight(m_highlights[i]);
        for (qsizetype i = 0; i < m_points.size() && done; ++i)
            done = acts.putPoint(m_points[i]);
        for (qsizetype i = 0; i < m_notes.size() && done; ++i)
            done = acts.putNote(m_notes[i].paper, m_notes[i].text);
        return done;
    }

    [[nodiscard]] const TakenIn &taken() const { return m_taken; }

private:
    /// Nullopt: the library has it already. `raw`: what stands here, of which `here` was made for the file.
    std::optional<QString> joined(const FileEdit &edit, const QString &here, const QString &raw, const QString &whose)
    {
        if (hasAllOf(edit, here))
            return std::nullopt;
        const ThreeWay text = threeWay(edit.was, here, edit.is);
        if (text.text == here)
            return std::nullopt;
        if (text.hasConflict)
            m_taken.conflicts << QCoreApplication::translate("exporting",
                                                             "%1: %2 was changed in the file and here; both are kept.")
                                     .arg(m_name, whose);
        ++m_taken.values;
        const ThreeWay back = threeWay(here, raw, text.text); // lines that were not changed stay as they were typed
        return withStoreLinks(m_library, back.hasConflict ? text.text : back.text);
    }

    /// Of both sides all is here since an earlier time, which the file does not know.
    static bool hasAllOf(const FileEdit &edit, const QString &here)
    {
        if (here == edit.was)
            return false;
        const QStringList was = edit.was.split(QLatin1Char('\n')), lines = edit.is.split(QLatin1Char('\n'));
        return std::all_of(lines.cbegin(), lines.cend(), [&](const QString &line) {
            return line.trimmed().isEmpty() || was.contains(line) || here.contains(line.trimmed());
        });
    }

    // What was removed here since stays in the file alone.
    void takeComment(const FileEdit &edit)
    {
        auto highlight = m_library.highlight(library::HighlightId(edit.key.id));
        if (!highlight)
            return;
        const QString here = plainText(inlineText(highlight->comment)).simplified();
        const auto text = joined(edit, here, here, QCoreApplication::translate("exporting", "a comment"));
        if (!text)
            return;
        highlight->comment = withLineEnds(highlight->comment, *text);
        m_highlights << *highlight;
    }

    void takePoint(const FileEdit &edit)
    {
        auto point = m_library.point(library::PointId(edit.key.id));
        if (!point)
            return;
        const bool isTyped = isTypedPoint(*point);
        const bool wasPlain = edit.key.what == What::DigestPoint;
        FileEdit words = edit;
        if (wasPlain) { // of a digest: it was written as Markdown that reads as these words
            words.was = plainText(edit.was);
            words.is = plainText(edit.is);
        }
        const QString here = isTyped && !wasPlain ? readersMarkdown(point->text) : point->text;
        const auto text = joined(words, here, point->text, QCoreApplication::translate("exporting", "a point"));
        if (!text)
            return;
        point->text = text->trimmed();
        m_points << *point;
    }

    void takeNote(const FileEdit &edit)
    {
        const library::PaperId paper(edit.key.id);
        if (!m_library.paper(paper))
            return;
        const QString raw = m_library.note(paper).text;
        const auto text = joined(edit, readersMarkdown(raw), raw, QCoreApplication::translate("exporting", "the note"));
        if (text)
            m_notes.append({paper, *text, {}});
    }

    const library::Library &m_library;
    const QString m_name;
    QList<library::Highlight> m_highlights;
    QList<library::Point> m_points;
    QList<library::Note> m_notes;
    TakenIn m_taken;
};

} // namespace

Result<TakenIn> takeIn(library::Library &library, const QByteArray &file, const Bases &bases, const QString &name,
                       bool firstComments)
{
    QList<FileEdit> edits;
    for (const EditedRegion &region : editedRegions(file, bases)) {
        for (const FileEdit &edit : editsIn(region, firstComments)) {
            const auto isSame = [&edit](const FileEdit &other) {
                return other.key.id == edit.key.id && other.key.what == edit.key.what;
            };
            if (std::none_of(edits.cbegin(), edits.cend(), isSame)) // one passage can back two points
                edits << edit;
        }
    }
    Taking taking(library, name);
    for (const FileEdit &edit : std::as_const(edits))
        taking.take(edit);
    if (taking.taken().values == 0)
        return taking.taken();
    const auto done =
        library.act(QStringLiteral("file.take"), QCoreApplication::translate("exporting", "Edits from %1").arg(name),
                    [&taking](library::Acts &acts) { return taking.write(acts); });
    if (!done)
        return done.error();
    return taking.taken();
}

} // namespace yaodian::exporting
