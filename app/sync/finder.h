#pragma once

#include "sync/run.h"

namespace yaodian::sync {

/// Finds what an address that a person typed stands for: a folder, a known place, a feed, or a page that names or hints
/// at one, lists posts, or is a digest itself. Asks one address after the other and stops at the first that holds.
class Finder final : public QObject
{
    Q_OBJECT

public:
    using Found = std::function<void(Result<Finding>)>;
    Finder(const Services &services, QObject *context, Found done, QObject *parent);
    ~Finder() override;

    void start(const QString &typed);
    void cancel();

Q_SIGNALS:
    void ended();

private:
    /// What may be a source: asked at its url; without a kind it is what its answer shows.
    struct Candidate
    {
        library::Source source;
        bool kindKnown = true;
    };
    void folder(const QString &path);
    void next();
    void ask(const Candidate &candidate);
    void answered(const Candidate &candidate, const Result<net::Response> &result);
    void inspect(const Candidate &candidate, const net::Response &response);
    void page(const net::Response &response);
    void missed(const QString &sentence);
    void accept(Finding finding);
    void finish(const Result<Finding> &result);

    const Services m_services;
    QPointer<QObject> m_context;
    Found m_done;
    QUrl m_typed;
    QList<Candidate> m_candidates;
    net::Response m_page; ///< the page whose hints are being followed; status 0: none
    QString m_failure;    ///< what the first address said
    quint64 m_request = 0;
    std::optional<Background::Job> m_job;
    bool m_over = false;
};

} // namespace yaodian::sync
