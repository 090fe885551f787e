#include "base/files.h"
#include "exporting/anki.h"
#include "exporting/bibliography.h"
#include "exporting/bibtex.h"
#include "exporting/exporting.h"
#include "exporting/report.h"
#include "exporting/seal.h"
#include "exporting/unread.h"
#include "exporting/view.h"
#include "exporting/webannotation.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace yaodian::exporting {

namespace {

constexpr qint64 largestBibliography = 64LL * 1024 * 1024;
/// What a file of papers that were chosen one by one is called after.
const char *const severalId = "00000000-0000-0000-0000-000000000000";

struct FormatsSay
{
    Q_DECLARE_TR_FUNCTIONS(exporting)
};

/// The papers as they are known today, each once.
Result<QList<library::Paper>> papersOf(const library::Library &library, const QList<library::PaperId> &ids,
                                       const Unread &unread)
{
    QList<library::Paper> papers;
    QSet<library::PaperId> seen;
    for (const library::PaperId &id : ids) {
        const auto paper = library.paper(id);
        if (const auto read = unread.none(); !read)
            return read.error();
        if (!paper)
            return Error::world(FormatsSay::tr("There is no paper %1.").arg(id.toString()));
        if (!seen.contains(paper->id))
            papers << *paper;
        seen.insert(paper->id);
    }
    return papers;
}

Canonical canonicalIn(const library::Library &library)
{
    return [&library](const QString &id) {
        const auto parsed = library::PaperId::fromString(id);
        return parsed ? library.today(*parsed).toString() : id;
    };
}

Result<Shelved> bibliographyOf(const library::Library &library, Formats::Format format,
                               const QList<library::Paper> &papers, const QByteArray &old, const QString &name)
{
    QList<Reference> references;
    for (const library::Paper &paper : papers)
        references << referenceOf(library, paper);
    return format == Formats::Bibtex ? bibtexFile(old, references, canonicalIn(library), name)
                                     : cslFile(old, references, canonicalIn(library), name);
}

QByteArray cardsTable(const library::Library &library, const QList<library::Paper> &papers, const QString &id)
{
    const Lookups lookups(library);
    QList<Card> cards;
    for (const library::Paper &paper : papers)
        cards << cardsOf(lookups, paper);
    return ankiTable(cards, id);
}

/// One collection, or a list of those of several papers.
QByteArray annotationsText(const library::Library &library, const QList<library::Paper> &papers)
{
    const Lookups lookups(library);
    QJsonArray all;
    for (const library::Paper &paper : papers)
        all << QJsonDocument::fromJson(sealed(QJsonDocument(annotationsOf(lookups, paper)).toJson())).object();
    return all.size() == 1 ? QJsonDocument(all[0].toObject()).toJson() : QJsonDocument(all).toJson();
}

Result<Written> writeBibliography(const library::Library &library, Formats::Format format,
                                  const QList<library::Paper> &papers, const QString &folder, const Unread &unread)
{
    if (const auto made = makeFolder(folder); !made)
        return made.error();
    const QString name = format == Formats::Bibtex ? QStringLiteral("yaodian.bib") : QStringLiteral("yaodian.json");
    const QString path = QDir(QDir(folder).absolutePath()).filePath(name);
    QByteArray old;
    if (QFileInfo::exists(path) || QFileInfo(path).isSymLink()) {
        const auto read = readFile(path, largestBibliography);
        if (!read)
            return read.error();
        old = *read;
    }
    const auto shelved = bibliographyOf(library, format, papers, old, name);
    if (!shelved)
        return shelved.error();
    if (const auto read = unread.none(); !read)
        return read.error();
    if (shelved->text != old) {
        if (const auto done = writeFileAtomically(path, shelved->text); !done)
            return done.error();
    }
    return Written{{path}, shelved->text == old ? 1 : 0, shelved->conflicts};
}

/// What was written before a failure stays, as where files are written one by one.
Result<Written> finished(WholeFolder &whole, Written &written, const Result<void> &done = {})
{
    const auto last = whole.finish(written);
    return !done ? Result<Written>(done.error()) : !last ? Result<Written>(last.error()) : Result<Written>(written);
}

Result<Written> writeAnnotations(const library::Library &library, const QList<library::Paper> &papers,
                                 const QString &folder, const Unread &unread)
{
    auto whole = WholeFolder::open(folder, unread);
    if (!whole)
        return whole.error();
    const Lookups lookups(library);
    Written written;
    for (const library::Paper &paper : papers) {
        const QJsonObject annotations = annotationsOf(lookups, paper);
        if (annotations.value(QStringLiteral("total")).toInt() == 0 && papers.size() > 1)
            continue; // of a paper asked for by itself, the empty collection is the answer
        const WholeFile file{paper.id.toString(), paper.title.isEmpty() ? paper.titleZh : paper.title,
                             QStringLiteral("jsonld"), QJsonDocument(annotations).toJson()};
        if (const auto done = whole->write(file, written); !done)
            return finished(*whole, written, done);
    }
    return finished(*whole, written);
}

Result<Written> writeOneWhole(const WholeFile &file, const QString &folder, const Unread &unread)
{
    auto whole = WholeFolder::open(folder, unread);
    if (!whole)
        return whole.error();
    Written written;
    const auto done = whole->write(file, written);
    return finished(*whole, written, done);
}

Result<QByteArray> formatted(const library::Library &library, Formats::Format format,
                             const QList<library::Paper> &papers)
{
    if (format == Formats::Annotations)
        return annotationsText(library, papers);
    if (format == Formats::Anki)
        return sealed(cardsTable(library, papers, QString::fromLatin1(severalId)));
    const auto shelved = bibliographyOf(library, format, papers, {}, {});
    return shelved ? Result<QByteArray>(shelved->text) : Result<QByteArray>(shelved.error());
}

Result<library::Session> sessionOf(const library::Library &library, library::SessionId id, const Unread &unread)
{
    const QList<library::Session> sessions = library.sessions();
    for (const library::Session &session : sessions) {
        if (session.id == id)
            return session;
    }
    const auto read = unread.none();
    return read ? Error::world(FormatsSay::tr("There is no session %1.").arg(id.toString())) : read.error();
}

} // namespace

Result<QByteArray> Formats::text(Format format, const QList<library::PaperId> &ids) const
{
    const Unread unread;
    const auto papers = papersOf(m_library, ids, unread);
    if (!papers)
        return papers.error();
    const auto made = formatted(m_library, format, *papers);
    const auto read = unread.none();
    return read ? made : Result<QByteArray>(read.error());
}

Result<Written> Formats::write(Format format, const Chosen &chosen, const QString &folder) const
{
    const Unread &unread = chosen.unread;
    const auto papers = papersOf(m_library, chosen.papers, unread);
    if (!papers)
        return papers.error();
    if (format == Annotations)
        return writeAnnotations(m_library, *papers, folder, unread);
    if (format != Anki)
        return writeBibliography(m_library, format, *papers, folder, unread);
    const bool single = chosen.id.isEmpty() && papers->size() == 1;
    WholeFile file{chosen.id, chosen.title, QStringLiteral("tsv"), {}};
    if (single)
        file.title = papers->first().title.isEmpty() ? papers->first().titleZh : papers->first().title;
    if (chosen.id.isEmpty()) {
        file.id = single ? papers->first().id.toString() : QString::fromLatin1(severalId);
        file.title = single ? file.title : QStringLiteral("yaodian");
    }
    file.bytes = cardsTable(m_library, *papers, file.id);
    return writeOneWhole(file, folder, unread);
}

Result<QByteArray> Formats::report(library::SessionId id) const
{
    const Unread unread;
    const auto session = sessionOf(m_library, id, unread);
    if (!session)
        return session.error();
    const QByteArray html = sealed(reportOf(m_library, *session));
    const auto read = unread.none();
    return read ? Result<QByteArray>(html) : Result<QByteArray>(read.error());
}

Result<Written> Formats::writeReport(library::SessionId id, const QString &folder) const
{
    const Unread unread;
    const auto session = sessionOf(m_library, id, unread);
    if (!session)
        return session.error();
    return writeOneWhole(
        {id.toString(), sessionTitle(*session), QStringLiteral("html"), sealed(reportOf(m_library, *session))}, folder,
        unread);
}

Chosen Formats::ofIssue(library::IssueId id) const
{
    Chosen chosen{{}, {}, id.toString()};
    if (const auto row = m_library.issueRow(id))
        chosen.title = row->title;
    library::ListQuery query;
    query.issue = id;
    query.order = library::ListQuery::Order::IssueOrder;
    query.withTour = true;
    const QList<library::ListRow> rows = m_library.rows(m_library.entryIds(query));
    for (const library::ListRow &row : rows)
        chosen.papers << row.paper;
    return chosen;
}

Chosen Formats::ofSession(library::SessionId id) const
{
    Chosen chosen{{}, {}, id.toString()};
    const QList<library::Session> sessions = m_library.sessions();
    for (const library::Session &session : sessions) {
        if (session.id == id) {
            chosen.title = sessionTitle(session);
            chosen.papers = session.queue;
        }
    }
    return chosen;
}

} // namespace yaodian::exporting
