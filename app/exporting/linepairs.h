#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

// A text that was changed by hand, beside the one it was made of: which line is which, and which place within a line.
namespace yaodian::exporting {

/// A text and where its lines begin.
struct Lines
{
    explicit Lines(const QString &of);
    [[nodiscard]] int lineAt(qsizetype place) const;
    [[nodiscard]] qsizetype endOf(int line) const { return starts[line] + lines[line].size(); }

    QString text;
    QStringList lines;
    QList<qsizetype> starts;
};

/// Which line of a changed text is which line of the one it was made of: those that are the same, and between them
/// those that have words in common that no other line has, or half of their words.
class LinePairs
{
public:
    LinePairs(const Lines &base, const Lines &text);
    /// -1: it is not there.
    [[nodiscard]] int operator[](int line) const { return m_other[line]; }

private:
    static constexpr int MostLines = 60;           ///< of a stretch that was changed
    static constexpr qint64 MostCells = 4'000'000; ///< words compared with words, in all

    void pairUp(int from, int to, int textFrom, int textTo);
    static QStringList counted(const QString &line, QHash<QString, int> &count);
    /// 0: they are not one line.
    static int likeness(const QStringList &a, const QStringList &b, const QHash<QString, int> &inBase,
                        const QHash<QString, int> &inText);

    const Lines &m_base;
    const Lines &m_text;
    QList<int> m_other;
};

/// A place within a line of the base, in the line that became of it. The word next to it (before, or after) has to be
/// there, with the same blanks between; -1: it is not.
class PlaceInLine
{
public:
    PlaceInLine(const QString &base, const QString &text);
    [[nodiscard]] qsizetype after(qsizetype place) const { return find(place, -1); }
    [[nodiscard]] qsizetype before(qsizetype place) const { return find(place, 1); }

private:
    [[nodiscard]] qsizetype find(qsizetype place, int step) const;

    QStringList m_base, m_text;
    QList<int> m_other;
    QList<qsizetype> m_starts, m_startsInText;
};

} // namespace yaodian::exporting
