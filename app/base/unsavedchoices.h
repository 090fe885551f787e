#pragma once

#include <QObject>
#include <QTimer>
#include <QVariant>

namespace yaodian {

class Settings;

/// Writes what was chosen into the file of the settings. What cannot be written there (a disk that is full, a folder
/// that is read-only or gone) is kept, said once, and tried again by itself until it is there.
class UnsavedChoices final : public QObject
{
    Q_OBJECT

public:
    /// `file`: the INI file. It goes with `settings`.
    UnsavedChoices(const QString &file, Settings &settings);
    [[nodiscard]] static UnsavedChoices &of(const Settings &settings);

    /// True: it is in the file. An invalid value takes the key out of it.
    bool write(const QString &key, const QVariant &value);
    bool tryAgain();                                   ///< true: nothing waits
    void tryEvery(int ms) { m_again.setInterval(ms); } ///< some seconds, where nobody says so
    [[nodiscard]] bool isEmpty() const { return m_waiting.isEmpty(); }

Q_SIGNALS:
    /// One sentence, for the first of those that wait.
    void failed(const QString &sentence);

private:
    [[nodiscard]] bool save() const;

    QString m_file;
    bool m_wasThere; ///< the folder, when this was made
    QVariantMap m_waiting;
    QTimer m_again;
};

} // namespace yaodian
