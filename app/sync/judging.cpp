#include "sync/judging.h"

#include "net/retryafter.h"
#include "sync/say.h"

#include <algorithm>

namespace yaodian::sync {

namespace {

constexpr int waitWhenUnsaid = 120;       ///< seconds, where a server asks for patience without a number
constexpr int longestWait = 24 * 60 * 60; ///< seconds

Judgement failed(const QString &sentence)
{
    return {Judgement::Kind::Failed, sentence};
}

Judgement wait(const net::Response &response)
{
    const int asked = response.retryAfterSeconds > 0 ? response.retryAfterSeconds : waitWhenUnsaid;
    const int seconds = qMin(asked, longestWait);
    return {Judgement::Kind::Wait,
            Say::tr("%1 asks to be left alone for %2 s (answer %3).")
                .arg(response.finalUrl.host())
                .arg(seconds)
                .arg(response.status),
            seconds, response.status == 429};
}

Judgement refused(const net::Response &response)
{
    const QString host = response.finalUrl.host();
    if (response.status == 404 || response.status == 410) {
        Judgement gone = failed(
            Say::tr("%1 has no such feed any more (answer %2). Nothing was changed.").arg(host).arg(response.status));
        gone.gone = true;
        return gone;
    }
    if (response.header("cf-mitigated") == "challenge")
        return failed(Say::tr("%1 wants to see a person first (a captcha). Nothing was changed.").arg(host));
    if (response.status == 401 || response.status == 403)
        return failed(Say::tr("%1 refused the feed (answer %2). Nothing was changed.").arg(host).arg(response.status));
    return failed(Say::tr("%1 gave answer %2 instead of a feed. Nothing was changed.").arg(host).arg(response.status));
}

/// What stands in the addresses of such pages.
constexpr const char *portalWords[] = {"captive", "portal", "hotspot", "wifi",  "wi-fi", "wlan",
                                       "guest",   "login",  "signin",  "logon", "auth",  "connect"};

Judgement judgeBody(const net::Response &response, const FeedShape &shape)
{
    const QString host = response.finalUrl.host();
    if (response.body.trimmed().isEmpty())
        return failed(Say::tr("%1 sent an empty answer instead of a feed. Nothing was changed.").arg(host));
    if (shape.kind == FeedShape::Kind::None && isWebPage(response.body))
        return failed(
            Say::tr("%1 sent a web page instead of a feed (login or captcha?). Nothing was changed.").arg(host));
    if (shape.kind == FeedShape::Kind::None)
        return failed(Say::tr("What %1 sent is no feed. Nothing was changed.").arg(host));
    if (!shape.closed || response.cutOff)
        return {
            Judgement::Kind::CutOff,
            Say::tr("The feed of %1 came cut off; what could be read was kept, and it is asked for whole next time.")
                .arg(host)};
    const bool isJson = shape.kind == FeedShape::Kind::Json;
    const bool nothing = isJson ? response.body.trimmed() == "[]" : shape.items.isEmpty();
    if (nothing && !response.body.contains('\0'))
        return {Judgement::Kind::Empty,
                Say::tr("The feed of %1 is empty at the moment; nothing was deleted.").arg(host)};
    return {Judgement::Kind::Whole, {}};
}

Judgement judgeStatus(const net::Response &response)
{
    switch (response.status) {
    case 304:
        return {Judgement::Kind::NotModified, {}};
    case 429:
    case 503:
        return wait(response);
    default:
        return refused(response);
    }
}

QString opaque(const QByteArray &validator)
{
    return QString::fromLatin1(validator);
}

/// Servers that send a date beyond the end of their time mean nothing by it, and by one that is still to come they
/// would say "not modified" until then.
QString dateValidator(const net::Response &response, const QDateTime &now)
{
    const QDateTime said = net::httpDate(response.lastModified);
    const QDateTime theirs = net::httpDate(response.header("Date"));
    const bool ahead = said.isValid() && said > (theirs.isValid() ? theirs : now).addDays(1);
    return ahead || response.lastModified.contains("2038") ? QString() : opaque(response.lastModified);
}

/// Who says that an answer is stale at once means no validator by what stands beside it.
bool expiresAtOnce(const net::Response &response)
{
    return response.header("Expires").trimmed() == "0" && response.header("Cache-Control").isEmpty();
}

void takeValidators(library::SyncState &state, const net::Response &response, const QDateTime &now)
{
    const bool none = expiresAtOnce(response);
    state.etag = none ? QString() : opaque(response.etag);
    state.lastModified = none ? QString() : dateValidator(response, now);
    state.validatorsSince = state.etag.isEmpty() && state.lastModified.isEmpty() ? QDateTime() : now;
}

} // namespace

Judgement judge(const net::Response &response, const FeedShape &shape)
{
    return response.status == 200 ? judgeBody(response, shape) : judgeStatus(response);
}

bool isNetworkLogin(const QUrl &asked, const net::Response &response)
{
    const QUrl &at = response.finalUrl;
    if (asked.scheme() != QLatin1String("http") || at.host() == asked.host() || !isWebPage(response.body))
        return false;
    const QString address = at.toString(QUrl::RemoveQuery).toLower();
    return std::any_of(std::begin(portalWords), std::end(portalWords),
                       [&address](const char *word) { return address.contains(QLatin1String(word)); });
}

QString baseAddress(const net::Response &response)
{
    const QByteArray said = response.header("Content-Location").trimmed();
    const QUrl at = said.isEmpty() ? QUrl() : response.finalUrl.resolved(QUrl(QString::fromUtf8(said)));
    // Servers behind others name the machine they run on.
    const QString host = at.host();
    const bool known = host == response.finalUrl.host() || (host.contains(u'.') && host.back().isLetter());
    const bool web = at.scheme() == QLatin1String("http") || at.scheme() == QLatin1String("https");
    return (at.isValid() && web && known ? at : response.finalUrl).toString(QUrl::FullyEncoded);
}

Judgement judgeDocument(const net::Response &response)
{
    const QString host = response.finalUrl.host();
    if (response.status != 200)
        return judgeStatus(response);
    if (response.body.trimmed().isEmpty())
        return failed(Say::tr("%1 sent an empty answer. Nothing was changed.").arg(host));
    if (response.cutOff)
        return {Judgement::Kind::CutOff,
                Say::tr("What %1 sent came cut off; what could be read was kept, and it is asked for whole next time.")
                    .arg(host)};
    return {Judgement::Kind::Whole, {}};
}

QList<std::pair<QByteArray, QByteArray>> requestHeaders(const library::SyncState &state, bool unconditional)
{
    QList<std::pair<QByteArray, QByteArray>> headers{
        {"Accept", "application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, "
                   "application/xml;q=0.9, text/xml;q=0.8, text/html;q=0.5, */*;q=0.1"}};
    if (!unconditional && !state.etag.isEmpty())
        headers.append({"If-None-Match", state.etag.toLatin1()});
    if (!unconditional && !state.lastModified.isEmpty())
        headers.append({"If-Modified-Since", state.lastModified.toLatin1()});
    return headers;
}

library::SyncState stateAfter(const Judgement &judgement, const net::Response &response, library::SyncState before,
                              const QDateTime &now)
{
    using Kind = Judgement::Kind;
    library::SyncState state = std::move(before);
    switch (judgement.kind) {
    case Kind::NotModified:
        // What a 304 names is the newer word; what it leaves out still holds.
        if (!response.etag.isEmpty())
            state.etag = opaque(response.etag);
        if (!response.lastModified.isEmpty())
            state.lastModified = dateValidator(response, now);
        break;
    case Kind::Whole:
    case Kind::Empty:
        takeValidators(state, response, now);
        break;
    case Kind::Wait:
        state.lastTried = now;
        state.holdUntil = now.addSecs(judgement.waitSeconds);
        state.lastOutcome = judgement.sentence;
        return state;
    case Kind::CutOff:
        return failedState(state, judgement.sentence, now);
    case Kind::Failed:
        // A refusal says nothing about what we hold; a 200 that is no feed does.
        if (response.status == 200)
            return failedState(state, judgement.sentence, now);
        ++state.failures;
        state.lastTried = now;
        state.holdUntil = {};
        state.lastOutcome = judgement.sentence;
        return state;
    }
    state.lastTried = now;
    state.lastFresh = now;
    state.holdUntil = {};
    state.failures = 0;
    state.lastOutcome = judgement.sentence;
    return state;
}

library::SyncState failedState(library::SyncState before, const QString &sentence, const QDateTime &now)
{
    before.etag.clear();
    before.lastModified.clear();
    before.validatorsSince = {};
    before.bodyHash.clear();
    before.lastTried = now;
    before.holdUntil = {};
    ++before.failures;
    before.lastOutcome = sentence;
    return before;
}

} // namespace yaodian::sync
