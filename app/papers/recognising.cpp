#include "papers/recognising.h"

#include "base/text.h"
#include "digest/digest.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace yaodian::papers {

namespace {

constexpr qsizetype nearTheTop = 1500;  ///< letters and digits of a first page among which its title stands
constexpr qsizetype shortestTitle = 12; ///< of them

} // namespace

std::optional<digest::Identifier> arxivInFileName(const QString &path)
{
    static const QRegularExpression id(
        QStringLiteral("^(?:arxiv[-_. :]?)?(\\d{2}(?:0[1-9]|1[0-2])\\.\\d{4,5})(v\\d{1,2})?(?![0-9.]*[0-9])"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = id.match(QFileInfo(path).completeBaseName());
    if (!match.hasMatch())
        return std::nullopt;
    return digest::Identifier{digest::Identifier::Scheme::Arxiv, match.captured(1), match.captured(2)};
}

QList<digest::Identifier> identifiersOn(const QString &firstPage)
{
    static const QRegularExpression pattern(
        QStringLiteral("arXiv\\s?:\\s?((?:\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d+)?)|"
                       "\\b(10\\.\\d{4,9}/[^\\s\"<>]+)"),
        QRegularExpression::CaseInsensitiveOption);
    QList<digest::Identifier> out;
    auto matches = pattern.globalMatch(firstPage);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString text = match.capturedLength(1) > 0 ? QStringLiteral("arXiv:") + match.captured(1)
                                                         : QStringLiteral("https://doi.org/") + match.captured(2);
        const auto identifier = digest::identifierFromText(text);
        if (identifier && identifier->isStrong() && !out.contains(*identifier))
            out.append(*identifier);
    }
    return out;
}

bool isTitled(const QString &firstPage, const QString &title)
{
    const QString key = titleKey(title);
    return key.size() >= shortestTitle && titleKey(firstPage).left(nearTheTop).contains(key);
}

} // namespace yaodian::papers
