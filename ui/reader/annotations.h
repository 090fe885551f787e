#pragma once

#include "notes/takingover.h"
#include "ui/reader/feature.h"
#include "ui/reader/pageoverlay.h"

#include <QPointer>

class QLabel;
class QStandardItemModel;

namespace yaodian::ui {

class Marking;
class SideList;
class SideVisit;

/// What was written into the PDF with other programs: listed, gone to, and taken over as highlights. The file itself is
/// never changed.
class Annotations final : public QObject, public ReaderFeature, public PageOverlay
{
    Q_OBJECT

public:
    Annotations(const ReaderContext &context, Marking &marking);
    ~Annotations() override;

    void setLibrary(library::Library &library, notes::Notes &notes);
    /// Which document is shown; a null paper: none, or it is not known yet.
    void setPaper(library::PaperId paper, const QString &sha256);

    void setDocument(pdf::Document *document) override;
    void paint(QPainter &painter, int page, const PageLayout &layout) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Item
    {
        pdf::Annotation annotation;
        std::optional<notes::ForeignMark> mark; ///< nullopt: no highlight can be made of it
        bool isKnown = false;                   ///< it is a highlight already
    };

    void build();
    void dress();
    void show();
    void takeAll();
    /// Calls `done` when all pages were read, which is done once.
    void read(const std::function<void()> &done);
    void readPage(int page);
    void readText(int page, const QList<pdf::Annotation> &annotations);
    void add(const QList<pdf::Annotation> &annotations, const pdf::PageText &text);
    void refresh();
    void fill();
    void addRow(const Item &item);
    [[nodiscard]] QString inOneLine(const QString &text, bool isStrong) const;
    void addLine(const QString &text, int type);
    void go(int row);
    void take(const QList<Item> &items);
    void say(const notes::TakenOver &taken, int without);
    [[nodiscard]] const Item *current() const;

    const ReaderContext m_context;
    Marking &m_marking;
    library::Library *m_library = nullptr;
    notes::Notes *m_notes = nullptr;
    library::PaperId m_paper;
    QString m_sha256;
    QPointer<pdf::Document> m_document;
    quint64 m_generation = 0;
    QList<Item> m_items;
    qsizetype m_letters = 0; ///< in all of them
    bool m_isCut = false;    ///< there are more than are kept
    int m_read = -1;         ///< pages; -1: nobody asked yet
    QList<std::function<void()>> m_waiting;

    SideList *m_list;
    QStandardItemModel *m_rows;
    QLabel *m_keys;
    QPointer<QWidget> m_panel;
    SideVisit *m_visit;
};

} // namespace yaodian::ui
