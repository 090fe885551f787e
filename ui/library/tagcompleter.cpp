#include "ui/library/tagcompleter.h"

#include <QAbstractItemView>
#include <QRegularExpression>

namespace yaodian::ui {

namespace {

const QRegularExpression &commas()
{
    static const QRegularExpression expression(QStringLiteral("[,，、;；]"));
    return expression;
}

} // namespace

TagCompleter::TagCompleter(QObject *parent) : QCompleter(parent)
{
    setModel(&m_tags);
    setCaseSensitivity(Qt::CaseInsensitive);
    popup()->setObjectName(QStringLiteral("completions")); // the theme's sheet knows it
}

QString TagCompleter::pathFromIndex(const QModelIndex &index) const
{
    return m_before + QCompleter::pathFromIndex(index);
}

QStringList TagCompleter::splitPath(const QString &path) const
{
    qsizetype at = path.lastIndexOf(commas()) + 1;
    while (at < path.size() && path[at].isSpace())
        ++at;
    m_before = path.left(at);
    return {path.mid(at)};
}

QStringList typedTags(const QString &text)
{
    QStringList tags;
    for (const QString &tag : text.split(commas(), Qt::SkipEmptyParts))
        tags << tag.simplified();
    tags.removeAll(QString());
    return tags;
}

} // namespace yaodian::ui
