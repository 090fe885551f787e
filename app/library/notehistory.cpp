#include "library/notehistory.h"

#include "library/marks.h"
#include "library/notedelta.h"
#include "library/rows.h"
#include "library/statement.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace yaodian::library {

namespace {

/// What one step did to the note.
struct NoteStep
{
    bool undone = false;
    QDateTime at;
    QJsonObject change;
};

/// The change of this note among those of a step; empty: there is none.
QJsonObject changeOfNote(const QString &changes, const QJsonObject &key)
{
    const QJsonObject all = QJsonDocument::fromJson(changes.toUtf8()).object();
    for (const QJsonValue &item : all.value(QLatin1String("changes")).toArray()) {
        const QJsonObject change = item.toObject();
        const bool isNote = isPacked(change) || change.value(QLatin1String("t")).toString() == QLatin1String("notes");
        if (isNote && change.value(QLatin1String("k")).toObject() == key)
            return change;
    }
    return {};
}

/// A row of the note as that side of a change tells it; a note that was not there is an empty one.
QJsonObject rowOf(const QJsonObject &change, const char *side)
{
    return change.value(QLatin1String(side)).toObject();
}

QString textOf(const QJsonObject &row)
{
    return row.value(QLatin1String("text")).toString();
}

QDateTime changedAt(const QJsonObject &row, const QDateTime &otherwise)
{
    const qint64 ms = row.value(QLatin1String("changed")).toInteger(-1);
    return ms < 0 ? otherwise : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

/// The row before a step that was done and left `after`; nothing where the story ends: the step does not fit it.
std::optional<QJsonObject> rowBefore(const NoteStep &step, const QJsonObject &after)
{
    if (!isPacked(step.change))
        return rowOf(step.change, "b");
    const auto whole = unpacked(step.change, after, Side::After);
    return whole ? std::optional(rowOf(*whole, "b")) : std::nullopt;
}

/// What undone steps had made of `row`, oldest first: they branch off it, and off each other.
QList<NoteVersion> undoneVersions(const QList<NoteStep> &steps, const QJsonObject &row)
{
    QList<NoteVersion> out;
    QList<QJsonObject> known{row};
    for (const NoteStep &step : steps) {
        QJsonObject after = rowOf(step.change, "a");
        if (isPacked(step.change)) {
            std::optional<QJsonObject> whole;
            for (auto from = known.crbegin(); from != known.crend() && !whole; ++from)
                whole = unpacked(step.change, *from, Side::Before);
            if (!whole)
                continue;
            after = rowOf(*whole, "a");
        }
        known += after;
        out += {textOf(after), changedAt(after, step.at), true};
    }
    return out;
}

class Walk
{
public:
    Walk(const QJsonObject &now, const QDateTime &changed, int most) : m_row(now), m_most(most)
    {
        add({textOf(now), changed, false});
    }

    /// Goes back over a step; false where the story ends.
    bool back(const NoteStep &step)
    {
        if (step.undone) {
            m_undone.prepend(step);
            return true;
        }
        endUndone();
        const auto before = rowBefore(step, m_row);
        if (!before)
            return false;
        m_row = *before;
        if (!textOf(m_row).isEmpty())
            add({textOf(m_row), changedAt(m_row, step.at), false});
        return m_found.size() < m_most;
    }

    /// All that was found, newest first.
    QList<NoteVersion> end()
    {
        endUndone();
        return m_found;
    }

private:
    void endUndone()
    {
        const QList<NoteVersion> undone = undoneVersions(m_undone, m_row);
        m_undone.clear();
        // They came after the text that they started from, which was added last; the present one stays the first.
        const bool isBase = m_found.size() > 1 && m_found.last().text == textOf(m_row);
        const qsizetype at = m_found.size() - (isBase ? 1 : 0);
        for (const NoteVersion &version : undone)
            if (!version.text.isEmpty())
                m_found.insert(at, version);
    }

    void add(const NoteVersion &version)
    {
        if (m_found.isEmpty() || m_found.last().text != version.text)
            m_found += version;
    }

    QJsonObject m_row;
    int m_most;
    QList<NoteVersion> m_found;
    QList<NoteStep> m_undone;
};

/// The same story without being kept: a long note has thousands of versions.
class Hearing
{
public:
    Hearing(const QJsonObject &now, const std::function<bool(const QString &)> &hear) : m_row(now), m_hear(hear) {}

    [[nodiscard]] bool begin() { return m_hear(textOf(m_row)); }
    bool back(const NoteStep &step)
    {
        if (step.undone) {
            m_undone.prepend(step);
            return true;
        }
        if (!end())
            return false;
        const auto before = rowBefore(step, m_row);
        if (!before)
            return false;
        m_row = *before;
        return m_hear(textOf(m_row));
    }
    bool end()
    {
        const QList<NoteVersion> undone = undoneVersions(m_undone, m_row);
        m_undone.clear();
        return std::all_of(undone.cbegin(), undone.cend(),
                           [this](const NoteVersion &version) { return m_hear(version.text); });
    }

private:
    QJsonObject m_row;
    const std::function<bool(const QString &)> &m_hear;
    QList<NoteStep> m_undone;
};

/// The steps about a note, newest first, until `take` has enough. They are looked through without being parsed: few of
/// them are about this one.
template <class Take> void eachStepOfNote(Connection &connection, PaperId paper, const QJsonObject &key, Take take)
{
    Statement steps(connection, "SELECT state, at, changes FROM operations WHERE instr(changes, ?1) > 0"
                                " AND instr(changes, '\"note') > 0 ORDER BY seq DESC");
    steps.bind(QString::fromLatin1(paper.toBytes().toHex()));
    while (steps.step()) {
        const NoteStep step{steps.integer(0) != 0, steps.time(1), changeOfNote(steps.text(2), key)};
        if (!step.change.isEmpty() && !take(step))
            return;
    }
}

QJsonObject keyOf(PaperId paper)
{
    return {{QStringLiteral("paper"), blobValue(paper.toBytes())}};
}

} // namespace

QList<NoteVersion> readNoteVersions(Connection &connection, PaperId paper, int most)
{
    const QJsonObject key = keyOf(paper);
    const Note now = readNote(connection, paper);
    Walk walk(readRow(connection, rowTable(Rows::Notes), key).toObject(), now.changed, most);
    eachStepOfNote(connection, paper, key, [&walk](const NoteStep &step) { return walk.back(step); });
    QList<NoteVersion> found = walk.end();
    found.resize(std::min<qsizetype>(found.size(), most));
    return found;
}

void eachNoteText(Connection &connection, PaperId paper, const std::function<bool(const QString &)> &hear)
{
    const QJsonObject key = keyOf(paper);
    Hearing hearing(readRow(connection, rowTable(Rows::Notes), key).toObject(), hear);
    bool goesOn = hearing.begin();
    if (goesOn)
        eachStepOfNote(connection, paper, key, [&](const NoteStep &step) { return goesOn = hearing.back(step); });
    if (goesOn)
        hearing.end();
}

} // namespace yaodian::library
