#include "ui/reader/attachments.h"

#include "ui/base/ink.h"
#include "ui/commands/commands.h"
#include "ui/reader/readerview.h"
#include "ui/reader/siderows.h"
#include "ui/reader/sidevisit.h"

#include <QLabel>
#include <QLocale>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

Attachments::Attachments(const ReaderContext &context)
    : m_context(context), m_list(new SideList(context.theme, nullptr)), m_rows(new QStandardItemModel(this)),
      m_rule(new QLabel), m_panel(new QWidget(&context.reader)),
      m_visit(new SideVisit(context, *m_panel, *m_list, u"a"_s))
{
    build();
    context.commands.bind("reader.attachments", &context.reader, [this](std::optional<int>) { show(); });
    connect(m_list, &QListView::activated, this, [this] { m_context.say(m_rule->text()); });
    connect(&context.theme, &Theme::changed, this, &Attachments::dress);
    dress();
}

Attachments::~Attachments()
{
    delete m_panel;
}

void Attachments::build()
{
    m_panel->hide();
    m_list->setObjectName(u"attachments"_s);
    m_list->setModel(m_rows);
    m_rule->setObjectName(u"attachmentsRule"_s);
    m_rule->setTextFormat(Qt::PlainText);
    m_rule->setWordWrap(true);
    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(0, 12, 0, 8);
    column->addWidget(m_list, 1);
    auto *foot = new QHBoxLayout; // a label's own margins would go with the application's style sheet
    foot->setContentsMargins(18, 0, 14, 8);
    foot->addWidget(m_rule);
    column->addLayout(foot);
}

void Attachments::dress()
{
    m_rule->setFont(m_context.theme.font(0.87));
    setInk(m_rule, m_context.theme.colours().faint);
}

void Attachments::setDocument(pdf::Document *document)
{
    ++m_generation;
    m_document = document;
    m_rows->clear();
    if (m_panel->isVisible())
        m_context.showAtSide(nullptr);
}

void Attachments::show()
{
    m_list->setAccessibleName(tr("Embedded files"));
    m_rule->setText(tr("Files within a PDF are listed here and never opened."));
    m_visit->toggle();
    if (!m_panel->isVisible() || !m_document || !m_document->isOpen() || m_rows->rowCount() > 0)
        return;
    m_document->attachments(this, [this, generation = m_generation](const Result<QList<pdf::Attachment>> &found) {
        if (generation == m_generation)
            fill(found);
    });
}

void Attachments::addRow(const QString &text, int type, const QString &count)
{
    auto *row = new QStandardItem(text);
    row->setData(type, siderow::Type);
    row->setData(count, siderow::Count);
    row->setEditable(false);
    row->setEnabled(!count.isEmpty());
    m_rows->appendRow(row);
}

void Attachments::fill(const Result<QList<pdf::Attachment>> &found)
{
    m_rows->clear();
    if (!found) {
        addRow(found.error().message, siderow::Entry);
        return;
    }
    addRow(found->isEmpty() ? tr("Embedded files") : tr("Embedded files · %1").arg(found->size()), siderow::Header);
    if (found->isEmpty())
        addRow(tr("This PDF has none"), siderow::Entry);
    for (const pdf::Attachment &file : *found) {
        const QString size = file.bytes < 0 ? u"–"_s : QLocale().formattedDataSize(file.bytes, 1);
        addRow(file.name.simplified(), siderow::Entry, size);
        QStringList says{file.name.simplified(), file.description.simplified()};
        says.removeAll(QString());
        m_rows->item(m_rows->rowCount() - 1)->setToolTip(Qt::convertFromPlainText(says.join(u'\n')));
    }
    m_list->goToRow(0);
}

} // namespace yaodian::ui
