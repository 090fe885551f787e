#include "ui/shell/opening.h"

#include "pdf/uris.h"
#include "ui/commands/withkeys.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QLocale>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

namespace yaodian::ui {

using namespace Qt::StringLiterals;
using library::PaperId;
using What = library::Library::Named::What;

Opening::Opening(cli::Services &services, Notice &notice, const Commands &commands, QObject *parent)
    : QObject(parent), m_services(services), m_notice(notice), m_commands(commands)
{
}

void Opening::open(PaperId paper, const Spot &spot)
{
    if (const auto document = documentFor(paper, spot)) {
        m_fetching.reset(); // what is under way comes in by itself and is not shown
        m_unanswered.reset();
        m_notice.leave();
        return Q_EMIT ready(*document, paper, spot);
    }
    if (!m_services.papers.hasWay(paper)) {
        m_unanswered = paper;
        m_services.watching.want(paper);
        return Q_EMIT wayless(paper);
    }
    fetch(paper, spot);
}

/// The newest version, unless the highlight that is gone to has no place in it: then the one it was made on.
std::optional<library::Document> Opening::documentFor(PaperId paper, const Spot &spot) const
{
    if (const auto asked = m_services.library.document(spot.document); asked && QFileInfo::exists(asked->path))
        return asked;
    const auto newest = m_services.papers.stored(paper);
    const auto highlight = spot.highlight ? m_services.library.highlight(*spot.highlight) : std::nullopt;
    if (!newest || !highlight || highlight->document == newest->sha256)
        return newest;
    const auto placement = m_services.library.placement(highlight->id, newest->sha256);
    if (placement && placement->isPlaced())
        return newest;
    const auto own = m_services.library.document(highlight->document);
    return own && QFileInfo::exists(own->path) ? own : newest;
}

void Opening::openQuietly(PaperId paper)
{
    if (m_services.papers.stored(paper) || m_services.papers.hasWay(paper))
        return open(paper);
    m_unanswered = paper;
    m_services.watching.want(paper);
    Q_EMIT failed(paper, withKeys(m_commands, tr("The digest gives no link to this paper.\n{reader.searchTitle} "
                                                 "searches arXiv for its title; a PDF dropped "
                                                 "here is filed.")));
}

void Opening::fetch(PaperId paper, const Spot &spot)
{
    if (m_fetching == paper)
        return;
    m_fetching = paper;
    m_today = m_services.papers.arxivToday();
    m_notice.sayWhile(withKeys(m_commands, tr("Fetching the PDF… · {go.back} stops")));
    m_services.papers.fetch(
        paper, this, [this, paper, spot](const Result<library::Document> &document) { fetched(paper, spot, document); },
        progressOf(paper));
}

void Opening::openNewest(PaperId paper)
{
    const library::PaperFacts facts = m_services.library.facts(paper);
    if (!m_services.papers.stored(paper))
        return m_notice.say(
            withKeys(m_commands, tr("No version of this paper is stored yet: {list.open} fetches it.")));
    // Which version a PDF is that came by hand is not known; the newest one is told by itself.
    if (facts.newest.isEmpty() || (!facts.here.isEmpty() && !facts.hasNewer()))
        return m_notice.say(facts.here.isEmpty() ? tr("No newer version is known of.")
                                                 : tr("No newer version than %1 is known of.").arg(facts.here));
    if (m_fetching == paper)
        return;
    m_fetching = paper;
    m_today = m_services.papers.arxivToday();
    m_notice.sayWhile(withKeys(m_commands, tr("Fetching the PDF… · {go.back} stops")));
    m_services.papers.fetchNewest(
        paper, this, [this, paper](const Result<library::Document> &document) { fetched(paper, {}, document); },
        progressOf(paper));
}

net::Progress Opening::progressOf(PaperId paper)
{
    return [this, paper](qint64 received, qint64 total) {
        if (m_fetching == paper)
            m_notice.sayWhile(progressText(received, total));
    };
}

QString Opening::progressText(qint64 received, qint64 total) const
{
    const QLocale locale;
    const QString got = locale.formattedDataSize(received, 1, QLocale::DataSizeTraditionalFormat);
    const QString of = locale.formattedDataSize(total, 1, QLocale::DataSizeTraditionalFormat);
    const QString text = total > 0
                             ? withKeys(m_commands, tr("Fetching the PDF… %1 of %2 · {go.back} stops")).arg(got, of)
                             : withKeys(m_commands, tr("Fetching the PDF… %1 · {go.back} stops")).arg(got);
    // How near the day's cap is, once it comes into sight.
    return m_today.cap > 0 && m_today.fetched * 2 >= m_today.cap
               ? tr("%1 · arXiv today: %2 of %3").arg(text).arg(m_today.fetched).arg(m_today.cap)
               : text;
}

QString Opening::reasonsText(PaperId paper, const QString &last) const
{
    constexpr qsizetype most = 5; // of what a notice can hold
    const QStringList reasons = m_services.papers.reasons(paper);
    return reasons.isEmpty() ? last : reasons.mid(qMax<qsizetype>(0, reasons.size() - most)).join(u'\n');
}

void Opening::fetched(PaperId paper, const Spot &spot, const Result<library::Document> &document)
{
    if (m_fetching != paper)
        return; // the person has gone on to something else
    m_fetching.reset();
    m_unanswered.reset();
    if (!document) {
        m_unanswered = paper;
        m_services.watching.want(paper);
        if (document.error().isCancelled())
            m_notice.say(withKeys(m_commands, tr("Stopped. {list.open} fetches it again.")));
        else
            Q_EMIT failed(paper, withKeys(m_commands, tr("%1\n{list.browser} opens the page in the browser; a PDF "
                                                         "saved from there or dropped here is filed."))
                                     .arg(reasonsText(paper, document.error().message)));
        return;
    }
    m_notice.leave();
    Q_EMIT ready(*document, paper, spot);
}

bool Opening::cancel()
{
    if (!m_fetching)
        return false;
    m_services.papers.cancel(*m_fetching);
    return true;
}

void Opening::openWeb(PaperId paper)
{
    const QString page = m_services.papers.webPage(paper);
    if (page.isEmpty())
        m_notice.say(tr("This paper has no link."));
    else {
        if (!m_services.papers.stored(paper))
            m_services.watching.want(paper);
        openAddress(page);
    }
}

void Opening::openAddress(const QString &address)
{
    const QString leads = pdf::followableUri(address);
    if (leads.isEmpty())
        return m_notice.sayTrouble(
            tr("This link is not opened, because it is no address of the web: %1").arg(address.simplified().left(200)));
    m_notice.say(leads);
    QDesktopServices::openUrl(QUrl(leads, QUrl::StrictMode));
}

void Opening::openNamed(const QString &name)
{
    if (name.startsWith("yaodian://"_L1, Qt::CaseInsensitive))
        return openLink(name);
    if (QFileInfo(name).isAbsolute())
        return openFile(name);
    const auto named = m_services.library.named(name, {What::Entry, What::Paper, What::Highlight});
    if (named.what == What::Entry) {
        const library::EntryId entry(named.id);
        Q_EMIT entryNamed(entry);
        if (const auto detail = m_services.library.entry(entry))
            open(detail->row.paper);
    } else if (named.what == What::Paper) {
        open(PaperId(named.id));
    } else if (named.what == What::Highlight) {
        const library::HighlightId id(named.id);
        if (const auto highlight = m_services.library.highlight(id))
            open(highlight->paper, {std::nullopt, id});
    } else {
        m_notice.sayTrouble(tr("Nothing here is called “%1”.").arg(name));
    }
}

void Opening::openLink(const QString &link)
{
    const QUrl url(link, QUrl::StrictMode);
    const auto id = PaperId::fromString(url.path().mid(1));
    const auto paper = url.host() == "paper"_L1 && id ? m_services.library.paper(*id) : std::nullopt;
    if (!paper)
        return m_notice.sayTrouble(tr("This link leads to nothing in this library: %1").arg(link.left(200)));
    if (!m_services.papers.stored(paper->id))
        return showCard(*paper);
    open(paper->id, {std::nullopt, library::HighlightId::fromString(QUrlQuery(url).queryItemValue(u"highlight"_s))});
}

void Opening::showCard(const library::Paper &paper)
{
    // Soon: a window that is being opened by a link restores its place first.
    QTimer::singleShot(0, this, [this, paper] {
        const QList<library::ListRow> mentions = m_services.library.mentions(paper.id);
        if (mentions.isEmpty())
            return m_notice.sayTrouble(tr("The PDF of “%1” is not here, and no digest speaks of it.").arg(paper.title));
        Q_EMIT cardWanted(mentions.last().id);
        m_notice.say(withKeys(m_commands, tr("The PDF of “%1” is not here: {list.open} fetches it.")).arg(paper.title));
    });
}

void Opening::openFile(const QString &path)
{
    if (const auto fine = papers::Papers::checkFile(path); !fine)
        return m_notice.sayTrouble(fine.error().message);
    Q_EMIT pathReady(path);
}

} // namespace yaodian::ui
