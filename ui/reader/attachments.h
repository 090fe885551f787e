#pragma once

#include "ui/reader/feature.h"

#include <QPointer>

class QLabel;
class QStandardItemModel;

namespace yaodian::ui {

class SideList;
class SideVisit;

/// The files within a PDF, by name and size. They are listed and never opened.
class Attachments final : public QObject, public ReaderFeature
{
    Q_OBJECT

public:
    explicit Attachments(const ReaderContext &context);
    ~Attachments() override;

    void setDocument(pdf::Document *document) override;

private:
    void build();
    void dress();
    void show();
    void fill(const Result<QList<pdf::Attachment>> &found);
    void addRow(const QString &text, int type, const QString &count = {});

    const ReaderContext m_context;
    SideList *m_list;
    QStandardItemModel *m_rows;
    QLabel *m_rule;
    QPointer<QWidget> m_panel;
    SideVisit *m_visit;
    QPointer<pdf::Document> m_document;
    quint64 m_generation = 0;
};

} // namespace yaodian::ui
