#pragma once

#include "ui/base/theme.h"

#include <QFont>
#include <QPalette>

#include <memory>

namespace yaodian::ui {

/// While it lives, questions that are asked before there is a window look as the window would. Then the application
/// looks as it did, because the window asks it for the desktop's own look.
class QuestionLook
{
public:
    /// `library`: whose settings choose the look, if it is there; `theme`: of this run, empty: the setting.
    QuestionLook(QApplication &app, const QString &library, const QString &theme);
    ~QuestionLook();
    Q_DISABLE_COPY_MOVE(QuestionLook)

private:
    QApplication &m_app;
    const QPalette m_palette;
    const QFont m_font;
    std::unique_ptr<Theme> m_theme;
};

} // namespace yaodian::ui
