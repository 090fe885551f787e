#include "ui/reader/thumbnails.h"

#include "ui/commands/commands.h"
#include "ui/reader/readerview.h"
#include "ui/reader/sidevisit.h"

#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

Thumbnails::Thumbnails(const ReaderContext &context)
    : m_context(context), m_list(new ThumbnailList(context.theme, context.background)),
      m_panel(new QWidget(&context.reader)), m_visit(new SideVisit(context, *m_panel, *m_list, u"b"_s))
{
    m_panel->hide();
    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(0, 8, 0, 8);
    column->addWidget(m_list);
    context.commands.bind("reader.thumbnails", &context.reader, [this](std::optional<int>) { show(); });
    const auto go = [this](const QModelIndex &page) {
        m_context.jump({page.row(), 0});
        m_context.pages.setFocus();
    };
    connect(m_list, &QListView::clicked, this, go);
    connect(m_list, &QListView::activated, this, go);
}

Thumbnails::~Thumbnails()
{
    delete m_panel;
}

void Thumbnails::setDocument(pdf::Document *document)
{
    m_list->setDocument(document);
}

void Thumbnails::settled()
{
    m_list->setLook(m_context.pages.renderer().look());
    m_list->want();
}

void Thumbnails::moved()
{
    m_list->setCurrentPage(m_context.pages.currentPage());
}

void Thumbnails::show()
{
    m_list->setLook(m_context.pages.renderer().look());
    m_list->setCurrentPage(m_context.pages.currentPage());
    m_visit->toggle();
    if (m_panel->isVisible() && m_context.pages.currentPage() >= 0)
        m_list->setCurrentIndex(m_list->model()->index(m_context.pages.currentPage(), 0));
}

} // namespace yaodian::ui
