// What Qt alone takes for a window: a page of text, or with a PDF its first page, drawn by poppler in the program
// itself. The measure that tests/bench/starts.py puts starts of the program beside.
#include <QApplication>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScreen>
#include <QScrollArea>

#include <poppler-qt6.h>

namespace {

constexpr QSize windowSize(1440, 900);

int showText(QApplication &)
{
    QString text;
    for (int line = 0; line < 400; ++line)
        text += QStringLiteral(
                    "Line %1 of a bare window: some words 一些文字 and more of them, so that a line goes over the "
                    "middle of the window and past it, word by word by word\n")
                    .arg(line);
    QPlainTextEdit edit(text);
    edit.resize(windowSize);
    edit.show();
    return QApplication::exec();
}

int showPage(QApplication &, const QString &path)
{
    const auto document = Poppler::Document::load(path);
    if (!document || document->isLocked())
        qFatal("%s cannot be opened", qUtf8Printable(path));
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    const auto page = document->page(0);
    QScrollArea area;
    area.resize(windowSize);
    const double dots = 72.0 * (windowSize.width() * 0.6) / page->pageSizeF().width(); // about as wide as ours
    QLabel label;
    label.setPixmap(QPixmap::fromImage(page->renderToImage(dots, dots)));
    area.setAlignment(Qt::AlignHCenter);
    area.setWidget(&label);
    area.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    return arguments.size() > 1 ? showPage(app, arguments[1]) : showText(app);
}
