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
    static constexpr int MostMs = 50; ///< that the window waits

    /// Before `window` is shown; `reader` stands in it. It goes by itself.
    FirstPaint(QWidget &window, const ReaderView &reader);

private:
    void release();

    QWidget &m_window;
};

} // namespace yaodian::ui
