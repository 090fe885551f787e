#include "library/titles.h"

#include "library/statement.h"

namespace yaodian::library {

QList<TitledPaper> readPapersTitled(Connection &connection, const QString &words, int most)
{
    QString literal = words.simplified();
    for (const char *sign : {"\\", "%", "_"})
        literal.replace(QLatin1String(sign), QLatin1Char('\\') + QLatin1String(sign));
    QList<TitledPaper> out;
    Statement statement(connection, "SELECT id, title, title_zh FROM papers WHERE deleted IS NULL"
                                    " AND (title LIKE ?1 ESCAPE '\\' OR title_zh LIKE ?1 ESCAPE '\\')"
                                    " ORDER BY (title LIKE ?2 ESCAPE '\\' OR title_zh LIKE ?2 ESCAPE '\\') DESC,"
                                    " first_seen DESC, id LIMIT ?3");
    statement.bind(QString(QLatin1Char('%') + literal + QLatin1Char('%')), QString(literal + QLatin1Char('%')), most);
    while (statement.step())
        out += {statement.id<PaperId>(0), statement.text(1), statement.text(2)};
    return out;
}

} // namespace yaodian::library
