#pragma once

#include "ui/library/carddata.h"
#include "ui/library/postdocument.h"

#include <QTextBrowser>

namespace yaodian::ui {

class Theme;

/// The right pane: one entry with everything said of it, or the post it stands in as a whole. Read-only text that can
/// be selected and is spoken by screen readers.
class CardView final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit CardView(const Theme &theme, QWidget *parent = nullptr);

    void showCard(const CardData &card);
    /// Scrolls to the entry that the list stands on.
    void showPost(const PostData &post);
    /// The same within the post on show; false where another thing is shown.
    bool goToEntryOfPost(library::IssueId issue, library::EntryId entry);
    /// The post on show may have changed: it is to be gathered anew.
    void forgetPost() { m_postIsStale = true; }
    /// Scrolls to a point or to the words of the note that a search found, and selects what was found.
    void goTo(const library::Hit &hit);
    void showNothing(const QString &hint); ///< a quiet line in place of a card
    [[nodiscard]] const std::optional<CardData> &shown() const { return m_data; }
    /// Pages on; false where the end was reached already.
    bool page(int direction);
    void scrollBy(int lines);
    /// The web address of the link there (as the viewport counts); empty: there is none.
    [[nodiscard]] QString webAt(const QPoint &at) const;

Q_SIGNALS:
    void evidenceChosen(yaodian::library::HighlightId highlight);
    void entryChosen(yaodian::library::EntryId entry);
    void webChosen(const QString &address);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

private:
    void rebuild();
    void scrollToBar();
    void follow(const QUrl &link);

    const Theme &m_theme;
    std::optional<CardData> m_data;
    std::optional<PostData> m_post;
    QList<int> m_heads;                    ///< of the post on show: positions of its entries
    QHash<library::PointId, int> m_points; ///< of the card on show: where their words begin
    int m_note = -1;                       ///< likewise
    bool m_postIsStale = false;
    QString m_hint;
    QTextDocument *m_own = nullptr; ///< the one on show
    int m_bar = -1;
    int m_builtFor = 0;
};

} // namespace yaodian::ui
