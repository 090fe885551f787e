#pragma once

#include "sync/run.h"

namespace yaodian::sync {

/// Finds the feed behind an address that a person typed and adds it as a source. Follows a page's word once.
class Adding final : public QObject
{
    Q_OBJECT

public:
    using Added = std::function<void(Result<library::Source>)>;
    Adding(const Services &services, QObject *context, Added done, QObject *parent);
    ~Adding() override;

    void start(const QString &typed);
    void cancel();

Q_SIGNALS:
    void ended();

private:
    void ask(const QUrl &url);
    void answered(const QUrl &asked, const Result<net::Response> &result);
    void put(const QUrl &url, const QString &title);
    void finish(const Result<library::Source> &result);

    const Services m_services;
    QPointer<QObject> m_context;
    Added m_done;
    QUrl m_typed;
    quint64 m_request = 0;
    bool m_followed = false;
    bool m_over = false;
};

} // namespace yaodian::sync
