#include "reading/history.h"

#include "notes/tally.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace yaodian::reading {

namespace {

struct Gathered
{
    int sessions = 0;
    qint64 minutes = 0;
    QSet<library::PaperId> papers;
};

QList<std::pair<QString, int>> categoriesOf(const library::Library &library, const QSet<library::PaperId> &papers)
{
    QMap<QString, int> counts;
    for (const library::PaperId &id : papers) {
        const auto paper = library.paper(id);
        ++counts[paper ? paper->categories.value(0) : QString()];
    }
    QList<std::pair<QString, int>> out;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        out.append({it.key(), it.value()});
    std::stable_sort(out.begin(), out.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    return out;
}

} // namespace

QList<DayOfReading> daysOfReading(const library::Library &library, QDate first, QDate last, const QDateTime &now)
{
    QMap<QDate, Gathered> days;
    for (const library::Session &session : library.sessions()) {
        const QDate day = session.started.toLocalTime().date();
        if (day < first || day > last)
            continue;
        Gathered &gathered = days[day];
        ++gathered.sessions;
        gathered.minutes += notes::minutesOf(session, now);
        gathered.papers += QSet<library::PaperId>(session.done.cbegin(), session.done.cend());
    }
    QList<DayOfReading> out;
    for (auto it = days.cbegin(); it != days.cend(); ++it)
        out += {it.key(), it->sessions, int(it->papers.size()), it->minutes, categoriesOf(library, it->papers)};
    return out;
}

} // namespace yaodian::reading
