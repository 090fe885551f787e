#include "base/unsavedchoices.h"

#include "base/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace yaodian {

UnsavedChoices::UnsavedChoices(const QString &file, Settings &settings)
    : QObject(&settings), m_file(file), m_wasThere(QFileInfo(QFileInfo(file).path()).isDir())
{
    m_again.setSingleShot(true);
    tryEvery(10'000);
    connect(&m_again, &QTimer::timeout, this, &UnsavedChoices::tryAgain);
}

UnsavedChoices &UnsavedChoices::of(const Settings &settings)
{
    return *settings.findChild<UnsavedChoices *>(QString(), Qt::FindDirectChildrenOnly);
}

bool UnsavedChoices::write(const QString &key, const QVariant &value)
{
    const bool isFirst = m_waiting.isEmpty();
    m_waiting.insert(key, value);
    if (tryAgain())
        return true;
    if (isFirst)
        Q_EMIT failed(QCoreApplication::translate("base", "The settings in %1 cannot be saved. What you chose holds "
                                                          "until the program ends, and is saved as soon as it can be.")
                          .arg(QDir::toNativeSeparators(QFileInfo(m_file).path())));
    return false;
}

bool UnsavedChoices::tryAgain()
{
    if (!m_waiting.isEmpty() && !save()) {
        m_again.start();
        return false;
    }
    m_waiting.clear();
    return true;
}

bool UnsavedChoices::save() const
{
    // A folder that is gone would be made anew, in the way of the one that comes back.
    if (m_wasThere && !QFileInfo(QFileInfo(m_file).path()).isDir())
        return false;
    QSettings file(m_file, QSettings::IniFormat); // a new one each time: it never forgets that it failed
    for (auto it = m_waiting.cbegin(); it != m_waiting.cend(); ++it) {
        if (it->isValid())
            file.setValue(it.key(), *it);
        else
            file.remove(it.key());
    }
    file.sync();
    return file.status() == QSettings::NoError;
}

} // namespace yaodian
