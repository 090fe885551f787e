#include "ui/settings/keyrecorder.h"

#include "ui/commands/keysyntax.h"

#include <QKeyEvent>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int PauseMs = 1000;

} // namespace

KeyRecorder::KeyRecorder(QObject *parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    connect(&m_pause, &QTimer::timeout, this, &KeyRecorder::finish);
}

void KeyRecorder::start(const QString &wildcard)
{
    m_isRecording = true;
    m_wildcard = wildcard;
    m_keys.clear();
    m_pause.stop();
}

QString KeyRecorder::keys() const
{
    QStringList keys = m_keys;
    if (!keys.isEmpty() && !m_wildcard.isEmpty() && !keys.last().endsWith(m_wildcard))
        keys << m_wildcard;
    return keys.join(u' ');
}

void KeyRecorder::press(const QKeyEvent &event)
{
    QString key = keyName(event);
    if (key.isEmpty() || event.isAutoRepeat())
        return;
    if (key == "Esc"_L1)
        return giveUp();
    if (key == "Enter"_L1 && !m_keys.isEmpty())
        return finish();
    // Whoever shows which digit means any.
    const bool isDigit =
        m_wildcard == "#"_L1 && key.back().digitValue() >= 1 && (key.size() == 1 || key.chopped(1).endsWith(u'+'));
    if (isDigit)
        key = key.chopped(1) + u'#';
    m_keys << key;
    Q_EMIT pressed();
    if (isDigit || m_keys.size() + (m_wildcard.isEmpty() ? 0 : 1) >= MostKeys)
        finish();
    else
        m_pause.start();
}

void KeyRecorder::finish()
{
    if (!m_isRecording)
        return;
    m_isRecording = false;
    m_pause.stop();
    Q_EMIT finished(keys());
}

void KeyRecorder::giveUp()
{
    if (!m_isRecording)
        return;
    m_isRecording = false;
    m_pause.stop();
    Q_EMIT givenUp();
}

} // namespace yaodian::ui
