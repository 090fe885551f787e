#pragma once

#include "pdf/document.h"

#include <QTimer>

namespace yaodian::pdf {

/// A worker that is started and locked in before there is a document for it: opening one does not wait for that. Where
/// it can be told which document that will be, that one is opened too, and what is seen of it first is drawn. Lives on
/// a thread that outlives every document (the workers die with the thread that started them).
class SpareWorker final : public QObject
{
    Q_OBJECT

public:
    explicit SpareWorker(QObject *parent = nullptr);

    /// What was started before this object: take() gives it first.
    void give(std::shared_ptr<Ahead> ahead);
    /// From now on a worker waits; after each take() another one is started, once the document had time to open.
    void keep();
    /// The document at `path` is probably the next one: it is opened, in the place of the one expected before, by a
    /// worker of its own (a wrong guess must not cost the right document the one that waits). Empty: none is.
    void expect(const QString &path, FirstView firstView);
    /// For the Document at `path`. Null where nothing waits. What was expected in its place is given up.
    [[nodiscard]] std::shared_ptr<Ahead> take(const QString &path);

private:
    void renew();
    void giveUpGuess();

    std::shared_ptr<Ahead> m_waiting;
    std::shared_ptr<Ahead> m_expected;
    QString m_expectedPath;
    QTimer m_later;
    bool m_kept = false;
};

} // namespace yaodian::pdf
