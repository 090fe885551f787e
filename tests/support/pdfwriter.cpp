#include "tests/support/pdfwriter.h"

#include <QFile>
#include <QStringList>

namespace {

constexpr int fixedObjects = 5; // catalogue, pages, two fonts and the wide font's parts come before the pages

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 3);
}

QByteArray hex(const QString &text)
{
    QByteArray out("<");
    for (const QChar c : text)
        out += QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    return out + '>';
}

QByteArray utf16(const QString &text)
{
    return "<feff" + hex(text).mid(1);
}

QByteArray escaped(const QString &text)
{
    QByteArray out("(");
    for (const char c : text.toLatin1()) {
        if (c == '(' || c == ')' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + ')';
}

bool isLatin(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x100; });
}

QByteArray stream(const QByteArray &content)
{
    return "<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "\nendstream";
}

QByteArray toUnicode()
{
    return stream("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Same def /CMapType 2 def\n"
                  "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
                  "1 beginbfrange <0000> <ffff> <0000> endbfrange\nendcmap end end");
}

QByteArray reference(int object)
{
    return QByteArray::number(object) + " 0 R";
}

QByteArray box(const QRectF &r, double pageHeight)
{
    return '[' + number(r.left()) + ' ' + number(pageHeight - r.bottom()) + ' ' + number(r.right()) + ' ' +
           number(pageHeight - r.top()) + ']';
}

} // namespace

void PdfWriter::page(QSizeF size, int rotation, QRectF crop)
{
    m_pages.append(Page{size, rotation, crop, {}, {}});
}

void PdfWriter::show(const QByteArray &matrix, const QString &text, double size)
{
    const bool latin = isLatin(text);
    m_pages.last().content += "BT /" + QByteArray(latin ? "F1 " : "F2 ") + number(size) + " Tf " + matrix + " Tm " +
                              (latin ? escaped(text) : hex(text)) + " Tj ET\n";
}

void PdfWriter::text(double x, double y, const QString &text, double size)
{
    show("1 0 0 1 " + number(x) + ' ' + number(m_pages.last().size.height() - y), text, size);
}

double PdfWriter::lines(double x, double y, const QStringList &lines, double size)
{
    for (const QString &line : lines) {
        text(x, y, line, size);
        y += 12;
    }
    return y;
}

void PdfWriter::upwards(double x, double y, const QString &text, double size)
{
    show("0 1 -1 0 " + number(x) + ' ' + number(m_pages.last().size.height() - y), text, size);
}

void PdfWriter::rectangle(const QRectF &r, double grey)
{
    m_pages.last().content += number(grey) + " g " + number(r.left()) + ' ' +
                              number(m_pages.last().size.height() - r.bottom()) + ' ' + number(r.width()) + ' ' +
                              number(r.height()) + " re f 0 g\n";
}

void PdfWriter::link(const QRectF &r, const QString &uri)
{
    m_pages.last().annotations.append("<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect " +
                                      box(r, m_pages.last().size.height()) + " /A << /S /URI /URI " + escaped(uri) +
                                      " >> >>");
}

void PdfWriter::linkToPage(const QRectF &r, int page)
{
    m_pages.last().annotations.append(
        "<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect " + box(r, m_pages.last().size.height()) + " /Dest [" +
        reference(fixedObjects + 1 + 2 * page) + " /XYZ 0 " + number(m_pages.last().size.height() / 2) + " 0] >>");
}

void PdfWriter::outline(const QString &title, int page, int depth)
{
    m_outline.append({title, page, depth});
}

void PdfWriter::raw(const QByteArray &operators)
{
    m_pages.last().content += operators + '\n';
}

/// One object an item, in order; depth makes parents. `first` is the number of the outline's root.
void PdfWriter::appendOutline(QList<QByteArray> &objects, int first) const
{
    const int count = int(m_outline.size());
    const auto neighbour = [&](int i, int step) {
        for (int k = i + step; k >= 0 && k < count && m_outline[k].depth >= m_outline[i].depth; k += step) {
            if (m_outline[k].depth == m_outline[i].depth)
                return k;
        }
        return -1;
    };
    const auto parent = [&](int i) {
        int k = i - 1;
        while (k >= 0 && m_outline[k].depth >= m_outline[i].depth)
            --k;
        return k;
    };
    const auto children = [&](int of) {
        QByteArray out;
        int last = -1;
        for (int k = 0; k < count; ++k) {
            if (parent(k) != of)
                continue;
            out += last < 0 ? " /First " + reference(first + 1 + k) : QByteArray();
            last = k;
        }
        return last < 0 ? out : out + " /Last " + reference(first + 1 + last) + " /Count " + QByteArray::number(count);
    };
    objects.append("<< /Type /Outlines" + children(-1) + " >>");
    for (int i = 0; i < count; ++i) {
        QByteArray item = "<< /Title " + utf16(m_outline[i].title) + " /Parent " + reference(first + 1 + parent(i)) +
                          " /Dest [" + reference(fixedObjects + 1 + 2 * m_outline[i].page) + " /Fit]";
        if (const int next = neighbour(i, 1); next >= 0)
            item += " /Next " + reference(first + 1 + next);
        if (const int previous = neighbour(i, -1); previous >= 0)
            item += " /Prev " + reference(first + 1 + previous);
        objects.append(item + children(i) + " >>");
    }
}

QByteArray PdfWriter::bytes() const
{
    const int outlineRoot = fixedObjects + 1 + 2 * int(m_pages.size());
    QByteArray catalogue = "<< /Type /Catalog /Pages 2 0 R";
    if (!m_outline.isEmpty())
        catalogue += " /Outlines " + reference(outlineRoot);
    if (m_roman)
        catalogue += " /PageLabels << /Nums [0 << /S /r >>] >>";
    QByteArray kids;
    for (int i = 0; i < m_pages.size(); ++i)
        kids += reference(fixedObjects + 1 + 2 * i) + ' ';
    QList<QByteArray> objects{
        catalogue + " >>", "<< /Type /Pages /Kids [" + kids + "] /Count " + QByteArray::number(m_pages.size()) + " >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Wide /Encoding /Identity-H /ToUnicode 5 0 R /DescendantFonts [<< "
        "/Type /Font /Subtype /CIDFontType2 /BaseFont /Wide /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering "
        "(Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Wide /Flags 4 /Ascent 880 "
        "/Descent -120 /CapHeight 880 /ItalicAngle 0 /StemV 80 /FontBBox [0 -120 1000 880] >> >>] >>",
        toUnicode()};
    for (int i = 0; i < m_pages.size(); ++i) {
        const Page &p = m_pages[i];
        QByteArray page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + number(p.size.width()) + ' ' +
                          number(p.size.height()) + "] /Rotate " + QByteArray::number(p.rotation) +
                          " /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents " +
                          reference(fixedObjects + 2 + 2 * i);
        if (!p.crop.isNull())
            page += " /CropBox " + box(p.crop, p.size.height());
        if (!p.annotations.isEmpty())
            page += " /Annots [" + p.annotations.join(' ') + ']';
        objects.append(page + " >>");
        objects.append(stream(p.content));
    }
    if (!m_outline.isEmpty())
        appendOutline(objects, outlineRoot);
    objects.append("<< /Title " + utf16(m_title) + " >>");

    QByteArray out("%PDF-1.5\n");
    QByteArray table;
    for (int i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray size = QByteArray::number(objects.size() + 1);
    const QByteArray start = QByteArray::number(out.size());
    return out + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer << /Size " + size +
           " /Root 1 0 R /Info " + QByteArray::number(objects.size()) + " 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

bool PdfWriter::save(const QString &path) const
{
    QFile file(path);
    const QByteArray all = bytes();
    return file.open(QIODevice::WriteOnly) && file.write(all) == all.size();
}
