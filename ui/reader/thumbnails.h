#pragma once

#include "ui/reader/feature.h"
#include "ui/reader/thumbnaillist.h"

namespace yaodian::ui {

class SideVisit;

/// Small pictures of the pages in the left column, to see where one is and to go elsewhere.
class Thumbnails final : public QObject, public ReaderFeature
{
    Q_OBJECT

public:
    explicit Thumbnails(const ReaderContext &context);
    ~Thumbnails() override;

    void setDocument(pdf::Document *document) override;
    void settled() override;
    void moved() override;

private:
    void show();

    const ReaderContext m_context;
    ThumbnailList *m_list;
    QPointer<QWidget> m_panel;
    SideVisit *m_visit;
};

} // namespace yaodian::ui
