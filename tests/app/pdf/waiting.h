#pragma once

#include "pdf/document.h"
#include "tests/support/processes.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <optional>

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

using tests::childProcesses;

} // namespace yaodian::pdf
