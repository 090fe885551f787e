#pragma once

#include <QObject>

class QWidget;

namespace yaodian::ui {

class ReaderView;

/// A window that starts with a document is first painted with its page in it. Painted before, all of it would be
/// painted and sent to the screen twice, and the page would wait for the first time to be over. Where the page takes
/// longer than a blink, the window is shown without it.
class FirstPaint final : public QObject
{
    Q_OBJECT

public:
    /// Before `window` is shown; `reader` stands in it. It goes by itself, after `mostMs` at the latest.
    FirstPaint(QWidget &window, const ReaderView &reader, int mostMs = 50);

private:
    void release();

    QWidget &m_window;
};

} // namespace yaodian::ui
