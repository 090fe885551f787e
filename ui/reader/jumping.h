#pragma once

#include "ui/reader/feature.h"
#include "ui/reader/references.h"

namespace yaodian::ui {

/// To the figure or table that the text in view speaks of, and by the same key back to the line.
class Jumping final : public QObject, public ReaderFeature
{
    Q_OBJECT

public:
    Jumping(const ReaderContext &context, References &references);

    void setDocument(pdf::Document *document) override;

private:
    void jump();

    const ReaderContext m_context;
    References &m_references;
    std::optional<PagePlace> m_arrived; ///< where the last jump led
};

} // namespace yaodian::ui
