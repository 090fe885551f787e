#include "ui/reader/citing.h"

#include <QCoreApplication>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

QString citedQuote(const library::Highlight &highlight, const QString &words, const QString &title)
{
    const QString from = QCoreApplication::translate("highlights", "%1, p. %2").arg(title).arg(highlight.page + 1);
    const QString link = u"yaodian://paper/%1?highlight=%2"_s.arg(highlight.paper.toString(), highlight.id.toString());
    return u"“%1” — %2\n%3"_s.arg(words, from, link);
}

} // namespace yaodian::ui
