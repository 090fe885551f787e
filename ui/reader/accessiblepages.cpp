#include "ui/reader/accessiblepages.h"

#include "ui/reader/pagetexts.h"
#include "ui/reader/readerview.h"
#include "ui/reader/selector.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>

namespace yaodian::ui {

namespace {

/// One block of the current page: a heading, a paragraph, a caption.
class BlockInterface final : public QAccessibleInterface
{
public:
    BlockInterface(SpokenPages *pages, const pdf::TextBlock &block) : m_pages(pages), m_block(block) {}

    [[nodiscard]] bool isValid() const override { return m_pages; }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return m_pages ? QAccessible::queryAccessibleInterface(&m_pages->view()) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        return what == QAccessible::Name && m_pages ? pdf::quoteOf(m_pages->text(), m_block.range) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    [[nodiscard]] QRect rect() const override
    {
        if (!m_pages)
            return {};
        Box all;
        for (const Box &line : pdf::boxesOf(m_pages->text(), m_block.range))
            all = all.united(line);
        return m_pages->onScreen(all);
    }
    [[nodiscard]] QAccessible::Role role() const override
    {
        switch (m_block.kind) {
        case pdf::BlockKind::Heading:
            return QAccessible::Heading;
        case pdf::BlockKind::Footnote:
            return QAccessible::Note;
        default:
            return QAccessible::Paragraph;
        }
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.selectableText = true;
        return state;
    }

private:
    QPointer<SpokenPages> m_pages;
    pdf::TextBlock m_block;
};

/// The view of the pages as a text to be read.
class PagesInterface final : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit PagesInterface(SpokenPages *pages)
        : QAccessibleWidget(&pages->view(), QAccessible::Document), m_pages(pages)
    {
    }
    ~PagesInterface() override { forget(); }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        if (what == QAccessible::Name && m_pages)
            return m_pages->name();
        return QAccessibleWidget::text(what);
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }

    // The blocks of the page come before what floats over it.
    [[nodiscard]] int childCount() const override { return int(blocks().size()) + QAccessibleWidget::childCount(); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        const QList<QAccessible::Id> own = blocks();
        return index < own.size() ? QAccessible::accessibleInterface(own.value(index))
                                  : QAccessibleWidget::child(index - int(own.size()));
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const QList<QAccessible::Id> own = blocks();
        for (qsizetype i = 0; i < own.size(); ++i)
            if (QAccessible::accessibleInterface(own.at(i)) == child)
                return int(i);
        const int other = QAccessibleWidget::indexOfChild(child);
        return other < 0 ? other : other + int(own.size());
    }

    void selection(int index, int *start, int *end) const override
    {
        const pdf::TextRange range = index == 0 && m_pages ? m_pages->selected() : pdf::TextRange();
        *start = range.from;
        *end = range.to;
    }
    [[nodiscard]] int selectionCount() const override { return m_pages && !m_pages->selected().isEmpty() ? 1 : 0; }
    void addSelection(int start, int end) override { setSelection(0, start, end); }
    void removeSelection(int) override
    {
        if (m_pages)
            m_pages->select({});
    }
    void setSelection(int, int start, int end) override
    {
        const int size = characterCount();
        if (m_pages)
            m_pages->select({qBound(0, qMin(start, end), size), qBound(0, qMax(start, end), size)});
    }
    [[nodiscard]] int cursorPosition() const override { return m_pages ? m_pages->caret() : 0; }
    void setCursorPosition(int position) override { setSelection(0, position, position); }
    [[nodiscard]] QString text(int start, int end) const override
    {
        const QString all = m_pages ? m_pages->text().text : QString();
        return all.mid(start, (end < 0 ? int(all.size()) : end) - start);
    }
    [[nodiscard]] int characterCount() const override { return m_pages ? int(m_pages->text().text.size()) : 0; }
    [[nodiscard]] QRect characterRect(int offset) const override
    {
        return m_pages ? m_pages->onScreen(m_pages->text().boxes.value(offset)) : QRect();
    }
    [[nodiscard]] int offsetAtPoint(const QPoint &point) const override
    {
        if (!m_pages)
            return -1;
        const PageSpot spot = m_pages->view().spotAt(m_pages->view().viewport()->mapFromGlobal(point));
        return spot.page == m_pages->page() ? pdf::indexAt(m_pages->text(), spot.at) : -1;
    }
    void scrollToSubstring(int start, int end) override
    {
        if (m_pages)
            m_pages->reveal({start, end});
    }
    QString attributes(int offset, int *start, int *end) const override
    {
        *start = 0;
        *end = characterCount();
        if (!m_pages)
            return {};
        const QList<pdf::TextBlock> blocks = m_pages->blocks();
        for (const pdf::TextBlock &block : blocks) {
            if (offset < block.range.from || offset >= block.range.to)
                continue;
            *start = block.range.from;
            *end = block.range.to;
            if (block.kind == pdf::BlockKind::Heading)
                return QStringLiteral("level:%1;").arg(block.level + 1);
        }
        return {};
    }

private:
    /// Made for the page that is read, and anew for another.
    const QList<QAccessible::Id> &blocks() const
    {
        const QString text = m_pages ? m_pages->text().text : QString();
        const int page = m_pages ? m_pages->page() : -1;
        if (page == m_page && text == m_text)
            return m_blocks;
        forget();
        m_page = page;
        m_text = text;
        const QList<pdf::TextBlock> all = m_pages ? m_pages->blocks() : QList<pdf::TextBlock>();
        for (const pdf::TextBlock &block : all)
            m_blocks << QAccessible::registerAccessibleInterface(new BlockInterface(m_pages, block));
        return m_blocks;
    }
    void forget() const
    {
        for (const QAccessible::Id id : std::as_const(m_blocks))
            QAccessible::deleteAccessibleInterface(id);
        m_blocks.clear();
    }

    QPointer<SpokenPages> m_pages;
    mutable QList<QAccessible::Id> m_blocks;
    mutable QString m_text;
    mutable int m_page = -1;
};

QAccessibleInterface *pagesInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<PageView *>(object);
    auto *spoken = view ? view->findChild<SpokenPages *>(QString(), Qt::FindDirectChildrenOnly) : nullptr;
    return spoken ? new PagesInterface(spoken) : nullptr;
}

} // namespace

SpokenPages::SpokenPages(PageView &pages, PageTexts &texts, Selector &selector, ReaderView &reader)
    : QObject(&pages), m_pages(pages), m_texts(texts), m_selector(selector), m_reader(reader)
{
    connect(&texts, &PageTexts::arrived, this, &SpokenPages::arrived);
    connect(&selector, &Selector::changed, this, &SpokenPages::selectionMoved);
}

QString SpokenPages::name() const
{
    const QString status = m_reader.status();
    return status.isEmpty() ? tr("Pages") : status;
}

pdf::PageText SpokenPages::text() const
{
    const int page = this->page();
    if (page < 0)
        return {};
    m_texts.want(page); // unless it is here
    return m_texts.find(page).value_or(pdf::PageText());
}

QList<pdf::TextBlock> SpokenPages::blocks() const
{
    const pdf::PageText all = text();
    if (!all.blocks.isEmpty())
        return all.blocks;
    QList<pdf::TextBlock> paragraphs;
    for (int at = 0; at < all.text.size(); ++at) {
        if (all.text.at(at) == pdf::lineEnd)
            continue;
        const pdf::TextRange range = pdf::paragraphAt(all, at);
        paragraphs << pdf::TextBlock{range, pdf::BlockKind::Body, 0, {}};
        at = qMax(at, range.to);
    }
    return paragraphs;
}

pdf::TextRange SpokenPages::selected() const
{
    const QList<pdf::TextRange> parts = m_selector.selection().on(page(), text());
    return parts.isEmpty() ? pdf::TextRange() : pdf::TextRange{parts.first().from, parts.last().to};
}

int SpokenPages::caret() const
{
    const Caret head = m_selector.selection().head();
    return m_selector.isSelecting() && head.page == page() ? head.at : 0;
}

void SpokenPages::select(pdf::TextRange range)
{
    if (range == pdf::TextRange())
        m_selector.clear();
    else
        m_selector.select(page(), range);
}

QRect SpokenPages::onScreen(const Box &box) const
{
    if (box.isEmpty())
        return {};
    const QRect inView = m_pages.inView(page(), box);
    return {m_pages.viewport()->mapToGlobal(inView.topLeft()), inView.size()};
}

void SpokenPages::reveal(pdf::TextRange range)
{
    const QList<Box> boxes = pdf::boxesOf(text(), range);
    if (!boxes.isEmpty())
        m_pages.reveal(page(), boxes);
}

/// The page that is read is another one, or its text has come.
void SpokenPages::arrived(int page)
{
    if (!QAccessible::isActive() || page != this->page())
        return;
    const QString now = text().text;
    if (page == m_toldPage && now == m_toldText)
        return;
    QAccessibleTextUpdateEvent update(&m_pages, 0, m_toldText, now);
    QAccessible::updateAccessibility(&update);
    QAccessibleEvent named(&m_pages, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&named);
    m_toldPage = page;
    m_toldText = now;
}

void SpokenPages::selectionMoved()
{
    if (!QAccessible::isActive())
        return;
    const pdf::TextRange range = selected();
    QAccessibleTextSelectionEvent event(&m_pages, range.from, range.to);
    event.setCursorPosition(caret());
    QAccessible::updateAccessibility(&event);
    QAccessibleTextCursorEvent cursor(&m_pages, caret());
    QAccessible::updateAccessibility(&cursor);
}

AccessiblePages::AccessiblePages(const ReaderContext &context)
    : m_spoken(new SpokenPages(context.pages, context.texts, context.selector, context.reader))
{
    QAccessible::installFactory(pagesInterface); // once, however often it is asked for
    // One may have been made for the view before there was anything to tell.
    if (QAccessibleInterface *bare = QAccessible::queryAccessibleInterface(&context.pages); !bare->textInterface())
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(bare));
}

void AccessiblePages::setDocument(pdf::Document *document)
{
    if (!document)
        m_spoken->m_toldPage = -1;
}

void AccessiblePages::settled()
{
    moved();
}

void AccessiblePages::moved()
{
    if (QAccessible::isActive())
        m_spoken->arrived(m_spoken->page());
}

} // namespace yaodian::ui
