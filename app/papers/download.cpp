#include "papers/download.h"

#include "papers/outcomes.h"

namespace yaodian::papers {

Download::Download(net::Client &client, QList<Step> steps, QSet<QString> trusted, QObject *parent)
    : QObject(parent), m_client(client), m_steps(std::move(steps)), m_trusted(std::move(trusted))
{
}

Download::~Download()
{
    if (m_request != 0)
        m_client.cancel(m_request);
}

void Download::join(QObject *context, Done done, net::Progress progress)
{
    m_waiters.append({context, std::move(done), std::move(progress)});
    connect(context, &QObject::destroyed, this, [this] {
        const bool waited =
            std::any_of(m_waiters.cbegin(), m_waiters.cend(), [](const Waiter &w) { return !w.context.isNull(); });
        if (!waited)
            Q_EMIT abandoned();
    });
}

void Download::start()
{
    QMetaObject::invokeMethod(this, &Download::next, Qt::QueuedConnection);
}

void Download::next()
{
    while (!m_steps.isEmpty() && m_asked.contains(m_steps.first().url.toString(QUrl::FullyEncoded)))
        m_steps.removeFirst();
    if (m_steps.isEmpty()) {
        Q_EMIT failed(m_attempts.isEmpty() ? noLinkSentence() : m_attempts.last().outcome);
        return;
    }
    const Step step = m_steps.takeFirst();
    m_asked.insert(step.url.toString(QUrl::FullyEncoded));
    net::Request request;
    request.url = step.url;
    request.headers = {
        {"Accept", step.page ? "text/html,application/pdf;q=0.9,*/*;q=0.5" : "application/pdf,*/*;q=0.5"}};
    request.largestBody = largestPdf;
    request.typedByPerson = m_trusted.contains(serverOf(step.url));
    m_request = m_client.get(
        request, this, [this, step](const Result<net::Response> &result) { answered(step, result); },
        [this](qint64 received, qint64 total) {
            for (const Waiter &waiter : std::as_const(m_waiters)) {
                if (waiter.context && waiter.progress)
                    waiter.progress(received, total);
            }
        });
}

void Download::answered(const Step &step, const Result<net::Response> &result)
{
    m_request = 0;
    if (result) {
        judge(step, *result);
    } else if (!result.error().isCancelled()) {
        record(step.url, result.error().message);
        next();
    }
}

void Download::judge(const Step &step, const net::Response &response)
{
    const Looks looks = looksLike(response.body, response.contentType);
    // Without an announced length only the file itself can tell that its end is missing.
    const bool cutOff = looks == Looks::Pdf && !response.lengthAnnounced && lacksEnd(response.body);
    if (response.status == 200 && looks == Looks::Pdf && !cutOff) {
        Q_EMIT arrived(response.body, response.finalUrl);
        return;
    }
    if (response.status != 200) {
        record(step.url, refusedSentence(response));
    } else if (cutOff) {
        record(step.url, cutOffSentence(response.finalUrl));
    } else if (!step.page || looks != Looks::WebPage) {
        record(step.url, notAPdfSentence(looks, response.finalUrl));
    } else {
        const QList<QUrl> named = pdfsNamedBy(response.body, response.finalUrl);
        if (named.isEmpty())
            record(step.url, namesNoPdfSentence(response.finalUrl));
        for (qsizetype at = 0; at < named.size(); ++at)
            m_steps.insert(at, {named.at(at), false});
    }
    next();
}

void Download::record(const QUrl &url, const QString &outcome)
{
    m_attempts.append({url.toDisplayString(QUrl::RemoveUserInfo), outcome});
}

void Download::tell(const Result<library::Document> &result)
{
    const QList<Waiter> waiters = std::exchange(m_waiters, {});
    for (const Waiter &waiter : waiters) {
        if (waiter.context && waiter.done)
            waiter.done(result);
    }
}

} // namespace yaodian::papers
