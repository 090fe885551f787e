#pragma once

#include "ui/base/theme.h"

#include <QTimer>
#include <QWidget>

namespace yaodian::ui {

class Commands;

/// What can be done next, floating at the foot of the pages: keys with their words. Goes by itself, takes no clicks.
class HintBar final : public QWidget
{
    Q_OBJECT

public:
    struct Part
    {
        QStringList keys; ///< drawn as keycaps before the words; "{act.undo}": those that the command has now
        QString words;
        bool strong = false;
    };

    HintBar(const Commands &commands, Theme &theme, QWidget *parent);
    /// Parts that name a command without a key are left out.
    void say(const QList<Part> &parts);
    /// To the middle of the parent's foot.
    void place();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int lineWidth() const;
    int paintKey(QPainter &painter, int x, const QString &key) const;

    const Commands &m_commands;
    Theme &m_theme;
    QList<Part> m_parts;
    QTimer m_gone;
};

} // namespace yaodian::ui
