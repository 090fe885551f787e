#pragma once

#include "ui/base/theme.h"

#include <QWidget>

#include <functional>

namespace yaodian::ui {

/// A row of things that look like something, one of them chosen: by Left and Right (h and l), Home and End, or a click.
class ChoiceRow final : public QWidget
{
    Q_OBJECT

public:
    using Painter = std::function<void(QPainter &painter, const QRectF &cell, const QString &choice)>;

    ChoiceRow(const Theme &theme, const QStringList &choices, Painter paint, QWidget *parent);

    /// What is none of the choices is shown as none.
    void setChosen(const QString &choice);
    [[nodiscard]] QString chosen() const { return m_choices.value(m_at); }
    void setCell(const QSize &size); ///< at the usual size of text
    void setNames(std::function<QString(const QString &)> nameOf) { m_nameOf = std::move(nameOf); }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void changed(const QString &choice); ///< by the person

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QSizeF cellSize() const;
    [[nodiscard]] QRectF cellAt(qsizetype index) const;
    void choose(qsizetype index);
    void tell();

    const Theme &m_theme;
    QStringList m_choices;
    Painter m_paint;
    std::function<QString(const QString &)> m_nameOf;
    QSize m_cell{34, 26};
    qsizetype m_at = -1;
};

} // namespace yaodian::ui
