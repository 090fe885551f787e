#pragma once

#include <QByteArray>
#include <QList>
#include <QRectF>
#include <QSizeF>
#include <QString>

/// Writes small PDFs for tests: the same calls give the same bytes. Places are points from the top left corner of the
/// page; Latin text is set in Helvetica, anything else in a made-up wide font that only text extraction can read.
class PdfWriter
{
public:
    explicit PdfWriter(const QString &title = QString()) : m_title(title) {}

    /// Starts a page. `crop` (points from the top left of the media box) cuts it where given.
    void page(QSizeF size = QSizeF(612, 792), int rotation = 0, QRectF crop = QRectF());
    /// One line with its base line at `y`.
    void text(double x, double y, const QString &text, double size = 10);
    /// Lines below each other, 12 points apart, from `y` on; gives the y after the last.
    double lines(double x, double y, const QStringList &lines, double size = 10);
    /// The same turned a quarter to the left: it runs upwards.
    void upwards(double x, double y, const QString &text, double size = 10);
    void rectangle(const QRectF &box, double grey);
    void link(const QRectF &box, const QString &uri);
    void linkToPage(const QRectF &box, int page);
    void outline(const QString &title, int page, int depth = 0);
    /// Page labels from the first page on, in lower-case roman numerals.
    void romanLabels() { m_roman = true; }
    /// Any drawing operators, for what there is no call for.
    void raw(const QByteArray &operators);

    [[nodiscard]] QByteArray bytes() const;
    /// Writes the file; false where that fails.
    [[nodiscard]] bool save(const QString &path) const;

private:
    struct Page
    {
        QSizeF size;
        int rotation = 0;
        QRectF crop;
        QByteArray content;
        QList<QByteArray> annotations;
    };
    struct Item
    {
        QString title;
        int page = 0;
        int depth = 0;
    };

    void show(const QByteArray &matrix, const QString &text, double size);
    void appendOutline(QList<QByteArray> &objects, int first) const;

    QString m_title;
    QList<Page> m_pages;
    QList<Item> m_outline;
    bool m_roman = false;
};
