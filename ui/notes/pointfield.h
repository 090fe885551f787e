#pragma once

#include "ui/commands/commands.h"

#include <QPlainTextEdit>

namespace yaodian::ui {

/// Where a point is written: as high as its text up to some lines. Its keys are those of Place::PointField; everything
/// else is typed.
class PointField final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit PointField(Commands &commands, QWidget *parent = nullptr);

    /// Shows itself with `text`, the cursor at its end.
    void start(const QString &text);
    [[nodiscard]] bool isChanged() const { return toPlainText() != m_initial; }
    [[nodiscard]] QString before() const; ///< what stands before the cursor
    [[nodiscard]] QString after() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();

    Commands &m_commands;
    QString m_initial;
};

} // namespace yaodian::ui
