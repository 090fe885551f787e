#include "ui/exporting/templatespage.h"

#include "ui/base/ink.h"
#include "ui/commands/withkeys.h"

#include <QEvent>
#include <QFontInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QSplitter>

namespace yaodian::ui {

using namespace Qt::StringLiterals;
using exporting::Templates;

namespace {

constexpr int PreviewSoonMs = 120;

/// The newest paper with notes, else the newest of all, else the tour's.
library::PaperId somePaper(const library::Library &library)
{
    library::ListQuery query;
    query.view = library::ListQuery::View::WithNotes;
    QList<library::EntryId> entries = library.entryIds(query);
    for (const bool withTour : {false, true}) {
        if (!entries.isEmpty())
            break;
        query = {};
        query.withTour = withTour;
        entries = library.entryIds(query);
    }
    const auto rows = library.rows(entries.mid(0, 1));
    return rows.isEmpty() ? library::PaperId() : rows.first().paper;
}

} // namespace

TemplatesPage::TemplatesPage(library::Library &library, Settings &settings, Background &background, Ask &ask,
                             Commands &commands, Theme &theme, QWidget *parent)
    : QWidget(parent), m_library(library), m_settings(settings), m_background(background), m_ask(ask),
      m_commands(commands), m_theme(theme), m_templates(Templates::of(library)), m_saver(m_templates)
{
    setObjectName(u"templates"_s);
    build();
    connectAll();
    bindKeys();
    texts();
}

TemplatesPage::~TemplatesPage()
{
    saveTyped();
    m_text->disconnect(this); // it goes after the parts of this that it speaks to
}

void TemplatesPage::build()
{
    const auto label = [this](const QString &name) {
        auto *made = new QLabel(m_middle);
        made->setObjectName(name);
        made->setTextFormat(Qt::PlainText);
        made->setWordWrap(true);
        return made;
    };
    auto *split = new QSplitter(this);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    m_list = new TemplateList(m_theme, split);
    m_middle = new QWidget(split);
    m_middle->setAutoFillBackground(true);
    m_name = label(u"templateName"_s);
    m_state = label(u"templateState"_s);
    m_text = new TemplateEditor(m_commands, m_theme, m_middle);
    m_remark = label(u"templateRemark"_s);
    auto *column = new QVBoxLayout(m_middle);
    for (QWidget *part : std::initializer_list<QWidget *>{m_name, m_state, m_text, m_remark})
        column->addWidget(part, part == m_text ? 1 : 0);
    m_preview = new PreviewPane(m_theme, split);
    m_preview->setAutoFillBackground(true);
    split->setStretchFactor(1, 1);
    split->setStretchFactor(2, 1);
    split->setSizes({230, 600, 610});
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(split);
    setFocusProxy(m_list);
    m_soon.setSingleShot(true);
    m_soon.setInterval(PreviewSoonMs);
}

void TemplatesPage::connectAll()
{
    connect(m_list, &TemplateList::currentTemplateChanged, this, &TemplatesPage::showCurrent);
    connect(m_list, &TemplateList::doubleClicked, m_text, [this] { m_text->setFocus(); });
    connect(m_text, &TemplateEditor::typing, this, [this] {
        sayState(u"…"_s);
        if (m_job)
            m_job->cancel(); // of a text that is no more
        m_soon.start();
    });
    connect(m_text, &TemplateEditor::focusMoved, this, &TemplatesPage::keyPlaceChanged);
    connect(m_text, &TemplateEditor::toSave, this, &TemplatesPage::save);
    connect(m_text, &TemplateEditor::refused, this, [this] {
        Q_EMIT failed(tr("That is too long: a template has at most %1 KB.").arg(exporting::largestTemplate / 1024));
    });
    connect(&m_saver, &TemplateSaver::saved, this, [this](quint64 typed) {
        m_text->markSaved(typed);
        savedAll();
    });
    connect(&m_saver, &TemplateSaver::changedElsewhere, this, &TemplatesPage::goOnElsewhere);
    connect(&m_saver, &TemplateSaver::failed, this, [this](const QString &sentence) {
        sayState(tr("Not saved"));
        Q_EMIT failed(sentence);
    });
    connect(&m_soon, &QTimer::timeout, this, &TemplatesPage::look);
    connect(m_preview, &PreviewPane::left, this, &TemplatesPage::takeFocus);
    connect(m_preview, &PreviewPane::variablesWanted, this, &TemplatesPage::showVariables);
    connect(&m_preview->variables(), &VariableList::left, this, [this] {
        m_preview->setFace(PreviewPane::Face::Markdown);
        m_text->setFocus();
    });
    connect(&m_preview->variables(), &VariableList::chosen, this, [this](const exporting::Variable &variable) {
        if (m_text->isReadOnly())
            return Q_EMIT message(withKeys(
                m_commands, tr("This template is built in; {templates.copy} in the list copies it, to edit it.")));
        m_text->insert(variable);
        m_preview->setFace(PreviewPane::Face::Markdown);
        m_text->setFocus();
    });
    connect(&m_library, &library::Library::changed, this, [this](const library::Change &change) {
        if (isVisible() && (change.everything || change.kinds || change.papers.contains(m_paper)))
            m_soon.start();
    });
    connect(&m_settings, &Settings::changed, this, [this](const QString &key) {
        if (isVisible() && key == "exportTemplate"_L1)
            refreshList();
        if (isVisible() && key == "exportGroups"_L1)
            m_soon.start();
    });
    connect(&m_theme, &Theme::changed, this, [this] {
        if (isVisible())
            dress();
    });
}

void TemplatesPage::bindKeys()
{
    m_commands.listenTo(m_list, Place::Templates);
    const auto bind = [this](const char *id, std::function<void()> run) {
        m_commands.bind(id, this, [run = std::move(run)](std::optional<int>) { run(); });
    };
    bind("templates.next", [this] { m_list->goTo(m_list->currentIndex().row() + 1); });
    bind("templates.previous", [this] { m_list->goTo(m_list->currentIndex().row() - 1); });
    bind("templates.first", [this] { m_list->goTo(0); });
    bind("templates.last", [this] { m_list->goTo(m_list->rows().rowCount() - 1); });
    bind("templates.edit", [this] { m_text->setFocus(); });
    bind("templates.copy", [this] { copy(); });
    bind("templates.choose", [this] { choose(); });
    bind("templates.rename", [this] { rename(); });
    bind("templates.remove", [this] { remove(); });
    bind("templates.putBack", [this] { putBack(); });
    for (const char *id : {"templates.look", "template.look"})
        bind(id, [this] { m_preview->toggle(); });
    for (const char *id : {"templates.variables", "template.variables"})
        bind(id, [this] { showVariables(); });
    bind("template.leave", [this] { takeFocus(); });
    bind("pane.next", [this] { stepPane(1); });
    bind("pane.previous", [this] { stepPane(-1); });
    bind("go.back", [this] { leave(); });
}

void TemplatesPage::dress()
{
    const Colours &c = m_theme.colours();
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    const auto ground = [](QWidget *widget, QPalette::ColorRole role, const QColor &colour) {
        QPalette palette = widget->palette();
        palette.setColor(role, colour);
        widget->setPalette(palette);
    };
    ground(m_list, QPalette::Base, c.background);
    ground(m_middle, QPalette::Window, c.card);
    ground(m_preview, QPalette::Window, c.background);
    m_list->setMinimumWidth(qRound(180 * unit));
    m_middle->setMinimumWidth(qRound(260 * unit));
    m_preview->setMinimumWidth(qRound(260 * unit));
    const auto dressed = [&](QLabel *label, double size, int weight, const QColor &colour) {
        label->setFont(m_theme.font(size / 14, weight));
        ground(label, QPalette::WindowText, colour);
        label->setContentsMargins(qRound(24 * unit), 0, qRound(24 * unit), 0);
    };
    dressed(m_name, 18, QFont::DemiBold, c.ink);
    dressed(m_state, 12.5, QFont::Normal, c.faint);
    dressed(m_remark, 13, QFont::Normal, m_remark->palette().color(QPalette::WindowText));
    m_remark->setContentsMargins(qRound(24 * unit), qRound(10 * unit), qRound(24 * unit), qRound(12 * unit));
    m_state->setContentsMargins(qRound(24 * unit), qRound(2 * unit), qRound(24 * unit), qRound(10 * unit));
    m_middle->layout()->setContentsMargins(0, qRound(18 * unit), 0, 0);
    m_middle->layout()->setSpacing(0);
    m_text->setStyleSheet(
        u"QPlainTextEdit { background: transparent; border: none; padding: 0 %1px; }"_s.arg(qRound(20 * unit)));
    m_text->dress();
    m_preview->dress();
}

void TemplatesPage::texts()
{
    setAccessibleName(tr("Templates"));
    m_list->setAccessibleName(tr("Templates"));
    m_text->setAccessibleName(tr("Text of the template"));
}

bool TemplatesPage::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate && isVisible() &&
        m_isStarted) { // back from another program, perhaps an editor
        refreshList();
        reread();
    }
    return QWidget::event(event);
}

void TemplatesPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        texts();
        m_list->viewport()->update();
        if (isVisible())
            m_soon.start();
    }
}

void TemplatesPage::hideEvent(QHideEvent *event)
{
    saveTyped();
    QWidget::hideEvent(event);
}

void TemplatesPage::start(library::PaperId paper)
{
    dress(); // not before it is shown: under the application's style sheet a widget loses then what it was given before
    m_paper = paper.isNull() ? somePaper(m_library) : paper;
    const auto known = m_library.paper(m_paper);
    m_preview->setPaper(!known ? QString() : known->title.isEmpty() ? known->titleZh : known->title);
    m_preview->setFace(PreviewPane::Face::Markdown);
    const bool isFirst = !std::exchange(m_isStarted, true);
    refreshList();
    if (isFirst)
        m_list->goToName(m_settings.text("exportTemplate"));
    reread();
    look();
}

void TemplatesPage::takeFocus()
{
    m_list->setFocus();
}

Place TemplatesPage::keyPlace() const
{
    return m_text->hasFocus() ? Place::TemplateText : Place::Templates;
}

QString TemplatesPage::currentName() const
{
    return m_list->current() ? m_list->current()->name : QString();
}

exporting::Template::Groups TemplatesPage::groups() const
{
    using Groups = exporting::Template::Groups;
    const QString groups = m_settings.text("exportGroups");
    return groups == "kind"_L1 ? Groups::Kind : groups == "section"_L1 ? Groups::Section : Groups::None;
}

void TemplatesPage::refreshList()
{
    const QString used = m_settings.text("exportTemplate");
    QList<TemplateModel::Row> rows;
    for (const QString &name : Templates::builtIn())
        rows << TemplateModel::Row{name, true, name == used};
    for (const QString &name : m_templates.own())
        rows << TemplateModel::Row{name, false, name == used};
    m_list->setRows(rows);
}

void TemplatesPage::showCurrent()
{
    const TemplateModel::Row *row = m_list->current();
    if (!row || row->name == m_shown)
        return;
    const TemplateModel::Row shown = *row; // what is said while the text before is saved may change the list
    saveTyped();
    if (m_text->hasUnsaved()) // it could not be written: it is not given up for another
        return m_list->goToName(m_shown);
    m_shown = shown.name;
    const auto text = m_templates.text(shown.name);
    m_trouble = text.ok() ? QString() : text.error().message;
    m_saver.open(shown.name, text.valueOr({}));
    m_text->restart(QString::fromUtf8(text.valueOr({})), text.ok() && !shown.isBuiltIn);
    m_name->setText(shown.name);
    sayState(!text.ok()        ? QString()
             : shown.isBuiltIn ? withKeys(m_commands, tr("Built in · {templates.copy} copies it, to edit it"))
                               : tr("Saved as you type"));
    look();
}

void TemplatesPage::reread()
{
    const TemplateModel::Row *row = m_list->current();
    if (!row || row->isBuiltIn || m_text->hasUnsaved())
        return;
    const auto text = m_templates.text(row->name);
    if (!text.ok() || (m_trouble.isEmpty() && *text == m_saver.known()))
        return;
    m_trouble.clear();
    const int at = m_text->textCursor().position();
    m_saver.open(row->name, *text);
    m_text->restart(QString::fromUtf8(*text), true);
    QTextCursor cursor = m_text->textCursor();
    cursor.setPosition(qMin(at, m_text->document()->characterCount() - 1));
    m_text->setTextCursor(cursor);
    sayState(tr("As it is in the file now"));
    look();
}

// --- what it makes ------------------------------------------------------------------------------------------------

void TemplatesPage::look()
{
    m_soon.stop();
    if (m_job)
        m_job->cancel();
    if (!m_trouble.isEmpty())
        return sayRemark({true, 0, m_trouble});
    m_job = m_background.run(
        this,
        [library = &m_library, paper = m_paper, text = m_text->text().toUtf8(), groups = groups()](
            const CancelToken &cancel) { return exporting::previewOf(*library, paper, text, groups, cancel); },
        [this](const Result<exporting::TemplatePreview> &preview) { takePreview(preview); });
    if (m_preview->face() == PreviewPane::Face::Variables)
        fillVariables();
}

void TemplatesPage::takePreview(const Result<exporting::TemplatePreview> &preview)
{
    if (!preview) {
        sayRemark({true, 0, preview.error().message});
    } else {
        sayRemark(preview->remarks.value(0));
        if (preview->markdown) // else the last good one stays
            m_preview->setMarkdown(*preview->markdown);
    }
    Q_EMIT previewed();
}

void TemplatesPage::sayRemark(const exporting::TemplateRemark &remark)
{
    const Colours &c = m_theme.colours();
    setInk(m_remark, !remark.isMistake ? c.soft : c.dark ? QColor(0xee9f98) : QColor(0xa3322b));
    m_remark->setText(remark.sentence);
    m_remark->setVisible(!remark.sentence.isEmpty());
    m_text->setAccessibleDescription(remark.sentence);
    m_text->markLine(remark.line, remark.isMistake);
}

void TemplatesPage::sayState(const QString &state)
{
    m_state->setText(state);
}

void TemplatesPage::showVariables()
{
    m_preview->setFace(PreviewPane::Face::Variables);
    fillVariables();
    m_preview->variables().start();
}

void TemplatesPage::fillVariables()
{
    m_background.run(
        this,
        [library = &m_library, paper = m_paper, groups = groups()](const CancelToken &) {
            return exporting::templateVariables(*library, paper, groups);
        },
        [this](const QList<exporting::Variable> &all) { m_preview->variables().setVariables(all); });
}

/// List, text, preview, and round again.
void TemplatesPage::stepPane(int by)
{
    const int now = m_text->hasFocus() ? 1 : m_preview->isAncestorOf(focusWidget()) ? 2 : 0;
    switch ((now + by + 3) % 3) {
    case 0:
        m_list->setFocus();
        break;
    case 1:
        m_text->setFocus();
        break;
    default:
        m_preview->takeFocus();
    }
}

void TemplatesPage::leave()
{
    saveTyped();
    Q_EMIT closed();
}

} // namespace yaodian::ui
