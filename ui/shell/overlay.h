#pragma once

#include <QAbstractListModel>
#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;

namespace yaodian::ui {

class Theme;

/// A row of an overlay's list. Hits in `text` and `second` stand between U+0002 and U+0003.
struct OverlayRow
{
    QString id;
    QString text;
    QString second;      ///< below, quieter; empty: one line
    QString right;       ///< keys, or what kind of hit
    bool keycap = false; ///< `right` is drawn as a keycap
};

class OverlayModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    void setRows(const QList<OverlayRow> &rows);
    [[nodiscard]] const QList<OverlayRow> &rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<OverlayRow> m_rows;
};

/// A field with a list below it, over the upper part of the window: palette and search are made of it. Up and Down
/// move in the list while one types, Enter takes, Esc leaves.
class Overlay : public QFrame
{
    Q_OBJECT

public:
    Overlay(const Theme &theme, QWidget *window);

    void open(const QString &placeholder);
    void leave();
    void setRows(const QList<OverlayRow> &rows, const QString &emptyText);
    [[nodiscard]] QString typed() const;
    void type(const QString &text);
    /// The reader has gone to a row, or points at one: since the last letter that was typed.
    [[nodiscard]] bool isChoosing() const { return m_choosing; }

Q_SIGNALS:
    void typedChanged(const QString &text);
    void taken(const QString &id);
    void left(); ///< closed without taking

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    /// Enter, or a click on a row; the id is empty where no row is there. Leaves and tells, unless another knows
    /// better.
    virtual void choose(const QString &id);
    virtual void escape(); ///< leaves
    /// How high it is, in pixels of the design (14 a letter); as high as a long list by itself.
    void setRoom(int room);
    /// In place of the list, until there are rows again; its parent becomes this.
    void showInstead(QWidget *body);

    const Theme &m_theme;

private:
    void place();
    void step(int rows);
    void take();

    bool m_choosing = false;
    int m_room = 460;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_empty;
    QWidget *m_instead = nullptr; ///< of showInstead(); nullptr: never asked for
    OverlayModel m_model;
};

} // namespace yaodian::ui
