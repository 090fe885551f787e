// Prints a document in the gold format: one object, or an array where it holds several issues.
#include "digest/digest.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

int main(int argc, char **argv)
{
    QFile file(argc > 1 ? QString::fromLocal8Bit(argv[argc - 1]) : QString());
    if (!file.open(QIODevice::ReadOnly)) {
        std::fputs("usage: digest_gold FILE\n", stderr);
        return 2;
    }
    const auto issues = yaodian::digest::parse(file.readAll(), {QFileInfo(file).fileName(), {}, {}});
    if (!issues) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(issues.error().message));
        return 1;
    }
    QJsonArray all;
    for (const auto &issue : *issues) {
        all.append(yaodian::digest::toGold(issue));
        std::fprintf(stderr, "%s, %s: %d heads, %d entries\n", qUtf8Printable(issue.report.family),
                     qUtf8Printable(issue.report.encoding), issue.report.headsSeen, issue.report.entriesMade);
        for (const auto &span : issue.report.unparsed)
            std::fprintf(stderr, "  unparsed, line %d: %s\n", span.line, qUtf8Printable(span.text.left(120)));
        for (const auto &doubt : issue.report.doubts)
            std::fprintf(stderr, "  to check: %s\n", qUtf8Printable(doubt.text));
        for (const QString &repair : issue.report.repairs)
            std::fprintf(stderr, "  repair: %s\n", qUtf8Printable(repair));
    }
    const QJsonDocument document = all.size() == 1 ? QJsonDocument(all[0].toObject()) : QJsonDocument(all);
    std::fputs(document.toJson().constData(), stdout);
    return 0;
}
