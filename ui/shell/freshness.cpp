#include "ui/shell/freshness.h"

#include <QLocale>
#include <QPointer>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// A network that has just come up knows no names yet, and a choice may be taken back at once.
constexpr int SettleMs = 1000;

} // namespace

Freshness::Freshness(cli::Services &services, StatusLine &status, QObject *parent)
    : QObject(parent), m_services(services), m_status(status)
{
    connect(&services.sync, &sync::Sync::refreshed, this, &Freshness::tell);
    connect(&services.network, &net::Reachability::changed, this, &Freshness::soon);
    connect(&services.settings, &Settings::changed, this, [this](const QString &key) {
        if (key == "askByItself"_L1 || key == "offline"_L1)
            soon();
    });
}

void Freshness::start()
{
    m_started = true;
    m_services.sync.keepFresh(0, [self = QPointer(this)] { return self && self->mayAsk(); });
}

void Freshness::soon()
{
    if (m_started && mayAsk())
        QTimer::singleShot(SettleMs, this, &Freshness::start);
}

bool Freshness::mayAsk() const
{
    return m_services.settings.flag("askByItself") && m_services.network.isOnline() && !m_services.library.isReadOnly();
}

void Freshness::tell(const sync::Outcome &outcome)
{
    const int answered = outcome.fresh + outcome.updated + outcome.unchanged;
    if (answered == 0 && outcome.failed.isEmpty())
        return;
    m_told = outcome;
    m_toldAt = m_services.clock.now().toLocalTime().time();
    sayAgain();
}

void Freshness::sayAgain()
{
    if (!m_toldAt.isValid())
        return;
    const sync::Outcome &outcome = m_told;
    const int answered = outcome.fresh + outcome.updated + outcome.unchanged;
    const QString time = QLocale().toString(m_toldAt, QLocale::ShortFormat);
    QStringList parts{answered > 0 ? tr("Synced %1").arg(time) : tr("Asked %1").arg(time)};
    if (outcome.fresh > 0)
        parts << tr("%n new", nullptr, outcome.fresh);
    if (!outcome.failed.isEmpty())
        parts << tr("no answer from %n source(s)", nullptr, int(outcome.failed.size()));
    m_status.setLastSync(parts.join(u" · "_s), outcome.failed.join(u'\n'));
}

} // namespace yaodian::ui
