#pragma once

#include <QCompleter>
#include <QStringListModel>

namespace yaodian::ui {

/// Completes the tag that is being typed, the last of several between commas.
class TagCompleter final : public QCompleter
{
    Q_OBJECT

public:
    explicit TagCompleter(QObject *parent = nullptr);

    void setTags(const QStringList &tags) { m_tags.setStringList(tags); }
    [[nodiscard]] QString pathFromIndex(const QModelIndex &index) const override;
    [[nodiscard]] QStringList splitPath(const QString &path) const override;

private:
    QStringListModel m_tags;
    mutable QString m_before; ///< what stands before the tag
};

/// The tags in what a person typed: commas, also full-width ones, stand between them.
[[nodiscard]] QStringList typedTags(const QString &text);

} // namespace yaodian::ui
