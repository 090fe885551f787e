#pragma once

#include "digest/digest.h"

#include <QFile>
#include <QString>
#include <QtTest>

namespace yaodian::digest::test {

/// Bytes of a file in tests/fixtures/digests.
inline QByteArray fixture(const char *name)
{
    QFile file(QStringLiteral(YAODIAN_FIXTURES "/digests/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("fixture %s is missing", name);
    return file.readAll();
}

inline Origin named(const char *name)
{
    return {QLatin1String(name), {}, {}};
}

/// All issues of a document that must be readable.
inline QList<Issue> parsed(const QByteArray &bytes, const char *name = "")
{
    auto issues = parse(bytes, named(name));
    if (!issues)
        qFatal("not parsed: %s", qUtf8Printable(issues.error().message));
    return *issues;
}

/// The one issue of a document.
inline Issue one(const QByteArray &bytes, const char *name = "")
{
    const QList<Issue> issues = parsed(bytes, name);
    if (issues.size() != 1)
        qFatal("%d issues", int(issues.size()));
    return issues.first();
}

inline Issue post(const char *name)
{
    return one(fixture(name), name);
}

/// Titles of an issue's entries.
inline QStringList titles(const Issue &issue)
{
    QStringList all;
    for (const Entry &entry : issue.entries)
        all.append(entry.title);
    return all;
}

} // namespace yaodian::digest::test
