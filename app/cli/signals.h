#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace yaodian::cli {

/// Turns SIGTERM, SIGINT and SIGHUP (a terminal that is closed) into a signal of Qt, once; the second one of a kind
/// ends the process at once. One object a process, made after the application object.
class Signals final : public QObject
{
    Q_OBJECT

public:
    explicit Signals(QObject *parent = nullptr);
    ~Signals() override;

Q_SIGNALS:
    void arrived(int number);

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace yaodian::cli
