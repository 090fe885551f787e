#pragma once

#include "pdf/document.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <optional>

#include <QDir>
#include <QFile>

#include <unistd.h>

namespace yaodian::pdf {

/// Only a guard against a test that never ends; every answer has a shorter deadline of its own.
constexpr int guardMs = 40'000;

/// Collects the one answer to a question.
template <class T> struct Answer
{
    std::optional<Result<T>> result;

    [[nodiscard]] std::function<void(Result<T>)> taker()
    {
        return [this](Result<T> given) { result = std::move(given); };
    }
    [[nodiscard]] bool wait()
    {
        return QTest::qWaitFor([this] { return result.has_value(); }, guardMs);
    }
    [[nodiscard]] bool came() { return wait() && result->ok(); }
    T &operator*() { return result->value(); }
    T *operator->() { return &result->value(); }
    [[nodiscard]] QString error() { return result && !result->ok() ? result->error().message : QString(); }
};

template <> struct Answer<void>
{
    std::optional<Result<void>> result;

    [[nodiscard]] std::function<void(Result<void>)> taker()
    {
        return [this](Result<void> given) { result = std::move(given); };
    }
    [[nodiscard]] bool wait()
    {
        return QTest::qWaitFor([this] { return result.has_value(); }, guardMs);
    }
};

inline bool opens(Document &document)
{
    return QTest::qWaitFor([&] { return document.isOpen(); }, guardMs);
}

inline Result<QImage> rendered(Document &document, int page, double scale, const QRect &tile = {})
{
    QObject context;
    Answer<QImage> answer;
    document.render(page, scale, tile, Document::Priority::Visible, &context, answer.taker());
    return answer.wait() ? *answer.result : Result<QImage>(Error::world(QStringLiteral("never answered")));
}

inline PageText textOf(Document &document, int page)
{
    QObject context;
    Answer<PageText> answer;
    document.text(page, Document::Priority::Visible, &context, answer.taker());
    return answer.came() ? *answer : PageText{};
}

/// The processes that this one started.
inline QList<pid_t> childProcesses()
{
    QList<pid_t> out;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(name));
        if (!stat.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = stat.readAll();
        const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 1 && fields[1].toInt() == ::getpid() && fields[0] != "Z")
            out.append(name.toInt());
    }
    return out;
}

} // namespace yaodian::pdf
