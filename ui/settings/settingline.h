#pragma once

#include "ui/base/theme.h"

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace yaodian::ui {

/// A line of the settings page: words, what is changed there beside or below them, and what is remarked on it.
class SettingLine final : public QWidget
{
    Q_OBJECT

public:
    /// `words`: English source text, context "settings".
    SettingLine(const char *words, const Theme &theme, QWidget *parent);

    /// Once. A box to tick stands before the words, which are part of it; a button is no wider than it has to be.
    void put(QWidget *control);
    [[nodiscard]] QWidget *control() const { return m_control; }
    void say();                              ///< the words, in the program's language
    void dress();                            ///< as the theme has it
    void setRemark(const QString &sentence); ///< empty: there is none
    /// Whether the control stands below its words, because there is no room beside them.
    void setStacked(bool isStacked);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void align();
    [[nodiscard]] bool isTick() const;
    [[nodiscard]] bool isOnTick(const QMouseEvent &event) const;

    const char *m_source;
    const Theme &m_theme;
    QWidget *m_control = nullptr;
    QLabel *m_words;
    QLabel *m_remark;
    QBoxLayout *m_pair;
    bool m_isStacked = false;
};

} // namespace yaodian::ui
