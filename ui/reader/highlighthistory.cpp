#include "ui/reader/highlighthistory.h"

#include "ui/commands/commands.h"
#include "ui/reader/hintbar.h"
#include "ui/reader/marking.h"
#include "ui/reader/readerview.h"
#include "ui/reader/siderows.h"
#include "ui/reader/sidevisit.h"
#include "ui/reader/versionwords.h"

#include <QPlainTextEdit>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// What a state came from: undone ones branch off, and nothing comes from them.
std::optional<library::HighlightVersion> olderThan(const QList<library::HighlightVersion> &versions, qsizetype at)
{
    if (versions[at].undone && versions[at].at >= versions.first().at)
        return versions.first();
    const auto it = std::find_if(versions.begin() + at + 1, versions.end(),
                                 [](const library::HighlightVersion &version) { return !version.undone; });
    return it == versions.end() ? std::nullopt : std::optional(*it);
}

} // namespace

HighlightHistory::HighlightHistory(const ReaderContext &context, Marking &marking, Markings &markings)
    : m_context(context), m_marking(marking), m_markings(markings), m_list(new SideList(context.theme, nullptr)),
      m_model(new QStandardItemModel(this)), m_text(new QPlainTextEdit), m_panel(new QWidget(&context.reader)),
      m_visit(new SideVisit(context, *m_panel, *m_list, u"H"_s))
{
    build();
    context.commands.bind("reader.history", &context.reader, [this](std::optional<int>) { show(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HighlightHistory::look);
    connect(m_list, &QListView::activated, this, &HighlightHistory::restore);
    connect(&context.theme, &Theme::changed, this, &HighlightHistory::dress);
    dress();
}

HighlightHistory::~HighlightHistory()
{
    if (m_job)
        m_job->cancel();
    delete m_panel;
}

void HighlightHistory::setLibrary(library::Library &library, notes::Notes &notes)
{
    m_library = &library;
    m_notes = &notes;
    connect(m_library, &library::Library::changed, this, [this](const library::Change &change) {
        if (m_panel && m_panel->isVisible() &&
            (change.everything || change.kinds || change.papers.contains(m_context.reader.paper())))
            read();
    });
}

void HighlightHistory::setDocument(pdf::Document *document)
{
    Q_UNUSED(document)
    m_about.reset();
    if (m_job)
        m_job->cancel();
    m_rows.clear();
    m_model->clear();
    if (m_panel->isVisible())
        m_context.showAtSide(nullptr);
}

void HighlightHistory::build()
{
    m_panel->hide();
    m_list->setObjectName(u"highlightHistory"_s);
    m_list->setModel(m_model);
    m_text->setObjectName(u"highlightState"_s);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFocusPolicy(Qt::ClickFocus);
    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(0, 12, 0, 8);
    column->addWidget(m_list, 3);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(10, 0, 10, 4);
    below->addWidget(m_text);
    column->addLayout(below, 2);
}

void HighlightHistory::dress()
{
    const Colours &c = m_context.theme.colours();
    m_text->setFont(m_context.theme.font(0.93));
    QPalette palette = m_text->palette();
    palette.setColor(QPalette::Base, c.side);
    palette.setColor(QPalette::Text, c.soft);
    m_text->setPalette(palette);
    m_text->document()->setDocumentMargin(4);
}

void HighlightHistory::show()
{
    if (!m_library || m_context.reader.paper().isNull())
        return m_context.say(tr("The file is still being stored; marking works in a moment."));
    const auto current = m_markings.current();
    m_about = current ? std::optional(current->id) : std::nullopt;
    m_list->setAccessibleName(tr("Earlier states of the highlight"));
    m_text->setAccessibleName(tr("The state that is looked at"));
    m_visit->toggle();
    if (m_panel->isVisible())
        read();
}

/// Beside the window: a long journal is looked through.
void HighlightHistory::read()
{
    if (m_job)
        m_job->cancel();
    m_job = m_context.background.run(
        this,
        [library = m_library, about = m_about, paper = m_context.reader.paper()](const CancelToken &) {
            Story story;
            if (about)
                story.versions = library->highlightVersions(*about);
            story.removed = library->removedHighlights(paper);
            return story;
        },
        [this](const Story &story) { fill(story); });
}

void HighlightHistory::fill(const Story &story)
{
    const int before = m_list->currentIndex().row();
    const QList<library::Kind> kinds = m_library->kinds();
    m_rows.clear();
    m_model->clear();
    if (!story.versions.isEmpty())
        addHead(tr("This highlight"));
    for (qsizetype i = 0; i < story.versions.size(); ++i) {
        const library::HighlightVersion &version = story.versions[i];
        addRow({version, changedWords(olderThan(story.versions, i), version, kinds), i == 0 || version.removed});
    }
    addHead(story.removed.isEmpty() ? tr("Removed highlights")
                                    : tr("Removed highlights · %1").arg(story.removed.size()));
    for (const library::HighlightVersion &version : story.removed)
        if (!m_about || version.highlight.id != *m_about)
            addRow({version, {version.highlight.quote.simplified()}, false});
    if (m_model->rowCount() > 0 && story.removed.isEmpty())
        addHead(tr("Nothing was removed"));
    m_list->goToRow(before > 0 ? std::min(before, m_model->rowCount() - 1) : story.versions.size() > 1 ? 2 : 0);
    look();
}

void HighlightHistory::addHead(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setData(siderow::Header, siderow::Type);
    item->setEnabled(false);
    m_model->appendRow(item);
    m_rows += Row();
}

void HighlightHistory::addRow(const Row &row)
{
    QString text = row.changed.join(u" · "_s);
    if (row.version.undone)
        text = tr("%1 (undone)").arg(text);
    auto *item = new QStandardItem(text.left(200));
    item->setData(siderow::Entry, siderow::Type);
    item->setData(shortWhen(row.version.at), siderow::Count);
    item->setEditable(false);
    item->setToolTip(Qt::convertFromPlainText(text));
    m_model->appendRow(item);
    m_rows += row;
}

void HighlightHistory::look()
{
    const int at = m_list->currentIndex().row();
    if (at < 0 || at >= m_rows.size() || m_rows[at].changed.isEmpty()) {
        m_text->clear();
        return m_text->hide(); // an empty frame says nothing
    }
    const Row &row = m_rows[at];
    QStringList said{QLocale().toString(row.version.at.toLocalTime(), QLocale::ShortFormat)};
    if (!row.isPresent)
        said << (row.version.removed ? tr("Enter brings it back") : tr("Enter makes it so again"));
    QStringList parts{said.join(u" · "_s)};
    if (!row.version.removed)
        parts << row.changed.join(u'\n');
    parts << stateWords(row.version.highlight, m_library->kinds());
    m_text->setPlainText(parts.join(u"\n\n"_s));
    m_text->show();
}

void HighlightHistory::restore()
{
    const int at = m_list->currentIndex().row();
    if (at < 0 || at >= m_rows.size() || m_rows[at].changed.isEmpty() || m_rows[at].isPresent)
        return;
    const Row row = m_rows[at];
    const auto restored = m_notes->restoreHighlight(row.version.highlight);
    if (!restored) {
        if (!restored.error().isCancelled())
            m_context.say(restored.error().message);
        return;
    }
    Q_EMIT m_context.reader.saved();
    m_marking.refresh();
    m_about = row.version.highlight.id;
    m_markings.show(row.version.highlight.id);
    read();
    m_context.hints.say({{{}, row.version.removed ? tr("The highlight is back") : tr("As it was then"), true},
                         {{u"{act.undo}"_s}, tr("undo")}});
}

} // namespace yaodian::ui
