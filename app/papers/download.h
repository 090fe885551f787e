#pragma once

#include "papers/arrival.h"
#include "papers/candidates.h"
#include "papers/papers.h"

#include <QObject>
#include <QPointer>

namespace yaodian::papers {

/// What a download stands on.
struct Ground
{
    net::Client &client;
    QString incoming;                             ///< folder for what has not come whole yet
    QString email;                                ///< for the rules that need one
    QSet<QString> trusted;                        ///< servers that may have a private address
    std::function<QString(const Step &)> refusal; ///< why an address is not to be asked now; empty: it is
    QString title;                                ///< of the paper
    /// An answer other than 200, and what was asked.
    std::function<void(const net::Response &, const QUrl &)> wasRefused;
};

/// One paper's way to its PDF: asks one address after the other until one gives a PDF. What was broken off is gone on
/// with, in the same attempt as long as more comes, and in a later one. Several people may wait for it.
class Download final : public QObject
{
    Q_OBJECT

public:
    Download(Ground ground, QList<Step> steps, QObject *parent);
    ~Download() override;

    using Done = std::function<void(Result<library::Document>)>;
    void join(QObject *context, Done done, net::Progress progress);
    void start();
    [[nodiscard]] QList<Attempt> attempts() const { return m_attempts; }
    /// Tells all who wait. A download is told once.
    void tell(const Result<library::Document> &result);

Q_SIGNALS:
    /// A PDF came and lies in `file` among the incoming, for the receiver to store.
    void arrived(const QString &file, const QUrl &from, const QString &version);
    /// No address gave one; attempts() says why.
    void failed(const QString &sentence);
    /// Nobody waits any more.
    void abandoned();

private:
    void next();
    void ask();
    void answered(const Result<net::Response> &result);
    /// True where the same address is asked once more: for the rest, or for the whole.
    [[nodiscard]] bool goesOn(const Result<net::Response> &result);
    void judgePdf(const net::Response &response);
    void judgeOther();
    [[nodiscard]] bool isTrusted(const Step &step) const;
    /// Addresses that an answer named come next.
    void insert(const QList<QUrl> &named);
    void tellProgress(qint64 received, qint64 total) const;
    void record(const QString &outcome);

    struct Waiter
    {
        QPointer<QObject> context;
        Done done;
        net::Progress progress;
    };

    Ground m_ground;
    QList<Step> m_steps;
    Step m_step; ///< that is asked now
    std::unique_ptr<PartFile> m_part;
    std::unique_ptr<Arrival> m_arrival;
    qint64 m_offset = 0; ///< at which it was gone on
    int m_again = 0;     ///< times that it was gone on with
    QSet<QString> m_asked;
    QList<Attempt> m_attempts;
    QList<Waiter> m_waiters;
    quint64 m_request = 0;
};

} // namespace yaodian::papers
