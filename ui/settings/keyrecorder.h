#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

class QKeyEvent;

namespace yaodian::ui {

/// Listens to the keys that a command is to have. Enter behind them or a pause ends it, Esc gives up, and as many keys
/// as a sequence may have end it by themselves.
class KeyRecorder final : public QObject
{
    Q_OBJECT

public:
    explicit KeyRecorder(QObject *parent);

    /// `wildcard`: what the keys of the command end in ("#", "@" or nothing), wherever it was not pressed.
    void start(const QString &wildcard);
    [[nodiscard]] bool isRecording() const { return m_isRecording; }
    void press(const QKeyEvent &event);
    void giveUp();
    [[nodiscard]] QString keys() const; ///< so far, in the table's spelling

Q_SIGNALS:
    void pressed();
    void finished(const QString &keys);
    void givenUp();

private:
    void finish();

    bool m_isRecording = false;
    QString m_wildcard;
    QStringList m_keys;
    QTimer m_pause;
};

} // namespace yaodian::ui
