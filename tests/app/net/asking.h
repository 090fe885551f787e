#pragma once

#include "net/client.h"

#include <QTest>

#include <optional>

namespace yaodian::tests {

/// Asks and waits for the answer.
inline Result<net::Response> ask(net::Client &client, const net::Request &request)
{
    QObject context;
    std::optional<Result<net::Response>> answer;
    client.get(request, &context, [&answer](const Result<net::Response> &result) { answer = result; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000))
        return Error::world(QStringLiteral("the client never answered"));
    return *answer;
}

/// A request as if the person had typed the address.
inline net::Request typed(const QUrl &url)
{
    net::Request request;
    request.url = url;
    request.typedByPerson = true;
    return request;
}

/// A request for an address found in somebody's post.
inline net::Request found(const QString &url)
{
    net::Request request;
    request.url = QUrl(url);
    return request;
}

} // namespace yaodian::tests
