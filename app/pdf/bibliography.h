#pragma once

#include "pdf/textlines.h"

#include <QHash>
#include <QSet>

namespace yaodian::pdf {

/// The entries of a document's bibliography, told apart by labels, indents and gaps. Pages come in their order.
class Bibliography
{
public:
    struct Entry
    {
        QString label; ///< "12", "BMR+20"; empty where entries have none
        QString text;
        int page = -1;
        Box box; ///< of what stands on that page in one column
    };

    void add(int page, const PageText &text, const QList<TextLine> &lines);
    /// Tells the entries apart; to be called when all pages are there.
    void finish();

    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }
    [[nodiscard]] const Entry *labelled(const QString &label) const;
    [[nodiscard]] bool isNumbered() const { return m_numbered; }
    /// The entries of a first author and a year ("2020", "2020a"); `others`: the authors named after the first one.
    [[nodiscard]] QList<const Entry *> of(const QString &author, const QString &year, const QStringList &others) const;
    /// A place in the bibliography itself.
    [[nodiscard]] bool covers(int page, int at) const;

private:
    struct Row
    {
        int page = -1;
        bool startsBlock = false;
        Box box;
        QString text;
    };
    enum class Style {
        Bracketed, ///< [1] Author …
        Numbered,  ///< 1. Author …
        Bare,      ///< 1 Author …, which any line with a number at its start looks like
        Named      ///< Author …
    };

    [[nodiscard]] Style style() const;
    [[nodiscard]] bool isBare() const;
    [[nodiscard]] bool startsEntry(const Row &row, const Row *before, Style style, int &last) const;
    void close(QStringList &lines);

    bool m_inside = false;
    bool m_isDoubtful = false; ///< its heading was one of a section's parts: another one may come
    bool m_numbered = false;
    QList<Row> m_rows;
    QList<Entry> m_entries;
    QHash<QString, int> m_labels;
    QHash<QString, QList<int>> m_authors; ///< key of a name of the first author → entries
    QHash<int, QList<TextRange>> m_covered;
};

/// A family name as it is compared: folded, without accents.
[[nodiscard]] QString nameKey(QStringView name);

} // namespace yaodian::pdf
