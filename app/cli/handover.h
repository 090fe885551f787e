#pragma once

#include "cli/wire.h"

#include <QLocalSocket>
#include <QObject>

namespace yaodian::cli {

/// The side of a second start: hands one request to the window that holds the library and relays its answers.
class Handover final : public QObject
{
    Q_OBJECT

public:
    explicit Handover(Request request, QObject *parent = nullptr);

    /// Answers with absent(), or in the end with finished().
    void start(const QString &socketPath);

Q_SIGNALS:
    void absent(); ///< no window listens there
    void said(yaodian::cli::Stream stream, const QByteArray &bytes);
    void finished(int exit);

private:
    void read();
    void end(int exit);

    Request m_request;
    QLocalSocket m_socket;
    Frames m_frames;
    bool m_connected = false;
    bool m_ended = false;
};

} // namespace yaodian::cli
