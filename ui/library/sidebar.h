#pragma once

#include "ui/library/sidedata.h"
#include "ui/library/sidesection.h"

#include <QScrollArea>

class QLabel;

namespace yaodian::ui {

/// The left pane: views, kept searches, categories, sources, tags, kinds, issues. Each row is a place of the list, but
/// for a category, which narrows it. The cursor walks over all of them as over one list.
class Sidebar final : public QScrollArea
{
    Q_OBJECT

public:
    explicit Sidebar(const Theme &theme, QWidget *parent = nullptr);

    void showData(const SideData &side, const ListPlace &place);
    void mark(const ListPlace &place); ///< moves the marks only
    [[nodiscard]] QList<SideSection *> sections() const;
    [[nodiscard]] SideSection *focusedSection() const; ///< nullptr: the focus is elsewhere

    void step(int rows); ///< moves the cursor and shows its list
    void goToEnd(int direction);
    void takeFocus();
    void showCurrent(SideSection &section); ///< the list of its current row, where it is not shown
    [[nodiscard]] std::optional<library::Source> currentSource() const;      ///< under the cursor
    [[nodiscard]] std::optional<library::SavedSearch> currentSearch() const; ///< likewise, one that is kept

Q_SIGNALS:
    void placeChosen(const yaodian::ui::ListPlace &place);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Part
    {
        QLabel *head;
        SideSection *section;
    };
    Part add(const QString &objectName);
    void choose(SideSection *section, int row);
    void setCursor(SideSection *section, int row);
    void bringIntoView(const SideSection *section, int row);
    void texts();
    void paintHeads();
    [[nodiscard]] QList<Part> parts() const; ///< from top to bottom
    [[nodiscard]] QList<SideRow> sourceRows(const SideData &side) const;
    [[nodiscard]] bool isSearch(const SideSection *section) const;

    const Theme &m_theme;
    Part m_views, m_searches, m_categories, m_sources, m_tags, m_kinds, m_issues;
    SideData m_data;
    ListPlace m_place;
};

} // namespace yaodian::ui
