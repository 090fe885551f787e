#include "ui/help/helppage.h"

#include "ui/help/handbooklists.h"

#include <QEvent>
#include <QFontInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int listWidth = 252; ///< pixels of the design
constexpr int stepLines = 3;

} // namespace

HelpPage::HelpPage(Commands &commands, Theme &theme, QWidget *parent)
    : QWidget(parent), m_commands(commands), m_theme(theme)
{
    setObjectName(u"handbook"_s);
    build();
    bindKeys();
    bindWays();
    connect(m_filter, &QLineEdit::textChanged, this, &HelpPage::fill);
    connect(m_list, &SideSection::chosen, this, &HelpPage::goToRow);
    connect(m_text, &HelpText::chapterAsked, this, &HelpPage::follow);
    connect(m_text, &HelpText::webAsked, this, &HelpPage::webAsked);
    connect(&commands, &Commands::keysChanged, this, [this] { showChapter(m_chapter); });
    connect(&theme, &Theme::changed, this, &HelpPage::dress);
    dress();
    read();
}

void HelpPage::build()
{
    m_side = new SideIndex(m_theme, u"handbookChapters"_s, u"handbookFilter"_s, this);
    m_list = m_side->rows();
    m_filter = m_side->line();
    m_filter->installEventFilter(this);
    m_text = new HelpText(m_theme, this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_side);
    row->addWidget(m_text, 1);
    setFocusProxy(m_list);
}

void HelpPage::bindKeys()
{
    m_commands.listenTo(m_list, Place::Handbook);
    m_commands.listenTo(m_text, Place::Handbook);
    const auto inText = [this] { return m_text->hasFocus(); };
    const auto step = [this, inText](int way) {
        return [this, inText, way](std::optional<int> n) {
            if (inText())
                m_text->scrollLines(way * stepLines * n.value_or(1));
            else
                goToRow(row() + way * n.value_or(1));
        };
    };
    m_commands.bind("handbook.next", this, step(1));
    m_commands.bind("handbook.previous", this, step(-1));
    const auto bind = [this](const char *id, std::function<void()> run) {
        m_commands.bind(id, this, [run = std::move(run)](std::optional<int>) { run(); });
    };
    bind("handbook.pageDown", [this] { m_text->scrollPages(1); });
    bind("handbook.pageUp", [this] { m_text->scrollPages(-1); });
    bind("handbook.nextChapter", [this] { goToRow(row() + 1); });
    bind("handbook.previousChapter", [this] { goToRow(row() - 1); });
    bind("handbook.first", [this, inText] { inText() ? m_text->goToEnd(false) : goToRow(0); });
    bind("handbook.last", [this, inText] { inText() ? m_text->goToEnd(true) : goToRow(int(m_listed.size()) - 1); });
}

void HelpPage::bindWays()
{
    const auto bind = [this](const char *id, std::function<void()> run) {
        m_commands.bind(id, this, [run = std::move(run)](std::optional<int>) { run(); });
    };
    bind("handbook.open", [this] {
        if (m_text->hasFocus())
            m_text->followLink();
        else
            m_text->setFocus();
    });
    const auto link = [this](int way) {
        m_text->setFocus();
        m_text->stepLink(way);
    };
    bind("handbook.nextLink", [link] { link(1); });
    bind("handbook.previousLink", [link] { link(-1); });
    bind("handbook.find", [this] {
        m_filter->setFocus();
        m_filter->selectAll();
    });
    bind("handbook.nextHit", [this] { stepHit(1); });
    bind("handbook.previousHit", [this] { stepHit(-1); });
    bind("history.back", [this] { go(m_before, m_after); });
    bind("history.forward", [this] { go(m_after, m_before); });
    bind("pane.next", [this] { m_list->hasFocus() ? m_text->setFocus() : m_list->setFocus(); });
    bind("pane.previous", [this] { m_list->hasFocus() ? m_text->setFocus() : m_list->setFocus(); });
    bind("go.back", [this] { back(); });
}

void HelpPage::dress()
{
    m_side->setFixedWidth(qRound(listWidth * QFontInfo(m_theme.font()).pixelSize() / 14.0));
}

// --- what is shown --------------------------------------------------------------------------------------------------

void HelpPage::read()
{
    const QString file = chapter();
    m_book = Handbook::in(tr("en", "the handbook's language, which is its folder: en or zh"));
    m_chapter = -1;
    m_before.clear();
    m_after.clear();
    m_list->setAccessibleName(tr("Chapters"));
    m_text->setAccessibleName(tr("Handbook"));
    m_filter->setPlaceholderText(tr("Search the handbook"));
    m_filter->setAccessibleName(tr("Search the handbook"));
    fill();
    start(file);
}

QString HelpPage::textOf(const Chapter &chapter) const
{
    const auto keys = [this](const Command &command) { return m_commands.keysOf(command); };
    return withoutListMarks(withChosenKeys(withLists(chapter.text, keys), m_commands));
}

QStringList HelpPage::words() const
{
    return m_filter->text().simplified().split(u' ', Qt::SkipEmptyParts);
}

void HelpPage::fill()
{
    const QStringList wanted = words();
    QList<SideRow> rows;
    m_listed.clear();
    for (int i = 0; i < m_book.chapters().size(); ++i) {
        const Chapter &chapter = m_book.chapters()[i];
        const QString text = wanted.isEmpty() ? QString() : foldedWidths(chapter.title + u'\n' + textOf(chapter));
        const auto isThere = [&text](const QString &word) {
            return text.contains(foldedWidths(word), Qt::CaseInsensitive);
        };
        if (!std::all_of(wanted.cbegin(), wanted.cend(), isThere))
            continue;
        m_listed << i;
        rows << SideRow{chapter.title, {}, {}, {}, {}};
    }
    m_list->rows().setRows(rows);
    const bool nothing = m_listed.isEmpty();
    m_side->setSentence(!nothing ? QString()
                        : m_book.chapters().isEmpty()
                            ? tr("The handbook is missing here. Please install Yaodian again.")
                            : tr("Nothing in the handbook says “%1”.").arg(wanted.join(u' ')));
    const int shown = std::max(0, int(m_listed.indexOf(m_chapter)));
    goToRow(shown);
    m_text->mark(nothing ? QStringList() : wanted);
    m_text->goToHit(0);
}

int HelpPage::row() const
{
    return int(m_listed.indexOf(m_chapter));
}

void HelpPage::goToRow(int at)
{
    if (m_listed.isEmpty())
        return;
    const int to = std::clamp(at, 0, int(m_listed.size()) - 1);
    m_list->setCurrentIndex(m_list->rows().index(to));
    m_list->setMarkedRow(to);
    m_side->showRow(to);
    if (m_chapter != m_listed[to])
        showChapter(m_listed[to]);
}

void HelpPage::showChapter(int chapter)
{
    if (chapter < 0 || chapter >= m_book.chapters().size())
        return;
    m_chapter = chapter;
    const Chapter &shown = m_book.chapters()[chapter];
    m_text->show(m_book.folder(), shown.title, textOf(shown));
    m_text->mark(words());
}

void HelpPage::start(const QString &file)
{
    const int asked = m_book.indexOf(file);
    if (asked < 0 && m_chapter >= 0)
        return;
    if (asked >= 0)
        m_filter->clear();
    goToRow(std::max(0, int(m_listed.indexOf(std::max(0, asked)))));
}

void HelpPage::takeFocus()
{
    m_list->setFocus();
}

QString HelpPage::chapter() const
{
    return m_chapter < 0 ? QString() : m_book.chapters()[m_chapter].file;
}

// --- ways -----------------------------------------------------------------------------------------------------------

/// Behind the last hit of a chapter comes the first of the next one that has some.
void HelpPage::stepHit(int hits)
{
    if (m_text->hits() == 0 && words().isEmpty())
        return;
    const int next = m_text->hit() + hits;
    if (next >= 0 && next < m_text->hits())
        return m_text->goToHit(next);
    const int rows = int(m_listed.size());
    if (rows == 0)
        return;
    goToRow((row() + (hits > 0 ? 1 : rows - 1)) % rows);
    m_text->goToHit(hits > 0 ? 0 : m_text->hits() - 1);
}

HelpPage::Spot HelpPage::spot() const
{
    return {chapter(), m_text->verticalScrollBar()->value()};
}

void HelpPage::follow(const QString &file)
{
    if (m_book.indexOf(file) < 0)
        return;
    m_before << spot();
    m_after.clear();
    start(file);
    m_text->setFocus();
}

void HelpPage::go(QList<Spot> &from, QList<Spot> &back)
{
    if (from.isEmpty())
        return;
    const Spot to = from.takeLast();
    back << spot();
    start(to.file);
    m_text->verticalScrollBar()->setValue(to.scroll);
    m_text->setFocus();
}

/// A step at a time: from the text to the chapters, from what was searched for to all, and out.
void HelpPage::back()
{
    if (m_text->hasFocus())
        m_list->setFocus();
    else if (!m_filter->text().isEmpty())
        m_filter->clear();
    else
        Q_EMIT closed();
}

bool HelpPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_listed.isEmpty())
            m_text->setFocus();
        return true;
    case Qt::Key_Down:
        goToRow(row() + 1);
        return true;
    case Qt::Key_Up:
        goToRow(row() - 1);
        return true;
    case Qt::Key_Escape:
        m_filter->clear();
        m_list->setFocus();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void HelpPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        read();
}

QString HelpPage::chapterAbout(Place place)
{
    switch (place) {
    case Place::Reader:
        return u"reading.md"_s;
    case Place::Selection:
    case Place::Highlight:
    case Place::Highlights:
    case Place::Kinds:
        return u"highlights.md"_s;
    case Place::Points:
    case Place::PointField:
        return u"points.md"_s;
    case Place::Note:
    case Place::Versions:
        return u"notes.md"_s;
    case Place::Templates:
    case Place::TemplateText:
        return u"export.md"_s;
    case Place::List:
    case Place::Sidebar:
    case Place::Card:
    case Place::Triage:
        return u"lists.md"_s;
    case Place::History:
        return u"sessions.md"_s;
    case Place::Activity:
        return u"sources.md"_s;
    case Place::Keys:
        return u"keys.md"_s;
    case Place::Settings:
        return u"settings.md"_s;
    case Place::Everywhere:
    case Place::Handbook:
        break;
    }
    return {};
}

} // namespace yaodian::ui
