#include "ui/reader/annotations.h"

#include "ui/base/ink.h"
#include "ui/commands/commands.h"
#include "ui/reader/marking.h"
#include "ui/reader/readerview.h"
#include "ui/reader/siderows.h"
#include "ui/reader/sidevisit.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

using pdf::Annotation;

constexpr int MostInLine = 60;        ///< characters of a comment or passage in a row
constexpr qsizetype MostItems = 5000; ///< of a document; what a page has is bounded by the protocol
constexpr qsizetype MostLetters = 4'000'000;
constexpr double Above = 0.1; ///< of a page, over what is gone to

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() > MostInLine ? line.left(MostInLine - 1) + u'…' : line;
}

struct AnnotationSay
{
    Q_DECLARE_TR_FUNCTIONS(yaodian::ui::Annotations)
};

QString kindText(Annotation::Kind kind)
{
    switch (kind) {
    case Annotation::Kind::Highlight:
        return AnnotationSay::tr("Highlight");
    case Annotation::Kind::Underline:
        return AnnotationSay::tr("Underline");
    case Annotation::Kind::StrikeOut:
        return AnnotationSay::tr("Strikeout");
    case Annotation::Kind::Squiggly:
        return AnnotationSay::tr("Wavy line");
    case Annotation::Kind::Note:
        return AnnotationSay::tr("Note");
    case Annotation::Kind::FreeText:
        return AnnotationSay::tr("Text on the page");
    case Annotation::Kind::Shape:
        return AnnotationSay::tr("Frame");
    case Annotation::Kind::Ink:
        return AnnotationSay::tr("Drawing");
    case Annotation::Kind::Other:
        break;
    }
    return AnnotationSay::tr("Stamp or other mark");
}

} // namespace

Annotations::Annotations(const ReaderContext &context, Marking &marking)
    : m_context(context), m_marking(marking), m_list(new SideList(context.theme, nullptr)),
      m_rows(new QStandardItemModel(this)), m_keys(new QLabel), m_panel(new QWidget(&context.reader)),
      m_visit(new SideVisit(context, *m_panel, *m_list, u"A"_s))
{
    build();
    context.commands.bind("reader.annotations", &context.reader, [this](std::optional<int>) { show(); });
    context.commands.bind("reader.takeAnnotations", &context.reader, [this](std::optional<int>) { takeAll(); });
    context.pages.addOverlay(this);
    m_list->installEventFilter(this); // after the commands, so that it is asked first
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { go(index.row()); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { go(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { m_context.pages.viewport()->update(); });
    connect(&context.theme, &Theme::changed, this, &Annotations::dress);
    dress();
}

Annotations::~Annotations()
{
    delete m_panel;
}

void Annotations::build()
{
    m_panel->hide();
    m_list->setObjectName(u"annotations"_s);
    m_list->setModel(m_rows);
    m_keys->setObjectName(u"annotationsKeys"_s);
    m_keys->setTextFormat(Qt::PlainText);
    m_keys->setWordWrap(true);
    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(0, 12, 0, 8);
    column->addWidget(m_list, 1);
    auto *foot = new QHBoxLayout; // a label's own margins would go with the application's style sheet
    foot->setContentsMargins(18, 0, 14, 8);
    foot->addWidget(m_keys);
    column->addLayout(foot);
}

void Annotations::dress()
{
    m_keys->setFont(m_context.theme.font(0.87));
    setInk(m_keys, m_context.theme.colours().faint);
}

void Annotations::setLibrary(library::Library &library, notes::Notes &notes)
{
    m_library = &library;
    m_notes = &notes;
    connect(m_library, &library::Library::changed, this, [this](const library::Change &change) {
        if (change.everything || change.papers.contains(m_paper))
            refresh();
    });
}

void Annotations::setPaper(library::PaperId paper, const QString &sha256)
{
    m_paper = paper;
    m_sha256 = sha256;
    for (Item &item : m_items)
        if (item.mark)
            item.mark->passage.document = sha256;
    refresh();
}

void Annotations::setDocument(pdf::Document *document)
{
    ++m_generation;
    m_document = document;
    m_items.clear();
    m_waiting.clear();
    m_read = -1;
    m_letters = 0;
    m_isCut = false;
    m_rows->clear();
    if (m_panel->isVisible())
        m_context.showAtSide(nullptr);
}

void Annotations::show()
{
    m_list->setAccessibleName(tr("Annotations of this PDF"));
    m_keys->setText(tr("Enter: go there · t: take over as a highlight · T: take over all. The file stays as it is."));
    m_visit->toggle();
    if (m_panel->isVisible())
        read([this] {
            refresh();
            fill();
        });
    m_context.pages.viewport()->update();
}

void Annotations::read(const std::function<void()> &done)
{
    if (!m_document || !m_document->isOpen())
        return;
    if (m_read >= m_document->info().pages.size())
        return done();
    m_waiting << done;
    if (m_read >= 0)
        return;
    fill();
    readPage(0);
}

void Annotations::readPage(int page)
{
    m_read = page;
    if (!m_document)
        return;
    if (m_isCut || page >= m_document->info().pages.size()) {
        m_read = int(m_document->info().pages.size());
        refresh();
        for (const auto &done : std::exchange(m_waiting, {}))
            done();
        return;
    }
    m_document->annotations(
        page, this, [this, page, generation = m_generation](const Result<QList<Annotation>> &found) {
            if (generation != m_generation)
                return;
            // A page that cannot be read has none.
            const bool marksText =
                found && std::any_of(found->cbegin(), found->cend(), [](const auto &a) { return a.marksText(); });
            if (marksText)
                return readText(page, *found);
            if (found)
                add(*found, {});
            readPage(page + 1);
        });
}

void Annotations::readText(int page, const QList<Annotation> &annotations)
{
    m_document->text(page, pdf::Document::Priority::Background, this,
                     [this, page, annotations, generation = m_generation](const Result<pdf::PageText> &text) {
                         if (generation != m_generation)
                             return;
                         add(annotations, text.valueOr({}));
                         readPage(page + 1);
                     });
}

void Annotations::add(const QList<Annotation> &annotations, const pdf::PageText &text)
{
    const QList<library::Kind> kinds = m_library ? m_library->kinds() : QList<library::Kind>();
    for (const Annotation &annotation : annotations) {
        m_letters += annotation.contents.size();
        m_isCut = m_isCut || m_items.size() >= MostItems || m_letters > MostLetters;
        if (m_isCut)
            return;
        m_items.append({annotation, notes::markOf(annotation, text, m_sha256, kinds)});
    }
}

/// What is a highlight already may have changed.
void Annotations::refresh()
{
    if (m_items.isEmpty() || !m_library || (m_panel && !m_panel->isVisible() && m_waiting.isEmpty()))
        return;
    const notes::Presence present(*m_library, m_paper, m_sha256);
    for (Item &item : m_items)
        item.isKnown = item.mark && !m_paper.isNull() && present.has(*item.mark);
    if (m_read >= 0 && m_panel && m_panel->isVisible())
        fill();
}

void Annotations::addLine(const QString &text, int type)
{
    auto *row = new QStandardItem(text);
    row->setData(type, siderow::Type);
    row->setEnabled(false);
    m_rows->appendRow(row);
}

void Annotations::fill()
{
    const int row = m_list->currentIndex().row();
    m_rows->clear();
    const bool isReading = m_document && m_read < m_document->info().pages.size();
    addLine(tr("Annotations"), siderow::Header);
    if (!m_items.isEmpty())
        m_rows->item(0)->setData(QString::number(m_items.size()), siderow::Count);
    if (isReading)
        return addLine(tr("Reading the pages …"), siderow::Entry);
    if (m_items.isEmpty())
        return addLine(tr("This PDF has none"), siderow::Entry);
    for (const Item &item : std::as_const(m_items))
        addRow(item);
    if (m_isCut)
        addLine(tr("There are more; these are the first %1.").arg(m_items.size()), siderow::Entry);
    m_list->goToRow(qMax(1, row));
}

QString Annotations::inOneLine(const QString &text, bool isStrong) const
{
    constexpr int beside = 84; // the page's number, the margins of a row and a scroll bar
    const QFontMetrics metrics(m_context.theme.font(0.9, isStrong ? QFont::DemiBold : QFont::Normal));
    return metrics.elidedText(text, Qt::ElideRight, m_list->viewport()->width() - beside);
}

/// What was said of the passage, else the passage; below it what else there is to say.
void Annotations::addRow(const Item &item)
{
    const Annotation &annotation = item.annotation;
    const QString quote = item.mark ? item.mark->passage.quote : QString();
    QStringList first{shortened(annotation.contents), shortened(quote)};
    first.removeAll(QString());
    QStringList second{item.isKnown ? tr("highlighted already") : kindText(annotation.kind)};
    if (!item.isKnown && annotation.marksText() && quote.isEmpty())
        second << tr("no text under it");
    if (first.size() > 1)
        second << first.at(1);
    QString head = first.isEmpty() ? second.takeFirst() : first.first();
    const bool isSaid = !annotation.contents.trimmed().isEmpty();
    if (second.size() > 1 || item.isKnown) // else the passage may have both lines
        head = inOneLine(head, isSaid);
    auto *row = new QStandardItem(second.isEmpty() ? head : head + QChar::LineSeparator + second.join(u" · "_s));
    row->setData(siderow::Hit, siderow::Type);
    row->setData(QString::number(annotation.page + 1), siderow::Count);
    row->setData(0, siderow::MatchStart);
    row->setData(isSaid && !item.isKnown ? int(head.size()) : 0, siderow::MatchLength);
    row->setEditable(false);
    QStringList all{annotation.contents.trimmed(), quote, annotation.author};
    if (annotation.modified.isValid())
        all << QLocale().toString(annotation.modified.toLocalTime(), QLocale::ShortFormat);
    all.removeAll(QString());
    row->setToolTip(Qt::convertFromPlainText(all.join(u"\n\n"_s)));
    m_rows->appendRow(row);
}

const Annotations::Item *Annotations::current() const
{
    const int at = m_list->currentIndex().row() - 1; // below the head
    return at >= 0 && at < m_items.size() && m_panel && m_panel->isVisible() ? &m_items.at(at) : nullptr;
}

void Annotations::go(int row)
{
    if (row < 1 || row > m_items.size())
        return;
    const Annotation &annotation = m_items.at(row - 1).annotation;
    m_context.jump({annotation.page, qMax(0.0, annotation.boxes.value(0).top - Above)});
    m_context.pages.reveal(annotation.page, annotation.boxes);
    m_context.pages.viewport()->update();
}

bool Annotations::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress || !m_context.commands.pending().isEmpty())
        return QObject::eventFilter(watched, event);
    const QString text = static_cast<QKeyEvent *>(event)->text();
    const Item *item = current();
    if (text == u"t"_s && item) {
        take({*item});
        return true;
    }
    if (text == u"T"_s) {
        takeAll();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void Annotations::takeAll()
{
    read([this] { take(m_items); });
}

void Annotations::take(const QList<Item> &items)
{
    if (items.isEmpty())
        return m_context.say(tr("This PDF has no annotations."));
    if (!m_notes || m_paper.isNull())
        return m_context.say(tr("The file is still being stored; taking over works in a moment."));
    QList<notes::ForeignMark> marks;
    for (const Item &item : items)
        if (item.mark)
            marks << *item.mark;
    const auto taken = m_notes->takeMarks(m_paper, marks);
    if (!taken)
        return m_context.say(taken.error().message);
    if (!taken->made.isEmpty()) {
        Q_EMIT m_context.reader.saved();
        m_marking.refresh();
    }
    say(*taken, int(items.size() - marks.size()));
}

void Annotations::say(const notes::TakenOver &taken, int without)
{
    QStringList parts;
    if (!taken.made.isEmpty())
        parts << tr("%n annotation(s) taken over as highlights", nullptr, int(taken.made.size()));
    if (taken.known > 0)
        parts << tr("%n highlight(s) already there", nullptr, taken.known);
    if (without > 0)
        parts << tr("%n without text under them", nullptr, without);
    m_context.say(parts.join(tr("; ")) + tr("."));
}

void Annotations::paint(QPainter &painter, int page, const PageLayout &layout) const
{
    const Item *item = current();
    if (!item || item->annotation.page != page)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(m_context.theme.colours().accent, 1.4));
    painter.setBrush(Qt::NoBrush);
    for (const Box &box : item->annotation.boxes)
        painter.drawRoundedRect(layout.onView(page, box).adjusted(-3, -2, 3, 2), 3, 3);
    painter.restore();
}

} // namespace yaodian::ui
