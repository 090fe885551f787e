#include "papers/download.h"

#include "papers/outcomes.h"

namespace yaodian::papers {

namespace {

constexpr int mostAgain = 20;              ///< times that one address is gone on with while more and more comes
constexpr qint64 smallestGain = 32 * 1024; ///< bytes that make another time worth it

/// The last bytes of a file.
QByteArray tailOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(qMax<qint64>(0, file.size() - 4096));
    return file.readAll();
}

/// "bytes 1000-1999/2000": the 2000; -1: not said.
qint64 wholeSize(const net::Response &head)
{
    bool number = false;
    const qint64 size = head.header("Content-Range").split('/').value(1).trimmed().toLongLong(&number);
    return number ? size : -1;
}

} // namespace

Download::Download(Ground ground, QList<Step> steps, QObject *parent)
    : QObject(parent), m_ground(std::move(ground)), m_steps(std::move(steps))
{
}

Download::~Download()
{
    if (m_request != 0)
        m_ground.client.cancel(m_request);
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
    m_step = m_steps.takeFirst();
    m_asked.insert(m_step.url.toString(QUrl::FullyEncoded));
    if (const QString refusal = m_ground.refusal(m_step); !refusal.isEmpty()) {
        record(refusal);
        return next();
    }
    m_again = 0;
    ask();
}

void Download::ask()
{
    m_arrival.reset();
    m_part.reset(); // before the next, which is often of the same file
    m_part = std::make_unique<PartFile>(m_ground.incoming, m_step.url);
    m_arrival = std::make_unique<Arrival>(*m_part, m_step.what != Step::What::Pdf);
    m_offset = m_part->size();
    net::Request request;
    request.url = m_step.url;
    request.largestBody = largestPdf;
    request.typedByPerson = isTrusted(m_step);
    switch (m_step.what) {
    case Step::What::Pdf:
        // Packed it would have no length to go by.
        request.headers = {{"Accept", "application/pdf,*/*;q=0.5"}, {"Accept-Encoding", "identity"}};
        break;
    case Step::What::Answer:
        request.headers = {{"Accept", "application/json,text/html;q=0.5"}};
        break;
    case Step::What::Page:
        request.headers = {{"Accept", "text/html,application/pdf;q=0.9,*/*;q=0.5"}};
        break;
    }
    if (m_offset > 0) {
        if (m_step.what != Step::What::Pdf)
            request.headers.emplaceBack("Accept-Encoding", "identity");
        request.headers.emplaceBack("Range", "bytes=" + QByteArray::number(m_offset) + "-");
        request.headers.emplaceBack("If-Range", m_part->validator());
    }
    request.arriving = [this](const net::Response &head, const QByteArray &bytes) {
        return m_arrival->take(head, bytes);
    };
    m_request = m_ground.client.get(
        request, this, [this](const Result<net::Response> &result) { answered(result); },
        [this](qint64 received, qint64 total) { tellProgress(received, total); });
}

void Download::tellProgress(qint64 received, qint64 total) const
{
    // A server may answer with the whole although the rest was asked for.
    const qint64 before = m_arrival->head().status == 206 ? m_offset : 0;
    for (const Waiter &waiter : m_waiters) {
        if (waiter.context && waiter.progress)
            waiter.progress(before + received, total < 0 ? -1 : before + total);
    }
}

void Download::answered(const Result<net::Response> &result)
{
    m_request = 0;
    if (m_arrival->leftOff())
        return judgeOther();
    if (!result && result.error().isCancelled())
        return;
    if (goesOn(result)) {
        ++m_again;
        return ask();
    }
    Result<void> whole = result ? m_arrival->end(*result) : Result<void>(result.error());
    if (m_arrival->cannotBeKept()) {
        record(whole.error().message);
        Q_EMIT failed(whole.error().message);
    } else if (!whole) {
        record(whole.error().message);
        next();
    } else if (m_arrival->isPdf()) {
        judgePdf(*result);
    } else {
        judgeOther();
    }
}

bool Download::goesOn(const Result<net::Response> &result)
{
    if (m_again >= mostAgain || m_arrival->cannotBeKept())
        return false;
    const bool refused = result && result->status == 416; // the file has become shorter than the part
    if (m_offset > 0 && (refused || (!result && m_part->size() == 0))) {
        m_part->discard();
        return true;
    }
    return !result && m_arrival->isPdf() && !m_part->validator().isEmpty() && m_part->size() >= m_offset + smallestGain;
}

void Download::judgePdf(const net::Response &response)
{
    const bool resumed = response.status == 206;
    const qint64 size = resumed ? wholeSize(response) : -1;
    // Without an announced length only the file itself can tell that its end is missing.
    const bool doubtful = resumed || !response.lengthAnnounced;
    if ((size < 0 || size == m_part->size()) && !(doubtful && lacksEnd(tailOf(m_part->path())))) {
        const auto file = m_part->finish();
        if (file)
            Q_EMIT arrived(*file, response.finalUrl, versionOf(response));
        else
            Q_EMIT failed(file.error().message);
        return;
    }
    m_part->discard();
    if (resumed && m_again++ < mostAgain)
        return ask();
    record(cutOffSentence(response.finalUrl));
    next();
}

bool Download::isTrusted(const Step &step) const
{
    // What an answer names is trusted with that answer's own server at most.
    return m_ground.trusted.contains(serverOf(step.url)) &&
           (step.namedBy.isEmpty() || step.namedBy == serverOf(step.url));
}

void Download::judgeOther()
{
    const net::Response &head = m_arrival->head();
    const QByteArray &body = m_arrival->body();
    const Wall wall = wallOf(head, body);
    QList<QUrl> named;
    if (head.status != 200) {
        m_ground.wasRefused(head, m_step.url);
        record(refusedSentence(head, wall));
    } else if (m_step.what == Step::What::Answer) {
        named = pdfsReadFrom(body, head.finalUrl, m_step.reads);
        if (named.isEmpty())
            record(namesNothingSentence(head.finalUrl));
    } else if (m_step.what == Step::What::Pdf || m_arrival->looks() != Looks::WebPage) {
        record(notAPdfSentence(m_arrival->looks(), wall, head.finalUrl));
    } else {
        named = pdfsNamedBy(body, head.finalUrl);
        if (head.finalUrl != m_step.url && !addressesFor(head.finalUrl).isEmpty())
            named.prepend(head.finalUrl); // a short address has led to a page that the table knows
        if (const QUrl paper = paperLinkedBy(body, head.finalUrl, m_ground.title); named.isEmpty() && paper.isValid())
            named.append(paper);
        if (named.isEmpty())
            record(wall == Wall::None ? namesNoPdfSentence(head.finalUrl)
                                      : notAPdfSentence(Looks::WebPage, wall, head.finalUrl));
    }
    insert(named);
    next();
}

void Download::insert(const QList<QUrl> &named)
{
    constexpr qsizetype most = 6; // some pages name hundreds
    QList<Step> steps;
    for (const QUrl &url : named.first(qMin(most, named.size()))) {
        QList<Step> known = stepsForLink(url, m_ground.email);
        known.removeIf([](const Step &step) { return step.what == Step::What::Page; });
        steps += known.isEmpty() ? QList<Step>{{url, Step::What::Pdf, {}, {}}} : known;
    }
    for (Step &step : steps)
        step.namedBy = m_step.namedBy.isEmpty() ? serverOf(m_step.url) : m_step.namedBy;
    m_steps = steps + m_steps;
}

void Download::record(const QString &outcome)
{
    m_attempts.append({m_step.url.toDisplayString(QUrl::RemoveUserInfo), outcome});
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
