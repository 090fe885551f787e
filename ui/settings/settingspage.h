#pragma once

#include "base/settings.h"
#include "ui/commands/commands.h"

#include <QHash>
#include <QScrollArea>

class QPushButton;

namespace yaodian::ui {

class Theme;

/// Every setting with its control, made from the table of settings. A change holds at once; there is nothing to
/// confirm. Esc leaves.
class SettingsPage final : public QScrollArea
{
    Q_OBJECT

public:
    SettingsPage(Settings &settings, Commands &commands, Theme &theme, QWidget *parent = nullptr);

    /// Shows the values as they are now, the first control having the focus.
    void start();
    /// Says something below a setting, from then on; empty: nothing.
    void setRemark(const QString &key, const QString &sentence);

Q_SIGNALS:
    void closed();
    void kindsWanted();     ///< the page of the kinds of highlights
    void templatesWanted(); ///< the page of the templates
    void keysWanted();      ///< the page of the keys of commands
    void started();         ///< it is shown: what is to be remarked may have changed

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void showRemark(const QString &key);
    [[nodiscard]] QPushButton *makeButton(const QString &name, const QString &text, QWidget *parent) const;
    /// Filling again destroys the control whose change asked for it: later, and keeping the focus.
    void fillLater();

    Settings &m_settings;
    QHash<QString, QString> m_remarks; ///< by key
    const Commands &m_commands;
    Theme &m_theme;
};

} // namespace yaodian::ui
