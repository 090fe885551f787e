#pragma once

#include "library/library.h"
#include "notes/notes.h"
#include "ui/reader/feature.h"

#include <QPointer>

class QPlainTextEdit;
class QStandardItemModel;

namespace yaodian::ui {

class Marking;
class Markings;
class SideList;
class SideVisit;

/// The states that the current highlight had and the highlights that were removed from the paper, in the left column:
/// looked at one by one, and one of them made the present one again.
class HighlightHistory final : public QObject, public ReaderFeature
{
    Q_OBJECT

public:
    HighlightHistory(const ReaderContext &context, Marking &marking, Markings &markings);
    ~HighlightHistory() override;

    void setLibrary(library::Library &library, notes::Notes &notes);
    void setDocument(pdf::Document *document) override;

private:
    /// What is read for the panel.
    struct Story
    {
        QList<library::HighlightVersion> versions; ///< of the current highlight, newest first
        QList<library::HighlightVersion> removed;  ///< from the paper
    };
    struct Row
    {
        library::HighlightVersion version;
        QStringList changed;
        bool isPresent = false; ///< nothing is to be done
    };
    void build();
    void dress();
    void show();
    void read();
    void fill(const Story &story);
    void addHead(const QString &text);
    void addRow(const Row &row);
    void look();
    void restore();

    const ReaderContext m_context;
    Marking &m_marking;
    Markings &m_markings;
    library::Library *m_library = nullptr;
    notes::Notes *m_notes = nullptr;
    std::optional<library::HighlightId> m_about; ///< the current highlight when the panel was opened
    SideList *m_list;
    QStandardItemModel *m_model;
    QPlainTextEdit *m_text;
    QPointer<QWidget> m_panel;
    SideVisit *m_visit;
    QList<Row> m_rows; ///< a head is an empty one
    std::optional<Background::Job> m_job;
};

} // namespace yaodian::ui
