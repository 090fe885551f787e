#pragma once

#include "pdf/document.h"

#include <QTimer>

namespace yaodian::pdf {

/// A worker that is started and locked in before there is a document for it: opening one does not wait for that. Lives
/// on a thread that outlives every document (the workers die with the thread that started them).
class SpareWorker final : public QObject
{
    Q_OBJECT

public:
    explicit SpareWorker(QObject *parent = nullptr);

    /// What was started before this object: take() gives it first.
    void give(std::shared_ptr<Ahead> ahead);
    /// From now on a worker waits; after each take() another one is started, once the document had time to open.
    void keep();
    /// For a Document. Null where nothing waits.
    [[nodiscard]] std::shared_ptr<Ahead> take();

private:
    void renew();

    std::shared_ptr<Ahead> m_waiting;
    QTimer m_later;
    bool m_kept = false;
};

} // namespace yaodian::pdf
