#pragma once

#include "ui/base/theme.h"
#include "ui/notes/markdown.h"
#include "ui/notes/notewriter.h"

#include <QTextBrowser>

namespace yaodian::ui {

/// How a note reads. It is written piece by piece as plain text with formats: what a note holds is never taken for
/// HTML, and nothing is fetched for it.
class NotePreview final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit NotePreview(Theme &theme, QWidget *parent = nullptr);

    void setPictures(NoteWriter::Pictures pictures); ///< of the store: no other is shown

    /// Shows a note, or what stands around the cursor in a long one (`isPart`, which is said); `cursor`: where it is,
    /// in characters of the text. What stands there is brought into view.
    void show(const QString &markdown, qsizetype cursor, bool isPart);

    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void paperAsked(const QString &title);
    void webAsked(const QUrl &address); ///< http or https
    void left();                        ///< Esc

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void say();
    void write();

    Theme &m_theme;
    QList<NoteBlock> m_blocks;
    NoteWriter::Pictures m_pictures;
    int m_writtenFor = 0; ///< so wide
    QList<int> m_places;  ///< where they stand in the document
    bool m_isPart = false;
};

} // namespace yaodian::ui
