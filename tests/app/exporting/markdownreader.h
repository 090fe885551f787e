#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

// Markdown as a program sees it that knows nothing of ours: md4c with everything that note programs add.
namespace yaodian::tests {

struct Read
{
    bool parsed = false;
    QString text;       ///< all visible text; breaks of lines and blocks are '\n'
    QStringList html;   ///< raw HTML, block by block and tag by tag
    QStringList links;  ///< targets of links and images
    QStringList blocks; ///< "h2", "ul", "quote", "code", "table" … in order
    int spans = 0;      ///< emphasis, code, mathematics, wiki links
};

[[nodiscard]] Read readMarkdown(const QByteArray &markdown);

} // namespace yaodian::tests
