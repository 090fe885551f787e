#pragma once

#include <QObject>

namespace yaodian::ui {

/// The desktop's wish for light or dark, as its settings portal tells it over D-Bus. Asked in the background, so that
/// a desktop without a portal, or one that answers late, never delays the window.
class Portal final : public QObject
{
    Q_OBJECT

public:
    enum class Scheme { NoPreference = 0, Dark = 1, Light = 2 };

    explicit Portal(QObject *parent = nullptr);
    /// Starts to ask and to listen; does nothing where there is no session bus.
    void ask();

Q_SIGNALS:
    /// The answer, and every later change.
    void schemeKnown(yaodian::ui::Portal::Scheme scheme);

private:
    void listen();
};

} // namespace yaodian::ui
