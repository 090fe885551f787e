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

std::optional<digest::Identifier> arxivStampOn(const QString &firstPage)
{
    static const QRegularExpression stamp(
        QStringLiteral("arXiv\\s?:\\s?((?:\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d+)?)\\s*"
                       "(?:\\[[a-z-]+(?:\\.[A-Za-z-]+)?\\]\\s*)?\\d{1,2}\\s+[A-Z][a-z]{2}\\s+\\d{4}"));
    const auto match = stamp.match(firstPage);
    return match.hasMatch() ? digest::identifierFromText(QStringLiteral("arXiv:") + match.captured(1)) : std::nullopt;
}

bool isTitled(const QString &firstPage, const QString &title)
{
    const QString key = titleKey(title);
    return key.size() >= shortestTitle && titleKey(firstPage).left(nearTheTop).contains(key);
}

} // namespace yaodian::papers
