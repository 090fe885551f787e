#pragma once

#include "tests/ui/reader/desk.h"
#include "tests/ui/reader/written.h"
#include "ui/reader/hintbar.h"
#include "ui/reader/markings.h"

namespace yaodian::tests {

/// A reader over a PDF of two pages, in which sentences are marked.
struct MarkedDesk
{
    MarkedDesk() : desk(*qApp), path(desk.folder.filePath(QStringLiteral("marked.pdf")))
    {
        writePdf(path, {{QStringLiteral("A walrus sleeps on the ice. It wakes with the tide."),
                         QStringLiteral("Then it looks for mussels. No other animal digs for them."), QString(),
                         QStringLiteral("The colony counts four hundred animals in summer.")},
                        {QStringLiteral("In winter most of them leave. A walrus sleeps on the ice.")}});
        document = desk.add(path, QStringLiteral("Of walruses"));
    }
    library::HighlightId mark(const QString &words, const QString &kind = QStringLiteral("method"), int page = 0)
    {
        return desk.notes->addHighlight(desk.paper, passage(words, page), kind).value();
    }
    [[nodiscard]] notes::Passage passage(const QString &words, int page = 0) const
    {
        const auto text = pdf::readText(path, page);
        const auto range = notes::findQuote(text->first(), words);
        if (!range)
            qFatal("%s is not there", qPrintable(words));
        return notes::passageOf(text->first(), *range, page, document.sha256);
    }
    void open()
    {
        desk.show(document);
        desk.reader->resize(1280, 1000);
        pages = desk.reader->findChild<ui::PageView *>(QStringLiteral("pages"));
        marks = desk.reader->findChild<ui::Markings *>();
        mouse.emplace(pages->viewport());
        QVERIFY(desk.waitSettled());
        QTRY_COMPARE(marks->highlights().size(), desk.store->highlights(desk.paper).size());
    }
    void clickOn(const QString &words, int page = 0) { mouse->click(whereOf(*pages, path, page, words).center()); }
    [[nodiscard]] std::optional<library::HighlightId> current() const
    {
        const auto now = marks->current();
        return now ? std::optional(now->id) : std::nullopt;
    }
    [[nodiscard]] library::Highlight stored(library::HighlightId id) const
    {
        return desk.store->highlight(id).value_or(library::Highlight());
    }
    void press(Qt::Key key) const { QTest::keyClick(desk.pages(), key); }

    ReaderDesk desk;
    QString path;
    library::Document document;
    ui::PageView *pages = nullptr;
    ui::Markings *marks = nullptr;
    std::optional<Mouse> mouse;
};

} // namespace yaodian::tests
