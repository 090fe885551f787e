#pragma once

#include <QtGlobal>

// What a request may ask for and a reply may hold. Both sides know them: the worker stops at them, the client
// refuses what goes beyond.
namespace yaodian::pdf::protocol {

constexpr qint64 largestFile = 200LL * 1024 * 1024;
constexpr int mostPages = 20'000;
constexpr double largestPageSide = 14'400 * 75.0; ///< points; beyond, a page cannot be shown
constexpr double longestAspect = 200;             ///< longer side to shorter side
constexpr int largestImageSide = 16'384;          ///< pixels
constexpr qint64 mostImagePixels = 32'000'000;    ///< one request: 128 MB
constexpr int mostWords = 200'000;                ///< a page
constexpr int mostChars = 500'000;                ///< a page, UTF-16 units
constexpr int mostLinks = 5'000;                  ///< a page
constexpr int mostPictures = 1'000;               ///< a page
constexpr int mostAttachments = 1'000;
constexpr int mostRefusals = 20;               ///< of a document
constexpr int mostAnnotations = 5'000;         ///< a page; a copy
constexpr int mostAnnotationBoxes = 100'000;   ///< a message
constexpr int mostAnnotationChars = 4'000'000; ///< a message, UTF-16 units
constexpr double highlightOpacity = 0.4;       ///< of one that is written
constexpr int longestComment = 100'000;
constexpr qint64 latestTime = 253'402'300'799'999; ///< of the year 9999, in milliseconds since 1970
constexpr int largestTail = 32 * 1024 * 1024;      ///< what a copy has more than the file
constexpr int mostOutlineItems = 20'000;
constexpr int deepestOutline = 64;
constexpr int longestTitle = 2'000; ///< UTF-16 units: titles, labels of the outline
constexpr int longestLabel = 100;
constexpr int longestUri = 4'000;
constexpr int longestPassword = 1'000;
constexpr quint32 largestFrame = 48u * 1024 * 1024; ///< any message but its pixels

} // namespace yaodian::pdf::protocol
