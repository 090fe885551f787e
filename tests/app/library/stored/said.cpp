#include "said.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace yaodian::tests {

using namespace library;

namespace {

/// A time of the stored values; -1: none.
double ms(const QDateTime &time)
{
    return time.isValid() ? double(time.toMSecsSinceEpoch()) : -1;
}

QJsonArray list(QStringList words, bool sorted = false)
{
    if (sorted)
        words.sort();
    return QJsonArray::fromStringList(words);
}

QJsonObject ofState(const PaperState &state)
{
    return {{QStringLiteral("read"), state.read},
            {QStringLiteral("starred"), state.starred},
            {QStringLiteral("later"), state.later},
            {QStringLiteral("verdict"), int(state.verdict)},
            {QStringLiteral("tags"), list(state.tags)}};
}

// Templates from here on: only in one is a member that a version does not have no error.

template <class H> QJsonObject ofHighlight(const H &mark)
{
    QJsonArray boxes;
    for (const Box &box : mark.boxes)
        boxes += QJsonArray{box.left, box.top, box.right, box.bottom};
    QJsonObject out{{QStringLiteral("quote"), mark.quote},
                    {QStringLiteral("prefix"), mark.prefix},
                    {QStringLiteral("suffix"), mark.suffix},
                    {QStringLiteral("kind"), mark.kind},
                    {QStringLiteral("comment"), mark.comment},
                    {QStringLiteral("page"), mark.page},
                    {QStringLiteral("document"), mark.document},
                    {QStringLiteral("made"), ms(mark.made)},
                    {QStringLiteral("boxes"), boxes}};
    if constexpr (requires { mark.tags; })
        out[QStringLiteral("tags")] = list(mark.tags);
    if constexpr (requires { mark.style; }) {
        out[QStringLiteral("style")] = int(mark.style);
        out[QStringLiteral("image")] = mark.image;
    }
    if constexpr (requires { mark.section; }) {
        out[QStringLiteral("at")] = mark.at;
        out[QStringLiteral("section")] = mark.section;
    }
    return out;
}

template <class L> QJsonArray highlightsOf(L &library, PaperId paper)
{
    QList<QJsonObject> all;
    for (const auto &mark : library.highlights(paper)) {
        QJsonObject one = ofHighlight(mark);
        if constexpr (requires { library.placements(paper, QString()); }) {
            QJsonArray places;
            for (const auto &document : library.documents(paper)) {
                if (const auto place = library.placement(mark.id, document.sha256))
                    places += QJsonArray{int(place->state), place->quote, place->decided, int(place->spots.size())};
            }
            one[QStringLiteral("placements")] = places;
        }
        all += one;
    }
    // In which order they are listed is another matter.
    std::ranges::sort(all, {}, [](const QJsonObject &one) { return one[QStringLiteral("quote")].toString(); });
    QJsonArray out;
    for (const QJsonObject &one : all)
        out += one;
    return out;
}

QJsonArray pointsOf(const Library &library, PaperId paper)
{
    QJsonArray out;
    for (const Point &point : library.points(paper)) {
        QStringList evidence;
        for (const HighlightId id : point.evidence)
            evidence += library.highlight(id) ? library.highlight(id)->quote : QStringLiteral("gone");
        out += QJsonObject{{QStringLiteral("text"), point.text},
                           {QStringLiteral("own"), point.isOwn()},
                           {QStringLiteral("digest"), point.digestText},
                           {QStringLiteral("evidence"), list(evidence, true)}};
    }
    return out;
}

QJsonArray documentsOf(const Library &library, PaperId paper)
{
    QJsonArray out;
    for (const Document &document : library.documents(paper))
        out += QJsonArray{document.sha256, document.version, document.origin, double(document.bytes)};
    return out;
}

QJsonObject ofPaper(Library &library, PaperId id)
{
    const auto paper = library.paper(id);
    QStringList identifiers;
    for (const digest::Identifier &identifier : paper->identifiers)
        identifiers += identifier.key();
    return {{QStringLiteral("titleZh"), paper->titleZh},
            {QStringLiteral("authors"), list(paper->authors)},
            {QStringLiteral("identifiers"), list(identifiers, true)},
            {QStringLiteral("state"), ofState(paper->state)},
            {QStringLiteral("note"), library.note(id).text},
            {QStringLiteral("points"), pointsOf(library, id)},
            {QStringLiteral("documents"), documentsOf(library, id)},
            {QStringLiteral("mentions"), int(library.mentions(id).size())},
            {QStringLiteral("highlights"), highlightsOf(library, id)}};
}

QJsonObject papersOf(Library &library)
{
    QJsonObject out;
    for (const ListRow &row : library.rows(library.entryIds({}))) {
        const QString title = library.paper(row.paper)->title;
        if (!out.contains(title))
            out[title] = ofPaper(library, row.paper);
    }
    return out;
}

QJsonObject issuesOf(const Library &library)
{
    QJsonObject out;
    for (const IssueRow &row : library.issues()) {
        const auto issue = library.issue(row.id);
        QJsonArray entries;
        for (const digest::Entry &entry : issue->entries)
            entries += QJsonObject{{QStringLiteral("title"), entry.title},
                                   {QStringLiteral("titleZh"), entry.titleZh},
                                   {QStringLiteral("authors"), list(entry.authors)},
                                   {QStringLiteral("categories"), list(entry.categories)},
                                   {QStringLiteral("oneLine"), entry.oneLine},
                                   {QStringLiteral("points"), list(entry.keyPoints)},
                                   {QStringLiteral("url"), entry.url}};
        out[row.title] = QJsonObject{{QStringLiteral("source"), row.sourceTitle},
                                     {QStringLiteral("unread"), row.unread},
                                     {QStringLiteral("firstSeen"), ms(row.firstSeen)},
                                     {QStringLiteral("entries"), entries}};
    }
    return out;
}

template <class S> QJsonObject ofSource(const S &source, const SyncState &state)
{
    QJsonObject out{{QStringLiteral("title"), source.title},          {QStringLiteral("kind"), int(source.kind)},
                    {QStringLiteral("category"), source.category},    {QStringLiteral("etag"), state.etag},
                    {QStringLiteral("modified"), state.lastModified}, {QStringLiteral("failures"), state.failures}};
    if constexpr (requires { source.options; })
        out[QStringLiteral("language")] = source.options.language;
    return out;
}

QJsonObject sourcesOf(const Library &library)
{
    QJsonObject out;
    for (const Source &source : library.sources())
        out[source.url] = ofSource(source, library.syncState(source.id));
    return out;
}

/// Which kinds of hits in which papers: in no order, and later versions may find more.
QJsonObject foundIn(const Library &library)
{
    QJsonObject out;
    for (const char *word : {"残差", "图神经", "lantern", "旁注", "码头", "灯塔", "harbour"}) {
        const auto hits = library.search(QString::fromUtf8(word));
        QSet<QString> found;
        for (const Hit &hit : *hits)
            found += QString::number(int(hit.type)) + QLatin1Char(' ') + hit.title;
        out[QString::fromUtf8(word)] = list(found.values(), true);
    }
    return out;
}

template <class L> void addSittings(const L &library, QJsonObject &out)
{
    QJsonArray sessions;
    for (const auto &session : library.sessions()) {
        QJsonObject one{{QStringLiteral("queue"), int(session.queue.size())},
                        {QStringLiteral("done"), int(session.done.size())},
                        {QStringLiteral("position"), session.position},
                        {QStringLiteral("started"), ms(session.started)},
                        {QStringLiteral("ended"), ms(session.ended)}};
        if constexpr (requires { session.activeMs; })
            one[QStringLiteral("active")] = double(session.activeMs);
        sessions += one;
    }
    out[QStringLiteral("sessions")] = sessions;
    if constexpr (requires { library.savedSearches(); }) {
        QJsonArray searches;
        for (const auto &search : library.savedSearches())
            searches += QJsonArray{search.name, search.query};
        out[QStringLiteral("searches")] = searches;
    }
}

} // namespace

QJsonObject said(Library &library)
{
    QJsonArray kinds;
    for (const Kind &kind : library.kinds())
        kinds += QJsonArray{kind.key, kind.letter, kind.nameZh, kind.nameEn, kind.colour, kind.pattern};
    QJsonArray journal;
    for (const Operation &step : library.journal())
        journal += QJsonArray{step.act, step.label, ms(step.at)};
    QJsonObject out{{QStringLiteral("sources"), sourcesOf(library)},
                    {QStringLiteral("issues"), issuesOf(library)},
                    {QStringLiteral("papers"), papersOf(library)},
                    {QStringLiteral("kinds"), kinds},
                    {QStringLiteral("journal"), journal},
                    {QStringLiteral("found"), foundIn(library)},
                    {QStringLiteral("posts"), int(library.keptPosts().size())}};
    addSittings(library, out);
    return out;
}

} // namespace yaodian::tests
