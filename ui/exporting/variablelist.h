#pragma once

#include "exporting/templates.h"
#include "ui/base/theme.h"

#include <QAbstractListModel>
#include <QLineEdit>
#include <QListView>

namespace yaodian::ui {

class VariableModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setVariables(const QList<exporting::Variable> &all);
    void setFilter(const QString &words); ///< each must stand somewhere in name, section, meaning or value
    [[nodiscard]] const exporting::Variable &at(int row) const { return m_all.at(m_shown.at(row)); }
    [[nodiscard]] bool isFirstOfSection(int row) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void fill();

    QList<exporting::Variable> m_all;
    QList<qsizetype> m_shown;
    QString m_filter;
};

/// The variables with what they mean and are for the paper, section by section; a line above filters them.
class VariableList final : public QWidget
{
    Q_OBJECT

public:
    explicit VariableList(Theme &theme, QWidget *parent = nullptr);

    void setVariables(const QList<exporting::Variable> &all);
    void start(); ///< the whole list, ready for words to filter it
    void dress();
    [[nodiscard]] const VariableModel &rows() const { return m_model; }

Q_SIGNALS:
    void chosen(const yaodian::exporting::Variable &variable);
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void texts();
    void choose(int row);

    Theme &m_theme;
    VariableModel m_model;
    QLineEdit *m_filter;
    QListView *m_list;
};

} // namespace yaodian::ui
