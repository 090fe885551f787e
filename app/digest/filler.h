#pragma once

#include "digest/blocks.h"
#include "digest/heads.h"
#include "digest/scan.h"
#include "digest/values.h"

namespace yaodian::digest {

/// Takes the lines below a head, one after the other, into the fields of its entry. The order of the lines is free:
/// what a line is follows from its label, its script and its shape.
class Filler
{
public:
    enum class Manner {
        Fields, ///< a digest: titles, points, abstracts
        Prose,  ///< a recommendation: authors, then running text
        Notes,  ///< a reader's notes: quoted titles and links, labelled points, running text
        List    ///< a list of papers: labelled lines in any language, and a few words of the writer's own
    };

    Filler(const Head &head, Section section, Manner manner);

    void add(const Block &block);
    /// The entry as filled; call once, at its end.
    [[nodiscard]] Entry take();

    [[nodiscard]] bool hasLink() const { return !m_entry.url.isEmpty(); }
    /// Its link is the paper's beyond doubt.
    [[nodiscard]] bool hasPaperLink() const;
    [[nodiscard]] bool hasAuthors() const { return !m_entry.authors.isEmpty(); }
    /// More than people and titles is known.
    [[nodiscard]] bool isFilled() const
    {
        return !m_entry.keyPoints.isEmpty() || !m_entry.oneLine.isEmpty() || !m_entry.abstractZh.isEmpty() ||
               !m_entry.abstractEn.isEmpty() || !m_entry.body.isEmpty();
    }
    /// Fields were filled after the link: the link does not close this post's entries.
    [[nodiscard]] bool wentOnAfterLink() const { return m_filledAfterLink; }
    [[nodiscard]] const QList<UnparsedSpan> &unparsed() const { return m_unparsed; }

private:
    enum class State { Meta, Points, OneLine, Abstract };

    void read(const Block &block);
    bool takeChineseTitle(const Block &block);
    bool takeEnglishTitle(const Block &block);
    bool takeOnlyLinks(const Block &block);
    bool takeAspect(const Block &block, const Labelled &found);
    bool takeLink(const Block &block);
    bool takeLabel(const Block &block);
    bool takePeople(const Block &block);
    void takePoint(const Block &block);
    void takeText(const Block &block);
    void takeMeta(const Block &block);
    void takeProse(const Block &block);
    void takeNote(const Block &block);
    void takeListed(const Block &block);
    void takeListedText(const Block &block);
    void takeListedRest(QStringView rest);
    bool takeRestPeople(QStringView rest);
    bool takeNoteLabel(const Block &block);
    bool takeNoteQuote(const Block &block);
    void addPoint(QStringView text);
    void addAbstract(QStringView text, bool paragraph);
    void rest(const Block &block, qsizetype from);
    void splitSinglePoint();
    void linkFromText(QString &text);
    void leave(const Block &block) { m_unparsed.append({block.text, block.line}); }

    Entry m_entry;
    Manner m_manner;
    State m_state = State::Meta;
    QString m_headLink;
    bool m_filledAfterLink = false;
    bool m_ofListing = false;
    bool m_skipsNext = false;     // "Submitted by": the next line is a reader's name
    qsizetype m_lines = 0;        // below the head, so far
    bool m_aspectFollows = false; // "方法：" stood alone: the next line says what it is
    bool m_titlesDone = false;    // notes: the quoted titles are over
    bool m_countsFromOne = false; // the first point was printed as "1. …"
    QChar m_bullet;               // what the first point was printed behind, where that was no number
    bool m_keepsNumbers =
        false; // points without numbers, one of which ends in a colon: "1) … 2) …" below are its parts
    QList<UnparsedSpan> m_unparsed;
};

} // namespace yaodian::digest
