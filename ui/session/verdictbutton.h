#pragma once

#include "ui/base/theme.h"

#include <QAbstractButton>

namespace yaodian::ui {

/// A verdict with the key that gives it: "1 精读". Checked: the paper has it.
class VerdictButton final : public QAbstractButton
{
    Q_OBJECT

public:
    VerdictButton(const Theme &theme, const QString &key, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double unit() const;
    [[nodiscard]] QSizeF capSize() const;

    const Theme &m_theme;
    QString m_key;
};

} // namespace yaodian::ui
