#include "ui/marks/highlightspage.h"

#include "ui/base/ink.h"
#include "ui/commands/menuopener.h"
#include "ui/commands/withkeys.h"
#include "ui/notes/kindchoices.h"
#include "ui/notes/kindname.h"
#include "ui/reader/citing.h"
#include "ui/reader/inlinefield.h"

#include <QClipboard>
#include <QEvent>
#include <QFontInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int SoonMs = 20; ///< letters typed quickly are looked for together

} // namespace

HighlightsPage::HighlightsPage(library::Library &library, notes::Notes &notes, Background &background,
                               Commands &commands, Theme &theme, QWidget *parent)
    : QWidget(parent), m_library(library), m_notes(notes), m_background(background), m_commands(commands),
      m_theme(theme), m_model(library)
{
    setObjectName(u"highlights"_s);
    build();
    bindKeys();
    offerMenu();
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    connect(&m_soon, &QTimer::timeout, this, &HighlightsPage::look);
    connect(&library, &library::Library::changed, this, &HighlightsPage::changed);
    connect(m_filter, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(m_field, &InlineField::closed, m_view, [this] { m_view->setFocus(); });
    connect(m_view, &QListView::doubleClicked, this, [this] {
        if (const auto id = m_view->currentId())
            Q_EMIT openWanted(*id);
    });
    connect(&theme, &Theme::changed, this, &HighlightsPage::dress);
    texts();
}

void HighlightsPage::build()
{
    const auto label = [this](const QString &name) {
        auto *made = new QLabel(this);
        made->setObjectName(name);
        made->setTextFormat(Qt::PlainText);
        return made;
    };
    m_title = label(u"highlightsTitle"_s);
    m_count = label(u"highlightsCount"_s);
    m_empty = label(u"highlightsEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"highlightsFilter"_s);
    m_filter->installEventFilter(this);
    m_body = new QWidget(this);
    m_view = new HighlightView(m_theme, m_model, m_body);
    m_field = new InlineField(m_theme, m_view->viewport());
    m_stack = new QStackedLayout(m_body);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_empty); // until there are rows: without any, none come in their place
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_count, 1);
    auto *top = new QVBoxLayout;
    top->addLayout(head);
    top->addWidget(m_filter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_body, 1);
    setFocusPolicy(Qt::StrongFocus);
    setAutoFillBackground(true);
}

void HighlightsPage::bindKeys()
{
    m_commands.listenTo(m_view, Place::Highlights);
    m_commands.listenTo(this, Place::Highlights); // where there is none
    const auto bind = [this](const char *id, std::function<void()> run) {
        m_commands.bind(id, this, [run = std::move(run)](std::optional<int>) { run(); });
    };
    m_commands.bind("highlights.next", this, [this](std::optional<int> n) { m_view->step(n.value_or(1)); });
    m_commands.bind("highlights.previous", this, [this](std::optional<int> n) { m_view->step(-n.value_or(1)); });
    bind("highlights.first", [this] { m_view->goTo(0); });
    bind("highlights.last", [this] { m_view->goTo(m_model.rowCount() - 1); });
    bind("highlights.pageDown", [this] { m_view->page(1); });
    bind("highlights.pageUp", [this] { m_view->page(-1); });
    bind("highlights.nextPaper", [this] { m_view->stepPaper(1); });
    bind("highlights.previousPaper", [this] { m_view->stepPaper(-1); });
    bind("highlights.go", [this] {
        if (const auto id = m_view->currentId())
            Q_EMIT openWanted(*id);
    });
    bind("highlights.filter", [this] {
        m_filter->setFocus();
        m_filter->selectAll();
    });
    bind("highlights.comment", [this] { comment(); });
    bind("highlights.tags", [this] { tags(); });
    m_commands.bind("highlights.kind", this, [this](std::optional<int> n) { giveKind(QChar(n.value_or(0))); });
    bind("highlights.remove", [this] { remove(); });
    bind("highlights.copy", [this] { copy(); });
    bind("go.back", [this] {
        if (m_filter->text().isEmpty())
            Q_EMIT closed();
        else
            m_filter->clear();
    });
}

void HighlightsPage::offerMenu()
{
    openMenusOfRows(m_commands, m_view, [this]() -> std::optional<MenuSubject> {
        if (!m_view->current())
            return std::nullopt;
        MenuSubject subject{Place::Highlights};
        subject.choices = [this](const QString &) { return menuChoicesOf(m_model.kinds()); };
        return subject;
    });
}

// --- look ---------------------------------------------------------------------------------------------------------

void HighlightsPage::dress()
{
    const Colours &c = m_theme.colours();
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    const auto dressed = [&](QLabel *part, double size, int weight, const QColor &colour) {
        part->setFont(m_theme.font(size / 14, weight));
        setInk(part, colour);
    };
    dressed(m_title, 21, QFont::DemiBold, c.ink);
    dressed(m_count, 13, QFont::Normal, c.faint);
    dressed(m_empty, 14, QFont::Normal, c.soft);
    m_count->setContentsMargins(qRound(12 * unit), qRound(6 * unit), 0, 0);
    m_filter->setFont(m_theme.font());
    QPalette ground = palette();
    ground.setColor(QPalette::Window, c.card);
    ground.setColor(QPalette::Base, c.card);
    setPalette(ground);
    m_view->setPalette(ground);
    auto *top = static_cast<QVBoxLayout *>(layout()->itemAt(0)->layout());
    top->setContentsMargins(qRound(24 * unit), qRound(22 * unit), qRound(24 * unit), qRound(12 * unit));
    top->setSpacing(qRound(12 * unit));
}

void HighlightsPage::texts()
{
    setAccessibleName(tr("All highlights"));
    m_view->setAccessibleName(tr("All highlights"));
    m_title->setText(tr("All highlights"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(tr("Words · kind:method · tag:idea · paper:\"words of its title\" · since:30d"));
    tellCount();
}

void HighlightsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        texts();
        m_view->viewport()->update();
    }
}

// --- what is listed -----------------------------------------------------------------------------------------------

void HighlightsPage::start()
{
    dress(); // not before it is shown: under the application's style sheet a widget loses then what it was given before
    m_model.setKinds(m_library.kinds());
    m_model.forget({});
    look();
}

void HighlightsPage::takeFocus()
{
    if (m_stack->currentWidget() == m_empty && !m_filter->text().isEmpty())
        m_filter->setFocus();
    else if (m_stack->currentWidget() == m_empty)
        setFocus();
    else
        m_view->setFocus();
}

void HighlightsPage::setFilter(const QString &text)
{
    m_filter->setText(text);
}

void HighlightsPage::changed(const library::Change &change)
{
    if (!isVisible())
        return; // start() reads all
    if (change.kinds)
        m_model.setKinds(m_library.kinds());
    if (change.everything)
        m_model.forget({});
    else if (!change.papers.isEmpty())
        m_model.forget(change.papers);
    if (change.everything || change.kinds || change.issues || !change.papers.isEmpty())
        m_soon.start();
}

void HighlightsPage::look()
{
    m_soon.stop();
    if (m_job)
        m_job->cancel();
    const library::HighlightQuery query{m_filter->text()};
    m_job = m_background.run(
        this, [library = &m_library, query](const CancelToken &) { return library->highlightIds(query); },
        [this, query](const QList<library::HighlightRef> &refs) {
            const bool other = std::exchange(m_looked, query.text) != query.text;
            if (other || refs != m_model.refs())
                showRefs(refs);
            tellCount();
            Q_EMIT listed();
        });
}

/// Where one was, or what stands there now, stays the current one.
void HighlightsPage::showRefs(const QList<library::HighlightRef> &refs)
{
    const auto id = m_view->currentId();
    const int before = m_view->currentIndex().row();
    const bool hadFocus = hasFocus() || m_view->hasFocus();
    m_model.setRefs(refs);
    m_stack->setCurrentIndex(refs.isEmpty() ? 1 : 0);
    const int same = id ? m_model.rowOf(*id) : -1;
    m_view->goTo(same >= 0 ? same : before >= 0 && !id ? 0 : std::max(0, before));
    if (hadFocus)
        takeFocus();
}

void HighlightsPage::tellCount()
{
    const auto papers = int(m_model.papers().size());
    const auto count = int(m_model.refs().size());
    m_count->setText(count == 0 ? QString() : tr("%1 in %n paper(s)", nullptr, papers).arg(QLocale().toString(count)));
    m_empty->setText(
        m_filter->text().isEmpty()
            ? withKeys(m_commands, tr("Nothing is highlighted yet. In a paper, select a passage and press "
                                      "{select.highlight} and a letter."))
            : withKeys(m_commands, tr("No highlight has “%1”. {go.back} shows all again.")).arg(m_filter->text()));
}

/// In the filter, Enter and Down go to the rows, Esc takes the words away.
bool HighlightsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            if (m_stack->currentWidget() == m_view)
                m_view->setFocus();
            else if (key == Qt::Key_Escape)
                setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

// --- what is done -------------------------------------------------------------------------------------------------

bool HighlightsPage::tell(const Result<void> &result, const QString &sentence)
{
    if (!result) {
        if (!result.error().isCancelled())
            Q_EMIT failed(result.error().message);
    } else if (!sentence.isEmpty()) {
        Q_EMIT message(sentence);
    }
    return result.ok();
}

void HighlightsPage::keepTyped()
{
    m_field->leave();
}

bool HighlightsPage::isStuck() const
{
    return m_field->isStuck();
}

void HighlightsPage::comment()
{
    const library::Highlight *current = m_view->current();
    if (!current)
        return;
    m_field->ask(
        {m_view->visualRect(m_view->currentIndex()).adjusted(90, 0, 0, 0), tr("Comment"), current->comment,
         [this, id = current->id](const QString &text) { return tell(m_notes.setComment(id, text.trimmed())); }});
}

void HighlightsPage::tags()
{
    const library::Highlight *current = m_view->current();
    if (!current)
        return;
    static const QRegularExpression between(u"[,，、;；]"_s);
    const auto take = [this, id = current->id](const QString &text) {
        return tell(m_notes.setTags(id, text.split(between, Qt::SkipEmptyParts)));
    };
    m_field->ask({m_view->visualRect(m_view->currentIndex()).adjusted(90, 0, 0, 0), tr("Tags, with commas between"),
                  current->tags.join(u", "_s), take, m_library.highlightTags()});
}

void HighlightsPage::giveKind(QChar letter)
{
    const auto id = m_view->currentId();
    if (!id)
        return;
    const QList<library::Kind> &kinds = m_model.kinds();
    QStringList known;
    for (const library::Kind &kind : kinds) {
        if (kind.letter.compare(letter, Qt::CaseInsensitive) == 0)
            return void(tell(m_notes.setKind(*id, kind.key)));
        known << tr("%1 %2").arg(kind.letter, kindName(kind));
    }
    Q_EMIT message(tr("No kind has the letter %1. There are: %2").arg(letter).arg(known.join(u", ")));
}

library::PaperId HighlightsPage::currentPaper() const
{
    const library::Highlight *current = m_view->current();
    return current ? current->paper : library::PaperId();
}

void HighlightsPage::remove()
{
    if (const auto id = m_view->currentId())
        tell(m_notes.removeHighlight(*id), withKeys(m_commands, tr("Highlight removed · {act.undo} undoes it")));
}

void HighlightsPage::copy()
{
    const int row = m_view->currentIndex().row();
    const library::HighlightRow *current = m_view->current() ? m_model.at(row) : nullptr;
    if (!current)
        return;
    const QString title = current->title.isEmpty() ? current->titleZh : current->title;
    QGuiApplication::clipboard()->setText(citedQuote(current->highlight, quoteOf(current->highlight), title));
    Q_EMIT message(tr("Copied the quote with its link."));
}

} // namespace yaodian::ui
