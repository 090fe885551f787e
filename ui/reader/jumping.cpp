#include "ui/reader/jumping.h"

#include "ui/commands/commands.h"
#include "ui/reader/readerview.h"

namespace yaodian::ui {

Jumping::Jumping(const ReaderContext &context, References &references) : m_context(context), m_references(references)
{
    context.commands.bind("reader.figure", &context.reader, [this](std::optional<int>) { jump(); });
}

void Jumping::setDocument(pdf::Document *document)
{
    Q_UNUSED(document)
    m_arrived.reset();
}

void Jumping::jump()
{
    if (m_arrived && *m_arrived == m_context.pages.place()) {
        m_arrived.reset();
        m_context.commands.run(QStringLiteral("history.back"));
        return;
    }
    using Kind = pdf::Reference::Kind;
    const auto found = m_references.nearest({Kind::Figure, Kind::Table});
    if (!found) {
        m_context.say(tr("No figure or table is spoken of in view."));
        return;
    }
    m_references.goTo(found->reference.targets.first());
    m_arrived = m_context.pages.place();
}

} // namespace yaodian::ui
