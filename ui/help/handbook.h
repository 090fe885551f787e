#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace yaodian::ui {

class Commands;

/// A chapter of the handbook as it is written: GitHub's Markdown with two things that are comments to everybody else.
/// A key with its command behind it, `j`<!--list.next-->, is said as the reader has it; what stands between
/// <!-- list: keys --> and <!-- end --> is generated (handbooklists.h).
struct Chapter
{
    QString file;  ///< "search.md", by which others link to it
    QString title; ///< its heading
    QString text;  ///< without the heading
};

/// The handbook in one language: what its index (README.md) names, in that order.
class Handbook final
{
public:
    /// `language`: "zh" or "en". Without chapters where there is no such handbook.
    [[nodiscard]] static Handbook in(const QString &language) { return from(QStringLiteral(":/handbook/") + language); }
    /// The same from a folder.
    [[nodiscard]] static Handbook from(const QString &folder);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] const QList<Chapter> &chapters() const { return m_chapters; }
    [[nodiscard]] int indexOf(const QString &file) const; ///< -1: there is no such chapter
    /// Files that the index names and that are not there.
    [[nodiscard]] const QStringList &missing() const { return m_missing; }

private:
    QString m_folder;
    QList<Chapter> m_chapters;
    QStringList m_missing;
};

/// A key that is spoken of, and the command that has it.
struct SpokenKey
{
    QString key; ///< as people read it
    QString command;
};

/// All of a text.
[[nodiscard]] QList<SpokenKey> spokenKeys(const QString &text);
/// The text with the keys that the reader has chosen; a command without a key is called by its name.
[[nodiscard]] QString withChosenKeys(const QString &text, const Commands &commands);
/// Without the lines around generated parts.
[[nodiscard]] QString withoutListMarks(const QString &text);

} // namespace yaodian::ui
