#pragma once

#include "ui/reader/feature.h"
#include "ui/reader/letterhints.h"
#include "ui/reader/peekpanel.h"
#include "ui/reader/references.h"

#include <QTimer>

namespace yaodian::ui {

/// Looking at what a reference leads to without leaving the line: by key, by letters where several are in view, or by
/// resting the mouse on one. And going there.
class Peek final : public QObject, public ReaderFeature
{
    Q_OBJECT

public:
    Peek(const ReaderContext &context, References &references);
    ~Peek() override;

    void setDocument(pdf::Document *document) override;
    void moved() override;
    bool key(QKeyEvent *event) override;
    bool stepBack() override;
    bool clicked(const PageSpot &spot) override;
    [[nodiscard]] std::optional<Hover> hover(const PageSpot &spot) const override;

    void menuAt(std::optional<QPoint> at) override;
    [[nodiscard]] QStringList commandsAt(const PageSpot &spot) const override;

private:
    struct View
    {
        PagePlace place;
        double scale = 0;
        int turn = 0;
        friend bool operator==(const View &, const View &) = default;
    };

    void start();
    void choose();
    void open(const References::Found &found, bool byMouse);
    void close();
    void go();
    void follow();
    void goTo(const pdf::Target &target);
    void rest(const PageSpot &spot);
    bool panelKey(QKeyEvent *event);
    void walk(int lines);
    [[nodiscard]] View view() const;

    const ReaderContext m_context;
    References &m_references;
    LetterHints m_hints;
    PeekPanel *m_panel;
    QTimer m_resting; ///< the mouse, on a reference
    QTimer m_leaving; ///< the mouse, from the reference to the panel
    std::optional<References::Found> m_under;
    View m_opened;
    bool m_byMouse = false;
    bool m_waiting = false; ///< for the references of the pages in view
};

} // namespace yaodian::ui
