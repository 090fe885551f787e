#pragma once

#include <QObject>
#include <QVariant>

#include <memory>

class QSettings;

namespace yaodian {

/// One row of the table of settings. Defaults are never written, so a better default reaches everyone who did not
/// choose; keys that the table does not know are kept as they are.
struct SettingRow
{
    const char *key;
    const char *section; ///< under which head of the settings page it stands (English source text, as are all below)
    QVariant fallback;   ///< the default; its type is the setting's type
    const char *text;    ///< what the settings page says (context "settings")
    QStringList choices = {};
    const char *unset = nullptr;   ///< what 0 or nothing stands for: "As on the desktop"
    const char *counted = nullptr; ///< how another number reads, in the plural: "%n second(s)"
};

/// The table, in the order of the settings page: the rows of a section stand together.
[[nodiscard]] const QList<SettingRow> &settingRows();

/// The person's choices in one INI file (`<library>/settings.ini`); `state.ini` beside it keeps window geometry and
/// places, which nobody chose. One run's overrides (--lang, --theme, --offline, --mirror) win and are not written.
class Settings final : public QObject
{
    Q_OBJECT

public:
    explicit Settings(const QString &directory, QObject *parent = nullptr);
    ~Settings() override;

    [[nodiscard]] QVariant value(const char *key) const;
    [[nodiscard]] QString text(const char *key) const { return value(key).toString(); }
    [[nodiscard]] bool flag(const char *key) const { return value(key).toBool(); }
    /// Writes the choice, or forgets it where it equals the default.
    void choose(const char *key, const QVariant &value);
    /// For this run only.
    void overrideForRun(const char *key, const QVariant &value);

    [[nodiscard]] QVariant state(const QString &key) const;
    void setState(const QString &key, const QVariant &value);

Q_SIGNALS:
    void changed(const QString &key);

private:
    std::unique_ptr<QSettings> m_choices;
    std::unique_ptr<QSettings> m_state;
    QVariantMap m_overrides;
};

} // namespace yaodian
