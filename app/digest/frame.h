#pragma once

#include "digest/blocks.h"

namespace yaodian::digest {

/// "正文完", "内容中包含的图片若涉及版权…", "评论": what follows is the site's, not the post's.
[[nodiscard]] bool endsPost(QStringView text);
/// "引用" "参考文献:" "References": what follows are numbered references.
[[nodiscard]] bool opensReferences(QStringView text);
/// "1,054次阅读", "没有评论": a counter of the site.
[[nodiscard]] bool isCounter(QStringView text);
/// A line of the site around the post: counters, menus, share and sign-off lines, pictures.
[[nodiscard]] bool isFrame(const Block &block);
/// Links and nothing else, as in a menu.
[[nodiscard]] bool isMenuLine(const Block &block);
/// Says enough to be missed: a sentence, or a long line.
[[nodiscard]] bool isSubstantial(QStringView text);

} // namespace yaodian::digest
