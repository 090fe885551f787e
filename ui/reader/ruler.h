#pragma once

#include "ui/reader/feature.h"

namespace yaodian::ui {

/// A band over the line being read, everything else dimmed. j and k move it line by line in reading order, also into
/// the next column and over page breaks, and the view follows; a click puts it.
class Ruler final : public QObject, public ReaderFeature, public PageOverlay
{
    Q_OBJECT

public:
    explicit Ruler(const ReaderContext &context);

    void setDocument(pdf::Document *document) override;
    void settled() override;
    bool key(QKeyEvent *event) override;
    bool stepBack() override;
    bool clicked(const PageSpot &spot) override;
    void paint(QPainter &painter, int page, const PageLayout &layout) const override;

private:
    void setOn(bool on);
    void putAt(const PageSpot &spot);
    void putInView();
    void step(int lines);
    void enter(int page, int lines, bool moved);
    void put(int page, const Box &line);
    void follow();
    [[nodiscard]] bool isInView() const;

    ReaderContext m_context;
    bool m_on = false;
    int m_page = -1;
    int m_line = -1; ///< of the page's lines
    Box m_box;
};

} // namespace yaodian::ui
