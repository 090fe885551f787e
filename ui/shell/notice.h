#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;

namespace yaodian::ui {

class Theme;

/// A line over the lower edge of the window: what was done and how to undo it, what failed and what to press. It goes
/// by itself and never takes the focus.
class Notice final : public QWidget
{
    Q_OBJECT

public:
    Notice(const Theme &theme, QWidget *window);

    void say(const QString &sentence);        ///< goes after a few seconds
    void sayTrouble(const QString &sentence); ///< stays longer, with a mark of the accent
    void sayWhile(const QString &sentence);   ///< stays until the next
    void leave();
    [[nodiscard]] QString text() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showFor(const QString &sentence, int ms, bool trouble);
    void dress();
    void place();

    const Theme &m_theme;
    QLabel *m_label;
    QTimer m_timer;
    bool m_trouble = false;
};

} // namespace yaodian::ui
