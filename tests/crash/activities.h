#pragma once

#include "tests/crash/activity.h"

namespace yaodian::crash {

[[nodiscard]] Activity typing();
[[nodiscard]] Activity typingInTheWindow();
[[nodiscard]] Activity highlighting();
[[nodiscard]] Activity importing();
[[nodiscard]] Activity syncing();
[[nodiscard]] Activity fetching();
[[nodiscard]] Activity migrating();
[[nodiscard]] Activity exporting();
[[nodiscard]] Activity backingUp();
[[nodiscard]] Activity restoring();
[[nodiscard]] Activity keepingBackups();
[[nodiscard]] Activity rescuing();

// What their processes do.
int typeForEver(const QStringList &arguments);
int typeInTheWindow(const QStringList &arguments);
int markForEver(const QStringList &arguments);
int importForEver(const QStringList &arguments);
int migrateOnce(const QStringList &arguments);
int exportOnce(const QStringList &arguments);
int backUpOnce(const QStringList &arguments);
int restoreOnce(const QStringList &arguments);
int keepBackupsForEver(const QStringList &arguments);
int rescueOnce(const QStringList &arguments);

} // namespace yaodian::crash
