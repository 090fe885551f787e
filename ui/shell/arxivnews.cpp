#include "ui/shell/arxivnews.h"

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostByHand = 10; ///< questions of a hundred papers each
const QString askedKey = u"arxivAsked"_s;

} // namespace

ArxivNews::ArxivNews(cli::Services &services, Notice &notice, Commands &commands, QObject *parent)
    : QObject(parent), m_services(services), m_notice(notice)
{
    commands.bind("papers.facts", this, [this](std::optional<int>) { askByHand(); });
    connect(&services.sync, &sync::Sync::refreshed, this, &ArxivNews::synced);
}

void ArxivNews::synced(const sync::Outcome &outcome)
{
    const bool anybodyAnswered = outcome.fresh + outcome.updated + outcome.unchanged > 0;
    const QDateTime now = m_services.clock.now();
    const QDateTime last = QDateTime::fromMSecsSinceEpoch(m_services.settings.state(askedKey).toLongLong());
    if (!anybodyAnswered || !m_services.settings.flag("askArxiv") || last.addDays(1) > now)
        return;
    m_services.settings.setState(askedKey, now.toMSecsSinceEpoch());
    m_services.papers.askArxiv(1, this, [](const Result<int> &) {}); // what came shows on the cards
}

void ArxivNews::askByHand()
{
    m_notice.sayWhile(tr("Asking arXiv…"));
    m_services.papers.askArxiv(mostByHand, this, [this](const Result<int> &asked) {
        if (!asked)
            m_notice.sayTrouble(asked.error().message);
        else
            m_notice.say(*asked > 0 ? tr("arXiv was asked about %n paper(s).", nullptr, *asked)
                                    : tr("There is nothing to ask arXiv about."));
    });
}

} // namespace yaodian::ui
