#include "ui/shell/addpanel.h"

#include "net/address.h"
#include "sync/places.h"
#include "ui/shell/findingview.h"

#include <QDir>
#include <QUrl>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

const QString typedRow = u"typed"_s; ///< the row for what stands in the field

/// "~/posts" is what people type for a folder.
QString addressOf(const QString &typed)
{
    return typed.startsWith(u"~/") ? QDir::homePath() + typed.mid(1) : typed;
}

/// Who is going to be asked: the server's name, or what was typed where there is none.
QString placeOf(const QString &typed)
{
    const QString host = QUrl::fromUserInput(typed).host();
    return host.isEmpty() || QDir::isAbsolutePath(addressOf(typed)) ? typed : host;
}

/// An address of the private network may have come from a page by way of the clipboard: it is not asked before Enter.
bool isNextDoor(const QString &typed)
{
    const QHostAddress address = net::literalAddress(QUrl::fromUserInput(typed));
    return !address.isNull() && net::isPrivate(address);
}

bool isWanted(const sync::Preset &preset, const QString &typed)
{
    const QString names = preset.title + u'\n' + preset.address;
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &word) { return names.contains(word, Qt::CaseInsensitive); });
}

bool isSource(const library::Library &library, const QString &address)
{
    const auto places = sync::placesFor(QUrl(address));
    const auto sources = library.sources();
    return std::any_of(sources.begin(), sources.end(), [&](const library::Source &source) {
        return std::any_of(places.begin(), places.end(), [&](const library::Source &place) {
            return source.id == library::Library::sourceId(place.kind, place.url);
        });
    });
}

} // namespace

AddPanel::AddPanel(const library::Library &library, sync::Sync &sync, const Theme &theme, QWidget *window)
    : Overlay(theme, window), m_library(library), m_sync(sync), m_view(new FindingView(theme, this))
{
    setObjectName(u"addPanel"_s);
    m_view->hide();
    connect(this, &Overlay::typedChanged, this, &AddPanel::typing);
    connect(this, &Overlay::left, this, &AddPanel::drop);
}

void AddPanel::start(const QString &address)
{
    type(address);
    open(tr("Paste the link of a blog, feed, list or page, or the path of a folder"));
    if (!address.isEmpty() && !isNextDoor(address))
        look(address);
}

/// Whatever was looked at or found belongs to what was typed before.
void AddPanel::typing()
{
    drop();
    QList<OverlayRow> rows;
    if (!typed().isEmpty())
        rows << OverlayRow{typedRow, tr("Look at %1").arg(placeOf(typed())), {}, u"Enter"_s, true};
    for (const sync::Preset &preset : sync::presets())
        if (isWanted(preset, typed()))
            rows << OverlayRow{preset.address,
                               preset.title,
                               {},
                               isSource(m_library, preset.address) ? tr("added") : QUrl(preset.address).host()};
    setRows(rows, {});
}

void AddPanel::choose(const QString &id)
{
    if (m_finding)
        return take();
    if (m_search)
        return;
    if (!id.isEmpty() && id != typedRow)
        type(id); // what is asked is seen, and learned
    if (!typed().isEmpty())
        look(typed());
}

void AddPanel::escape()
{
    if (!m_search && !m_finding)
        return leave();
    typing();
}

void AddPanel::look(const QString &address)
{
    drop();
    setRows({}, tr("Looking at %1…").arg(placeOf(address)) + u'\n' + tr("Esc stops"));
    m_search = new QObject(this);
    m_sync.find(addressOf(address), m_search, [this, search = m_search](const Result<sync::Finding> &finding) {
        if (search == m_search) // else it is the answer to what nobody asks any more
            found(finding);
    });
}

void AddPanel::found(const Result<sync::Finding> &finding)
{
    drop();
    if (finding)
        show(*finding);
    else if (!finding.error().isCancelled())
        fail(finding.error().message);
    else
        typing();
}

void AddPanel::show(const sync::Finding &finding)
{
    m_finding = finding;
    m_view->setFinding(finding);
    showInstead(m_view);
}

void AddPanel::take()
{
    const auto source = m_sync.add(*m_finding);
    if (!source) {
        drop();
        return fail(source.error().message);
    }
    leave();
    Q_EMIT added(*source);
}

void AddPanel::fail(const QString &sentence)
{
    setRows({}, sentence + u"\n\n"_s + tr("Change what you typed, or press Enter to look once more."));
}

void AddPanel::drop()
{
    m_finding.reset();
    if (QObject *search = std::exchange(m_search, nullptr))
        search->deleteLater(); // it may be what is answering just now
}

} // namespace yaodian::ui
