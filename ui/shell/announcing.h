#pragma once

#include "library/library.h"
#include "sync/sync.h"
#include "ui/base/notifications.h"

namespace yaodian {
class Settings;
}

namespace yaodian::ui {

/// Tells of new issues by a notification of the desktop, one a sync: how many there are and the first titles. Where the
/// reader wants it, and has not the window before them.
class Announcing final : public QObject
{
    Q_OBJECT

public:
    Announcing(const library::Library &library, const Settings &settings, std::function<bool()> isLookedAt,
               Notifications::Bus bus, QObject *parent);

    void tell(const sync::Outcome &outcome);
    [[nodiscard]] Notifications &notifications() { return m_notifications; }

Q_SIGNALS:
    void chosen(); ///< it was clicked: the new ones are wanted

private:
    const library::Library &m_library;
    const Settings &m_settings;
    std::function<bool()> m_isLookedAt;
    Notifications m_notifications;
};

} // namespace yaodian::ui
