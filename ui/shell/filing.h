#pragma once

#include "cli/services.h"
#include "ui/shell/notice.h"

#include <QTimer>

namespace yaodian::ui {

/// Files PDFs of this machine in the library. Reading and hashing one can take seconds: it is done in the background,
/// said where it takes a while, and given up when the window closes.
class Filing final : public QObject
{
    Q_OBJECT

public:
    Filing(cli::Services &services, Notice &notice, QObject *parent);

    using Done = std::function<void(const library::Document &)>;
    /// As the document of `paper`; of whatever paper it is, where none is named. What goes wrong is said here.
    void file(const QString &path, std::optional<library::PaperId> paper, Done done);

private:
    void ended();

    cli::Services &m_services;
    Notice &m_notice;
    QTimer m_late;
    int m_running = 0;
};

} // namespace yaodian::ui
