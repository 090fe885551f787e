#pragma once

#include "shelf.h"

#include "digest/digest.h"

// Invented posts in the form of a daily digest: what the library keeps of them can be parsed again.
namespace yaodian::tests {

/// Two entries about papers of their own; `word` is in the text of the first.
inline QByteArray postText(int number, const QString &word = QStringLiteral("一句话"))
{
    return QStringLiteral("爱论文 每日推荐(5.%1)\n\nLG - 机器学习 CV - 计算机视觉\n\n"
                          "1、[LG] A Paper of Day %1\nA Vaswani, N Shazeer\n[Google Brain]\n%3\n要点：\n"
                          "- 第一个要点 %1\n- 第二个要点\nhttps://arxiv.org/abs/1706.0%2\n\n"
                          "2、[CV] Another of Day %1\nK He, X Zhang\n[Microsoft Research]\n两句话\n要点：\n"
                          "- 残差连接 %1\nhttps://arxiv.org/abs/1512.0%2\n")
        .arg(number)
        .arg(1000 + number)
        .arg(word)
        .toUtf8();
}

/// Posts as an import brings them: parsed, so that they can be parsed again.
inline void importPosts(const Shelf &shelf, int from, int to, const Source &source = feed())
{
    QList<Post> posts;
    for (int number = from; number <= to; ++number) {
        const auto issues = digest::parse(postText(number), {QStringLiteral("%1.txt").arg(number), {}, {}});
        posts += Post{issues->first(), postText(number)};
    }
    if (!shelf->storeIssues(source, posts).ok())
        qFatal("not stored");
}

} // namespace yaodian::tests
