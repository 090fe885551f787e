#include "ui/shell/intake.h"

#include "translations/translations.h"
#include "ui/commands/withkeys.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

library::Source ownSource(library::Source::Kind kind, const QString &key, const QString &title)
{
    library::Source source;
    source.id = library::SourceId(nameBasedUuid(u"source", key));
    source.kind = kind;
    source.title = title;
    return source;
}

QStringList localFiles(const QMimeData &mime)
{
    QStringList paths;
    for (const QUrl &url : mime.urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

bool isWebAddress(const QString &text)
{
    return (text.startsWith(u"http://") || text.startsWith(u"https://")) && !text.contains(u'\n') && text.size() < 2000;
}

} // namespace

Intake::Intake(cli::Services &services, Ask &ask, Notice &notice, Commands &commands, QWidget *window)
    : QObject(window), m_services(services), m_ask(ask), m_notice(notice), m_commands(commands), m_window(window),
      m_lists(new SourceLists(services, ask, notice, commands, window))
{
    connect(m_lists, &SourceLists::added, this, &Intake::sourcesCame);
    bindKeys();
}

void Intake::bindKeys()
{
    const auto bind = [this](const char *id, std::function<void()> run) {
        m_commands.bind(id, this, [run = std::move(run)](std::optional<int>) { run(); });
    };
    bind("import.files", [this] {
        m_ask.openFiles(
            m_window, tr("Import files"),
            tr("Digests and papers (%1)")
                .arg(
                    u"*.html *.htm *.xhtml *.txt *.md *.markdown *.xml *.rss *.atom *.json *.jsonl *.ndjson *.eml *.mht *.mhtml *.pdf"_s),
            [this](const QStringList &paths) { importFiles(paths); });
    });
    bind("import.again", [this] {
        if (const auto wanted = m_services.library.wantParsedAgain(); !wanted)
            return m_notice.sayTrouble(wanted.error().message);
        m_services.sync.parseAgain(this, [this](const sync::Outcome &outcome) {
            if (outcome.failed.isEmpty() && outcome.updated == 0)
                m_notice.say(tr("The stored posts were parsed again. Nothing changed."));
            else
                tellParsedAgain(outcome);
        });
    });
    bind("import.paste", [this] {
        if (const QMimeData *mime = QGuiApplication::clipboard()->mimeData())
            take(*mime);
    });
}

void Intake::fetch(const library::Source &source)
{
    m_notice.sayWhile(
        tr("Fetching the issues of “%1”…").arg(source.title.isEmpty() ? source.url : source.title.simplified()));
    m_services.sync.syncSource(source.id, this, [this](const sync::Outcome &outcome) {
        tell(outcome);
        Q_EMIT synced(outcome);
    });
}

void Intake::sync()
{
    if (m_services.sync.isBusy())
        return;
    const auto sources = m_services.library.sources();
    const bool any = std::any_of(sources.begin(), sources.end(), [](const library::Source &s) { return s.isAsked(); });
    if (!any)
        return m_notice.say(withKeys(m_commands, tr("There is no source to sync yet. Press {source.add} to add one.")));
    m_services.sync.syncAll(this, [this](const sync::Outcome &outcome) {
        tell(outcome);
        Q_EMIT synced(outcome);
    });
}

void Intake::parseAgain()
{
    if (m_services.library.countToParseAgain() > 0)
        m_services.sync.parseAgain(this, [this](const sync::Outcome &outcome) { tellParsedAgain(outcome); });
}

void Intake::tellParsedAgain(const sync::Outcome &outcome)
{
    if (!outcome.failed.isEmpty())
        m_notice.sayTrouble(outcome.failed.first());
    else if (outcome.updated > 0)
        m_notice.say(tr("The stored posts were parsed again: %n changed.", nullptr, outcome.updated));
}

void Intake::cancel()
{
    m_services.sync.cancel();
}

bool Intake::takes(const QMimeData &mime)
{
    return !localFiles(mime).isEmpty() || mime.hasText() || mime.hasHtml();
}

QString Intake::onePdf(const QMimeData &mime)
{
    const QStringList paths = localFiles(mime);
    return paths.size() == 1 && paths.first().endsWith(u".pdf", Qt::CaseInsensitive) ? paths.first() : QString();
}

void Intake::take(const QMimeData &mime)
{
    const QStringList paths = localFiles(mime);
    const QString text = mime.text().trimmed();
    if (!paths.isEmpty()) {
        QStringList lists, posts;
        for (const QString &path : paths)
            (SourceLists::isList(path) ? lists : posts) << path;
        m_lists->take(lists);
        importFiles(posts);
    } else if (isWebAddress(text))
        Q_EMIT offered(text);
    else if (mime.hasHtml()) // as copied from a page: its links are in the HTML alone
        importPasted(mime.html(), u"paste.html"_s);
    else if (!text.isEmpty())
        importPasted(text, u"paste.txt"_s);
}

void Intake::importFiles(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    m_notice.sayWhile(tr("Importing…"));
    m_services.sync.importFiles(paths, this, [this](const sync::Outcome &outcome) {
        tell(outcome);
        Q_EMIT imported(outcome.issues);
    });
}

void Intake::importPasted(const QString &text, const QString &name)
{
    m_services.sync.importBytes(text.toUtf8(), name, library::Library::filesSource(), this,
                                [this](const sync::Outcome &outcome) {
                                    tell(outcome);
                                    Q_EMIT imported(outcome.issues);
                                });
}

void Intake::tell(const sync::Outcome &outcome)
{
    if (!outcome.failed.isEmpty())
        return m_notice.sayTrouble(outcome.failed.mid(0, 3).join(u'\n'));
    if (outcome.fresh + outcome.updated == 0)
        return m_notice.say(tr("Nothing new."));
    QStringList parts;
    if (outcome.fresh > 0)
        parts << tr("%n new issue(s)", nullptr, outcome.fresh);
    if (outcome.updated > 0)
        parts << tr("%n updated", nullptr, outcome.updated);
    m_notice.say(parts.join(u" · "_s));
}

// --- the tour -----------------------------------------------------------------------------------------------------

bool Intake::wantsTour() const
{
    library::ListQuery everything;
    everything.withTour = true;
    return !m_services.library.isReadOnly() && m_services.library.count(everything, 1) == 0 &&
           m_services.library.sources().isEmpty();
}

void Intake::startTour()
{
    const QString language = languageFor(m_services.settings.text("language"));
    QFile post(u":/tour/tour.%1.md"_s.arg(language));
    if (!post.open(QIODevice::ReadOnly))
        return;
    const library::Source tour = ownSource(library::Source::Kind::Tour, u"tour"_s, tr("Tour"));
    m_services.sync.importBytes(post.readAll(), u"tour.md"_s, tour, this, [this](const sync::Outcome &outcome) {
        if (outcome.issues.isEmpty())
            return;
        fileTourPdf(outcome);
        Q_EMIT tourReady(outcome.issues.first());
    });
}

void Intake::fileTourPdf(const sync::Outcome &outcome)
{
    library::ListQuery query;
    query.issue = outcome.issues.first();
    query.withTour = true;
    query.order = library::ListQuery::Order::IssueOrder;
    const QList<library::ListRow> rows = m_services.library.rows(m_services.library.entryIds(query, 1));
    QFile pdf(u":/tour/tour.pdf"_s);
    if (rows.isEmpty() || !pdf.open(QIODevice::ReadOnly))
        return;
    const auto filed = m_services.library.addDocument(rows.first().paper, pdf.readAll(), {}, pdf.fileName());
    if (!filed)
        m_notice.sayTrouble(filed.error().message);
}

} // namespace yaodian::ui
