#pragma once

#include "digest/feeditems.h"
#include "digest/xml_tokens.h"

namespace yaodian::digest {

/// What an element holds.
struct Inner
{
    QString text;         ///< decoded once
    QStringView raw;      ///< as written
    bool hasTags = false; ///< markup of its own, not escaped
};

/// A link, and how well it stands for the thing whose link it is.
struct FeedLink
{
    QString address;
    int rank = 0; ///< 0: there is none
};

/// The elements of feeds, read as what the vocabularies agree on: texts, titles, links. Reading one steps behind its
/// end, never behind the end of the item around it.
class FeedElements
{
public:
    explicit FeedElements(QStringView xml) : m_tokens(xml) {}

    [[nodiscard]] XmlTokens &tokens() { return m_tokens; }
    /// From here on, no type means plain text.
    void setAtom() { m_isAtom = true; }

    [[nodiscard]] Inner inner(const XmlToken &start);
    /// Steps over an element. One that never ends is only stepped into, unless `always`.
    void skip(const XmlToken &start, bool always);
    /// `trustType`: what Atom calls text is text, whatever tags it seems to have. In long texts, they are a mistake.
    [[nodiscard]] FeedText text(const XmlToken &start, bool trustType);
    [[nodiscard]] QString title(const XmlToken &start);
    /// Keeps the better one of `link` and the one read.
    void readLink(const XmlToken &start, const QString &base, FeedLink &link);

private:
    [[nodiscard]] QString addressBehind();
    [[nodiscard]] QString htmlOf(QStringView raw) const;
    [[nodiscard]] FeedText markup(const Inner &in, const QString &type) const;

    XmlTokens m_tokens;
    bool m_isAtom = false;
    int m_unclosed = 0;
};

/// What the links in an element are relative to.
[[nodiscard]] QString baseOf(const XmlToken &start, const QString &outer);

/// The end of such an element is the end of the item it stands in.
[[nodiscard]] bool endsItem(QStringView name);

/// Elements that hold a vocabulary of their own: their <title> is not that of what they stand in.
[[nodiscard]] bool isFeedBox(QStringView name);

} // namespace yaodian::digest
