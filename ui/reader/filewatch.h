#pragma once

#include "base/background.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace yaodian::ui {

/// Says when a file was replaced or written anew, and is whole: typesetters write a PDF in pieces or put a new one in
/// its place.
class FileWatch final : public QObject
{
    Q_OBJECT

public:
    FileWatch(Background &background, QObject *parent);
    void watch(const QString &path); ///< empty: nothing

Q_SIGNALS:
    void changed();

private:
    struct Stamp
    {
        qint64 bytes = -1;
        QDateTime written;
        bool isWhole = false; ///< ends as a PDF does
        friend bool operator==(const Stamp &, const Stamp &) = default;
    };
    static Stamp stampOf(const QString &path);
    void look();
    void seen(const Stamp &stamp);

    Background &m_background;
    QFileSystemWatcher m_watcher;
    QTimer m_soon; ///< a change seldom comes alone
    QString m_path;
    Stamp m_known;
    Stamp m_last;
    int m_waited = 0;
};

} // namespace yaodian::ui
