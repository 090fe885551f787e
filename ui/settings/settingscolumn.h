#pragma once

#include "ui/commands/commands.h"
#include "ui/settings/settingline.h"
#include "ui/settings/settingnames.h"
#include "ui/settings/settingsfield.h"

#include <QPointer>
#include <QScrollArea>
#include <QTimer>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace yaodian::ui {

/// All settings below each other, by section, with the buttons to the pages that belong to one. Of what is searched for
/// only the settings that fit are left.
class SettingsColumn final : public QScrollArea
{
    Q_OBJECT

public:
    SettingsColumn(Settings &settings, const Commands &commands, const Theme &theme, QWidget *parent = nullptr);
    ~SettingsColumn() override;

    struct Section
    {
        QString name;
        int fitting = 0; ///< lines that are left of it
    };
    [[nodiscard]] QList<Section> sections() const;     ///< of the table, in its order
    [[nodiscard]] int section() const { return m_at; } ///< the one that is looked at
    void goTo(int section);
    void focusSection(int section); ///< its first control
    void stepFocus(int lines);
    void page(int pages);
    void filter(const QString &typed);
    void showValues(); ///< those in force
    void setRemark(const QString &key, const QString &sentence);
    void say();
    void dress();

Q_SIGNALS:
    void sectionChanged();
    void pageWanted(const QString &name); ///< the button of that name was pressed

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Door;
    [[nodiscard]] static const QList<Door> &doors();
    /// A setting, or a button to another page.
    struct Part
    {
        SettingLine *line = nullptr;
        int section = 0;
        const SettingRow *row = nullptr; ///< of a button none
        std::unique_ptr<SettingsField> field = {};
        const Door *door = nullptr; ///< of a setting none
        bool isLeft = true;         ///< fits what is searched for
    };
    /// What stays where it is while everything around it changes its height.
    struct Anchor
    {
        QPointer<QWidget> line;
        int below = 0; ///< the upper edge of what is seen
        bool isFocused = false;
    };
    void build();
    void addSetting(const SettingRow &row);
    void addDoor(const Door &door);
    void fit();
    void follow(QWidget *focus);
    void scrollTo(int value);
    void settle(int section);
    void settleByScroll();
    [[nodiscard]] QString namesOf(const Part &part) const;
    [[nodiscard]] int partOf(const QWidget *widget) const; ///< -1: in none
    [[nodiscard]] int topOf(qsizetype part) const;         ///< with the head that stands above it
    [[nodiscard]] Anchor anchor() const;
    void restorePlace();

    Settings &m_settings;
    const Commands &m_commands;
    const Theme &m_theme;
    std::unique_ptr<SettingNames> m_names; ///< read when somebody searches
    QWidget *m_body;
    QVBoxLayout *m_layout;
    QLabel *m_title;
    QLabel *m_says;
    QLabel *m_nothing;
    QList<const char *> m_sections; ///< English source texts
    QList<QLabel *> m_heads;
    std::vector<Part> m_parts;
    QString m_typed;
    int m_at = 0;
    Anchor m_kept; ///< where one went last
    QTimer m_settling;
    bool m_isByHand = false; ///< a wheel, the scroll bar or a key that pages moves it
};

} // namespace yaodian::ui
