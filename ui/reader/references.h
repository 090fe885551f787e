#pragma once

#include "ui/reader/feature.h"
#include "ui/reader/links.h"
#include "ui/reader/pagetexts.h"
#include "ui/reader/selector.h"

#include <QHash>
#include <QSet>
#include <QTimer>

namespace yaodian::ui {

/// The places in the text of the pages in view that speak of something elsewhere in the document: what the text itself
/// tells, and embedded links where it tells nothing. Who goes there finds the place marked for a moment.
class References final : public QObject, public ReaderFeature, public PageOverlay
{
    Q_OBJECT

public:
    struct Found
    {
        int page = 0;
        pdf::Reference reference;
    };

    explicit References(const ReaderContext &context);

    void setDocument(pdf::Document *document) override;
    void settled() override { want(); }
    void moved() override { want(); }

    [[nodiscard]] std::optional<Found> at(const PageSpot &spot) const;
    [[nodiscard]] QList<Found> inView() const;
    [[nodiscard]] bool areKnown() const; ///< of every page in view
    /// The one nearest to the selection, else the one under the mouse, else nearest to the middle of the view; of
    /// `kinds` only, where given.
    [[nodiscard]] std::optional<Found> nearest(const QList<pdf::Reference::Kind> &kinds = {}) const;
    /// Under the selection's end, or under the mouse: what is meant without a choice.
    [[nodiscard]] std::optional<Found> meant() const;
    /// The mouse counts as there, whatever it does meanwhile; nullopt: it counts as where it is.
    void pointAt(std::optional<QPoint> viewPosition) { m_pointed = viewPosition; }
    /// The lines of a reference as they lie in the view; where it goes on in another column, those of its beginning.
    [[nodiscard]] QRect inView(const Found &found) const;
    /// Goes there, and back leads here.
    void goTo(const pdf::Target &target);

    void paint(QPainter &painter, int page, const PageLayout &layout) const override;

Q_SIGNALS:
    void arrived();

private:
    void want();
    [[nodiscard]] QList<pdf::Reference> on(int page) const;
    [[nodiscard]] QList<pdf::Reference> ofLinks(int page, const QList<pdf::Reference> &known) const;
    [[nodiscard]] pdf::Reference ofLink(int page, const pdf::Link &link) const;
    [[nodiscard]] QList<Links::Told> withoutLink(int page);
    [[nodiscard]] QList<pdf::Reference> withOpenings(QList<pdf::Reference> references) const;
    [[nodiscard]] PagePlace placeOf(const pdf::Target &target) const;
    [[nodiscard]] int rotationOf(int page) const;
    [[nodiscard]] std::optional<QPoint> caret() const;

    const ReaderContext m_context;
    PageView &m_view;
    PageTexts &m_texts;
    Links &m_links;
    Selector &m_selector;
    QPointer<pdf::Document> m_document;
    QHash<int, QList<pdf::Reference>> m_known;
    QSet<int> m_asked;
    std::optional<QPoint> m_pointed;
    pdf::Target m_arrivedAt; ///< marked; page -1: nothing is
    QTimer m_marked;
    quint64 m_generation = 0;
};

} // namespace yaodian::ui
