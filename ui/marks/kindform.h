#pragma once

#include "library/values.h"
#include "ui/base/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace yaodian::ui {

class ChoiceRow;
class Commands;
class LetterField;

/// What a kind is, to be edited: Enter wants it so, Esc leaves it as it was. Below, how it looks on paper and what is
/// to be said against it.
class KindForm final : public QWidget
{
    Q_OBJECT

public:
    KindForm(const Commands &commands, Theme &theme, QWidget *parent = nullptr);

    /// `kinds`: those it stands among. Without a key it is a new one.
    void showKind(const library::Kind &kind, const QList<library::Kind> &kinds);
    void takeFocus();
    [[nodiscard]] bool isChanged() const; ///< since it was shown
    [[nodiscard]] library::Kind kind() const;
    void sayTrouble(const QString &sentence);

Q_SIGNALS:
    void wanted(const yaodian::library::Kind &kind);
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    QLabel *addField(QVBoxLayout *column, QWidget *field);
    void dress();
    void texts();
    void refresh();
    class Preview;

    const Commands &m_commands;
    Theme &m_theme;
    library::Kind m_shown;
    QList<library::Kind> m_kinds;
    QLineEdit *m_nameZh, *m_nameEn, *m_colour;
    LetterField *m_letter;
    ChoiceRow *m_colours, *m_patterns;
    Preview *m_preview;
    QLabel *m_head, *m_trouble, *m_advice, *m_keys;
    QList<QLabel *> m_labels;
};

} // namespace yaodian::ui
