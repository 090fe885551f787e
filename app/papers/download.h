#pragma once

#include "papers/candidates.h"
#include "papers/papers.h"

#include <QObject>
#include <QPointer>

namespace yaodian::papers {

/// One paper's way to its PDF: asks one address after the other until one gives a PDF. Several people may wait for it.
class Download final : public QObject
{
    Q_OBJECT

public:
    Download(net::Client &client, QList<Step> steps, QSet<QString> trusted, QObject *parent);
    ~Download() override;

    using Done = std::function<void(Result<library::Document>)>;
    void join(QObject *context, Done done, net::Progress progress);
    void start();
    [[nodiscard]] QList<Attempt> attempts() const { return m_attempts; }
    /// Tells all who wait. A download is told once.
    void tell(const Result<library::Document> &result);

Q_SIGNALS:
    /// A PDF came, as yet unstored.
    void arrived(const QByteArray &pdf, const QUrl &from);
    /// No address gave one; attempts() says why.
    void failed(const QString &sentence);
    /// Nobody waits any more.
    void abandoned();

private:
    void next();
    void answered(const Step &step, const Result<net::Response> &result);
    void judge(const Step &step, const net::Response &response);
    void record(const QUrl &url, const QString &outcome);

    struct Waiter
    {
        QPointer<QObject> context;
        Done done;
        net::Progress progress;
    };

    net::Client &m_client;
    QList<Step> m_steps;
    QSet<QString> m_trusted;
    QSet<QString> m_asked;
    QList<Attempt> m_attempts;
    QList<Waiter> m_waiters;
    quint64 m_request = 0;
};

} // namespace yaodian::papers
