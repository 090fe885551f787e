#pragma once

#include "ui/library/sideindex.h"
#include "ui/settings/settingscolumn.h"

class QLineEdit;

namespace yaodian::ui {

/// Every setting with its control, made from the table of settings: the sections and a filter at the left, the settings
/// beside them. A change holds at once; there is nothing to confirm. Esc leaves.
class SettingsPage final : public QWidget
{
    Q_OBJECT

public:
    SettingsPage(Settings &settings, Commands &commands, Theme &theme, QWidget *parent = nullptr);
    ~SettingsPage() override;

    /// Shows the values as they are now, from the first section on, which has the focus.
    void start();
    void takeFocus(); ///< where it was last
    /// Says something below a setting, from then on; empty: nothing.
    void setRemark(const QString &key, const QString &sentence);

Q_SIGNALS:
    void closed();
    void kindsWanted();     ///< the page of the kinds of highlights
    void templatesWanted(); ///< the page of the templates
    void keysWanted();      ///< the page of the keys of commands
    void started();         ///< it is shown: what is to be remarked may have changed

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void bindKeys();
    void dress();
    void fitSide();
    void say();
    void list(); ///< the sections that are left
    void mark(); ///< the one that is looked at
    void goToRow(int row);
    void step(int rows);
    void change();
    void openPage(const QString &name);
    [[nodiscard]] int row() const;

    Commands &m_commands;
    Theme &m_theme;
    SideIndex *m_side;
    QLineEdit *m_filter;
    SideSection *m_index;
    SettingsColumn *m_column;
    QList<int> m_listed;      ///< sections, a row each
    QPointer<QWidget> m_last; ///< what had the focus
};

} // namespace yaodian::ui
