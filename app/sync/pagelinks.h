#pragma once

#include <QByteArray>
#include <QList>
#include <QUrl>

namespace yaodian::sync {

/// A post that a page links to.
struct PostLink
{
    QUrl url;
};

/// The posts that a page of a blog or a column lists: the largest family of links to its own server whose addresses
/// are built alike ("/2023/02/08/title/", "/p/123456", "/posts/a-title.html"), in the page's order, each once. Menus,
/// tags, archives, pages of the list and the page itself are no posts. Empty where fewer than three belong together.
[[nodiscard]] QList<PostLink> postLinks(const QByteArray &html, const QUrl &page);

} // namespace yaodian::sync
