#include "reading.h"

#include "digest/digest.h"

#include <QJsonDocument>

#include <cstdio>
#include <cstdlib>

namespace yaodian::fuzz {

namespace {

void hold(bool condition, const char *sentence)
{
    if (condition)
        return;
    std::fprintf(stderr, "does not hold: %s\n", sentence);
    std::abort();
}

void checkIssue(const digest::Issue &issue)
{
    hold(issue.report.entriesMade == issue.entries.size(), "the report counts the entries");
    hold(!issue.report.encoding.isEmpty(), "the report names the encoding");
    hold(!issue.text.contains(QChar(QChar::Null)), "the text has no NUL");
    for (const digest::Entry &entry : issue.entries) {
        hold(!entry.title.isEmpty() || !entry.titleZh.isEmpty(), "an entry has a title");
        for (const digest::Identifier &id : digest::identify(entry))
            hold(!id.value.isEmpty(), "an identifier has a value");
    }
}

} // namespace

void readAs(QByteArrayView bytes, const char *name)
{
    const auto issues = digest::parse(bytes, {QLatin1String(name), {}, QStringLiteral("https://b.example/p/7")});
    if (!issues) {
        hold(!issues.error().message.isEmpty(), "an error says something");
        hold(!issues.error().message.contains(QLatin1Char('\n')), "an error is one sentence");
        return;
    }
    for (const digest::Issue &issue : *issues) {
        checkIssue(issue);
        hold(!QJsonDocument(digest::toGold(issue)).toJson().isEmpty(), "an issue can be written");
    }
}

} // namespace yaodian::fuzz
