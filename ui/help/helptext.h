#pragma once

#include "ui/help/helpwriter.h"

#include <QHash>
#include <QTextBrowser>

namespace yaodian::ui {

/// The same text with the narrow marks for the wide ones that handbook and messages write differently; as long as
/// before.
[[nodiscard]] QString foldedWidths(QString text);

/// The chapter that is read. Nothing is loaded but the pictures of the handbook; where a link leads is told.
class HelpText final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit HelpText(Theme &theme, QWidget *parent = nullptr);

    /// `folder`: what its pictures are beside. From its beginning.
    void show(const QString &folder, const QString &title, const QString &markdown);
    /// Marks all that is said of these words.
    void mark(const QStringList &words);
    [[nodiscard]] int hits() const { return int(m_hits.size()); }
    void goToHit(int hit); ///< from 0
    [[nodiscard]] int hit() const { return m_hit; }

    void scrollLines(int lines);
    void scrollPages(int pages);
    void goToEnd(bool last);
    [[nodiscard]] bool isAtEnd() const;
    /// The next link on, or back; the first that is seen where there is none yet.
    void stepLink(int links);
    void followLink(); ///< the current one; nothing where there is none
    [[nodiscard]] QString currentLink() const;

Q_SIGNALS:
    void chapterAsked(const QString &file);
    void webAsked(const QUrl &address);

protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Link
    {
        int from, to;
        QString address;
    };
    void write();
    void collectLinks();
    void paintMarks();
    void ask(const QUrl &link);
    void bring(const QTextCursor &cursor);
    [[nodiscard]] QImage picture(const QString &name);

    Theme &m_theme;
    QString m_folder, m_title, m_markdown;
    QStringList m_words;
    QList<QTextCursor> m_hits;
    int m_hit = -1;
    QList<Link> m_links;
    int m_link = -1;
    int m_writtenFor = 0; ///< so wide
    QHash<QString, QImage> m_pictures;
};

} // namespace yaodian::ui
