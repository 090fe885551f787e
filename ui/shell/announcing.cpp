#include "ui/shell/announcing.h"

#include "base/settings.h"
#include "ui/library/sidedata.h"
#include "ui/library/sourcetitle.h"

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype titlesTold = 3;

} // namespace

Announcing::Announcing(const library::Library &library, const Settings &settings, std::function<bool()> isLookedAt,
                       Notifications::Bus bus, QObject *parent)
    : QObject(parent), m_library(library), m_settings(settings), m_isLookedAt(std::move(isLookedAt)),
      m_notifications(std::move(bus))
{
    connect(&m_notifications, &Notifications::chosen, this, &Announcing::chosen);
}

void Announcing::tell(const sync::Outcome &outcome)
{
    if (outcome.arrived.isEmpty() || !m_settings.flag("notify") || m_isLookedAt())
        return;
    QStringList lines;
    for (const library::IssueId id : outcome.arrived.mid(0, titlesTold)) {
        const auto issue = m_library.issueRow(id);
        if (!issue)
            continue;
        const QString title = issueTitle(*issue).simplified();
        lines << (title.isEmpty() ? sourceTitle(issue->source, issue->sourceTitle).simplified() : title);
    }
    if (outcome.arrived.size() > titlesTold)
        lines << tr("and %n more", nullptr, int(outcome.arrived.size() - titlesTold));
    m_notifications.show(tr("%n new issue(s)", nullptr, int(outcome.arrived.size())), lines.join(u'\n'));
}

} // namespace yaodian::ui
