#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

// HTML as a strict reader sees it: elements must be closed in order, attributes quoted, '<' and '&' escaped.
namespace yaodian::tests {

struct HtmlRead
{
    QString wrong;        ///< what is not as it must be, and where; empty: all is
    QStringList elements; ///< names, in order
    QStringList attributes;
    QStringList links; ///< decoded
    QString text;      ///< decoded, without that of <style>
};

/// `whole`: a page with its doctype; else what may stand in a body.
[[nodiscard]] HtmlRead readHtml(const QString &html);

} // namespace yaodian::tests
