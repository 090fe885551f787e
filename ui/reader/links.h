#pragma once

#include "pdf/document.h"
#include "ui/base/theme.h"
#include "ui/reader/letterhints.h"
#include "ui/reader/pageview.h"

#include <QHash>
#include <QKeyEvent>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <functional>

namespace yaodian::ui {

/// The links of the pages in view: under the mouse, and by letters (hints) for the keyboard.
class Links final : public QObject
{
    Q_OBJECT

public:
    /// A place of a page that leads somewhere without an embedded link.
    struct Told
    {
        Box box;
        std::function<void()> go;
    };
    using More = std::function<QList<Told>(int page)>;

    Links(PageView &view, Theme &theme, QObject *parent);

    void setDocument(pdf::Document *document);
    void want(const QList<int> &pages);
    void alsoHint(More more) { m_more = std::move(more); }
    [[nodiscard]] QList<pdf::Link> on(int page) const { return m_links.value(page); }
    [[nodiscard]] bool knows(int page) const { return m_links.contains(page); }
    [[nodiscard]] bool isWaitingFor(int page) const { return m_asked.contains(page); }
    [[nodiscard]] std::optional<pdf::Link> at(const PageSpot &spot) const;

    /// Letters beside every link in view; false where there is none.
    bool startHints();
    void endHints() { m_hints.end(); }
    [[nodiscard]] bool isHinting() const { return m_hints.isActive(); }
    /// A key pressed while hinting.
    void hintKey(const QKeyEvent &event) { m_hints.key(event.key(), event.text()); }

Q_SIGNALS:
    void chosen(const yaodian::pdf::Link &link);
    void arrived(int page);

private:
    PageView &m_view;
    LetterHints m_hints;
    QPointer<pdf::Document> m_document;
    QHash<int, QList<pdf::Link>> m_links;
    QSet<int> m_asked;
    More m_more;
    quint64 m_generation = 0;
};

} // namespace yaodian::ui
