#!/usr/bin/env python3
"""The same posts from a real WordPress (REST and feed, both forms of its addresses) and as files from a real nginx.

    run.py YAODIAN

Needs the Debian packages wordpress, mariadb-server, php-cli, php-mysql and nginx-light. Exits 0 when all was as it should
be, else with one line that says what was not.
"""
import datetime, json, pathlib, subprocess, sys, tempfile

import servers

PAPERS = [
    ("CL", "Attention Is All You Need", "A Vaswani, N Shazeer, N Parmar", "1706.03762", "只用注意力的序列模型"),
    ("LG", "Adam: A Method for Stochastic Optimization", "D P. Kingma, J Ba", "1412.6980", "按矩估计调整步长"),
    ("CV", "Deep Residual Learning for Image Recognition", "K He, X Zhang, S Ren, J Sun", "1512.03385", "带捷径的深层网络"),
    ("CV", "Mask R-CNN", "K He, G Gkioxari, P Dollár, R Girshick", "1703.06870", "带轮廓的目标检测"),
    ("CL", "Longformer: The Long-Document Transformer", "I Beltagy, M E. Peters, A Cohan", "2004.05150", "长文档的模型"),
    ("LG", "Auto-Encoding Variational Bayes", "D P. Kingma, M Welling", "1312.6114", "变分自编码"),
]
FIRST_DAY = datetime.date(2024, 3, 1)
POSTS = 25


def html(day, point="多一个分支"):
    entries = [PAPERS[(day + i) % len(PAPERS)] for i in range(3)]
    parts = ["<p>LG – 机器学习 CV – 计算机视觉 CL – 计算与语言</p>"]
    for number, (code, title, authors, arxiv, chinese) in enumerate(entries, 1):
        parts.append(f"""<h3>{number}、[{code}] {title}</h3>
<p>{authors}<br>[Example Lab &amp; Another Lab]</p>
<p>{chinese}</p>
<p>要点：</p>
<ol><li>{point};</li><li>第 {day} 天的第二点。</li></ol>
<p>一句话总结：{chinese}，第 {day} 天。</p>
<p><a href="https://arxiv.org/abs/{arxiv}">https://arxiv.org/abs/{arxiv}</a></p>""")
    return "\n".join(parts)


def expect(true, what):
    if not true:
        raise SystemExit(f"not as it should be: {what}")


class Yaodian:
    def __init__(self, program, library):
        self.base = [program, "--library", str(library), "--lang", "en"]

    def __call__(self, *arguments):
        done = subprocess.run([*self.base, *arguments, "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        expect(done.returncode == 0, f"yaodian {' '.join(arguments)}: {done.stderr.decode()}")
        return json.loads(done.stdout)

    def entries(self, source):
        """What a source brought, by the title of its issue."""
        out = {}
        for row in self("list"):
            if row["source"] == source:
                out.setdefault(row["issue_title"], []).append((row["category"], row["title"], row["title_zh"]))
        return out


def same_posts(yaodian, first, second, posts):
    mine, yours = yaodian.entries(first), yaodian.entries(second)
    for number in posts:
        title = f"每日论文 {number}"
        expect(len(mine.get(title, [])) == 3, f"“{title}” has three papers, here {mine.get(title)}")
        expect(mine[title] == yours.get(title), f"“{title}” is the same everywhere, not {mine[title]} / {yours.get(title)}")


def evening(program, folder, pretty):
    days = [FIRST_DAY + datetime.timedelta(days=number) for number in range(POSTS)]
    with servers.running(lambda: servers.Database(folder), lambda base: servers.WordPress(folder, base, pretty),
                         lambda *_: servers.Nginx(folder)) as (_, blog, files):
        ids = [blog.publish(f"每日论文 {number}", day, html(number)) for number, day in enumerate(days)]
        (files.files / "feed.xml").write_bytes(servers.read(blog.url + "/?feed=rss2"))
        yaodian = Yaodian(program, folder / "library")

        rest = yaodian("sources", "add", blog.url)
        expect(rest["kind"] == "wordpress", f"the blog is found as WordPress, not {rest['kind']}")
        feed = yaodian("sources", "add", files.url + "/feed.xml")
        expect(feed["kind"] == "feed", f"the file is found as a feed, not {feed['kind']}")
        blog_feed = yaodian("sources", "add", blog.url + "/?feed=rss2")
        expect(blog_feed["kind"] == "feed", f"the blog's feed is a feed, not {blog_feed['kind']}")

        yaodian("sync")
        newest = range(POSTS - 10, POSTS)
        same_posts(yaodian, rest["id"], feed["id"], newest)
        same_posts(yaodian, rest["id"], blog_feed["id"], newest)

        again = yaodian("sync")
        expect(again["new"] == 0 and again["updated"] == 0, f"a second round brings nothing, not {again}")
        last = files.requests.read_text().splitlines()[-1]
        expect("/feed.xml" in last and " 304" in last, f"nginx is asked with what it said, not: {last}")

        blog.edit(ids[-1], html(POSTS - 1, "改过的第一点"))
        edited = yaodian("sync", rest["id"])
        expect(edited["updated"] == 1 and edited["new"] == 0, f"an edited post is updated, once: {edited}")

        yaodian("sync", rest["id"], "--older", "2")
        yaodian("sync", blog_feed["id"], "--older", "3")
        same_posts(yaodian, rest["id"], blog_feed["id"], range(POSTS - 1))
        papers = {row["paper"] for row in yaodian("list")}
        expect(len(papers) == len(PAPERS), f"{len(PAPERS)} papers, however often they are mentioned, not {len(papers)}")
        expect(yaodian("doctor") is not None, "the library is sound")


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    for pretty in (True, False):
        with tempfile.TemporaryDirectory(prefix="yaodian-servers-") as folder:
            evening(sys.argv[1], pathlib.Path(folder), pretty)
        print("WordPress with addresses of", "words" if pretty else "numbers", "and nginx: as it should be")


main()
