#pragma once

#include "ui/library/cardview.h"

#include <QWidget>

class QLineEdit;

namespace yaodian::ui {

/// The right pane: the card and, while a point is being written, the field for it.
class CardPane final : public QWidget
{
    Q_OBJECT

public:
    explicit CardPane(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] CardView &card() const { return *m_card; }
    void startPoint(); ///< opens the field

Q_SIGNALS:
    void pointWritten(const QString &text);
    void pointLeft(); ///< written or given up: the focus goes back

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void texts();

    const Theme &m_theme;
    CardView *m_card;
    QLineEdit *m_point;
};

} // namespace yaodian::ui
