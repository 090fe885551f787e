#include "ui/shell/sourcelists.h"

#include "base/files.h"
#include "sync/opml.h"
#include "ui/commands/withkeys.h"

#include <QDir>
#include <QFileInfo>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestList = 20LL * 1024 * 1024;

} // namespace

SourceLists::SourceLists(cli::Services &services, Ask &ask, Notice &notice, Commands &commands, QWidget *window)
    : QObject(window), m_services(services), m_ask(ask), m_notice(notice), m_commands(commands), m_window(window)
{
    commands.bind("sources.import", this, [this](std::optional<int>) {
        m_ask.openFiles(m_window, tr("Import sources"), tr("Lists of sources (%1)").arg(u"*.opml *.xml"_s),
                        [this](const QStringList &paths) { take(paths); });
    });
    commands.bind("sources.export", this, [this](std::optional<int>) { offer(); });
}

bool SourceLists::isList(const QString &path)
{
    return path.endsWith(u".opml", Qt::CaseInsensitive);
}

void SourceLists::take(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    m_services.background.run(
        this,
        [&library = m_services.library, paths](const CancelToken &) {
            Taken taken;
            for (const QString &path : paths) {
                const auto bytes = readFile(path, LargestList);
                const auto count = bytes ? sync::addFromOpml(library, *bytes) : Result<int>(bytes.error());
                if (count)
                    taken.fresh += *count;
                else
                    taken.failed << QFileInfo(path).fileName() + u": "_s + count.error().message;
            }
            return taken;
        },
        [this, paths](const Taken &taken) { tell(paths, taken); });
}

void SourceLists::tell(const QStringList &paths, const Taken &taken)
{
    if (taken.fresh > 0)
        Q_EMIT added();
    QStringList lines = taken.failed.mid(0, 3);
    QString words = tr("%n new source(s).", nullptr, taken.fresh);
    if (!m_services.settings.flag("askByItself"))
        words += u' ' + withKeys(m_commands, tr("Press {sync.now} to ask them."));
    if (taken.fresh > 0)
        lines.prepend(words);
    else if (taken.failed.size() < paths.size())
        lines.prepend(tr("All the sources in it were here already."));
    taken.failed.isEmpty() ? m_notice.say(lines.join(u'\n')) : m_notice.sayTrouble(lines.join(u'\n'));
}

void SourceLists::offer()
{
    const auto sources = m_services.library.sources();
    if (std::none_of(sources.begin(), sources.end(), [](const library::Source &one) { return one.isAsked(); }))
        return m_notice.say(
            withKeys(m_commands, tr("There is no source to export yet. Press {source.add} to add one.")));
    m_ask.saveFile(m_window, tr("Export sources"), u"yaodian.opml"_s, tr("Lists of sources (%1)").arg(u"*.opml"_s),
                   [this](const QString &path) { write(path); });
}

void SourceLists::write(const QString &path)
{
    const auto written = writeFileAtomically(path, m_services.sync.toOpml());
    if (!written)
        return m_notice.sayTrouble(written.error().message);
    m_notice.say(tr("The list of your sources is in %1").arg(QDir::toNativeSeparators(path)));
}

} // namespace yaodian::ui
