<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>HighlightVersions</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>what it was, what it became</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>位置:%1</translation>
    </message>
    <message>
        <source>Place on the page</source>
        <translation>页内位置</translation>
    </message>
    <message>
        <source>Passage: %1</source>
        <translation>文字:%1</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Kind: %1</source>
        <translation>类型:%1</translation>
    </message>
    <message>
        <source>Comment: %1</source>
        <translation>评论:%1</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>标签:%1</translation>
    </message>
    <message>
        <source>How it is drawn</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Its paper became one with another</source>
        <translation>论文已合并</translation>
    </message>
    <message>
        <source>The picture of its place</source>
        <translation>所在处的图片</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1,第 %2 页</translation>
    </message>
</context>
<context>
    <name>KindAdvice</name>
    <message>
        <source>no line</source>
        <translation>无线</translation>
    </message>
    <message>
        <source>line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>dashes</source>
        <translation>短划线</translation>
    </message>
    <message>
        <source>dots</source>
        <translation>点线</translation>
    </message>
    <message>
        <source>double line</source>
        <translation>双线</translation>
    </message>
    <message>
        <source>wave</source>
        <translation>波浪线</translation>
    </message>
    <message>
        <source>box</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>%1 has this pattern too: without colours the two look alike.</source>
        <translation>%1 也用此图案:不看颜色就分不清。</translation>
    </message>
    <message>
        <source>%1 has nearly this colour.</source>
        <translation>%1 的颜色与此相近。</translation>
    </message>
    <message>
        <source>On dark pages this colour is hardly seen.</source>
        <translation>在深色页面上几乎看不见。</translation>
    </message>
    <message>
        <source>On light pages this colour is hardly seen.</source>
        <translation>在浅色页面上几乎看不见。</translation>
    </message>
    <message>
        <source>On dark pages print is hard to read in this colour.</source>
        <translation>在深色页面上,文字在此颜色中难以辨认。</translation>
    </message>
    <message>
        <source>On light pages print is hard to read in this colour.</source>
        <translation>在浅色页面上,文字在此颜色中难以辨认。</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法建立文件夹 %1。</translation>
    </message>
    <message>
        <source>There is no display to show a window on. Most other verbs work without one: yaodian --help</source>
        <translation>这里没有可以显示窗口的屏幕。其他大多数命令不需要它:yaodian --help</translation>
    </message>
    <message>
        <source>%1 Until that is mended, the library can only be read; start Yaodian again then.</source>
        <translation>%1目前书库只能阅读;解决后请重新启动要点。</translation>
    </message>
</context>
<context>
    <name>base</name>
    <message>
        <source>The program ended unexpectedly the last time; all that was shown as saved is here. Its log stays on this computer: %1</source>
        <translation>上次运行意外结束;显示过“已保存”的内容都在。日志只留在这台电脑上:%1</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be saved. What you chose holds until the program ends, and is saved as soon as it can be.</source>
        <translation>%1 中的设置无法保存。所选的在程序结束前一直有效,能保存时会自动保存。</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>● p. %1</source>
        <translation>● p. %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>What the issue says</source>
        <translation>本期原话</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>第 %1 篇</translation>
    </message>
    <message>
        <source>also worth a look</source>
        <translation>也值得一看</translation>
    </message>
    <message>
        <source>My points</source>
        <translation>我的要点</translation>
    </message>
    <message>
        <source>Points · %1, %2 with evidence</source>
        <translation>要点 · %1 条,%2 条有据</translation>
    </message>
    <message>
        <source>Points · %1</source>
        <translation>要点 · %1 条</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Also mentioned in</source>
        <translation>另见</translation>
    </message>
    <message>
        <source>The digest now says: %1</source>
        <translation>推介现在写的是:%1</translation>
    </message>
    <message>
        <source>%1 is out, yours is %2</source>
        <translation>已有 %1,你的是 %2</translation>
    </message>
    <message>
        <source>Abstract at arXiv</source>
        <translation>arXiv 上的摘要</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>the folder of the library (or YAODIAN_LIBRARY)</source>
        <translation>书库所在的文件夹(或 YAODIAN_LIBRARY)</translation>
    </message>
    <message>
        <source>the language, for this run</source>
        <translation>本次运行的语言</translation>
    </message>
    <message>
        <source>the look of the window, for this run</source>
        <translation>本次运行的外观</translation>
    </message>
    <message>
        <source>no network, for this run</source>
        <translation>本次运行不联网</translation>
    </message>
    <message>
        <source>ask BASE instead of HOST; as often as wanted</source>
        <translation>以 BASE 代替 HOST;可用多次</translation>
    </message>
    <message>
        <source>the result as JSON</source>
        <translation>结果用 JSON 输出</translation>
    </message>
    <message>
        <source>this text</source>
        <translation>显示这段文字</translation>
    </message>
    <message>
        <source>the version of the program</source>
        <translation>程序的版本</translation>
    </message>
    <message>
        <source>%1 is one of %2, not “%3”.</source>
        <translation>%1 只能是 %2 之一,不能是“%3”。</translation>
    </message>
    <message>
        <source>--library needs the name of a folder.</source>
        <translation>--library 后面要写文件夹名。</translation>
    </message>
    <message>
        <source>--mirror is written HOST=BASE, not “%1”.</source>
        <translation>--mirror 的写法是 HOST=BASE,不是“%1”。</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>没有选项 %1。</translation>
    </message>
    <message>
        <source>The option %1 takes no value.</source>
        <translation>选项 %1 不带值。</translation>
    </message>
    <message>
        <source>The option %1 needs a value.</source>
        <translation>选项 %1 需要一个值。</translation>
    </message>
    <message>
        <source>There is no verb “%1”; yaodian --help lists them.</source>
        <translation>没有命令“%1”;yaodian --help 会列出全部。</translation>
    </message>
    <message>
        <source>Options of every verb:</source>
        <translation>每个命令都有的选项:</translation>
    </message>
    <message>
        <source>yaodian — digests of papers, their PDFs, your points</source>
        <translation>yaodian — 论文推介、它们的 PDF 和你的要点</translation>
    </message>
    <message>
        <source>the window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Exit: 0 done, 1 refused or failed, 2 not understood.</source>
        <translation>退出码:0 完成,1 被拒或失败,2 用法不对。</translation>
    </message>
    <message>
        <source>“%1” could be several: %2. Type more of the one you mean.</source>
        <translation>“%1”可能指好几个:%2。请多输入几位。</translation>
    </message>
    <message>
        <source>Nothing in the library is called “%1”.</source>
        <translation>书库里没有叫“%1”的。</translation>
    </message>
    <message>
        <source>Another command is writing to the library; waiting for it…</source>
        <translation>另一个命令正在写书库,等它完成…</translation>
    </message>
    <message>
        <source>The window closed before it answered; what it had saved by then is saved.</source>
        <translation>窗口在回答之前关闭了;在那之前保存的都在。</translation>
    </message>
    <message>
        <source>Commands cannot be handed to this window (%1): %2.</source>
        <translation>命令无法交给这个窗口(%1):%2。</translation>
    </message>
    <message>
        <source>show a PDF, a paper or a passage in the window</source>
        <translation>在窗口里显示 PDF、论文或一段原文</translation>
    </message>
    <message>
        <source>“%1” has no option %2.</source>
        <translation>“%1”没有选项 %2。</translation>
    </message>
    <message>
        <source>“%1” needs more: yaodian %1 %2</source>
        <translation>“%1”还缺参数:yaodian %1 %2</translation>
    </message>
    <message>
        <source>“%1” has nothing to do with “%2”.</source>
        <translation>“%1”用不上“%2”。</translation>
    </message>
    <message>
        <source>There is no format “%1”.</source>
        <translation>没有格式“%1”。</translation>
    </message>
    <message>
        <source>--to needs the name of a folder.</source>
        <translation>--to 后面要写文件夹名。</translation>
    </message>
    <message>
        <source>Several papers need a folder: --to DIR.</source>
        <translation>多篇论文需要一个文件夹:--to DIR。</translation>
    </message>
    <message>
        <source>the papers of one issue</source>
        <translation>一期里的论文</translation>
    </message>
    <message>
        <source>the record of one session</source>
        <translation>一次阅读的记录</translation>
    </message>
    <message>
        <source>every paper with notes</source>
        <translation>所有有笔记的论文</translation>
    </message>
    <message>
        <source>%1 new, %2 updated, %3 unchanged, %4 failed</source>
        <translation>新增 %1,更新 %2,未变 %3,失败 %4</translation>
    </message>
    <message>
        <source>%1 of them failed; the first: %2</source>
        <translation>其中 %1 个失败;第一个:%2</translation>
    </message>
    <message>
        <source>The source is gone; its issues stay.</source>
        <translation>来源已移除,它的各期保留。</translation>
    </message>
    <message>
        <source>Added “%1” (%2).</source>
        <translation>已添加“%1”(%2)。</translation>
    </message>
    <message>
        <source>Fetching “%1”…</source>
        <translation>正在取“%1”…</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”:%2</translation>
    </message>
    <message>
        <source>digests and PDFs into the library</source>
        <translation>把推介和 PDF 放进书库</translation>
    </message>
    <message>
        <source>where issues come from</source>
        <translation>各期从哪里来</translation>
    </message>
    <message>
        <source>ask the sources for new issues</source>
        <translation>向来源取新的期</translation>
    </message>
    <message>
        <source>only those whose time has come</source>
        <translation>只问到了时间的</translation>
    </message>
    <message>
        <source>This paper has no PDF yet; “yaodian fetch %1” gets it.</source>
        <translation>这篇论文还没有 PDF;“yaodian fetch %1”可以取来。</translation>
    </message>
    <message>
        <source>There is no page %1: the PDF has %2.</source>
        <translation>没有第 %1 页:这份 PDF 共 %2 页。</translation>
    </message>
    <message>
        <source>Page %1 does not say “%2”.</source>
        <translation>第 %1 页没有“%2”这段文字。</translation>
    </message>
    <message>
        <source>The library knows no kinds of highlights.</source>
        <translation>书库里没有高亮类型。</translation>
    </message>
    <message>
        <source>There is no kind “%1”; there are %2.</source>
        <translation>没有类型“%1”;有 %2。</translation>
    </message>
    <message>
        <source>“highlight” needs --page N, counted from 1.</source>
        <translation>“highlight”需要 --page N,从 1 数起。</translation>
    </message>
    <message>
        <source>“highlight” needs --text QUOTE.</source>
        <translation>“highlight”需要 --text 引文。</translation>
    </message>
    <message>
        <source>A point needs a text.</source>
        <translation>要点不能没有文字。</translation>
    </message>
    <message>
        <source>“note --append” needs a text.</source>
        <translation>“note --append”需要文字。</translation>
    </message>
    <message>
        <source>mark a passage of a paper&apos;s PDF</source>
        <translation>标记论文 PDF 里的一段</translation>
    </message>
    <message>
        <source>the page, counted from 1</source>
        <translation>页码,从 1 数起</translation>
    </message>
    <message>
        <source>the words of the passage</source>
        <translation>这一段的文字</translation>
    </message>
    <message>
        <source>what it means: problem, method, result … or its letter</source>
        <translation>它的含义:问题、方法、结果……或其字母</translation>
    </message>
    <message>
        <source>what there is to say about it</source>
        <translation>对它的评论</translation>
    </message>
    <message>
        <source>a point of your own about a paper</source>
        <translation>给论文写一条自己的要点</translation>
    </message>
    <message>
        <source>make a highlight the evidence of a point</source>
        <translation>把一处高亮作为要点的证据</translation>
    </message>
    <message>
        <source>write the note of a paper, or print it</source>
        <translation>写论文的笔记,或把它打印出来</translation>
    </message>
    <message>
        <source>after what is there, as a paragraph of its own</source>
        <translation>接在原有内容后面,另起一段</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 无法写入:%2。</translation>
    </message>
    <message>
        <source>“page” needs --page N, counted from 1.</source>
        <translation>“page”需要 --page N,从 1 数起。</translation>
    </message>
    <message>
        <source>“page” needs --to OUT.png.</source>
        <translation>“page”需要 --to OUT.png。</translation>
    </message>
    <message>
        <source>--dpi is a number from 1 to %1.</source>
        <translation>--dpi 是 1 到 %1 的数。</translation>
    </message>
    <message>
        <source>--page is a number, counted from 1.</source>
        <translation>--page 是从 1 数起的页码。</translation>
    </message>
    <message>
        <source>one page of a PDF as a picture</source>
        <translation>PDF 的一页存成图片</translation>
    </message>
    <message>
        <source>dots per inch; 150 where nothing is said</source>
        <translation>每英寸点数;不写则 150</translation>
    </message>
    <message>
        <source>the file to write</source>
        <translation>要写的文件</translation>
    </message>
    <message>
        <source>the text of a PDF in reading order</source>
        <translation>PDF 的文字,按阅读顺序</translation>
    </message>
    <message>
        <source>only this page, counted from 1</source>
        <translation>只要这一页,从 1 数起</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(无标题)</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 个条目</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: read as “%2”, %3; %4 heads seen, %5 entries made</source>
        <translation>%1:按“%2”读取,%3;见到 %4 个条目头,得到 %5 个条目</translation>
    </message>
    <message>
        <source>repaired: %1</source>
        <translation>已修复:%1</translation>
    </message>
    <message>
        <source>line %1 is in no field: %2</source>
        <translation>第 %1 行未归入任何字段:%2</translation>
    </message>
    <message>
        <source>fields: %1</source>
        <translation>字段:%1</translation>
    </message>
    <message>
        <source>to check: %1</source>
        <translation>待核对:%1</translation>
    </message>
    <message>
        <source>one document → its issues and entries</source>
        <translation>一份文档 → 其中的期和条目</translation>
    </message>
    <message>
        <source>what the parser saw, repaired and left over</source>
        <translation>解析时见到、修复和剩下的内容</translation>
    </message>
    <message>
        <source>the entries of the library</source>
        <translation>书库里的条目</translation>
    </message>
    <message>
        <source>of one category; &quot;&quot; for those without one</source>
        <translation>某个类别的;&quot;&quot; 表示未分类</translation>
    </message>
    <message>
        <source>whose paper is unread</source>
        <translation>论文未读的</translation>
    </message>
    <message>
        <source>of one issue, in its own order</source>
        <translation>某一期的,按原来的顺序</translation>
    </message>
    <message>
        <source>find in digests, points, notes, highlights and PDFs</source>
        <translation>在推介、要点、笔记、高亮和 PDF 里查找</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>书库</translation>
    </message>
    <message>
        <source>The folder exists</source>
        <translation>文件夹存在</translation>
    </message>
    <message>
        <source>The folder can be written</source>
        <translation>文件夹可写</translation>
    </message>
    <message>
        <source>Another program writes to it now</source>
        <translation>现在有别的程序在写</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Unread entries</source>
        <translation>未读条目</translation>
    </message>
    <message>
        <source>PDFs can be opened safely</source>
        <translation>可以安全地打开 PDF</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>The sandbox for PDFs cannot be built here, so no PDF will be opened.</source>
        <translation>这里无法建立 PDF 的隔离环境,因此不会打开任何 PDF。</translation>
    </message>
    <message>
        <source>%1 problems; the first: %2</source>
        <translation>%1 个问题;第一个:%2</translation>
    </message>
    <message>
        <source>Everything that cannot be had again is in %1.</source>
        <translation>一切无法再得到的内容都在 %1 里。</translation>
    </message>
    <message>
        <source>is everything in order?</source>
        <translation>一切正常吗?</translation>
    </message>
    <message>
        <source>the library from a backup</source>
        <translation>从备份恢复书库</translation>
    </message>
    <message>
        <source>%1: %2 papers; %3 read, %4 kept, %5 dropped; %6 highlights, %7 points, %8 min</source>
        <translation>%1:%2 篇;精读 %3,存 %4,弃 %5;高亮 %6,要点 %7,%8 分钟</translation>
    </message>
    <message>
        <source>No session is open; “yaodian session start ID …” starts one.</source>
        <translation>没有进行中的阅读;用“yaodian session start ID …”开始。</translation>
    </message>
    <message>
        <source>That was the last paper; “yaodian session end” ends it.</source>
        <translation>这是最后一篇;用“yaodian session end”结束。</translation>
    </message>
    <message>
        <source>No session is open.</source>
        <translation>没有进行中的阅读。</translation>
    </message>
    <message>
        <source>“session” knows start, next, end and list, not “%1”.</source>
        <translation>“session”只认 start、next、end 和 list,不认“%1”。</translation>
    </message>
    <message>
        <source>“session start” needs the papers to read.</source>
        <translation>“session start”需要写明读哪些论文。</translation>
    </message>
    <message>
        <source>“session %1” takes nothing more.</source>
        <translation>“session %1”不需要别的。</translation>
    </message>
    <message>
        <source>Only “session next” takes --verdict.</source>
        <translation>只有“session next”能带 --verdict。</translation>
    </message>
    <message>
        <source>A verdict is read, keep, drop or none, not “%1”.</source>
        <translation>取舍只能是 read、keep、drop 或 none,不能是“%1”。</translation>
    </message>
    <message>
        <source>a sitting over a queue of papers; alone: the open one</source>
        <translation>一次阅读;不带参数则显示进行中的</translation>
    </message>
    <message>
        <source>of the paper that is left: read, keep, drop or none</source>
        <translation>对离开的这篇:read、keep、drop 或 none</translation>
    </message>
    <message>
        <source>%1 and %2 exclude each other.</source>
        <translation>%1 和 %2 不能同时用。</translation>
    </message>
    <message>
        <source>“mark” needs to know what to mark; yaodian mark --help lists it.</source>
        <translation>“mark”需要知道标什么;见 yaodian mark --help。</translation>
    </message>
    <message>
        <source>the state of a paper</source>
        <translation>论文的状态</translation>
    </message>
    <message>
        <source>read, keep, drop or none</source>
        <translation>read、keep、drop 或 none</translation>
    </message>
    <message>
        <source>star it</source>
        <translation>加星标</translation>
    </message>
    <message>
        <source>take the star away</source>
        <translation>去掉星标</translation>
    </message>
    <message>
        <source>it is read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>it is unread</source>
        <translation>标为未读</translation>
    </message>
    <message>
        <source>for later</source>
        <translation>留到稍后</translation>
    </message>
    <message>
        <source>no longer for later</source>
        <translation>不再留到稍后</translation>
    </message>
    <message>
        <source>take the last act back</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>do again what was taken back</source>
        <translation>重做撤销的一步</translation>
    </message>
    <message>
        <source>--due goes without named sources.</source>
        <translation>--due 不能和指定的来源一起用。</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>磁盘剩余空间</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>期数</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>PDFs</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Posts kept</source>
        <translation>保存的原文</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>Points of your own</source>
        <translation>自己的要点</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>阅读记录</translation>
    </message>
    <message>
        <source>The library is sound</source>
        <translation>书库完好</translation>
    </message>
    <message>
        <source>Only %1 are free on the disk of the library.</source>
        <translation>书库所在的磁盘只剩 %1。</translation>
    </message>
    <message>
        <source>The library was restored from %1.</source>
        <translation>书库已从 %1 恢复。</translation>
    </message>
    <message>
        <source>The library was restored from %1; the one before it is kept as %2.</source>
        <translation>书库已从 %1 恢复;原来的保存为 %2。</translation>
    </message>
    <message>
        <source>stored posts, parsed again</source>
        <translation>重新解析保存的原文</translation>
    </message>
    <message>
        <source>“%1” has no link, and arXiv knows no paper of this title.</source>
        <translation>《%1》没有链接,arXiv 上也没有这个题目的论文。</translation>
    </message>
    <message>
        <source>“%1” has no link. arXiv has others like it; --as takes one of them: %2</source>
        <translation>《%1》没有链接。arXiv 上有相近的,可用 --as 指定其中一篇:%2</translation>
    </message>
    <message>
        <source>Searching arXiv for “%1”…</source>
        <translation>正在 arXiv 上查找《%1》…</translation>
    </message>
    <message>
        <source>“%1” names no paper: arXiv:2302.03084 or a DOI would.</source>
        <translation>“%1”没有指明论文;可写 arXiv:2302.03084 或 DOI。</translation>
    </message>
    <message>
        <source>Asking arXiv…</source>
        <translation>正在询问 arXiv…</translation>
    </message>
    <message numerus="yes">
        <source>arXiv was asked about %n paper(s).</source>
        <translation>
            <numerusform>已向 arXiv 询问 %n 篇论文。</numerusform>
        </translation>
    </message>
    <message>
        <source>--as says what one paper is.</source>
        <translation>--as 只能说明一篇论文。</translation>
    </message>
    <message>
        <source>get the PDFs of papers; those without a link are searched for on arXiv</source>
        <translation>获取论文的 PDF;没有链接的在 arXiv 上查找</translation>
    </message>
    <message>
        <source>the paper is this one: arXiv:2302.03084, a DOI</source>
        <translation>论文就是这一篇:arXiv:2302.03084 或 DOI</translation>
    </message>
    <message>
        <source>ask arXiv for missing titles and authors, and for newer versions</source>
        <translation>向 arXiv 询问缺少的题目、作者与更新的版本</translation>
    </message>
    <message>
        <source>It has moved for good to %1; to ask there from now on: yaodian sources set %2 address=%1</source>
        <translation>它已永久迁到 %1;以后去那里检查:yaodian sources set %2 address=%1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n issue(s) at the moment</source>
        <translation>
            <numerusform>%1:目前 %n 期</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is asked so from now on.</source>
        <translation>“%1”以后就这样检查。</translation>
    </message>
    <message>
        <source>There is no such source.</source>
        <translation>没有这个来源。</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) added</source>
        <translation>
            <numerusform>已添加 %n 个来源</numerusform>
        </translation>
    </message>
    <message>
        <source>“sources” knows list, add, remove, set, log, presets, import and export, not “%1”.</source>
        <translation>“sources”有 list、add、remove、set、log、presets、import 和 export,没有“%1”。</translation>
    </message>
    <message>
        <source>“sources %1” needs to know more.</source>
        <translation>“sources %1”还需要参数。</translation>
    </message>
    <message>
        <source>“sources %1” takes nothing more.</source>
        <translation>“sources %1”不再接受参数。</translation>
    </message>
    <message>
        <source>papers that are one, by your word</source>
        <translation>你认定为同一篇的论文</translation>
    </message>
    <message>
        <source>an entry that is about another paper than it was taken for</source>
        <translation>其实是另一篇论文的条目</translation>
    </message>
    <message>
        <source>--older takes a number of pages from 1 to %1.</source>
        <translation>--older 要一个 1 到 %1 的页数。</translation>
    </message>
    <message>
        <source>--older needs to know of which source.</source>
        <translation>--older 需要指明来源。</translation>
    </message>
    <message>
        <source>fetch older issues, N pages (days, files) of them</source>
        <translation>补取更早的期,共 N 页(天、文件)</translation>
    </message>
    <message>
        <source>The password on standard input is not one line of UTF-8 text.</source>
        <translation>标准输入中的密码不是一行 UTF-8 文字。</translation>
    </message>
    <message>
        <source>A password goes with a user name: add user=NAME.</source>
        <translation>密码需要配用户名:请加上 user=NAME。</translation>
    </message>
    <message>
        <source>--password goes with “sources set”.</source>
        <translation>--password 只用于“sources set”。</translation>
    </message>
    <message>
        <source>--password is followed by “-”, and the password is a line of standard input: among the arguments others could read it.</source>
        <translation>--password 后面写“-”,密码从标准输入读一行:写在参数里会被别人看到。</translation>
    </message>
    <message>
        <source>set: the password, a line of standard input; an empty one takes it out</source>
        <translation>set:密码,取自标准输入的一行;空行则删除密码</translation>
    </message>
    <message>
        <source>A PDF cannot reach your files even if it takes its program over</source>
        <translation>即使 PDF 控制了绘制它的程序,也无法触及你的文件</translation>
    </message>
    <message>
        <source>The program that draws PDFs runs in namespaces of its own</source>
        <translation>绘制 PDF 的程序运行在独立的命名空间中</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) from the files are in the library now; undo takes them back.</source>
        <translation>
            <numerusform>文件中的 %n 处修改已存入书库;可以撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>--template is for markdown.</source>
        <translation>--template 只用于 markdown。</translation>
    </message>
    <message>
        <source>A report is about a session: --session ID.</source>
        <translation>报告针对一次阅读:--session ID。</translation>
    </message>
    <message>
        <source>papers, an issue, a session or everything with notes: Markdown, references, cards …</source>
        <translation>论文、一期、一次阅读或所有带笔记的论文:Markdown、参考文献、卡片等</translation>
    </message>
    <message>
        <source>All entries</source>
        <translation>全部条目</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>有笔记</translation>
    </message>
    <message>
        <source>Needs check</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>--group is for markdown.</source>
        <translation>--group 只用于 markdown。</translation>
    </message>
    <message>
        <source>--group is one of: none, kind, section.</source>
        <translation>--group 取 none, kind 或 section。</translation>
    </message>
    <message>
        <source>--view is one of: all, today, unread, later, starred, notes, check.</source>
        <translation>--view 取 all, today, unread, later, starred, notes 或 check。</translation>
    </message>
    <message>
        <source>--category narrows a view: --view NAME.</source>
        <translation>--category 用来限定视图:--view NAME。</translation>
    </message>
    <message>
        <source>A copy of a PDF needs a place: --to DIR or FILE.pdf.</source>
        <translation>PDF 副本需要位置:--to DIR 或 FILE.pdf。</translation>
    </message>
    <message>
        <source>“export” needs to know what: papers by their IDs, --issue ID, --session ID, --view NAME or --all.</source>
        <translation>“export” 需要知道导出什么:论文 ID, --issue ID, --session ID, --view NAME 或 --all。</translation>
    </message>
    <message>
        <source>“export” takes one of: papers by their IDs, --issue ID, --session ID, --view NAME, --all.</source>
        <translation>“export” 只取其一:论文 ID, --issue ID, --session ID, --view NAME, --all。</translation>
    </message>
    <message>
        <source>markdown, bibtex, csl-json, annotations, pdf, anki or report</source>
        <translation>markdown, bibtex, csl-json, annotations, pdf, anki 或 report</translation>
    </message>
    <message>
        <source>into this folder (a copy of one PDF: or file); without it one paper goes to standard output</source>
        <translation>写入此文件夹(单个 PDF 副本也可为文件);不给时,一篇论文写到标准输出</translation>
    </message>
    <message>
        <source>what a view lists: all, today, unread, later, starred, notes, check</source>
        <translation>视图所列:all, today, unread, later, starred, notes, check</translation>
    </message>
    <message>
        <source>of the view, only this category</source>
        <translation>视图中仅此类别</translation>
    </message>
    <message>
        <source>highlights by none, kind or section</source>
        <translation>高亮分组:none, kind 或 section</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>留下的</translation>
    </message>
    <message>
        <source>obsidian, logseq, plain, one of your own or a file</source>
        <translation>obsidian、logseq、plain、自建模板名或文件</translation>
    </message>
    <message>
        <source>PDFs whose text is searched</source>
        <translation>可搜索全文的 PDF</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>PDFs that cannot be read</source>
        <translation>无法读取的 PDF</translation>
    </message>
    <message>
        <source>Pages that cannot be read</source>
        <translation>无法读取的页</translation>
    </message>
    <message>
        <source>For these reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Indexing %1 of %2</source>
        <translation>正在索引 %1 / %2</translation>
    </message>
    <message>
        <source>make the search anew and read all PDFs for it</source>
        <translation>重建搜索索引并重新读取所有 PDF</translation>
    </message>
    <message>
        <source>pictures of every window, language, theme and scale, with what is wrong in them</source>
        <translation>每个窗口、语言、主题与缩放的截图,并指出其中的毛病</translation>
    </message>
    <message>
        <source>at this scale alone: 1, 1.5 or 2</source>
        <translation>只用这一缩放:1、1.5 或 2</translation>
    </message>
    <message>
        <source>this picture alone: library, reader, …</source>
        <translation>只拍这一张:library、reader……</translation>
    </message>
    <message>
        <source>a checked copy of notes, posts, pictures, keys and templates in one file</source>
        <translation>把笔记、原文、图片、按键和模板核对后存为一个文件</translation>
    </message>
    <message>
        <source>Automatic backups</source>
        <translation>自动备份</translation>
    </message>
    <message>
        <source>The newest of them</source>
        <translation>最近一份</translation>
    </message>
    <message>
        <source>“yaodian doctor --repair” puts the backup of %1 in the place of the damaged notes, with what can still be read of what came after it.</source>
        <translation>“yaodian doctor --repair” 会用 %1 的备份替换损坏的笔记,并补上之后仍能读出的改动。</translation>
    </message>
    <message>
        <source>put the newest sound backup in the place of damaged notes</source>
        <translation>用最近一份完好的备份替换损坏的笔记</translation>
    </message>
    <message>
        <source>The library&apos;s folder %1 is not there any more. If it lies on a drive, connect that and try again.</source>
        <translation>书库文件夹 %1 已经不在了。如果它在移动硬盘上,请接上后再试一次。</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Everywhere</source>
        <translation>任何地方</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>侧栏</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>阅读器</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Keys of this place</source>
        <translation>这里的按键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Find any command</source>
        <translation>查找任何命令</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索所有内容</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一栏</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一栏</translation>
    </message>
    <message>
        <source>Go to tab 1…9</source>
        <translation>到第 1…9 个标签页</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back in the history</source>
        <translation>历史后退</translation>
    </message>
    <message>
        <source>Forward in the history</source>
        <translation>历史前进</translation>
    </message>
    <message>
        <source>Start a reading session</source>
        <translation>开始一次阅读</translation>
    </message>
    <message>
        <source>Start reading</source>
        <translation>开始阅读</translation>
    </message>
    <message>
        <source>Export Markdown</source>
        <translation>导出 Markdown</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>添加来源</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>中文 / English</source>
        <translation>中文 / English</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Next entry</source>
        <translation>下一个条目</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Previous entry</source>
        <translation>上一个条目</translation>
    </message>
    <message>
        <source>Open the PDF</source>
        <translation>打开 PDF</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Verdict: read closely</source>
        <translation>取舍:精读</translation>
    </message>
    <message>
        <source>Read Keep Drop</source>
        <translation>精读 存 弃</translation>
    </message>
    <message>
        <source>Verdict: keep</source>
        <translation>取舍:存</translation>
    </message>
    <message>
        <source>Verdict: drop</source>
        <translation>取舍:弃</translation>
    </message>
    <message>
        <source>Read / unread</source>
        <translation>已读 / 未读</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>New point</source>
        <translation>新要点</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>First entry</source>
        <translation>第一个条目</translation>
    </message>
    <message>
        <source>Last entry</source>
        <translation>最后一个条目</translation>
    </message>
    <message>
        <source>A page down</source>
        <translation>下一屏</translation>
    </message>
    <message>
        <source>A page up</source>
        <translation>上一屏</translation>
    </message>
    <message>
        <source>Next group</source>
        <translation>下一组</translation>
    </message>
    <message>
        <source>Previous group</source>
        <translation>上一组</translation>
    </message>
    <message>
        <source>Extend the selection down</source>
        <translation>向下扩大选择</translation>
    </message>
    <message>
        <source>Extend the selection up</source>
        <translation>向上扩大选择</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>在浏览器里打开</translation>
    </message>
    <message>
        <source>Copy title and link</source>
        <translation>复制标题和链接</translation>
    </message>
    <message>
        <source>Page the card</source>
        <translation>翻卡片</translation>
    </message>
    <message>
        <source>Page the card back</source>
        <translation>往回翻卡片</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>Go to the list</source>
        <translation>到列表</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>到列表</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>第一行</translation>
    </message>
    <message>
        <source>Last row</source>
        <translation>最后一行</translation>
    </message>
    <message>
        <source>Remove the source</source>
        <translation>移除来源</translation>
    </message>
    <message>
        <source>Scroll down</source>
        <translation>向下滚动</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>滚动</translation>
    </message>
    <message>
        <source>Scroll up</source>
        <translation>向上滚动</translation>
    </message>
    <message>
        <source>Top of the card</source>
        <translation>卡片顶部</translation>
    </message>
    <message>
        <source>End of the card</source>
        <translation>卡片末尾</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>复制选中的文字</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Scroll left</source>
        <translation>向左滚动</translation>
    </message>
    <message>
        <source>Scroll right</source>
        <translation>向右滚动</translation>
    </message>
    <message>
        <source>Half a screen down</source>
        <translation>向下半屏</translation>
    </message>
    <message>
        <source>Half a screen up</source>
        <translation>向上半屏</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>第一页</translation>
    </message>
    <message>
        <source>Last page, or page n</source>
        <translation>最后一页,或第 n 页</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Follow a link by letters</source>
        <translation>按字母打开链接</translation>
    </message>
    <message>
        <source>Peek at the reference or figure</source>
        <translation>速览参考文献或图</translation>
    </message>
    <message>
        <source>Peek</source>
        <translation>速览</translation>
    </message>
    <message>
        <source>Go to the reference</source>
        <translation>到参考文献</translation>
    </message>
    <message>
        <source>Go to the figure</source>
        <translation>到图</translation>
    </message>
    <message>
        <source>Search in this document</source>
        <translation>在本文中搜索</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Set mark a…z</source>
        <translation>设标记 a…z</translation>
    </message>
    <message>
        <source>Jump to mark a…z</source>
        <translation>跳到标记 a…z</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Fit the page</source>
        <translation>适合整页</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Dark pages</source>
        <translation>深色页面</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>阅读尺</translation>
    </message>
    <message>
        <source>Close the document</source>
        <translation>关闭文档</translation>
    </message>
    <message>
        <source>Select by key</source>
        <translation>用键盘选择</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Next highlight</source>
        <translation>下一处高亮</translation>
    </message>
    <message>
        <source>Previous highlight</source>
        <translation>上一处高亮</translation>
    </message>
    <message>
        <source>Comment on the highlight</source>
        <translation>评论高亮</translation>
    </message>
    <message>
        <source>Remove the highlight</source>
        <translation>删除高亮</translation>
    </message>
    <message>
        <source>The highlight is evidence for point 1…9</source>
        <translation>高亮作为要点 1…9 的证据</translation>
    </message>
    <message>
        <source>Write the note</source>
        <translation>写笔记</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Next paper of the session</source>
        <translation>阅读的下一篇</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>结束阅读</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>下一个词</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Previous word</source>
        <translation>上一个词</translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation>下一句</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>句</translation>
    </message>
    <message>
        <source>Previous sentence</source>
        <translation>上一句</translation>
    </message>
    <message>
        <source>Next paragraph</source>
        <translation>下一段</translation>
    </message>
    <message>
        <source>Previous paragraph</source>
        <translation>上一段</translation>
    </message>
    <message>
        <source>Next line</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>Previous line</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>Next character</source>
        <translation>下一个字</translation>
    </message>
    <message>
        <source>Previous character</source>
        <translation>上一个字</translation>
    </message>
    <message>
        <source>Other end of the selection</source>
        <translation>选择的另一端</translation>
    </message>
    <message>
        <source>Other end</source>
        <translation>另一端</translation>
    </message>
    <message>
        <source>Highlight in the kind of a letter</source>
        <translation>按类型字母高亮</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>Highlight in kind 1…9</source>
        <translation>按类型序号高亮</translation>
    </message>
    <message>
        <source>Highlight as evidence for point 1…9</source>
        <translation>高亮并作为要点 1…9 的证据</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Highlight and comment</source>
        <translation>高亮并评论</translation>
    </message>
    <message>
        <source>New point with this as evidence</source>
        <translation>以此为证据写新要点</translation>
    </message>
    <message>
        <source>Copy the passage</source>
        <translation>复制这一段</translation>
    </message>
    <message>
        <source>Give up the selection</source>
        <translation>放弃选择</translation>
    </message>
    <message>
        <source>Import the clipboard</source>
        <translation>导入剪贴板</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>By category / as in the issue</source>
        <translation>按类别 / 按本期顺序</translation>
    </message>
    <message>
        <source>The whole post / the card</source>
        <translation>整篇推介 / 卡片</translation>
    </message>
    <message>
        <source>Parse the stored posts again</source>
        <translation>重新解析保存的原文</translation>
    </message>
    <message>
        <source>Sync activity</source>
        <translation>同步动态</translation>
    </message>
    <message>
        <source>Ask arXiv for what is missing and for newer versions</source>
        <translation>向 arXiv 询问缺少的信息和更新的版本</translation>
    </message>
    <message>
        <source>Import sources (OPML)</source>
        <translation>导入来源(OPML)</translation>
    </message>
    <message>
        <source>Export sources (OPML)</source>
        <translation>导出来源(OPML)</translation>
    </message>
    <message>
        <source>The selected entries are one paper</source>
        <translation>选中的条目是同一篇论文</translation>
    </message>
    <message>
        <source>This entry is another paper</source>
        <translation>这一条目是另一篇论文</translation>
    </message>
    <message>
        <source>Search arXiv for the title</source>
        <translation>在 arXiv 上按题目查找</translation>
    </message>
    <message>
        <source>Fetch the newest version</source>
        <translation>获取最新版本</translation>
    </message>
    <message>
        <source>Settings of the source</source>
        <translation>来源设置</translation>
    </message>
    <message>
        <source>Next source</source>
        <translation>下一个来源</translation>
    </message>
    <message>
        <source>Previous source</source>
        <translation>上一个来源</translation>
    </message>
    <message>
        <source>First source</source>
        <translation>第一个来源</translation>
    </message>
    <message>
        <source>Last source</source>
        <translation>最后一个来源</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>Ask the source now</source>
        <translation>立即检查此来源</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Fetch a page of older issues</source>
        <translation>补取一页更早的期</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Fetch the missing days</source>
        <translation>补取缺少的日子</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>补缺</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签页</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>上一个标签页</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>关闭标签页</translation>
    </message>
    <message>
        <source>Open the closed tab again</source>
        <translation>重新打开关闭的标签页</translation>
    </message>
    <message>
        <source>Open the PDF in a new tab</source>
        <translation>在新标签页打开 PDF</translation>
    </message>
    <message>
        <source>Filter the contents</source>
        <translation>筛选目录</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>Embedded files</source>
        <translation>内嵌文件</translation>
    </message>
    <message>
        <source>Read the file again</source>
        <translation>重新读取文件</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Open in the system&apos;s viewer</source>
        <translation>用系统的阅读器打开</translation>
    </message>
    <message>
        <source>Fit the text, margins trimmed</source>
        <translation>适合正文(裁去页边)</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Rotate back</source>
        <translation>反向旋转</translation>
    </message>
    <message>
        <source>One page at a time</source>
        <translation>单页</translation>
    </message>
    <message>
        <source>Two pages side by side</source>
        <translation>双页</translation>
    </message>
    <message>
        <source>Sepia pages</source>
        <translation>米黄页面</translation>
    </message>
    <message>
        <source>Only the pages</source>
        <translation>只看页面</translation>
    </message>
    <message>
        <source>Two places side by side</source>
        <translation>并排看两处</translation>
    </message>
    <message>
        <source>The other side</source>
        <translation>换到另一侧</translation>
    </message>
    <message>
        <source>Take a picture of an area</source>
        <translation>截取区域</translation>
    </message>
    <message>
        <source>The whole paragraph</source>
        <translation>整段</translation>
    </message>
    <message>
        <source>Search in all open documents</source>
        <translation>在所有打开的文档中搜索</translation>
    </message>
    <message>
        <source>Highlights of other versions</source>
        <translation>其他版本的高亮</translation>
    </message>
    <message>
        <source>Move the ends of the highlight</source>
        <translation>移动高亮的两端</translation>
    </message>
    <message>
        <source>Give the highlight the kind of a letter</source>
        <translation>按字母改高亮的类型</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Writing a point</source>
        <translation>编写要点</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>历史版本</translation>
    </message>
    <message>
        <source>Export references (BibTeX)</source>
        <translation>导出参考文献(BibTeX)</translation>
    </message>
    <message>
        <source>Export references (CSL-JSON)</source>
        <translation>导出参考文献(CSL-JSON)</translation>
    </message>
    <message>
        <source>Export highlights (Web Annotations)</source>
        <translation>导出高亮(Web Annotations)</translation>
    </message>
    <message>
        <source>Export cards (Anki)</source>
        <translation>导出卡片(Anki)</translation>
    </message>
    <message>
        <source>Export the report of the session (HTML)</source>
        <translation>导出这次阅读的报告(HTML)</translation>
    </message>
    <message>
        <source>Next point or passage</source>
        <translation>下一条要点或段落</translation>
    </message>
    <message>
        <source>Previous point or passage</source>
        <translation>上一条要点或段落</translation>
    </message>
    <message>
        <source>First point</source>
        <translation>第一条要点</translation>
    </message>
    <message>
        <source>Last point, or point n</source>
        <translation>最后一条要点,或第 n 条</translation>
    </message>
    <message>
        <source>Edit the point; on a passage: go to it</source>
        <translation>编辑要点;在段落上则跳转</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Move the point down</source>
        <translation>要点下移</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Move the point up</source>
        <translation>要点上移</translation>
    </message>
    <message>
        <source>Take the digest&apos;s point over as my own</source>
        <translation>把推介的要点收为己有</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>收为己有</translation>
    </message>
    <message>
        <source>The selection or highlight is evidence for this point</source>
        <translation>选区或高亮作为这条要点的证据</translation>
    </message>
    <message>
        <source>Remove my point, or the passage under it</source>
        <translation>删除我的要点,或其下的段落</translation>
    </message>
    <message>
        <source>Back to the pages</source>
        <translation>回到页面</translation>
    </message>
    <message>
        <source>Keep the point</source>
        <translation>保存要点</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Split the point at the cursor</source>
        <translation>在光标处拆分要点</translation>
    </message>
    <message>
        <source>Split here</source>
        <translation>在此拆分</translation>
    </message>
    <message>
        <source>Leave the point as it was</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Preview of the note on or off</source>
        <translation>打开或关闭笔记预览</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Earlier versions of the note</source>
        <translation>笔记的历史版本</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Open the link at the cursor</source>
        <translation>打开光标处的链接</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>The version before</source>
        <translation>更早的版本</translation>
    </message>
    <message>
        <source>Older Newer</source>
        <translation>更早 更新</translation>
    </message>
    <message>
        <source>The version after</source>
        <translation>更新的版本</translation>
    </message>
    <message>
        <source>Make this the note again</source>
        <translation>恢复为这一版本</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Back to the note as it is</source>
        <translation>回到当前笔记</translation>
    </message>
    <message>
        <source>Choose the point that the highlight is evidence for</source>
        <translation>选择这处高亮所证的要点</translation>
    </message>
    <message>
        <source>Go to the points</source>
        <translation>到要点列表</translation>
    </message>
    <message>
        <source>Choose the point that this is evidence for</source>
        <translation>选择它所证的要点</translation>
    </message>
    <message>
        <source>Tags of the highlight</source>
        <translation>高亮的标签</translation>
    </message>
    <message>
        <source>Kinds of highlights</source>
        <translation>高亮类型</translation>
    </message>
    <message>
        <source>All highlights</source>
        <translation>全部高亮</translation>
    </message>
    <message>
        <source>Export this list (Markdown)</source>
        <translation>导出此列表(Markdown)</translation>
    </message>
    <message>
        <source>Export the PDF with highlights</source>
        <translation>导出带高亮的 PDF</translation>
    </message>
    <message>
        <source>Next kind</source>
        <translation>下一个类型</translation>
    </message>
    <message>
        <source>Previous kind</source>
        <translation>上一个类型</translation>
    </message>
    <message>
        <source>First kind</source>
        <translation>第一个类型</translation>
    </message>
    <message>
        <source>Last kind</source>
        <translation>最后一个类型</translation>
    </message>
    <message>
        <source>Edit the kind</source>
        <translation>编辑类型</translation>
    </message>
    <message>
        <source>New kind</source>
        <translation>新类型</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Remove the kind</source>
        <translation>删除类型</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Move the kind down</source>
        <translation>类型下移</translation>
    </message>
    <message>
        <source>Move the kind up</source>
        <translation>类型上移</translation>
    </message>
    <message>
        <source>First highlight</source>
        <translation>第一条高亮</translation>
    </message>
    <message>
        <source>Last highlight</source>
        <translation>最后一条高亮</translation>
    </message>
    <message>
        <source>Next paper</source>
        <translation>下一篇论文</translation>
    </message>
    <message>
        <source>Previous paper</source>
        <translation>上一篇论文</translation>
    </message>
    <message>
        <source>Open the PDF at the highlight</source>
        <translation>在 PDF 中打开高亮处</translation>
    </message>
    <message>
        <source>Filter the highlights</source>
        <translation>筛选高亮</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Copy the quote with its link</source>
        <translation>复制引文和链接</translation>
    </message>
    <message>
        <source>Earlier states of the highlight, and removed ones</source>
        <translation>高亮的旧版本和已删除的高亮</translation>
    </message>
    <message>
        <source>Annotations of this PDF</source>
        <translation>此 PDF 中的批注</translation>
    </message>
    <message>
        <source>Take over the annotations of this PDF as highlights</source>
        <translation>把此 PDF 中的批注收为高亮</translation>
    </message>
    <message>
        <source>Underline in the kind of a letter</source>
        <translation>按字母对应的类型加下划线</translation>
    </message>
    <message>
        <source>Underline the highlight, or tint it again</source>
        <translation>高亮改为下划线,或改回底色</translation>
    </message>
    <message>
        <source>Five-minute triage</source>
        <translation>五分钟取舍</translation>
    </message>
    <message>
        <source>Reading history</source>
        <translation>阅读历史</translation>
    </message>
    <message>
        <source>Five-minute triage of this list</source>
        <translation>五分钟取舍:逐篇过一遍这个列表</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>取舍</translation>
    </message>
    <message>
        <source>Tags of the papers</source>
        <translation>论文的标签</translation>
    </message>
    <message>
        <source>Keep this filter as a search</source>
        <translation>把这个筛选存成搜索</translation>
    </message>
    <message>
        <source>Sort otherwise: newest, category, source, title</source>
        <translation>换一种排序:最新、类别、来源、标题</translation>
    </message>
    <message>
        <source>Remove the source or the kept search</source>
        <translation>删除来源或存下的搜索</translation>
    </message>
    <message>
        <source>Rename the kept search</source>
        <translation>给存下的搜索改名</translation>
    </message>
    <message>
        <source>Pass Back</source>
        <translation>跳过 上一篇</translation>
    </message>
    <message>
        <source>Pass the paper</source>
        <translation>跳过这一篇</translation>
    </message>
    <message>
        <source>The paper before</source>
        <translation>上一篇</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>翻页</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Next session</source>
        <translation>下一次阅读</translation>
    </message>
    <message>
        <source>Previous session</source>
        <translation>上一次阅读</translation>
    </message>
    <message>
        <source>The summary of the session</source>
        <translation>这次阅读的小结</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>小结</translation>
    </message>
    <message>
        <source>The day before on which was read</source>
        <translation>前一个读过的日子</translation>
    </message>
    <message>
        <source>The day after on which was read</source>
        <translation>后一个读过的日子</translation>
    </message>
    <message>
        <source>First session</source>
        <translation>第一次阅读</translation>
    </message>
    <message>
        <source>Last session</source>
        <translation>最后一次阅读</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Writing a template</source>
        <translation>编写模板</translation>
    </message>
    <message>
        <source>Templates of the Markdown</source>
        <translation>Markdown 模板</translation>
    </message>
    <message>
        <source>Next template</source>
        <translation>下一个模板</translation>
    </message>
    <message>
        <source>Previous template</source>
        <translation>上一个模板</translation>
    </message>
    <message>
        <source>First template</source>
        <translation>第一个模板</translation>
    </message>
    <message>
        <source>Last template</source>
        <translation>最后一个模板</translation>
    </message>
    <message>
        <source>Into the text of the template</source>
        <translation>进入模板正文</translation>
    </message>
    <message>
        <source>Copy the template, to edit it</source>
        <translation>复制模板以便编辑</translation>
    </message>
    <message>
        <source>Use the template for exports</source>
        <translation>导出使用此模板</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>选用</translation>
    </message>
    <message>
        <source>Rename the template</source>
        <translation>重命名模板</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove the template</source>
        <translation>删除模板</translation>
    </message>
    <message>
        <source>Put the removed template back</source>
        <translation>恢复删除的模板</translation>
    </message>
    <message>
        <source>The Markdown, or how it reads</source>
        <translation>Markdown 或阅读效果</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Variables of templates</source>
        <translation>模板变量</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Put a variable in</source>
        <translation>插入变量</translation>
    </message>
    <message>
        <source>Back to the list of templates</source>
        <translation>回到模板列表</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>Do the step again</source>
        <translation>重做这一步</translation>
    </message>
    <message>
        <source>Read what was chosen</source>
        <translation>开始读选出的论文</translation>
    </message>
    <message>
        <source>Keys of all commands</source>
        <translation>所有命令的按键</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>更改按键</translation>
    </message>
    <message>
        <source>Next command</source>
        <translation>下一个命令</translation>
    </message>
    <message>
        <source>Previous command</source>
        <translation>上一个命令</translation>
    </message>
    <message>
        <source>Press another key for the command</source>
        <translation>给命令另按一个键</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Press one more key for the command</source>
        <translation>给命令再加一个键</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>再加</translation>
    </message>
    <message>
        <source>The command has no key</source>
        <translation>命令不设按键</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>The command has its own keys again</source>
        <translation>恢复命令原来的按键</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Find a command by its name or its key</source>
        <translation>按名称或按键查找命令</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>All commands have their own keys again</source>
        <translation>恢复所有命令原来的按键</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>导入按键</translation>
    </message>
    <message>
        <source>Export keys</source>
        <translation>导出按键</translation>
    </message>
    <message>
        <source>First command</source>
        <translation>第一个命令</translation>
    </message>
    <message>
        <source>Last command</source>
        <translation>最后一个命令</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Next chapter; in the text: scroll down</source>
        <translation>下一章;在正文里向下滚动</translation>
    </message>
    <message>
        <source>Previous chapter; in the text: scroll up</source>
        <translation>上一章;在正文里向上滚动</translation>
    </message>
    <message>
        <source>Into the text; in the text: follow the link</source>
        <translation>进入正文;在正文里打开链接</translation>
    </message>
    <message>
        <source>To the text</source>
        <translation>到正文</translation>
    </message>
    <message>
        <source>Page the text</source>
        <translation>正文翻页</translation>
    </message>
    <message>
        <source>Page the text back</source>
        <translation>正文往回翻</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>下一章</translation>
    </message>
    <message>
        <source>Previous chapter</source>
        <translation>上一章</translation>
    </message>
    <message>
        <source>First chapter, or the beginning of the text</source>
        <translation>第一章,或正文开头</translation>
    </message>
    <message>
        <source>Last chapter, or the end of the text</source>
        <translation>最后一章,或正文末尾</translation>
    </message>
    <message>
        <source>Next link</source>
        <translation>下一个链接</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Previous link</source>
        <translation>上一个链接</translation>
    </message>
    <message>
        <source>Search the handbook</source>
        <translation>搜索手册</translation>
    </message>
    <message>
        <source>Servers asked since the start</source>
        <translation>启动以来访问过的服务器</translation>
    </message>
    <message>
        <source>Menu of what is at the cursor</source>
        <translation>光标处的菜单</translation>
    </message>
    <message>
        <source>Next section; on a setting: the next one</source>
        <translation>下一部分;在一项设置上:下一项</translation>
    </message>
    <message>
        <source>Previous section; on a setting: the one before</source>
        <translation>上一部分;在一项设置上:上一项</translation>
    </message>
    <message>
        <source>To the settings of the section; on a setting: change it</source>
        <translation>进入这部分的设置;在一项设置上:更改</translation>
    </message>
    <message>
        <source>To the settings</source>
        <translation>进入设置</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>下一部分</translation>
    </message>
    <message>
        <source>Previous section</source>
        <translation>上一部分</translation>
    </message>
    <message>
        <source>First section</source>
        <translation>第一部分</translation>
    </message>
    <message>
        <source>Last section</source>
        <translation>最后一部分</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>复制链接</translation>
    </message>
</context>
<context>
    <name>digest</name>
    <message>
        <source>Entry “%1” has no link, though the others have one.</source>
        <translation>条目“%1”没有链接,而其他条目都有。</translation>
    </message>
    <message>
        <source>Entry “%1” has no authors, though the others have.</source>
        <translation>条目“%1”没有作者,而其他条目都有。</translation>
    </message>
    <message>
        <source>Entry “%1” has no points, though the others have.</source>
        <translation>条目“%1”没有要点,而其他条目都有。</translation>
    </message>
    <message>
        <source>Entry “%1” has no abstract, though the others have.</source>
        <translation>条目“%1”没有摘要,而其他条目都有。</translation>
    </message>
    <message>
        <source>The document is cut off in the middle of a tag; the rest is missing.</source>
        <translation>文档在一个标签中间被截断,后面的内容缺失。</translation>
    </message>
    <message>
        <source>The Markdown could not be read; it was taken as plain text.</source>
        <translation>Markdown 读不懂,按纯文本处理。</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>a zip archive or an office document</source>
        <translation>压缩包或办公文档</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation>压缩文件</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>The feed is cut off; the items before that place were read.</source>
        <translation>订阅被截断;截断处之前的内容已读入。</translation>
    </message>
    <message>
        <source>The document is empty.</source>
        <translation>文档是空的。</translation>
    </message>
    <message>
        <source>The document is not text but binary data; nothing was taken from it.</source>
        <translation>文档不是文本而是二进制数据,没有取用任何内容。</translation>
    </message>
    <message>
        <source>The document is not text but %1; nothing was taken from it.</source>
        <translation>文档不是文本而是%1,没有取用任何内容。</translation>
    </message>
    <message>
        <source>The document is cut off in the middle of a character; the rest is missing.</source>
        <translation>文档在一个字符中间被截断,后面的内容缺失。</translation>
    </message>
    <message>
        <source>%1 damaged characters were replaced.</source>
        <translation>替换了 %1 个损坏的字符。</translation>
    </message>
    <message>
        <source>The document says it is %1, but it was read as %2.</source>
        <translation>文档声称是 %1,实际按 %2 读取。</translation>
    </message>
    <message>
        <source>The document is larger than %1 MB; nothing was taken from it.</source>
        <translation>文档超过 %1 MB,没有取用任何内容。</translation>
    </message>
    <message>
        <source>%1 NUL characters were removed.</source>
        <translation>去掉了 %1 个空字符。</translation>
    </message>
    <message>
        <source>The server answered with an error: %1</source>
        <translation>服务器回答了一个错误:%1</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>The JSON is cut off or damaged; the items that are whole were read.</source>
        <translation>JSON 被截断或已损坏;完整的条目已读入。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of the JSON could not be read.</source>
        <translation>
            <numerusform>JSON 中有 %n 项无法读入。</numerusform>
        </translation>
    </message>
    <message>
        <source>The JSON is damaged; nothing could be read from it.</source>
        <translation>JSON 已损坏;没有读入任何内容。</translation>
    </message>
    <message>
        <source>The JSON holds neither posts nor papers.</source>
        <translation>JSON 中既没有文章也没有论文。</translation>
    </message>
    <message>
        <source>The message holds no text; nothing was taken from it.</source>
        <translation>邮件中没有文字;没有读入任何内容。</translation>
    </message>
    <message>
        <source>The message is cut off; what came before that place was read.</source>
        <translation>邮件被截断;截断处之前的内容已读入。</translation>
    </message>
</context>
<context>
    <name>entries</name>
    <message>
        <source>Read closely</source>
        <translation>精读</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>存</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>弃</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n 处提及</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exporting</name>
    <message>
        <source>The folder %1 cannot be made. Nothing was written.</source>
        <translation>无法建立文件夹 %1,什么都没有写。</translation>
    </message>
    <message>
        <source>%1 is left as it is: a template without regions cannot update a file. Delete it to have it written anew.</source>
        <translation>%1 保持原样:没有区域的模板无法更新已有文件。删掉它才会重新写。</translation>
    </message>
    <message>
        <source>%1: the part “%2” was edited by hand and is kept as it is.</source>
        <translation>%1:“%2”这一部分被手工改过,保持原样。</translation>
    </message>
    <message>
        <source>%1: a marker line of the part “%2” is missing; nothing was changed in it.</source>
        <translation>%1:“%2”这一部分缺一行标记,没有改动它。</translation>
    </message>
    <message>
        <source>The template cannot be read as Mustache: %1.</source>
        <translation>模板不是有效的 Mustache:%1。</translation>
    </message>
    <message>
        <source>There is no paper %1.</source>
        <translation>没有论文 %1。</translation>
    </message>
    <message>
        <source>There is no issue %1.</source>
        <translation>没有这一期:%1。</translation>
    </message>
    <message>
        <source>There is no session %1.</source>
        <translation>没有这次阅读:%1。</translation>
    </message>
    <message>
        <source>%1: the entry “%2” was edited by hand and is kept as it is.</source>
        <translation>%1:“%2”一条被手工改过,保持原样。</translation>
    </message>
    <message>
        <source>%1 cannot be read as BibTeX: its braces do not come in pairs. Nothing was changed in it.</source>
        <translation>%1 不是完好的 BibTeX:花括号不成对。没有改动。</translation>
    </message>
    <message>
        <source>%1 cannot be read as CSL-JSON: it is no list. Nothing was changed in it.</source>
        <translation>%1 不是 CSL-JSON:它不是一个列表。没有改动。</translation>
    </message>
    <message>
        <source>Read closely</source>
        <translation>精读</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>存</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>弃</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>papers</source>
        <translation>篇论文</translation>
    </message>
    <message>
        <source>read closely</source>
        <translation>精读</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>存</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>弃</translation>
    </message>
    <message>
        <source>new points</source>
        <translation>新要点</translation>
    </message>
    <message>
        <source>new highlights</source>
        <translation>新高亮</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Open in Yaodian</source>
        <translation>在要点中打开</translation>
    </message>
    <message>
        <source>On the web</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未读到</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>尚未结束</translation>
    </message>
    <message>
        <source>from the digest</source>
        <translation>来自推介</translation>
    </message>
    <message>
        <source>Reading session</source>
        <translation>阅读记录</translation>
    </message>
    <message>
        <source>%1 was edited by hand and is kept as it is. Delete it to have it written anew.</source>
        <translation>%1 被手工改过,保持原样。删除它即可重新写出。</translation>
    </message>
    <message>
        <source>%1: the same lines of the part “%2” were changed in the file and here; both are kept.</source>
        <translation>%1:“%2”这一部分的同几行在文件中和这里都改过;两边都保留。</translation>
    </message>
    <message>
        <source>%1: %2 was changed in the file and here; both are kept.</source>
        <translation>%1:%2在文件中和这里都改过;两边都保留。</translation>
    </message>
    <message>
        <source>a comment</source>
        <translation>一条评论</translation>
    </message>
    <message>
        <source>a point</source>
        <translation>一条要点</translation>
    </message>
    <message>
        <source>the note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Edits from %1</source>
        <translation>来自 %1 的修改</translation>
    </message>
    <message>
        <source>The annotations cannot be read: %1.</source>
        <translation>无法读取标注:%1。</translation>
    </message>
    <message>
        <source>its paper has no PDF here yet</source>
        <translation>这篇论文还没有 PDF</translation>
    </message>
    <message>
        <source>its paper is not in the library</source>
        <translation>书库中没有这篇论文</translation>
    </message>
    <message>
        <source>it has no words to find it by</source>
        <translation>没有可供查找的文字</translation>
    </message>
    <message>
        <source>the PDF that is here does not say it</source>
        <translation>这里的 PDF 中没有这段话</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”: %2</translation>
    </message>
    <message>
        <source>Import annotations</source>
        <translation>导入标注</translation>
    </message>
    <message>
        <source>%1 was changed while it was being written; it is left for the next time.</source>
        <translation>%1 在写入时又有改动;留待下一次。</translation>
    </message>
    <message>
        <source>%1: the picture %2 is not in the library any more.</source>
        <translation>%1:图片 %2 已不在书库中。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 is there already and is no copy that Yaodian made, or it was changed since. It was left alone.</source>
        <translation>%1 已存在,且不是要点所写的副本,或之后被改动过,因此没有动它。</translation>
    </message>
    <message>
        <source>The PDF was changed while it was read. Nothing was written.</source>
        <translation>读取时 PDF 被改动,没有写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing is marked in “%1” yet: there is nothing to export.</source>
        <translation>“%1”中还没有标记,没有可导出的内容。</translation>
    </message>
    <message>
        <source>There is no PDF of “%1” here yet.</source>
        <translation>“%1”的 PDF 还不在这里。</translation>
    </message>
    <message>
        <source>Several papers need a folder.</source>
        <translation>多篇论文需要一个文件夹。</translation>
    </message>
    <message>
        <source>All highlights of “%1” are annotations of its PDF already.</source>
        <translation>“%1”的高亮都已是其 PDF 中的批注。</translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) of “%1” have no place on this version of the PDF and are not in the copy.</source>
        <translation>
            <numerusform>“%1”的 %n 条高亮在此版本的 PDF 上没有位置,不在副本中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Of a paper nothing is written: {{#paper}} … {{/paper}} is missing.</source>
        <translation>论文什么也不会写出:缺少 {{#paper}} … {{/paper}}。</translation>
    </message>
    <message>
        <source>Without managed regions a file is written once and never brought up to date.</source>
        <translation>没有托管区:文件只写一次,不再更新。</translation>
    </message>
    <message>
        <source>{{%1}} is a section: it is written {{#%1}} … {{/%1}}.</source>
        <translation>{{%1}} 是一个段:写作 {{#%1}} … {{/%1}}。</translation>
    </message>
    <message>
        <source>there is no variable {{%1}}.</source>
        <translation>没有变量 {{%1}}。</translation>
    </message>
    <message>
        <source>{{%1}} has no value here, only within {{#%2}}.</source>
        <translation>{{%1}} 在此没有值,只在 {{#%2}} 内有。</translation>
    </message>
    <message>
        <source>a region within a region is only text of the outer one.</source>
        <translation>托管区里的托管区只算外层的文字。</translation>
    </message>
    <message>
        <source>{{#%1}} comes again for each of {{#%2}}, and edits in it would not be told apart.</source>
        <translation>{{#%1}} 会随每个 {{#%2}} 重复,其中的修改无法区分。</translation>
    </message>
    <message>
        <source>the region {{#%1}} is there twice, and edits in it would not be told apart.</source>
        <translation>托管区 {{#%1}} 出现了两次,其中的修改无法区分。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行:%2</translation>
    </message>
    <message>
        <source>The template is longer than %1 KB.</source>
        <translation>模板超过 %1 KB。</translation>
    </message>
    <message>
        <source>The template is no text in UTF-8.</source>
        <translation>模板不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>Line %1: markers of regions are written by the program itself.</source>
        <translation>第 %1 行:托管区的标记由程序自己写。</translation>
    </message>
    <message>
        <source>the section {{#%1}} is never closed.</source>
        <translation>段 {{#%1}} 没有结束。</translation>
    </message>
    <message>
        <source>a tag begins with %1 and has no %2.</source>
        <translation>有标签以 %1 开头却没有 %2。</translation>
    </message>
    <message>
        <source>there are more than %1 tags.</source>
        <translation>标签超过 %1 个。</translation>
    </message>
    <message>
        <source>the tag that sets other braces cannot be read.</source>
        <translation>更换括号的标签无法读懂。</translation>
    </message>
    <message>
        <source>{{&gt;%1}} asks for another template, and a template stands by itself here.</source>
        <translation>{{&gt;%1}} 引用了另一个模板,这里的模板不能引用别的模板。</translation>
    </message>
    <message>
        <source>more than %1 sections stand in each other.</source>
        <translation>段的嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>{{/%1}} closes a section that was not opened.</source>
        <translation>{{/%1}} 结束的段并没有开始。</translation>
    </message>
    <message>
        <source>{{/%1}} stands where {{/%2}} is due, for the section of line %3.</source>
        <translation>这里应是第 %3 行那一段的 {{/%2}},却是 {{/%1}}。</translation>
    </message>
    <message>
        <source>There is no template “%1”: name obsidian, logseq, plain, one of your own or a file.</source>
        <translation>没有模板“%1”:请写 obsidian、logseq、plain、自建模板名或文件。</translation>
    </message>
    <message>
        <source>The template repeats itself too often; it was stopped.</source>
        <translation>模板重复过多,已停止。</translation>
    </message>
    <message>
        <source>Id, by which a file is found again</source>
        <translation>标识,凭它找回文件</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Chinese title</source>
        <translation>中文标题</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>arXiv identifier</source>
        <translation>arXiv 编号</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>OpenReview identifier</source>
        <translation>OpenReview 编号</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>取舍</translation>
    </message>
    <message>
        <source>Link into Yaodian</source>
        <translation>指向要点的链接</translation>
    </message>
    <message>
        <source>Address on the web</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>The marked words</source>
        <translation>高亮的文字</translation>
    </message>
    <message>
        <source>Your comment</source>
        <translation>你的评论</translation>
    </message>
    <message>
        <source>Kind of the highlight</source>
        <translation>高亮的类型</translation>
    </message>
    <message>
        <source>Kind of the highlight, in English</source>
        <translation>高亮的类型(英文)</translation>
    </message>
    <message>
        <source>Number of the page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Picture of the place, as a link to a file</source>
        <translation>该处的图片,指向文件的链接</translation>
    </message>
    <message>
        <source>The page on the web</source>
        <translation>该页的网址</translation>
    </message>
    <message>
        <source>Id of the block, for links to it</source>
        <translation>块标识,供链接使用</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Whether it is the first one</source>
        <translation>是否第一个</translation>
    </message>
    <message>
        <source>The digest&apos;s one sentence</source>
        <translation>推介的一句话总结</translation>
    </message>
    <message>
        <source>Managed region of this one</source>
        <translation>这一项的托管区</translation>
    </message>
    <message>
        <source>Points: your own, those with evidence, those you changed</source>
        <translation>要点:你自己的、有证据的、改过的</translation>
    </message>
    <message>
        <source>What each digest says of it</source>
        <translation>各推介的说法</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>你的笔记</translation>
    </message>
    <message>
        <source>Your note, all but its first line set in</source>
        <translation>你的笔记,除首行外缩进</translation>
    </message>
    <message>
        <source>Highlights that back no point</source>
        <translation>没有归到要点的高亮</translation>
    </message>
    <message>
        <source>The same highlights, in groups as the settings say</source>
        <translation>同样的高亮,按设置分组</translation>
    </message>
    <message>
        <source>Managed region of the points</source>
        <translation>要点的托管区</translation>
    </message>
    <message>
        <source>Managed region of the note</source>
        <translation>笔记的托管区</translation>
    </message>
    <message>
        <source>Managed region of the highlights</source>
        <translation>高亮的托管区</translation>
    </message>
    <message>
        <source>Title of the source</source>
        <translation>来源的标题</translation>
    </message>
    <message>
        <source>Title of the issue</source>
        <translation>期的标题</translation>
    </message>
    <message>
        <source>Day of the issue</source>
        <translation>期的日期</translation>
    </message>
    <message>
        <source>The digest&apos;s points</source>
        <translation>推介的要点</translation>
    </message>
    <message>
        <source>What it says where it has no points</source>
        <translation>没有要点时的说法</translation>
    </message>
    <message>
        <source>Whether it says anything</source>
        <translation>是否有内容</translation>
    </message>
    <message>
        <source>Number, from 1</source>
        <translation>序号,从 1 起</translation>
    </message>
    <message>
        <source>The words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>The passages that back it</source>
        <translation>支持它的原文</translation>
    </message>
    <message>
        <source>Whether you wrote it</source>
        <translation>是否你写的</translation>
    </message>
    <message>
        <source>Whether it has one line</source>
        <translation>是否只有一行</translation>
    </message>
    <message>
        <source>Whether it has several lines</source>
        <translation>是否有多行</translation>
    </message>
    <message>
        <source>Its first line</source>
        <translation>首行</translation>
    </message>
    <message>
        <source>Its other lines</source>
        <translation>其余各行</translation>
    </message>
    <message>
        <source>Heading of the group</source>
        <translation>分组的标题</translation>
    </message>
    <message>
        <source>Who wrote it</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Whom it thanks for it</source>
        <translation>致谢来源</translation>
    </message>
    <message>
        <source>Its summary, line by line</source>
        <translation>摘要,逐行</translation>
    </message>
    <message>
        <source>Its introduction, line by line</source>
        <translation>引言,逐行</translation>
    </message>
    <message>
        <source>Its text, where it has no entries</source>
        <translation>没有条目时的正文</translation>
    </message>
    <message>
        <source>Its parts, as the post has them</source>
        <translation>各部分,按原文</translation>
    </message>
    <message>
        <source>Managed region of the summary</source>
        <translation>摘要的托管区</translation>
    </message>
    <message>
        <source>The entries</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Whether it is the closing list</source>
        <translation>是否结尾的列表</translation>
    </message>
    <message>
        <source>Number in the post</source>
        <translation>原文中的编号</translation>
    </message>
    <message>
        <source>Categories as the post prints them</source>
        <translation>原文写的类别</translation>
    </message>
    <message>
        <source>Whether there are more authors</source>
        <translation>是否还有其他作者</translation>
    </message>
    <message>
        <source>Whether the digest has points</source>
        <translation>推介是否有要点</translation>
    </message>
    <message>
        <source>When it began</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>When it ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>How many minutes it took</source>
        <translation>用了多少分钟</translation>
    </message>
    <message>
        <source>How many papers</source>
        <translation>论文数</translation>
    </message>
    <message>
        <source>How many to read closely</source>
        <translation>精读数</translation>
    </message>
    <message>
        <source>How many to keep</source>
        <translation>存的数</translation>
    </message>
    <message>
        <source>How many dropped</source>
        <translation>弃的数</translation>
    </message>
    <message>
        <source>How many new points</source>
        <translation>新要点数</translation>
    </message>
    <message>
        <source>How many new highlights</source>
        <translation>新高亮数</translation>
    </message>
    <message>
        <source>Its papers</source>
        <translation>其中的论文</translation>
    </message>
    <message>
        <source>Whether the session came to it</source>
        <translation>这次阅读是否读到</translation>
    </message>
    <message>
        <source>Managed region of the papers</source>
        <translation>论文的托管区</translation>
    </message>
    <message>
        <source>Whether it has points</source>
        <translation>是否有要点</translation>
    </message>
    <message>
        <source>The file of a paper</source>
        <translation>论文的文件</translation>
    </message>
    <message>
        <source>The file of an issue</source>
        <translation>期的文件</translation>
    </message>
    <message>
        <source>The file of a session</source>
        <translation>阅读记录的文件</translation>
    </message>
    <message>
        <source>The file of a list</source>
        <translation>列表的文件</translation>
    </message>
    <message>
        <source>%1, quoted for the front matter</source>
        <translation>%1,带引号,用于文件头</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Line %1: this id is another one than the paper&apos;s, so its file is not found again.</source>
        <translation>第 %1 行:这个标识不是论文的标识,文件将无法找回。</translation>
    </message>
    <message>
        <source>The front matter has no line yaodian: &quot;{{id}}&quot;; exports add it.</source>
        <translation>文件头没有 yaodian: &quot;{{id}}&quot; 这一行,导出时会补上。</translation>
    </message>
    <message>
        <source>“%1” is no name for a template: it has 1 to %2 characters, no slash, no colon and no dot at its start.</source>
        <translation>“%1”不能作模板名:要 1 到 %2 个字符,不含斜杠和冒号,不以点开头。</translation>
    </message>
    <message>
        <source>%1 cannot be renamed: %2.</source>
        <translation>%1 无法改名:%2。</translation>
    </message>
    <message>
        <source>%1 is no text in UTF-8.</source>
        <translation>%1 不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>%1 is longer than the %2 KB that are edited here.</source>
        <translation>%1 超过这里可编辑的 %2 KB。</translation>
    </message>
    <message>
        <source>There is a template “%1” already.</source>
        <translation>已有模板“%1”。</translation>
    </message>
    <message>
        <source>Something of the library could not be read. What is in the files is as it was.</source>
        <translation>书库的一部分读不出来。文件里的内容没有改动。</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 is a folder, not a file.</source>
        <translation>%1 是文件夹,不是文件。</translation>
    </message>
    <message>
        <source>%1 is too large: %2 MB, and at most %3 MB can be read.</source>
        <translation>%1 太大:%2 MB,最多能读 %3 MB。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 无法读取:%2。</translation>
    </message>
    <message>
        <source>%1 is too large: more than %2 MB.</source>
        <translation>%1 太大:超过 %2 MB。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. What was there before is unchanged.</source>
        <translation>%1 无法写入:%2。原有内容没有改变。</translation>
    </message>
    <message>
        <source>%1 is a pipe or a device, not a file.</source>
        <translation>%1 是管道或设备,不是文件。</translation>
    </message>
</context>
<context>
    <name>handbook</name>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Options of every verb</source>
        <translation>每个命令都有的选项</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>At first</source>
        <translation>最初</translation>
    </message>
</context>
<context>
    <name>highlights</name>
    <message>
        <source>Area on page %1</source>
        <translation>第 %1 页的区域</translation>
    </message>
    <message>
        <source>%1, p. %2</source>
        <translation>%1,第 %2 页</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>%1 is no text, so that no keys can be read from it.</source>
        <translation>%1 不是文本,无法读取按键。</translation>
    </message>
    <message>
        <source>“%1” and “%2” begin alike, so that only one of them can be a key.</source>
        <translation>“%1”和“%2”开头相同,只能留一个。</translation>
    </message>
    <message>
        <source>“%1” always keeps a key.</source>
        <translation>“%1”总要留一个按键。</translation>
    </message>
    <message>
        <source>“%1” is the last key of “%2”, which always keeps one.</source>
        <translation>“%1”是“%2”最后的按键,总要留一个。</translation>
    </message>
    <message>
        <source>Keys that are not the built-in ones, a line for each command: list.next = j, Down</source>
        <translation>与内置不同的按键,每个命令一行:list.next = j, Down</translation>
    </message>
    <message>
        <source>Nothing behind the = means that it has no key. Lines with # in front say nothing.</source>
        <translation>等号后为空表示没有按键;以 # 开头的行不起作用。</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行:%2</translation>
    </message>
    <message>
        <source>There is no = in it.</source>
        <translation>其中没有 =。</translation>
    </message>
    <message>
        <source>“%1” stands in a line before it.</source>
        <translation>前面已有一行“%1”。</translation>
    </message>
    <message>
        <source>In keys.txt, %1</source>
        <translation>keys.txt %1</translation>
    </message>
    <message numerus="yes">
        <source>Nothing of keys.txt is lost, but %n line(s) do not count.</source>
        <translation>
            <numerusform>keys.txt 内容都在,但有 %n 行不起作用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) in keys.txt are given twice; the first command has them.</source>
        <translation>
            <numerusform>keys.txt 中 %n 个按键给了两次,归前一个命令。</numerusform>
        </translation>
    </message>
    <message>
        <source># and @ stand for any digit or letter, and “%1” takes none.</source>
        <translation># 和 @ 代表任意数字或字母,“%1”不接受。</translation>
    </message>
    <message>
        <source>The keys of “%1” have to end in %2, which stands for what is typed there.</source>
        <translation>“%1”的按键须以 %2 结尾,它代表在那里输入的内容。</translation>
    </message>
    <message>
        <source>There is no key “%1”.</source>
        <translation>没有“%1”这个键。</translation>
    </message>
    <message>
        <source>In “%1” text is written, so that a key that writes cannot be a command.</source>
        <translation>“%1”是写字的地方,会打出字的键不能作命令。</translation>
    </message>
    <message>
        <source>There is a comma too many, or a key is missing.</source>
        <translation>多了逗号或少了按键。</translation>
    </message>
    <message>
        <source>“%1” is more than four keys.</source>
        <translation>“%1”超过四个键。</translation>
    </message>
    <message>
        <source>Esc ends what was begun, so that it can only stand alone.</source>
        <translation>Esc 用来中止,只能单独使用。</translation>
    </message>
</context>
<context>
    <name>library</name>
    <message>
        <source>%1 entries belong to no paper.</source>
        <translation>%1 个条目不属于任何论文。</translation>
    </message>
    <message>
        <source>%1 identifiers belong to no paper.</source>
        <translation>%1 个标识不属于任何论文。</translation>
    </message>
    <message>
        <source>%1 merged papers lead nowhere.</source>
        <translation>%1 篇合并过的论文指向不存在的论文。</translation>
    </message>
    <message>
        <source>%1 pieces of evidence have lost their point or highlight.</source>
        <translation>%1 处证据失去了要点或高亮。</translation>
    </message>
    <message>
        <source>%1 entries have no category row.</source>
        <translation>%1 个条目缺少类别记录。</translation>
    </message>
    <message>
        <source>%1 texts of the reader are missing in the search index.</source>
        <translation>搜索索引缺少 %1 段读者文字。</translation>
    </message>
    <message>
        <source>The installed SQLite (%1) is older than the one this program was built with (%2).</source>
        <translation>安装的 SQLite(%1)比构建本程序所用的(%2)旧。</translation>
    </message>
    <message>
        <source>SQLite refused a safety setting (%1).</source>
        <translation>SQLite 拒绝了一项安全设置(%1)。</translation>
    </message>
    <message>
        <source>SQLite did not accept the setting %1 (it is %2).</source>
        <translation>SQLite 没有接受设置 %1(实际是 %2)。</translation>
    </message>
    <message>
        <source>This step was made by a newer version and cannot be undone here.</source>
        <translation>这一步由更新的版本做出,无法在这里撤销。</translation>
    </message>
    <message>
        <source>Another Yaodian is writing to this library. Close it, or wait until it is done.</source>
        <translation>另一个要点程序正在写这个书库。请关闭它,或等它完成。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可以撤销的。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可以重做的。</translation>
    </message>
    <message>
        <source>The stored post %1 is damaged.</source>
        <translation>存下的原文 %1 已损坏。</translation>
    </message>
    <message>
        <source>The post could not be kept: %1.</source>
        <translation>原文无法保存:%1。</translation>
    </message>
    <message>
        <source>The posts could not be kept: the disk refused to write them.</source>
        <translation>原文无法保存:磁盘拒绝写入。</translation>
    </message>
    <message>
        <source>The folder holds a database of another program. Choose another folder for the library.</source>
        <translation>这个文件夹里有别的程序的数据库。请为书库另选一个文件夹。</translation>
    </message>
    <message>
        <source>merge two entries of the same paper</source>
        <translation>合并同一篇论文的两个条目</translation>
    </message>
    <message>
        <source>This highlight is not there any more.</source>
        <translation>这处高亮已经不在了。</translation>
    </message>
    <message>
        <source>This point is not there any more, or it is the digest&apos;s own.</source>
        <translation>这条要点已经不在了,或者它属于推介本身。</translation>
    </message>
    <message>
        <source>There is no such highlight.</source>
        <translation>没有这处高亮。</translation>
    </message>
    <message>
        <source>There is no such point.</source>
        <translation>没有这条要点。</translation>
    </message>
    <message>
        <source>The highlight and the point belong to different papers.</source>
        <translation>高亮和要点属于不同的论文。</translation>
    </message>
    <message>
        <source>The copy is damaged (%1). Nothing was kept of it.</source>
        <translation>副本已损坏(%1),没有保留。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. What was there before is unchanged.</source>
        <translation>%1 无法写入:%2。原有内容没有改变。</translation>
    </message>
    <message>
        <source>%1 cannot be written: its folder does not exist, or it is a folder itself.</source>
        <translation>%1 无法写入:所在文件夹不存在,或它本身是文件夹。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made, so nothing was changed.</source>
        <translation>无法建立文件夹 %1,因此什么都没有改动。</translation>
    </message>
    <message>
        <source>%1 is damaged: %2.</source>
        <translation>%1 已损坏:%2。</translation>
    </message>
    <message>
        <source>The PDF %1 is missing. It can be fetched again.</source>
        <translation>PDF %1 不见了,可以重新取来。</translation>
    </message>
    <message>
        <source>The PDF %1 is damaged: its size is wrong.</source>
        <translation>PDF %1 已损坏:大小不对。</translation>
    </message>
    <message>
        <source>Rows of the table %1 have lost what they belong to.</source>
        <translation>表 %1 中有些行失去了所属对象。</translation>
    </message>
    <message>
        <source>The search index %1 does not match its texts (%2).</source>
        <translation>搜索索引 %1 与原文不一致(%2)。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was lost: what was saved before is safe. Free some space and try again.</source>
        <translation>磁盘已满。没有丢失任何内容:之前保存的都在。腾出空间后再试。</translation>
    </message>
    <message>
        <source>The library&apos;s file is damaged (%1). Nothing was changed; restore a backup.</source>
        <translation>书库文件已损坏(%1)。没有改动;请从备份恢复。</translation>
    </message>
    <message>
        <source>The library cannot be written: its folder or file is read-only.</source>
        <translation>书库无法写入:它的文件夹或文件是只读的。</translation>
    </message>
    <message>
        <source>The library&apos;s file cannot be opened.</source>
        <translation>书库文件无法打开。</translation>
    </message>
    <message>
        <source>Another program is using the library. Try again in a moment.</source>
        <translation>另一个程序正在使用书库,请稍后再试。</translation>
    </message>
    <message>
        <source>The library could not be read or written: %1.</source>
        <translation>书库无法读写:%1。</translation>
    </message>
    <message>
        <source>The library folder %1 cannot be made.</source>
        <translation>无法建立书库文件夹 %1。</translation>
    </message>
    <message>
        <source>The library folder %1 cannot be written: %2.</source>
        <translation>书库文件夹 %1 无法写入:%2。</translation>
    </message>
    <message>
        <source>The library&apos;s cache is damaged and cannot be moved away: %1.</source>
        <translation>书库的缓存已损坏,又无法移开:%1。</translation>
    </message>
    <message>
        <source>This library was written by an older version. Open it once for writing to bring it up to date.</source>
        <translation>这个书库由旧版本写成,请先以可写方式打开一次来更新。</translation>
    </message>
    <message>
        <source>The library&apos;s cache is missing. Open the library once for writing to make it again.</source>
        <translation>书库的缓存不见了,请先以可写方式打开一次来重建。</translation>
    </message>
    <message>
        <source>The library was opened for reading only.</source>
        <translation>书库是以只读方式打开的。</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 is a folder, not a file.</source>
        <translation>%1 是文件夹,不是文件。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1:%2。</translation>
    </message>
    <message>
        <source>%1 is no backup of Yaodian. The library was not changed.</source>
        <translation>%1 不是要点的备份。书库没有改动。</translation>
    </message>
    <message>
        <source>%1 is a library in use, not a backup. Make one with “yaodian backup FILE”.</source>
        <translation>%1 是正在使用的书库,不是备份。请用“yaodian backup 文件”做一份备份。</translation>
    </message>
    <message>
        <source>The backup %1 is damaged (%2). The library was not changed.</source>
        <translation>备份 %1 已损坏(%2)。书库没有改动。</translation>
    </message>
    <message>
        <source>The backup %1 was written by a newer version of Yaodian. The library was not changed; update Yaodian first.</source>
        <translation>备份 %1 由更新版本的要点写成。书库没有改动;请先更新要点。</translation>
    </message>
    <message>
        <source>%1 holds something that no backup of Yaodian holds (“%2”). The library was not changed.</source>
        <translation>%1 里有要点的备份不会有的东西(“%2”)。书库没有改动。</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>缺少“%1”</translation>
    </message>
    <message>
        <source>the post %1 is not what it was</source>
        <translation>原文 %1 与原来不符</translation>
    </message>
    <message>
        <source>%1 marks or notes belong to no paper.</source>
        <translation>%1 条标记或笔记不属于任何论文。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1 is the library itself, not a backup of it.</source>
        <translation>%1 就是书库本身,不是它的备份。</translation>
    </message>
    <message>
        <source>These are one paper already.</source>
        <translation>它们已经是同一篇论文。</translation>
    </message>
    <message>
        <source>make one paper of several</source>
        <translation>合为一篇论文</translation>
    </message>
    <message>
        <source>There is no such entry in the library.</source>
        <translation>库中没有这个条目。</translation>
    </message>
    <message>
        <source>No other entry is about this paper.</source>
        <translation>没有其他条目讲这篇论文。</translation>
    </message>
    <message>
        <source>make a paper of its own</source>
        <translation>单独成为一篇论文</translation>
    </message>
    <message>
        <source>The note is not what this step left; nothing was changed.</source>
        <translation>笔记与这一步之后不同;没有改动。</translation>
    </message>
    <message>
        <source>This kind is not there any more.</source>
        <translation>此类型已不存在。</translation>
    </message>
    <message>
        <source>the picture %1 is not what it was</source>
        <translation>图片 %1 与原来不同</translation>
    </message>
    <message>
        <source>The picture is too large to be kept: %1 MB, and at most %2 MB can be.</source>
        <translation>图片过大,无法保存:%1 MB,最多 %2 MB。</translation>
    </message>
    <message>
        <source>This is no picture that can be kept.</source>
        <translation>这不是可以保存的图片。</translation>
    </message>
    <message>
        <source>The picture is too large to be kept: %1 × %2 pixels.</source>
        <translation>图片过大,无法保存:%1 × %2 像素。</translation>
    </message>
    <message>
        <source>The picture %1 is missing.</source>
        <translation>图片 %1 丢失。</translation>
    </message>
    <message>
        <source>The picture %1 is damaged.</source>
        <translation>图片 %1 已损坏。</translation>
    </message>
    <message>
        <source>This search is not there any more.</source>
        <translation>这个搜索已经不在了。</translation>
    </message>
    <message>
        <source>your own words</source>
        <translation>你自己的文字</translation>
    </message>
    <message>
        <source>the entries</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>the pages of PDFs</source>
        <translation>PDF 正文</translation>
    </message>
    <message>
        <source>The search index of %1 was made again.</source>
        <translation>已重建%1的搜索索引。</translation>
    </message>
    <message>
        <source>The search index of %1 did not match its texts and was made again.</source>
        <translation>%1的搜索索引与内容不符,已重建。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) that nothing shows any more were removed (%1).</source>
        <translation>
            <numerusform>已移除 %n 张不再被任何内容引用的图片(%1)。</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder for backups, %1, cannot be made.</source>
        <translation>备份文件夹 %1 无法创建。</translation>
    </message>
    <message>
        <source>The folder for backups, %1, is not there.</source>
        <translation>备份文件夹 %1 不存在。</translation>
    </message>
    <message>
        <source>There is too little room in %1 for a backup.</source>
        <translation>%1 的空间不够存一份备份。</translation>
    </message>
    <message>
        <source>The library&apos;s notes were damaged or gone; the backup of %1 is in their place.</source>
        <translation>书库的笔记损坏或丢失,已换上 %1 的备份。</translation>
    </message>
    <message>
        <source>What was there before is kept as %1.</source>
        <translation>原来的文件保留为 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n later act(s) could be taken out of it.</source>
        <translation>
            <numerusform>从中补回了之后的 %n 步操作。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later act(s) could be read, but not be done again.</source>
        <translation>
            <numerusform>之后的 %n 步操作能读出,但无法重做。</numerusform>
        </translation>
    </message>
    <message>
        <source>The library&apos;s notes are sound; there is nothing to repair in them.</source>
        <translation>书库的笔记完好,无需修复。</translation>
    </message>
    <message>
        <source>The library&apos;s notes are damaged, and there is no sound backup of them in %1. Nothing was changed; “yaodian restore FILE” takes one from elsewhere.</source>
        <translation>书库的笔记已损坏,%1 中没有完好的备份。没有改动任何内容;可用 “yaodian restore FILE” 从别处的备份恢复。</translation>
    </message>
    <message>
        <source>The file %1 is missing or empty.</source>
        <translation>文件 %1 不存在或是空的。</translation>
    </message>
    <message>
        <source>The library&apos;s file %1 is missing or empty, though there are backups of it. Nothing was changed; “yaodian doctor --repair” puts the newest in its place.</source>
        <translation>书库的文件 %1 不存在或是空的,但它的备份还在。没有改动任何内容;“yaodian doctor --repair” 会换上最近一份。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法建立文件夹 %1。</translation>
    </message>
    <message>
        <source>The library was restored, but not all of its keys and templates: %1</source>
        <translation>书库已恢复,但按键和模板没有全部恢复:%1</translation>
    </message>
    <message>
        <source>The library&apos;s file holds something that this program does not put there (%1). It was not opened; restore a backup.</source>
        <translation>书库文件里有本程序不会放进去的东西(%1)。书库没有打开;请恢复备份。</translation>
    </message>
    <message>
        <source>The library&apos;s file cannot be opened: %1.</source>
        <translation>书库的文件打不开:%1。</translation>
    </message>
    <message>
        <source>The library&apos;s folder %1 is not there any more. Nothing was changed; bring it back, and it goes on.</source>
        <translation>书库的文件夹 %1 不见了。什么都没有改动;把它放回原处,就可以继续。</translation>
    </message>
    <message>
        <source>Another library lies at %1 now. Nothing was changed; start Yaodian again to open it.</source>
        <translation>%1 现在是另一个书库。什么都没有改动;重新启动要点即可打开它。</translation>
    </message>
    <message>
        <source>The damaged library could not be kept as %1, so nothing was changed: %2.</source>
        <translation>损坏的书库无法保存为 %1,所以什么都没有改动:%2。</translation>
    </message>
    <message>
        <source>This library was written by a newer version of Yaodian. It can be read here, but not changed: for that, update Yaodian.</source>
        <translation>这个书库是较新版本的要点写的。在这里可以阅读,但不能修改:要修改请更新要点。</translation>
    </message>
</context>
<context>
    <name>looks</name>
    <message>
        <source>cut by %1 px at the right</source>
        <translation>右边被截去 %1 像素</translation>
    </message>
    <message>
        <source>cut by %1 px at the left</source>
        <translation>左边被截去 %1 像素</translation>
    </message>
    <message>
        <source>cut by %1 px at the bottom</source>
        <translation>下边被截去 %1 像素</translation>
    </message>
    <message>
        <source>cut by %1 px at the top</source>
        <translation>上边被截去 %1 像素</translation>
    </message>
    <message>
        <source>of the colour that it stands on</source>
        <translation>与底色相同</translation>
    </message>
    <message>
        <source>%1 on %2 has a contrast of %3 : 1, less than %4</source>
        <translation>%1 在 %2 上的对比度为 %3 : 1,低于 %4</translation>
    </message>
    <message>
        <source>no font has the letters %1</source>
        <translation>没有字体含有 %1</translation>
    </message>
    <message>
        <source>stands over “%1”</source>
        <translation>压在“%1”上</translation>
    </message>
</context>
<context>
    <name>net</name>
    <message>
        <source>“%1” is not a mirror. Write HOST=BASE, for example arxiv.org=https://mirror.example.org/arxiv.</source>
        <translation>“%1”不是镜像的写法。请写 HOST=BASE,例如 arxiv.org=https://mirror.example.org/arxiv。</translation>
    </message>
    <message>
        <source>“%1” is not a web address (http or https); nothing was asked.</source>
        <translation>“%1”不是网址(http 或 https),没有访问。</translation>
    </message>
    <message>
        <source>The address of %1 holds a name or password; nothing was sent.</source>
        <translation>%1 的地址里含有用户名或密码,没有发送。</translation>
    </message>
    <message>
        <source>Offline: %1 was not asked.</source>
        <translation>离线:没有访问 %1。</translation>
    </message>
    <message>
        <source>%1 is an address of a private network and was not asked: only an address that you typed yourself, or a mirror, may be one.</source>
        <translation>%1 是内网地址,没有访问:只有你亲自输入的地址或镜像才可以是内网地址。</translation>
    </message>
    <message>
        <source>%1 was not found: no such name, or no connection. Nothing was changed.</source>
        <translation>找不到 %1:没有这个域名,或没有网络。没有改动。</translation>
    </message>
    <message>
        <source>%1 redirects more than %2 times and was given up.</source>
        <translation>%1 重定向超过 %2 次,已放弃。</translation>
    </message>
    <message>
        <source>%1 redirects from https to an unprotected address of %2; it was not followed.</source>
        <translation>%1 从 https 重定向到 %2 的不加密地址,没有跟随。</translation>
    </message>
    <message>
        <source>What %1 sent is larger than %2 MB; nothing of it was kept.</source>
        <translation>%1 发来的内容超过 %2 MB,没有保留。</translation>
    </message>
    <message>
        <source>What %1 sent is larger than %2 bytes; nothing of it was kept.</source>
        <translation>%1 发来的内容超过 %2 字节,没有保留。</translation>
    </message>
    <message>
        <source>%1 did not answer in time (%2 s). Nothing was changed.</source>
        <translation>%1 没有及时回答(%2 秒)。没有改动。</translation>
    </message>
    <message>
        <source>%1 refused the connection. Nothing was changed.</source>
        <translation>%1 拒绝了连接。没有改动。</translation>
    </message>
    <message>
        <source>The connection to %1 was cut off; nothing of the answer was kept.</source>
        <translation>与 %1 的连接中断,没有保留回答。</translation>
    </message>
    <message>
        <source>The certificate of %1 could not be verified, so nothing was sent: %2</source>
        <translation>无法验证 %1 的证书,因此没有发送:%2</translation>
    </message>
    <message>
        <source>%1 could not be reached: %2. Nothing was changed.</source>
        <translation>无法连接 %1:%2。没有改动。</translation>
    </message>
    <message>
        <source>What %1 sent could not be unpacked; nothing of it was kept.</source>
        <translation>%1 发来的内容无法解压,没有保留。</translation>
    </message>
    <message>
        <source>The exchange with %1 failed: %2. Nothing was changed.</source>
        <translation>与 %1 的通信失败:%2。没有改动。</translation>
    </message>
    <message>
        <source>“%1” is not a proxy. Write http://HOST:PORT, socks5://HOST:PORT or none.</source>
        <translation>“%1”不是代理。请写 http://HOST:PORT、socks5://HOST:PORT 或 none。</translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>There is no such highlight any more.</source>
        <translation>这处高亮已经不在了。</translation>
    </message>
    <message>
        <source>There is no text in this selection to highlight.</source>
        <translation>选中的地方没有可以高亮的文字。</translation>
    </message>
    <message>
        <source>There is no paper %1.</source>
        <translation>没有论文 %1。</translation>
    </message>
    <message>
        <source>There is no kind “%1”.</source>
        <translation>没有类型“%1”。</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Kind of a highlight</source>
        <translation>高亮的类型</translation>
    </message>
    <message>
        <source>Remove a highlight</source>
        <translation>删除高亮</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>There is no such point any more.</source>
        <translation>这条要点已经不在了。</translation>
    </message>
    <message>
        <source>A point needs some text. Nothing was changed.</source>
        <translation>要点不能没有文字。没有改动。</translation>
    </message>
    <message>
        <source>New point</source>
        <translation>新要点</translation>
    </message>
    <message>
        <source>Edit a point</source>
        <translation>修改要点</translation>
    </message>
    <message>
        <source>Remove a point</source>
        <translation>删除要点</translation>
    </message>
    <message>
        <source>The point and the highlight belong to two papers.</source>
        <translation>要点和高亮属于两篇不同的论文。</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Take evidence away</source>
        <translation>去掉证据</translation>
    </message>
    <message>
        <source>Verdict: read</source>
        <translation>取舍:精读</translation>
    </message>
    <message>
        <source>Verdict: keep</source>
        <translation>取舍:存</translation>
    </message>
    <message>
        <source>Verdict: drop</source>
        <translation>取舍:弃</translation>
    </message>
    <message>
        <source>Take the verdict back</source>
        <translation>收回取舍</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>标为未读</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>去掉星标</translation>
    </message>
    <message>
        <source>Read later</source>
        <translation>稍后再读</translation>
    </message>
    <message>
        <source>No longer for later</source>
        <translation>不再留到稍后</translation>
    </message>
    <message>
        <source>No place was found for this highlight: select its passage first.</source>
        <translation>没有找到这处高亮的位置:请先选中对应的文字。</translation>
    </message>
    <message>
        <source>Place of a highlight</source>
        <translation>高亮的位置</translation>
    </message>
    <message>
        <source>A highlight is gone</source>
        <translation>高亮已不存在</translation>
    </message>
    <message>
        <source>This highlight was made on another version of the paper; its ends are moved there.</source>
        <translation>这处高亮标在论文的另一版本上;请在那里移动它的两端。</translation>
    </message>
    <message>
        <source>Ends of a highlight</source>
        <translation>高亮的两端</translation>
    </message>
    <message>
        <source>Earlier version of the note</source>
        <translation>笔记的较早版本</translation>
    </message>
    <message>
        <source>A point is split between words. Nothing was changed.</source>
        <translation>请在文字之间拆分。没有改动。</translation>
    </message>
    <message>
        <source>Split a point</source>
        <translation>拆分要点</translation>
    </message>
    <message>
        <source>Move a point</source>
        <translation>移动要点</translation>
    </message>
    <message>
        <source>Take a point over</source>
        <translation>收要点为己有</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>New kind</source>
        <translation>新类型</translation>
    </message>
    <message>
        <source>Edit a kind</source>
        <translation>编辑类型</translation>
    </message>
    <message>
        <source>One kind has to stay.</source>
        <translation>至少保留一个类型。</translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) are of this kind; say which kind they become.</source>
        <translation>
            <numerusform>有 %n 条高亮属于此类型,请指定改为哪个类型。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove a kind</source>
        <translation>删除类型</translation>
    </message>
    <message>
        <source>Order of the kinds</source>
        <translation>类型顺序</translation>
    </message>
    <message>
        <source>A name of a kind has at most %1 characters.</source>
        <translation>类型名称最多 %1 个字。</translation>
    </message>
    <message>
        <source>There is a kind “%1” already.</source>
        <translation>已有类型“%1”。</translation>
    </message>
    <message>
        <source>A kind needs one letter: the one that is pressed after h.</source>
        <translation>类型需要一个字母:按 h 之后按的那个。</translation>
    </message>
    <message>
        <source>The letter %1 is that of “%2”.</source>
        <translation>字母 %1 属于“%2”。</translation>
    </message>
    <message>
        <source>A kind needs a name.</source>
        <translation>类型需要名称。</translation>
    </message>
    <message>
        <source>“%1” is no colour; one is written like #3b7dd8.</source>
        <translation>“%1”不是颜色;写法如 #3b7dd8。</translation>
    </message>
    <message>
        <source>There is no pattern “%1”.</source>
        <translation>没有图案“%1”。</translation>
    </message>
    <message>
        <source>There is no area to highlight.</source>
        <translation>没有可高亮的区域。</translation>
    </message>
    <message>
        <source>An area is framed; only text can be underlined.</source>
        <translation>区域只有边框;只有文字可以加下划线。</translation>
    </message>
    <message>
        <source>Look of a highlight</source>
        <translation>高亮样式</translation>
    </message>
    <message>
        <source>Earlier version of a highlight</source>
        <translation>高亮的旧版本</translation>
    </message>
    <message>
        <source>Bring a highlight back</source>
        <translation>恢复高亮</translation>
    </message>
    <message>
        <source>Annotations of the PDF</source>
        <translation>PDF 中的批注</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>This search is not there any more.</source>
        <translation>这个搜索已经不在了。</translation>
    </message>
    <message>
        <source>An empty search cannot be kept.</source>
        <translation>空的搜索不能存。</translation>
    </message>
    <message>
        <source>Keep a search</source>
        <translation>存下搜索</translation>
    </message>
    <message>
        <source>Name of a search</source>
        <translation>搜索的名字</translation>
    </message>
    <message>
        <source>Remove a search</source>
        <translation>删除搜索</translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 是空的。</translation>
    </message>
    <message>
        <source>%1 is a web page, not a PDF.</source>
        <translation>%1 是网页,不是 PDF。</translation>
    </message>
    <message>
        <source>%1 is not a PDF.</source>
        <translation>%1 不是 PDF。</translation>
    </message>
    <message>
        <source>%1 refused the PDF (answer %2: login or captcha?).</source>
        <translation>%1 拒绝给出 PDF(回答 %2:要登录或验证码?)。</translation>
    </message>
    <message>
        <source>%1 has no such PDF (answer %2).</source>
        <translation>%1 没有这份 PDF(回答 %2)。</translation>
    </message>
    <message>
        <source>%1 asks to try again in %2 s (answer %3).</source>
        <translation>%1 请求 %2 秒后再试(回答 %3)。</translation>
    </message>
    <message>
        <source>%1 asks to try again later (answer %2).</source>
        <translation>%1 请求稍后再试(回答 %2)。</translation>
    </message>
    <message>
        <source>%1 gave answer %2 instead of a PDF.</source>
        <translation>%1 给出回答 %2,而不是 PDF。</translation>
    </message>
    <message>
        <source>A web page came from %1 instead of a PDF (login or captcha?). Nothing was stored.</source>
        <translation>%1 发来的是网页而不是 PDF(要登录或验证码?),没有存入。</translation>
    </message>
    <message>
        <source>%1 sent an empty answer instead of a PDF.</source>
        <translation>%1 发来空的回答,而不是 PDF。</translation>
    </message>
    <message>
        <source>What %1 sent is not a PDF. Nothing was stored.</source>
        <translation>%1 发来的不是 PDF,没有存入。</translation>
    </message>
    <message>
        <source>The page of the paper at %1 names no PDF.</source>
        <translation>论文在 %1 的页面没有给出 PDF。</translation>
    </message>
    <message>
        <source>The PDF from %1 came cut off. Nothing was stored.</source>
        <translation>来自 %1 的 PDF 被截断,没有存入。</translation>
    </message>
    <message>
        <source>There is no link to a PDF of this paper.</source>
        <translation>这篇论文没有指向 PDF 的链接。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 无法读取:%2。</translation>
    </message>
    <message>
        <source>%1 sent another part than was asked for.</source>
        <translation>%1 发来的不是所要的部分。</translation>
    </message>
    <message>
        <source>%1 wants to see a person first (captcha): the browser gets through. Nothing was stored.</source>
        <translation>%1 要先验证是真人(验证码):浏览器可以通过。没有存下任何东西。</translation>
    </message>
    <message>
        <source>%1 asks for a login: the browser gets through. Nothing was stored.</source>
        <translation>%1 要求登录:浏览器可以通过。没有存下任何东西。</translation>
    </message>
    <message>
        <source>%1 knows of no free PDF of this paper.</source>
        <translation>%1 没有这篇论文的免费 PDF。</translation>
    </message>
    <message>
        <source>%1 asked to be left alone until %2.</source>
        <translation>%1 要求在 %2 之前不要打扰。</translation>
    </message>
    <message numerus="yes">
        <source>%n PDF(s) came from arXiv today; more than that a day it does not welcome. The settings raise it.</source>
        <translation>
            <numerusform>今天已从 arXiv 取了 %n 篇 PDF;再多它不欢迎。可在设置中提高。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 无法写入:%2。</translation>
    </message>
    <message>
        <source>arXiv&apos;s search gave no answer (%1).</source>
        <translation>arXiv 的查找没有结果(%1)。</translation>
    </message>
    <message>
        <source>The PDF from %1 is larger than %2 MB.</source>
        <translation>%1 的 PDF 大于 %2 MB。</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else.</source>
        <translation>%1 被别的程序改动了。</translation>
    </message>
</context>
<context>
    <name>pdf</name>
    <message>
        <source>The PDF asks for a password. Please open it in the window.</source>
        <translation>这份 PDF 需要密码,请在窗口里打开。</translation>
    </message>
    <message>
        <source>“%1” is not a PDF but a web page, perhaps a sign-in or an error page saved under that name.</source>
        <translation>“%1”不是 PDF 而是网页,可能是以这个名字存下的登录页或错误页。</translation>
    </message>
    <message>
        <source>“%1” is not a PDF but a PostScript file.</source>
        <translation>“%1”不是 PDF 而是 PostScript 文件。</translation>
    </message>
    <message>
        <source>“%1” is not a PDF but an archive or an office document.</source>
        <translation>“%1”不是 PDF 而是压缩包或办公文档。</translation>
    </message>
    <message>
        <source>“%1” is not a PDF but an XML file.</source>
        <translation>“%1”不是 PDF 而是 XML 文件。</translation>
    </message>
    <message>
        <source>“%1” is not a PDF.</source>
        <translation>“%1”不是 PDF。</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>没有文件“%1”。</translation>
    </message>
    <message>
        <source>“%1” could not be read: %2.</source>
        <translation>“%1”无法读取:%2。</translation>
    </message>
    <message>
        <source>“%1” is not a file.</source>
        <translation>“%1”不是文件。</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>“%1”是空的。</translation>
    </message>
    <message>
        <source>“%1” is larger than %2 MB and was not opened.</source>
        <translation>“%1”超过 %2 MB,没有打开。</translation>
    </message>
    <message>
        <source>The PDF is not shown any more: drawing it failed five times. Another program may show it.</source>
        <translation>不再显示这份 PDF:绘制失败了五次。别的程序也许能显示。</translation>
    </message>
    <message>
        <source>The PDF could not be opened: the program that draws PDFs did not start (%1).</source>
        <translation>PDF 无法打开:绘制 PDF 的程序没有启动(%1)。</translation>
    </message>
    <message>
        <source>The PDF could not be opened: the program yaodian-pdf is missing. Please install Yaodian again.</source>
        <translation>PDF 无法打开:缺少程序 yaodian-pdf,请重新安装要点。</translation>
    </message>
    <message>
        <source>PDFs are not opened on this system yet: what keeps a PDF locked in has been written for Linux alone.</source>
        <translation>在这个系统上还不能打开 PDF:把 PDF 关起来的隔离只为 Linux 写好了。</translation>
    </message>
    <message>
        <source>The PDF could not be opened: it is damaged, or not a PDF after all.</source>
        <translation>PDF 无法打开:它已损坏,或根本不是 PDF。</translation>
    </message>
    <message>
        <source>The PDF could not be opened</source>
        <translation>PDF 无法打开</translation>
    </message>
    <message>
        <source>The PDF was not opened: the program that draws it could not lock itself in (%1).</source>
        <translation>没有打开 PDF:绘制它的程序无法把自己隔离起来(%1)。</translation>
    </message>
    <message>
        <source>%1: it took too long.</source>
        <translation>%1:用时太长。</translation>
    </message>
    <message>
        <source>%1: it is damaged.</source>
        <translation>%1:它已损坏。</translation>
    </message>
    <message>
        <source>%1: drawing it failed.</source>
        <translation>%1:绘制失败。</translation>
    </message>
    <message>
        <source>Page %1 could not be shown</source>
        <translation>第 %1 页无法显示</translation>
    </message>
    <message>
        <source>The document has no page %1.</source>
        <translation>文档没有第 %1 页。</translation>
    </message>
    <message>
        <source>Page %1 could not be shown: it is too large at this zoom.</source>
        <translation>第 %1 页无法显示:在这个缩放下太大。</translation>
    </message>
    <message>
        <source>This regular expression is too long.</source>
        <translation>这个正则表达式太长。</translation>
    </message>
    <message>
        <source>This is no regular expression: %1 (at character %2).</source>
        <translation>这不是正则表达式:%1 (第 %2 个字符)。</translation>
    </message>
    <message>
        <source>This regular expression takes too long; a simpler one may do.</source>
        <translation>这个正则表达式太费时;换个简单些的试试。</translation>
    </message>
    <message>
        <source>The program that draws PDFs does not answer.</source>
        <translation>绘制 PDF 的程序没有应答。</translation>
    </message>
    <message>
        <source>it starts a program</source>
        <translation>它要启动一个程序</translation>
    </message>
    <message>
        <source>it starts a program (%1)</source>
        <translation>它要启动程序(%1)</translation>
    </message>
    <message>
        <source>it runs a script</source>
        <translation>它要运行脚本</translation>
    </message>
    <message>
        <source>it sends a form</source>
        <translation>它要发送表单</translation>
    </message>
    <message>
        <source>it imports data</source>
        <translation>它要导入数据</translation>
    </message>
    <message>
        <source>it plays a sound or a film</source>
        <translation>它要播放声音或影片</translation>
    </message>
    <message>
        <source>it shows or hides a part of the page</source>
        <translation>它要显示或隐藏页面的一部分</translation>
    </message>
    <message>
        <source>it sends a form, imports data or does something else that is not known here</source>
        <translation>它要发送表单、导入数据,或做此处不认识的事</translation>
    </message>
    <message>
        <source>it prints</source>
        <translation>它要打印</translation>
    </message>
    <message>
        <source>it saves a file</source>
        <translation>它要保存文件</translation>
    </message>
    <message>
        <source>it closes the window</source>
        <translation>它要关闭窗口</translation>
    </message>
    <message>
        <source>it calls a command of a menu</source>
        <translation>它要调用菜单命令</translation>
    </message>
    <message>
        <source>No copy with annotations can be made of this PDF: it is damaged or protected.</source>
        <translation>无法为此 PDF 制作带批注的副本:文件已损坏或受保护。</translation>
    </message>
    <message>
        <source>The PDF %1 is not there.</source>
        <translation>没有 PDF %1。</translation>
    </message>
    <message>
        <source>The PDF asks for a password.</source>
        <translation>PDF 需要密码。</translation>
    </message>
    <message>
        <source>Reading the PDF failed too often.</source>
        <translation>读取 PDF 失败次数过多。</translation>
    </message>
</context>
<context>
    <name>post</name>
    <message>
        <source>via %1</source>
        <translation>转自%1</translation>
    </message>
    <message>
        <source>References</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>没有读懂的部分</translation>
    </message>
</context>
<context>
    <name>reading</name>
    <message>
        <source>No session is open. Select papers and start one.</source>
        <translation>没有进行中的阅读。选中论文再开始一次。</translation>
    </message>
    <message>
        <source>There is no paper %1.</source>
        <translation>没有论文 %1。</translation>
    </message>
    <message>
        <source>A session needs at least one paper.</source>
        <translation>一次阅读至少要有一篇论文。</translation>
    </message>
    <message>
        <source>Start a session</source>
        <translation>开始阅读</translation>
    </message>
    <message>
        <source>Next paper of the session</source>
        <translation>阅读的下一篇</translation>
    </message>
    <message>
        <source>Verdict in the session</source>
        <translation>阅读中的取舍</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>结束阅读</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>取舍</translation>
    </message>
</context>
<context>
    <name>samples</name>
    <message>
        <source>Daily paper digest</source>
        <translation>每日论文推介</translation>
    </message>
    <message>
        <source>Ten papers a week</source>
        <translation>每周十篇</translation>
    </message>
    <message>
        <source>A blog that fell silent</source>
        <translation>沉寂的博客</translation>
    </message>
    <message>
        <source>A page that is gone</source>
        <translation>已消失的网页</translation>
    </message>
    <message>
        <source>%1 has no such page any more (answer 404).</source>
        <translation>%1 上已没有这个网页(回应 404)。</translation>
    </message>
    <message>
        <source>1 new, 0 updated</source>
        <translation>新增 1,更新 0</translation>
    </message>
    <message>
        <source>not modified (304)</source>
        <translation>未改动(304)</translation>
    </message>
</context>
<context>
    <name>screenshots</name>
    <message>
        <source>%1: the window does not come to what is to be seen.</source>
        <translation>%1:窗口没有到达要拍的样子。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>%1: “%2” (%3): %4.</source>
        <translation>%1:“%2”(%3):%4。</translation>
    </message>
    <message>
        <source>The scale is 1, 1.5 or 2.</source>
        <translation>缩放为 1、1.5 或 2。</translation>
    </message>
    <message>
        <source>There is no such scene; there are: %1</source>
        <translation>没有这个场景;现有:%1</translation>
    </message>
    <message>
        <source>Excused, because it cannot be used now: %1</source>
        <translation>此刻不可用,不计:%1</translation>
    </message>
    <message>
        <source>%1 pictures at %2 in %3, %4 defects.</source>
        <translation>%3 中有 %1 张 %2 截图,%4 处毛病。</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Sync all sources at start</source>
        <translation>启动时同步所有来源</translation>
    </message>
    <message>
        <source>Folder for exported Markdown</source>
        <translation>导出 Markdown 的文件夹</translation>
    </message>
    <message>
        <source>As on the desktop</source>
        <translation>随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Ask sources by itself when their time has come</source>
        <translation>到时间自动检查来源</translation>
    </message>
    <message>
        <source>After a sync, ask arXiv once a day for missing titles and newer versions</source>
        <translation>同步后每天一次向 arXiv 询问缺少的题目和更新的版本</translation>
    </message>
    <message>
        <source>E-mail address for services that ask for one (Unpaywall)</source>
        <translation>需要邮箱的服务所用的地址(Unpaywall)</translation>
    </message>
    <message>
        <source>Highlights in the Markdown</source>
        <translation>Markdown 中的高亮</translation>
    </message>
    <message>
        <source>In reading order</source>
        <translation>按阅读顺序</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按类型</translation>
    </message>
    <message>
        <source>By section</source>
        <translation>按章节</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Template of the Markdown (obsidian, logseq, plain, one of your own or a file)</source>
        <translation>Markdown 模板(obsidian、logseq、plain、自建模板名或文件)</translation>
    </message>
    <message>
        <source>With room between the lines</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Close together</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Tell of new issues by a notification</source>
        <translation>有新一期时用通知告知</translation>
    </message>
    <message>
        <source>Keep running in the tray when the window is closed</source>
        <translation>关闭窗口后留在托盘里继续运行</translation>
    </message>
    <message>
        <source>Make a backup of the notes every hour in which they have changed</source>
        <translation>笔记有改动时,每小时备份一次</translation>
    </message>
    <message>
        <source>Language and looks</source>
        <translation>语言与外观</translation>
    </message>
    <message>
        <source>Window and keys</source>
        <translation>窗口与按键</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Papers and PDFs</source>
        <translation>论文与 PDF</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Highlights and Markdown</source>
        <translation>高亮与 Markdown</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n 磅</numerusform>
        </translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Posts of a new source that arrive unread</source>
        <translation>新来源的文章中算未读的</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>全部</translation>
    </message>
    <message numerus="yes">
        <source>Those of the last %n day(s)</source>
        <translation>
            <numerusform>最近 %n 天的</numerusform>
        </translation>
    </message>
    <message>
        <source>PDFs from arXiv a day</source>
        <translation>每天从 arXiv 取的 PDF</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message numerus="yes">
        <source>%n at most</source>
        <translation>
            <numerusform>最多 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder in which the browser saves PDFs</source>
        <translation>浏览器保存 PDF 的文件夹</translation>
    </message>
    <message>
        <source>The desktop&apos;s folder for downloads</source>
        <translation>桌面的下载文件夹</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>默认</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Mirrors, one a line (HOST=BASE)</source>
        <translation>镜像,每行一个(HOST=BASE)</translation>
    </message>
    <message>
        <source>Asked for at the first export</source>
        <translation>首次导出时询问</translation>
    </message>
    <message>
        <source>Folder for a whole backup each day, best on another disk</source>
        <translation>每天存一份完整备份的文件夹,最好在另一块磁盘上</translation>
    </message>
    <message>
        <source>Keys of commands</source>
        <translation>命令的按键</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>更改按键…</translation>
    </message>
    <message>
        <source>Edit templates…</source>
        <translation>编辑模板…</translation>
    </message>
    <message>
        <source>Kinds of highlights</source>
        <translation>高亮类型</translation>
    </message>
    <message>
        <source>Change kinds…</source>
        <translation>更改类型…</translation>
    </message>
    <message>
        <source>Time between requests to one server</source>
        <translation>对同一服务器两次请求的间隔</translation>
    </message>
    <message>
        <source>Templates of your own</source>
        <translation>自建模板</translation>
    </message>
</context>
<context>
    <name>sources</name>
    <message>
        <source>HH:mm</source>
        <comment>a time of today</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>MM-dd HH:mm</source>
        <comment>a time of another day</comment>
        <translation>MM-dd HH:mm</translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 holds no file that can be imported.</source>
        <translation>%1 里没有可以导入的文件。</translation>
    </message>
    <message>
        <source>What %1 sent could not be read: %2</source>
        <translation>%1 发来的内容读不懂:%2</translation>
    </message>
    <message>
        <source>The feed of %1 could be read only in part; that part was kept, and it is asked for whole next time.</source>
        <translation>%1 的订阅只能读懂一部分;这部分已保留,下次会重新完整取。</translation>
    </message>
    <message>
        <source>Standard input cannot be read.</source>
        <translation>无法读取标准输入。</translation>
    </message>
    <message>
        <source>What standard input brought is larger than %1 MB.</source>
        <translation>标准输入的内容超过 %1 MB。</translation>
    </message>
    <message>
        <source>%1 is a PDF and cannot be imported here.</source>
        <translation>%1 是 PDF,不能在这里导入。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>%1 asks to be left alone for %2 s (answer %3).</source>
        <translation>%1 请求 %2 秒内不要再来(回答 %3)。</translation>
    </message>
    <message>
        <source>%1 has no such feed any more (answer %2). Nothing was changed.</source>
        <translation>%1 已没有这个订阅(回答 %2)。没有改动。</translation>
    </message>
    <message>
        <source>%1 refused the feed (answer %2). Nothing was changed.</source>
        <translation>%1 拒绝给出订阅(回答 %2)。没有改动。</translation>
    </message>
    <message>
        <source>%1 gave answer %2 instead of a feed. Nothing was changed.</source>
        <translation>%1 给出回答 %2,而不是订阅。没有改动。</translation>
    </message>
    <message>
        <source>%1 sent an empty answer instead of a feed. Nothing was changed.</source>
        <translation>%1 发来空的回答,而不是订阅。没有改动。</translation>
    </message>
    <message>
        <source>%1 sent a web page instead of a feed (login or captcha?). Nothing was changed.</source>
        <translation>%1 发来的是网页而不是订阅(要登录或验证码?)。没有改动。</translation>
    </message>
    <message>
        <source>What %1 sent is no feed. Nothing was changed.</source>
        <translation>%1 发来的不是订阅。没有改动。</translation>
    </message>
    <message>
        <source>The feed of %1 came cut off; what could be read was kept, and it is asked for whole next time.</source>
        <translation>%1 的订阅被截断;能读的已保留,下次会重新完整取。</translation>
    </message>
    <message>
        <source>The feed of %1 is empty at the moment; nothing was deleted.</source>
        <translation>%1 的订阅目前是空的;没有删除任何内容。</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day within a sentence, in Qt&apos;s format of dates</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>state of a source on a day</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>fresh</source>
        <comment>state of a source on a day</comment>
        <translation>有新</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>state of a source on a day</comment>
        <translation>等待</translation>
    </message>
    <message>
        <source>quiet</source>
        <comment>state of a source on a day</comment>
        <translation>无新</translation>
    </message>
    <message>
        <source>stalled</source>
        <comment>state of a source on a day</comment>
        <translation>停滞</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>state of a source on a day</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>back-filled</source>
        <comment>state of a source on a day</comment>
        <translation>已补取</translation>
    </message>
    <message>
        <source>It was not asked.</source>
        <translation>没有检查。</translation>
    </message>
    <message>
        <source>It has not been asked yet.</source>
        <translation>尚未检查。</translation>
    </message>
    <message>
        <source>It usually publishes on this weekday, and nothing of this day is here.</source>
        <translation>它通常在星期的这一天发布,而这天的内容这里没有。</translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s), which came later (%1).</source>
        <translation>
            <numerusform>%n 期,后来才到(%1)。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s) of this day.</source>
        <translation>
            <numerusform>这天的 %n 期。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed.</source>
        <translation>
            <numerusform>%n 期有改动。</numerusform>
        </translation>
    </message>
    <message>
        <source>Before the oldest issue that is here.</source>
        <translation>早于这里最早的一期。</translation>
    </message>
    <message>
        <source>It answers, but nothing new has come since %1, which is unusual for it.</source>
        <translation>它有回应,但自 %1 以来没有新内容,这不寻常。</translation>
    </message>
    <message>
        <source>Nothing yet; it usually publishes on this weekday.</source>
        <translation>还没有;它通常在星期的这一天发布。</translation>
    </message>
    <message>
        <source>It does not usually publish on this weekday.</source>
        <translation>它通常不在星期的这一天发布。</translation>
    </message>
    <message>
        <source>Nothing was published.</source>
        <translation>没有发布。</translation>
    </message>
    <message>
        <source>“%1” is no interval. Write minutes, up to %2; 0 leaves it to the program.</source>
        <translation>“%1”不是间隔。请写分钟数,最多 %2;0 表示由程序决定。</translation>
    </message>
    <message>
        <source>“%1” is not ignore or honour.</source>
        <translation>“%1”不是 ignore 或 honour。</translation>
    </message>
    <message>
        <source>“%1” is no web address (http or https).</source>
        <translation>“%1”不是网址(http 或 https)。</translation>
    </message>
    <message>
        <source>“%1” is no base address of a mirror.</source>
        <translation>“%1”不是镜像的基础地址。</translation>
    </message>
    <message>
        <source>“%1” is no language. Write zh-CN or en.</source>
        <translation>“%1”不是语言。请写 zh-CN 或 en。</translation>
    </message>
    <message>
        <source>A source needs a title.</source>
        <translation>来源需要一个名称。</translation>
    </message>
    <message>
        <source>“%1” is no header that can be sent.</source>
        <translation>“%1”不是可以发送的请求头。</translation>
    </message>
    <message>
        <source>“%1” is no header. Write Name: value, one a line.</source>
        <translation>“%1”不是请求头。请每行写一个 名称: 值。</translation>
    </message>
    <message>
        <source>“%1” is no user name: a colon cannot be sent in one.</source>
        <translation>“%1”不能作用户名:其中不能有冒号。</translation>
    </message>
    <message>
        <source>“%1” is nothing that can be chosen for a source: title, category, interval, max-age, address, mirror, proxy, language, user, header.NAME.</source>
        <translation>“%1”不是来源可选的项:title、category、interval、max-age、address、mirror、proxy、language、user、header.NAME。</translation>
    </message>
    <message>
        <source>“%1” says nothing to choose. Write KEY=VALUE.</source>
        <translation>“%1”没有说明要选什么。请写 KEY=VALUE。</translation>
    </message>
    <message>
        <source>What %1 sent names no dated files. Nothing was added.</source>
        <translation>%1 发来的内容中没有带日期的文件。没有添加任何东西。</translation>
    </message>
    <message>
        <source>%1 wants to see a person first (a captcha). Nothing was changed.</source>
        <translation>%1 要先验证是真人(验证码)。没有改动。</translation>
    </message>
    <message>
        <source>%1 sent an empty answer. Nothing was changed.</source>
        <translation>%1 发来空的内容。没有改动。</translation>
    </message>
    <message>
        <source>What %1 sent came cut off; what could be read was kept, and it is asked for whole next time.</source>
        <translation>%1 发来的内容被截断;能读的已保留,下次重新完整获取。</translation>
    </message>
    <message>
        <source>feed</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>WordPress posts</source>
        <translation>WordPress 文章</translation>
    </message>
    <message>
        <source>daily papers, a list a day</source>
        <translation>每日论文,每天一份</translation>
    </message>
    <message>
        <source>dated files of a repository</source>
        <translation>仓库中带日期的文件</translation>
    </message>
    <message>
        <source>document that grows</source>
        <translation>不断增长的文档</translation>
    </message>
    <message>
        <source>page whose linked posts are the issues</source>
        <translation>以所链接的文章为期的页面</translation>
    </message>
    <message>
        <source>watched folder</source>
        <translation>监视的文件夹</translation>
    </message>
    <message>
        <source>imported files</source>
        <translation>导入的文件</translation>
    </message>
    <message>
        <source>tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>This is no OPML file. Nothing was added.</source>
        <translation>这不是 OPML 文件。没有添加任何来源。</translation>
    </message>
    <message>
        <source>The OPML file is damaged: %1. Nothing was added.</source>
        <translation>OPML 文件已损坏:%1。没有添加任何来源。</translation>
    </message>
    <message numerus="yes">
        <source>Asked %n time(s); nothing of this day.</source>
        <translation>
            <numerusform>检查了 %n 次,没有这一天的内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>It was asked for this day, and its server has nothing of it.</source>
        <translation>这一天已经检查过,服务器上没有内容。</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>why a keychain did not answer</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1; the password holds for this run only.</source>
        <comment>why a keychain did not answer</comment>
        <translation>%1;密码只在本次运行中有效。</translation>
    </message>
    <message>
        <source>%1; the password may still lie in it.</source>
        <comment>why a keychain did not answer</comment>
        <translation>%1;密码可能还在里面。</translation>
    </message>
    <message>
        <source>The keychain stayed shut</source>
        <translation>钥匙串没有打开</translation>
    </message>
    <message>
        <source>The keychain does not answer</source>
        <translation>钥匙串没有应答</translation>
    </message>
    <message>
        <source>The keychain refused (%1)</source>
        <translation>钥匙串拒绝了(%1)</translation>
    </message>
    <message>
        <source>There is no keychain on this desktop</source>
        <translation>此桌面没有钥匙串</translation>
    </message>
</context>
<context>
    <name>ui::Absence</name>
    <message>
        <source>Try Again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Begin a New Library There</source>
        <translation>在那里新建书库</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>ui::Rescue</name>
    <message>
        <source>There is a sound backup of %1. It can take the place of the damaged notes; what came after it is taken over as far as it can be read, and the damaged file is kept.</source>
        <translation>有一份 %1 的完好备份,可以替换损坏的笔记;之后的改动会尽量补上,损坏的文件会保留。</translation>
    </message>
    <message>
        <source>Put the Backup in Its Place</source>
        <translation>换上备份</translation>
    </message>
    <message>
        <source>Leave It as It Is</source>
        <translation>保持原样</translation>
    </message>
</context>
<context>
    <name>views</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>有笔记</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the locale of dates, such as zh_CN</comment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>MM-dd ddd</source>
        <comment>date of an issue in the sidebar</comment>
        <translation>MM-dd ddd</translation>
    </message>
    <message>
        <source>Files</source>
        <comment>source of what was imported by hand</comment>
        <translation>文件</translation>
    </message>
    <message>
        <source>Tour</source>
        <comment>source of the first steps</comment>
        <translation>导览</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>留下的</translation>
    </message>
</context>
<context>
    <name>yaodian::papers::Papers</name>
    <message>
        <source>There is no such paper in the library.</source>
        <translation>书库里没有这篇论文。</translation>
    </message>
    <message>
        <source>There is no title to search for.</source>
        <translation>没有可查找的题目。</translation>
    </message>
</context>
<context>
    <name>yaodian::sync::Asking</name>
    <message>
        <source>Syncing %1 of %2…</source>
        <translation>正在同步 %1 / %2…</translation>
    </message>
    <message>
        <source>%1 was not asked: its server asks for patience until %2.</source>
        <translation>没有访问 %1:它的服务器请求等到 %2。</translation>
    </message>
</context>
<context>
    <name>yaodian::sync::Finder</name>
    <message>
        <source>“%1” is not a web address.</source>
        <translation>“%1”不是网址。</translation>
    </message>
    <message>
        <source>%1 is a web page that names no feed (RSS or Atom) and lists no posts. Nothing was added.</source>
        <translation>%1 是网页,没有标明订阅(RSS 或 Atom),也没有列出文章。没有添加。</translation>
    </message>
</context>
<context>
    <name>yaodian::sync::Importing</name>
    <message>
        <source>Looking for files…</source>
        <translation>正在查找文件…</translation>
    </message>
    <message>
        <source>Importing %1 of %2…</source>
        <translation>正在导入 %1 / %2…</translation>
    </message>
</context>
<context>
    <name>yaodian::sync::Reparsing</name>
    <message>
        <source>Reading stored posts again… %1 of %2</source>
        <translation>正在重新解析保存的原文… %1 / %2</translation>
    </message>
</context>
<context>
    <name>yaodian::sync::Sync</name>
    <message>
        <source>Looking for the feed…</source>
        <translation>正在查找订阅…</translation>
    </message>
    <message>
        <source>This source has no way to older issues.</source>
        <translation>这个来源无法获取更早的期。</translation>
    </message>
    <message>
        <source>Nothing is missing since that day.</source>
        <translation>那天以来没有缺少的。</translation>
    </message>
</context>
<context>
    <name>yaodian::sync::Visit</name>
    <message>
        <source>The network wants a log-in first (%1); %2 was not reached.</source>
        <translation>网络要求先登录(%1);没有连上 %2。</translation>
    </message>
    <message>
        <source>not modified (304)</source>
        <translation>未改动(304)</translation>
    </message>
    <message>
        <source>empty at the moment</source>
        <translation>目前为空</translation>
    </message>
    <message>
        <source>%1 new, %2 updated</source>
        <translation>新增 %1,更新 %2</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>无变化</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::ActivityPage</name>
    <message>
        <source>Sync activity</source>
        <translation>同步动态</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month&apos;s name, in Qt&apos;s format of dates</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>a day of the calendar, in Qt&apos;s format</comment>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>This source has no way to older issues.</source>
        <translation>这个来源无法获取更早的期。</translation>
    </message>
    <message numerus="yes">
        <source>%n new issue(s)</source>
        <translation>
            <numerusform>新增 %n 期</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new.</source>
        <translation>没有新内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n older issue(s)</source>
        <translation>
            <numerusform>%n 期更早的</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing older was found.</source>
        <translation>没有更早的。</translation>
    </message>
    <message>
        <source>Nothing is missing in this month.</source>
        <translation>这个月没有缺少的。</translation>
    </message>
    <message numerus="yes">
        <source>%n missing issue(s) fetched</source>
        <translation>
            <numerusform>补取了 %n 期</numerusform>
        </translation>
    </message>
    <message>
        <source>Its server has nothing of the missing days.</source>
        <translation>服务器上没有所缺日子的内容。</translation>
    </message>
    <message>
        <source>Stopped. What had come by then is here.</source>
        <translation>已停止。已到的内容在这里。</translation>
    </message>
    <message>
        <source>There is no source to sync yet. Press {source.add} to add one.</source>
        <translation>还没有可以同步的来源。按 {source.add} 添加一个。</translation>
    </message>
    <message>
        <source>Asking… · {go.back} stops it</source>
        <translation>检查中… · {go.back} 停止</translation>
    </message>
    <message>
        <source>{activity.remove} removes the source, its issues stay</source>
        <translation>{activity.remove} 移除来源,已有的各期保留</translation>
    </message>
    <message>
        <source>{activity.fill} or a click fetches it.</source>
        <translation>按 {activity.fill} 或点击补取。</translation>
    </message>
    <message>
        <source>{activity.fill} or another click asks again.</source>
        <translation>按 {activity.fill} 或再点一次会重新检查。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::AddPanel</name>
    <message>
        <source>Paste the link of a blog, feed, list or page, or the path of a folder</source>
        <translation>粘贴博客、订阅、列表或网页的链接,或文件夹的路径</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>Looking at %1…</source>
        <translation>正在查看 %1…</translation>
    </message>
    <message>
        <source>Esc stops</source>
        <translation>Esc 停止</translation>
    </message>
    <message>
        <source>Change what you typed, or press Enter to look once more.</source>
        <translation>改一改所写的,或按 Enter 再看一次。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Annotations</name>
    <message>
        <source>Highlight</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>下划线</translation>
    </message>
    <message>
        <source>Strikeout</source>
        <translation>删除线</translation>
    </message>
    <message>
        <source>Wavy line</source>
        <translation>波浪线</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>便笺</translation>
    </message>
    <message>
        <source>Text on the page</source>
        <translation>页面文字</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>手绘</translation>
    </message>
    <message>
        <source>Stamp or other mark</source>
        <translation>图章或其他标记</translation>
    </message>
    <message>
        <source>Annotations of this PDF</source>
        <translation>此 PDF 中的批注</translation>
    </message>
    <message>
        <source>Enter: go there · t: take over as a highlight · T: take over all. The file stays as it is.</source>
        <translation>Enter 前往 · t 收为高亮 · T 全部收下。文件不变。</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Reading the pages …</source>
        <translation>正在读取各页……</translation>
    </message>
    <message>
        <source>This PDF has none</source>
        <translation>这个 PDF 没有批注</translation>
    </message>
    <message>
        <source>highlighted already</source>
        <translation>已是高亮</translation>
    </message>
    <message>
        <source>no text under it</source>
        <translation>下面没有文字</translation>
    </message>
    <message>
        <source>This PDF has no annotations.</source>
        <translation>此 PDF 没有批注。</translation>
    </message>
    <message>
        <source>The file is still being stored; taking over works in a moment.</source>
        <translation>文件还在存入;稍后即可收下。</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) taken over as highlights</source>
        <translation>
            <numerusform>已把 %n 条批注收为高亮</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) already there</source>
        <translation>
            <numerusform>%n 条已是高亮</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without text under them</source>
        <translation>
            <numerusform>%n 条下面没有文字</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>There are more; these are the first %1.</source>
        <translation>还有更多;这里是前 %1 条。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Announcing</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new issue(s)</source>
        <translation>
            <numerusform>新来 %n 期</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Area</name>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>take the picture</source>
        <translation>截取</translation>
    </message>
    <message>
        <source>give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation>图片已复制</translation>
    </message>
    <message>
        <source>save it to a file</source>
        <translation>存为文件</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>The picture is saved: %1</source>
        <translation>图片已保存:%1</translation>
    </message>
    <message>
        <source>The picture could not be saved: %1</source>
        <translation>图片无法保存:%1</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>highlight the area</source>
        <translation>高亮此区域</translation>
    </message>
    <message>
        <source>put it into the note</source>
        <translation>放入笔记</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>第 %1 页</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::ArxivNews</name>
    <message>
        <source>Asking arXiv…</source>
        <translation>正在询问 arXiv…</translation>
    </message>
    <message numerus="yes">
        <source>arXiv was asked about %n paper(s).</source>
        <translation>
            <numerusform>已向 arXiv 询问 %n 篇论文。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to ask arXiv about.</source>
        <translation>没有要向 arXiv 询问的。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Attachments</name>
    <message>
        <source>Embedded files</source>
        <translation>内嵌文件</translation>
    </message>
    <message>
        <source>Files within a PDF are listed here and never opened.</source>
        <translation>PDF 里的文件只列在这里,从不打开。</translation>
    </message>
    <message>
        <source>Embedded files · %1</source>
        <translation>内嵌文件 · %1</translation>
    </message>
    <message>
        <source>This PDF has none</source>
        <translation>这个 PDF 没有内嵌文件</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::CardPane</name>
    <message>
        <source>New point: one short statement · Enter saves, Esc gives up</source>
        <translation>新要点:一句简短的话 · Enter 保存,Esc 放弃</translation>
    </message>
    <message>
        <source>New point</source>
        <translation>新要点</translation>
    </message>
    <message>
        <source>Tags, commas between them · Enter saves, Esc gives up</source>
        <translation>标签,用逗号隔开 · Enter 保存,Esc 放弃</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::CardView</name>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Contents</name>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Filter the contents</source>
        <translation>筛选目录</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::ContentsModel</name>
    <message>
        <source>Contents, from the text</source>
        <translation>目录(据正文)</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>This PDF has no outline</source>
        <translation>这个 PDF 没有目录</translation>
    </message>
    <message>
        <source>No section has these words</source>
        <translation>没有小节含这些词</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>Highlights · %1</source>
        <translation>高亮 · %1</translation>
    </message>
    <message numerus="yes">
        <source>%n to review: {reader.review}</source>
        <translation>
            <numerusform>待核对 %n 处:{reader.review}</numerusform>
        </translation>
    </message>
    <message>
        <source>Select, then {select.highlight} + letter</source>
        <translation>选中后按 {select.highlight} 加字母</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::EntryModel</name>
    <message>
        <source>This entry is no longer there</source>
        <translation>这个条目已经不在了</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Uncategorised</source>
        <translation>未分类</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::EventList</name>
    <message>
        <source>again at %1</source>
        <translation>%1 再检查</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::EvidenceRow</name>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>p. %1 · %2</source>
        <translation>p. %1 · %2</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Filing</name>
    <message>
        <source>Filing the PDF…</source>
        <translation>正在存入 PDF…</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::FindPanel</name>
    <message>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>p. %1</translation>
    </message>
    <message>
        <source>Search digests, points, notes, highlights and PDFs</source>
        <translation>搜索推介、要点、笔记、高亮和 PDF</translation>
    </message>
    <message>
        <source>Nothing was found for “%1”.</source>
        <translation>没有找到“%1”。</translation>
    </message>
    <message>
        <source>Words, &quot;phrases&quot;, -not, cat:RO, by:Touvron, kind:方法, tag:todo, since:7d, has:notes</source>
        <translation>词, &quot;短语&quot;, -排除, cat:RO, by:Touvron, kind:方法, tag:todo, since:7d, has:notes</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Finder</name>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>%1 so far…</source>
        <translation>已找到 %1 处…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of the first %2</source>
        <translation>%1 / 前 %2</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::FindingView</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing in it at the moment</source>
        <translation>目前没有内容</translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s)</source>
        <translation>
            <numerusform>%n 期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n 篇论文</numerusform>
        </translation>
    </message>
    <message>
        <source>among your sources already</source>
        <translation>已在你的来源中</translation>
    </message>
    <message>
        <source>Ask it now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Add it and fetch its issues</source>
        <translation>添加并获取各期</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::FocusMode</name>
    <message>
        <source>Only the pages are shown; {reader.focus} or {go.back} brings the rest back.</source>
        <translation>只显示页面;按 {reader.focus} 或 {go.back} 恢复。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Freshness</name>
    <message>
        <source>Synced %1</source>
        <translation>%1 已同步</translation>
    </message>
    <message>
        <source>Asked %1</source>
        <translation>%1 已检查</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>新增 %n 期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no answer from %n source(s)</source>
        <translation>
            <numerusform>%n 个来源没有回应</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::HelpPage</name>
    <message>
        <source>en</source>
        <comment>the handbook&apos;s language, which is its folder: en or zh</comment>
        <translation>zh</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Search the handbook</source>
        <translation>搜索手册</translation>
    </message>
    <message>
        <source>The handbook is missing here. Please install Yaodian again.</source>
        <translation>这里没有手册,请重新安装要点。</translation>
    </message>
    <message>
        <source>Nothing in the handbook says “%1”.</source>
        <translation>手册里没有“%1”。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::HighlightHistory</name>
    <message>
        <source>The file is still being stored; marking works in a moment.</source>
        <translation>文件还在存入;稍后即可标记。</translation>
    </message>
    <message>
        <source>Earlier states of the highlight</source>
        <translation>高亮的旧版本</translation>
    </message>
    <message>
        <source>The state that is looked at</source>
        <translation>正在查看的版本</translation>
    </message>
    <message>
        <source>This highlight</source>
        <translation>此高亮</translation>
    </message>
    <message>
        <source>Removed highlights</source>
        <translation>已删除的高亮</translation>
    </message>
    <message>
        <source>Removed highlights · %1</source>
        <translation>已删除的高亮 · %1</translation>
    </message>
    <message>
        <source>Nothing was removed</source>
        <translation>没有删除过</translation>
    </message>
    <message>
        <source>%1 (undone)</source>
        <translation>%1(已撤销)</translation>
    </message>
    <message>
        <source>Enter brings it back</source>
        <translation>Enter 恢复</translation>
    </message>
    <message>
        <source>Enter makes it so again</source>
        <translation>Enter 恢复为此版本</translation>
    </message>
    <message>
        <source>The highlight is back</source>
        <translation>高亮已恢复</translation>
    </message>
    <message>
        <source>As it was then</source>
        <translation>已恢复旧版本</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::HighlightModel</name>
    <message>
        <source>An area of the page</source>
        <translation>页面区域</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>第 %1 页</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::HighlightsPage</name>
    <message>
        <source>All highlights</source>
        <translation>全部高亮</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Words · kind:method · tag:idea · paper:&quot;words of its title&quot; · since:30d</source>
        <translation>词语 · kind:方法 · tag:想法 · paper:&quot;标题中的词&quot; · since:30d</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n paper(s)</source>
        <translation>
            <numerusform>%1 条,%n 篇论文</numerusform>
        </translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Tags, with commas between</source>
        <translation>标签,用逗号分隔</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No kind has the letter %1. There are: %2</source>
        <translation>没有类型用字母 %1。现有:%2</translation>
    </message>
    <message>
        <source>Copied the quote with its link.</source>
        <translation>已复制引文和链接。</translation>
    </message>
    <message>
        <source>Nothing is highlighted yet. In a paper, select a passage and press {select.highlight} and a letter.</source>
        <translation>还没有高亮。在论文中选中文字,按 {select.highlight} 和一个字母。</translation>
    </message>
    <message>
        <source>No highlight has “%1”. {go.back} shows all again.</source>
        <translation>没有含“%1”的高亮。{go.back} 显示全部。</translation>
    </message>
    <message>
        <source>Highlight removed · {act.undo} undoes it</source>
        <translation>已删除高亮 · {act.undo} 撤销</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::HistoryPage</name>
    <message>
        <source>en</source>
        <comment>the locale of dates, such as zh_CN</comment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>a day of the history</comment>
        <translation>M月d日 ddd</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>still open</source>
        <translation>尚未结束</translation>
    </message>
    <message>
        <source>Reading history</source>
        <translation>阅读历史</translation>
    </message>
    <message numerus="yes">
        <source>The last %n weeks</source>
        <translation>
            <numerusform>最近 %n 周</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>读了 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>阅读记录</translation>
    </message>
    <message>
        <source>Uncategorised</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>nothing read</source>
        <translation>没有阅读</translation>
    </message>
    <message>
        <source>No session yet. {session.start} in the list starts one over what is listed or selected.</source>
        <translation>还没有阅读记录。在列表里按 {session.start},就从列出或选中的论文开始。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Intake</name>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Digests and papers (%1)</source>
        <translation>推介和论文 (%1)</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Nothing new.</source>
        <translation>没有新内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n new issue(s)</source>
        <translation>
            <numerusform>新增 %n 期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n 期有更新</numerusform>
        </translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>The stored posts were parsed again. Nothing changed.</source>
        <translation>已重新解析保存的原文,没有变化。</translation>
    </message>
    <message numerus="yes">
        <source>The stored posts were parsed again: %n changed.</source>
        <translation>
            <numerusform>已重新解析保存的原文:%n 期有变化。</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetching the issues of “%1”…</source>
        <translation>正在获取“%1”的各期…</translation>
    </message>
    <message>
        <source>There is no source to sync yet. Press {source.add} to add one.</source>
        <translation>还没有可以同步的来源。按 {source.add} 添加一个。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Jumping</name>
    <message>
        <source>No figure or table is spoken of in view.</source>
        <translation>视野内没有提到图或表。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::KeyHelp</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>%1 of %2 · Space shows more</source>
        <translation>第 %1 / %2 页 · 空格看下一页</translation>
    </message>
    <message>
        <source>%1 of %2 · any key closes</source>
        <translation>第 %1 / %2 页 · 按任意键关闭</translation>
    </message>
    <message>
        <source>Enter changes keys · {help.handbook} opens the handbook</source>
        <translation>Enter 更改按键 · {help.handbook} 打开手册</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::KeyList</name>
    <message>
        <source>Press the key</source>
        <translation>请按键</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>its own: %1</source>
        <translation>原来:%1</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::KeyModel</name>
    <message>
        <source>On the key %1</source>
        <translation>按键 %1</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>无按键</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::KeysPage</name>
    <message numerus="yes">
        <source>%1 meets the keys of “%2” (%3) and of %n other command(s): Enter takes them for “%4”, Esc leaves all as it was.</source>
        <translation>
            <numerusform>%1 与“%2”(%3)及另外 %n 个命令的按键冲突:Enter 都改给“%4”,Esc 保持原样。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is the key of “%2” (%3): Enter takes it for “%4”, Esc leaves all as it was.</source>
        <translation>%1 是“%2”(%3)的按键:Enter 改给“%4”,Esc 保持原样。</translation>
    </message>
    <message>
        <source>%1 begins like %5, the key of “%2” (%3): Enter takes that from it for “%4”, Esc leaves all as it was.</source>
        <translation>%1 与“%2”(%3)的按键 %5 开头相同:Enter 从它拿来给“%4”,Esc 保持原样。</translation>
    </message>
    <message>
        <source>In “%1”, %2 means “%3”.</source>
        <translation>在“%1”里,%2 是“%3”。</translation>
    </message>
    <message numerus="yes">
        <source>There are %n more case(s) like that.</source>
        <translation>
            <numerusform>另有 %n 处如此。</numerusform>
        </translation>
    </message>
    <message>
        <source>Elsewhere %1 means “%2”.</source>
        <translation>在别处 %1 是“%2”。</translation>
    </message>
    <message>
        <source>No number before a command can begin with %1 here.</source>
        <translation>这里命令前的数字不能以 %1 开头。</translation>
    </message>
    <message numerus="yes">
        <source>%1 gives keys to %n command(s), which hold now.</source>
        <translation>
            <numerusform>%1 给 %n 个命令设了按键,现已生效。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) stand for two commands; the first has them.</source>
        <translation>
            <numerusform>%n 个按键给了两个命令,归前一个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are about commands that this version does not know; they are kept.</source>
        <translation>
            <numerusform>%n 行是此版本不认识的命令,已保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) do not count, but are kept, the first because: %1</source>
        <translation>
            <numerusform>%n 行不起作用但已保留,第一行的原因:%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Keys of all commands</source>
        <translation>所有命令的按键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>The name of a command in Chinese or English, or a key: gg, Ctrl+F</source>
        <translation>命令的中英文名称,或按键:gg、Ctrl+F</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) with other keys than their own</source>
        <translation>
            <numerusform>%n 个命令的按键与原来不同</numerusform>
        </translation>
    </message>
    <message>
        <source>No command is called “%1”, and none is on that key.</source>
        <translation>没有名为“%1”或用这个键的命令。</translation>
    </message>
    <message>
        <source>Press one more key for “%1”: Enter after it, or a pause, ends it; Esc gives up.</source>
        <translation>请给“%1”再按一个键:再按 Enter 或稍停即完成,Esc 放弃。</translation>
    </message>
    <message>
        <source>Press the key for “%1”: Enter after it, or a pause, ends it; Esc gives up.</source>
        <translation>请按“%1”的按键:再按 Enter 或稍停即完成,Esc 放弃。</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”:%2</translation>
    </message>
    <message>
        <source>“%1” has no key now.</source>
        <translation>“%1”现在没有按键。</translation>
    </message>
    <message>
        <source>“%1” has its own keys: %2</source>
        <translation>“%1”恢复了原来的按键:%2</translation>
    </message>
    <message>
        <source>“%1” has its own keys but for %2, which you gave to another command.</source>
        <translation>“%1”恢复了原来的按键,但 %2 已给了别的命令。</translation>
    </message>
    <message>
        <source>All commands have their own keys.</source>
        <translation>所有命令都是原来的按键。</translation>
    </message>
    <message numerus="yes">
        <source>Give %n command(s) their own keys back? The keys as they are now stay in keys.txt~, in the folder of the library.</source>
        <translation>
            <numerusform>恢复 %n 个命令原来的按键?现在的按键会留在书库文件夹的 keys.txt~ 里。</numerusform>
        </translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>导入按键</translation>
    </message>
    <message>
        <source>Keys (*.txt);;All files (*)</source>
        <translation>按键 (*.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 gives no command a key; all keys are as they were.</source>
        <translation>%1 没有给任何命令设按键;所有按键保持原样。</translation>
    </message>
    <message>
        <source>All commands have their own keys: there is nothing to export.</source>
        <translation>所有命令都是原来的按键,没有可导出的。</translation>
    </message>
    <message>
        <source>Export keys</source>
        <translation>导出按键</translation>
    </message>
    <message numerus="yes">
        <source>The keys of %n command(s) are in %1.</source>
        <translation>
            <numerusform>%n 个命令的按键已写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>All keys are as they were.</source>
        <translation>所有按键保持原样。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::KindForm</name>
    <message>
        <source>as in the reader</source>
        <translation>阅读器中的样子</translation>
    </message>
    <message>
        <source>Abc</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文名</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colour, as #rrggbb</source>
        <translation>颜色(#rrggbb)</translation>
    </message>
    <message>
        <source>Pattern, for those who cannot tell colours apart</source>
        <translation>图案(不靠颜色区分)</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>在纸上</translation>
    </message>
    <message>
        <source>Enter keeps it · Esc leaves it as it was</source>
        <translation>Enter 保存 · Esc 不改</translation>
    </message>
    <message>
        <source>New kind</source>
        <translation>新类型</translation>
    </message>
    <message>
        <source>Letter, pressed after {select.highlight}</source>
        <translation>字母(按 {select.highlight} 之后)</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::KindList</name>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n 条高亮</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::KindsPage</name>
    <message>
        <source>Kinds of highlights</source>
        <translation>高亮类型</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) are of this kind. Press the letter of the kind they become: %1</source>
        <translation>
            <numerusform>有 %n 条高亮属于此类型。按新类型的字母:%1</numerusform>
        </translation>
    </message>
    <message>
        <source>The kind stays.</source>
        <translation>类型保留。</translation>
    </message>
    <message>
        <source>Removed “%1” · {act.undo} undoes it</source>
        <translation>已删除“%1” · {act.undo} 撤销</translation>
    </message>
    <message>
        <source>Removed “%1”; its highlights are “%2” now · {act.undo} undoes it</source>
        <translation>已删除“%1”,其高亮改为“%2” · {act.undo} 撤销</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::LibraryPage</name>
    <message>
        <source>Issue</source>
        <translation>期</translation>
    </message>
    <message>
        <source>Uncategorised</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>Everything is read.</source>
        <translation>全部已读。</translation>
    </message>
    <message>
        <source>No issue needs a check.</source>
        <translation>没有需要核对的期。</translation>
    </message>
    <message>
        <source>No entry here yet.</source>
        <translation>这里还没有条目。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 未读</numerusform>
        </translation>
    </message>
    <message>
        <source>This post names no paper. Its text is beside this list.</source>
        <translation>这一期没有提到论文。它的正文在旁边。</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>按来源</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>按标题</translation>
    </message>
    <message>
        <source>As in the issue</source>
        <translation>按原文顺序</translation>
    </message>
    <message>
        <source>No entry is found by “%1” now.</source>
        <translation>现在没有符合“%1”的条目。</translation>
    </message>
    <message>
        <source>No entry here has “%1”.
{go.back} shows all again, {find.everything} searches everything.</source>
        <translation>这里没有含“%1”的条目。
{go.back} 显示全部,{find.everything} 搜索所有内容。</translation>
    </message>
    <message>
        <source>Nothing here yet.

Press {source.add} to add a source: any link to a blog or feed will do.
Or drop files on this window: .html .md .txt .xml .json .eml .pdf, or a folder.</source>
        <translation>这里还什么都没有。

按 {source.add} 添加来源:任何博客或订阅的链接都行。
也可以把文件拖进窗口:.html .md .txt .xml .json .eml .pdf,或一个文件夹。</translation>
    </message>
    <message>
        <source>No entry of this category is here. {go.back} shows all again.</source>
        <translation>这里没有这个类别的条目。按 {go.back} 显示全部。</translation>
    </message>
    <message>
        <source>No entry here yet. {sync.now} syncs the sources.</source>
        <translation>这里还没有条目。按 {sync.now} 同步来源。</translation>
    </message>
    <message>
        <source>Nothing new today.
{sync.now} syncs the sources; the issues at the left hold the rest.</source>
        <translation>今天没有新条目。
按 {sync.now} 同步来源;其余的在左边各期里。</translation>
    </message>
    <message>
        <source>Nothing is kept for later. Press {list.later} on an entry to put it here.</source>
        <translation>没有留到稍后的条目。在条目上按 {list.later} 放到这里。</translation>
    </message>
    <message>
        <source>Nothing is starred. Press {list.star} on an entry to put it here.</source>
        <translation>没有星标条目。在条目上按 {list.star} 放到这里。</translation>
    </message>
    <message>
        <source>Papers with the verdict “read closely” or “keep” stand here. {list.verdict.read} and {list.verdict.keep} give it.</source>
        <translation>取舍为“精读”或“存”的论文在这里。按 {list.verdict.read} 或 {list.verdict.keep} 给出。</translation>
    </message>
    <message>
        <source>Papers with points, notes or highlights of yours stand here.
Press {list.point} on an entry to write a point.</source>
        <translation>有你的要点、笔记或高亮的论文会出现在这里。
在条目上按 {list.point} 写一条要点。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::ListPane</name>
    <message>
        <source>Entries</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Filter: words of titles and points</source>
        <translation>筛选:标题和要点里的词</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message numerus="yes">
        <source>%n new — press {sync.now}</source>
        <translation>
            <numerusform>%n 条新条目,按 {sync.now} 显示</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::MainWindow</name>
    <message>
        <source>Open this link in the browser?
%1</source>
        <translation>在浏览器里打开这个链接吗?
%1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Summary of the session</source>
        <translation>阅读小结</translation>
    </message>
    <message>
        <source>%1 — 要点</source>
        <comment>title of the window</comment>
        <translation>%1 — 要点</translation>
    </message>
    <message>
        <source>Remove “%1”? Its issues and everything you made of them stay.</source>
        <translation>移除“%1”吗?它的各期和你写下的一切都会保留。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Removed “%1”. Its issues stay.</source>
        <translation>已移除“%1”,它的各期保留。</translation>
    </message>
    <message>
        <source>There is nothing here to read.</source>
        <translation>这里没有可读的。</translation>
    </message>
    <message>
        <source>There is no paper to export here.</source>
        <translation>这里没有可以导出的论文。</translation>
    </message>
    <message numerus="yes">
        <source>Markdown of %n file(s) is in %1</source>
        <translation>
            <numerusform>%n 个 Markdown 文件已写到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetching the PDF…</source>
        <translation>正在取 PDF…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sync activity</source>
        <translation>同步动态</translation>
    </message>
    <message>
        <source>Filed the PDF of “%1”.</source>
        <translation>已存入《%1》的 PDF。</translation>
    </message>
    <message>
        <source>No tab was closed.</source>
        <translation>没有关闭过标签页。</translation>
    </message>
    <message>
        <source>The file that this highlight was made on is not here any more.</source>
        <translation>这处高亮所在的文件已经不在这里。</translation>
    </message>
    <message>
        <source>Folder for exports</source>
        <translation>导出文件夹</translation>
    </message>
    <message>
        <source>Nothing is marked in these papers yet: there is nothing to export.</source>
        <translation>这些论文还没有标记,没有可导出的内容。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入:%1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1</source>
        <translation>
            <numerusform>已写入 %n 个文件到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>All highlights</source>
        <translation>全部高亮</translation>
    </message>
    <message>
        <source>Kinds of highlights</source>
        <translation>高亮类型</translation>
    </message>
    <message>
        <source>There is no list to export here.</source>
        <translation>这里没有可导出的列表。</translation>
    </message>
    <message>
        <source>The PDF is being written …</source>
        <translation>正在写入 PDF……</translation>
    </message>
    <message>
        <source>Five-minute triage</source>
        <translation>五分钟取舍</translation>
    </message>
    <message>
        <source>Reading history</source>
        <translation>阅读历史</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>搜索的名字</translation>
    </message>
    <message>
        <source>The library is open for reading only: verdicts cannot be given.</source>
        <translation>书库以只读方式打开,不能给出取舍。</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>This search stands at the left already.</source>
        <translation>这个搜索已经在左边了。</translation>
    </message>
    <message>
        <source>This desktop has no tray: closing the window ends the program.</source>
        <translation>这个桌面没有托盘:关闭窗口就退出程序。</translation>
    </message>
    <message>
        <source>Nothing on this desktop shows notifications: none will come.</source>
        <translation>这个桌面没有显示通知的服务,不会有通知。</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) from the files are here now; {act.undo} takes them back</source>
        <translation>
            <numerusform>文件中的 %n 处修改已存入;按 {act.undo} 撤销</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is here of %n paper(s) is being written …</source>
        <translation>
            <numerusform>正在写出 %n 篇论文的内容…</numerusform>
        </translation>
    </message>
    <message>
        <source>There was no reading session yet; {session.start} starts one.</source>
        <translation>还没有阅读记录;按 {session.start} 开始。</translation>
    </message>
    <message>
        <source>Filter the list first with {find.here}, or search with {find.everything}; {search.keep} then keeps it as a search.</source>
        <translation>先按 {find.here} 筛选列表,或按 {find.everything} 搜索,再按 {search.keep} 存下。</translation>
    </message>
    <message>
        <source>Kept under Searches at the left · {act.undo} undoes it</source>
        <translation>已存到左边的“搜索” · 按 {act.undo} 撤销</translation>
    </message>
    <message>
        <source>Removed the search “%1” · {act.undo} undoes it</source>
        <translation>已删除搜索“%1” · 按 {act.undo} 撤销</translation>
    </message>
    <message>
        <source>A session is open: {session.start} in the list goes on with it, {session.end} in the reader ends it.</source>
        <translation>有一次阅读还没有结束:在列表按 {session.start} 继续,在阅读器按 {session.end} 结束。</translation>
    </message>
    <message>
        <source>No session is running. {session.start} in the list starts one.</source>
        <translation>没有进行中的阅读。在列表里按 {session.start} 开始。</translation>
    </message>
    <message>
        <source>The PDF of this paper is not here any more.</source>
        <translation>这篇论文的 PDF 已不在这里。</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Servers asked since the start</source>
        <translation>启动以来访问过的服务器</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Marking</name>
    <message>
        <source>The file is still being stored; marking works in a moment.</source>
        <translation>文件还在存入,稍等片刻就能标记。</translation>
    </message>
    <message>
        <source>highlighted</source>
        <translation>已高亮</translation>
    </message>
    <message>
        <source>evidence for point %1</source>
        <translation>作为要点 %1 的证据</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No kind has the letter %1. There are: %2</source>
        <translation>没有字母为 %1 的类型。有:%2</translation>
    </message>
    <message>
        <source>There are %1 kinds.</source>
        <translation>共有 %1 种类型。</translation>
    </message>
    <message>
        <source>This paper has %1 points.</source>
        <translation>这篇论文有 %1 条要点。</translation>
    </message>
    <message>
        <source>Evidence for point %1</source>
        <translation>要点 %1 的证据</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Highlight removed</source>
        <translation>高亮已删除</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>A highlight stands on one page: the passage is marked on each of its %1 pages; a comment or tie goes to the first.</source>
        <translation>一处高亮只在一页上:这段文字在 %1 页上各标一处;评论或证据归第一处。</translation>
    </message>
    <message>
        <source>The text of page %1 is not here yet; press again in a moment.</source>
        <translation>第 %1 页的文字还没到,请稍后再按。</translation>
    </message>
    <message>
        <source>kind of the highlight</source>
        <translation>高亮的类型</translation>
    </message>
    <message>
        <source>Not in this version any more</source>
        <translation>这一版中不再有</translation>
    </message>
    <message>
        <source>Tags, with commas between</source>
        <translation>标签,用逗号分开</translation>
    </message>
    <message>
        <source>Tinted</source>
        <translation>底色</translation>
    </message>
    <message>
        <source>Underlined</source>
        <translation>下划线</translation>
    </message>
    <message>
        <source>The area is another one now</source>
        <translation>区域已更改</translation>
    </message>
    <message>
        <source>Select a passage first ({reader.select} or the mouse), or go to a highlight with {reader.nextHighlight}.</source>
        <translation>先选中一段(按 {reader.select} 或用鼠标),或按 {reader.nextHighlight} 走到一处高亮。</translation>
    </message>
    <message>
        <source>This paper has no points yet; {reader.point} makes one.</source>
        <translation>这篇论文还没有要点;按 {reader.point} 新建。</translation>
    </message>
    <message>
        <source>Copied the quote with its link.</source>
        <translation>已复制引文和链接。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::MonthView</name>
    <message>
        <source>Calendar</source>
        <translation>月历</translation>
    </message>
    <message>
        <source>missing</source>
        <comment>a day in the calendar</comment>
        <translation>缺</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::NoteEditor</name>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Your note, in Markdown. Saved as you type.</source>
        <translation>你的笔记,用 Markdown 写,边写边存。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::NotePreview</name>
    <message>
        <source>Preview of the note</source>
        <translation>笔记预览</translation>
    </message>
    <message>
        <source>A long note: only what stands around the cursor is shown.</source>
        <translation>笔记较长:只显示光标附近的内容。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::NoteVersions</name>
    <message>
        <source>Earlier versions of the note</source>
        <translation>笔记的历史版本</translation>
    </message>
    <message>
        <source>An earlier version of the note</source>
        <translation>笔记的一个历史版本</translation>
    </message>
    <message>
        <source>%1 · %2 characters</source>
        <translation>%1 · %2 字</translation>
    </message>
    <message>
        <source>%1 · now</source>
        <translation>%1 · 当前</translation>
    </message>
    <message>
        <source>%1 · undone</source>
        <translation>%1 · 已撤销</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::NotesPanel</name>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>New point</source>
        <translation>新要点</translation>
    </message>
    <message>
        <source>The cursor is in no link; [[ begins one to a paper.</source>
        <translation>光标不在链接中;输入 [[ 可链接论文。</translation>
    </message>
    <message>
        <source>There is no paper “%1” in the library.</source>
        <translation>书库中没有论文“%1”。</translation>
    </message>
    <message>
        <source>Earlier versions of the note</source>
        <translation>笔记的历史版本</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>The digest says this; only points of your own can be removed.</source>
        <translation>这是推介的要点;只能删除自己的要点。</translation>
    </message>
    <message>
        <source>This point is your own already.</source>
        <translation>这条要点已经是你的。</translation>
    </message>
    <message>
        <source>Only a point that is there can be split; keep this one first.</source>
        <translation>请先保存要点,再拆分。</translation>
    </message>
    <message>
        <source>There is no earlier version of this note.</source>
        <translation>这份笔记没有更早的版本。</translation>
    </message>
    <message>
        <source>No points yet. Press {reader.point} for one of your own.</source>
        <translation>还没有要点。按 {reader.point} 写一条自己的。</translation>
    </message>
    <message>
        <source>New point: {point.save} keeps it, {point.leave} gives it up</source>
        <translation>新要点:{point.save} 保存,{point.leave} 放弃</translation>
    </message>
    <message>
        <source>This paper has no points yet; {reader.point} makes one.</source>
        <translation>这篇论文还没有要点;按 {reader.point} 新建。</translation>
    </message>
    <message>
        <source>The earlier version is the note again · {note.leave}, {act.undo} undoes it</source>
        <translation>已恢复为较早的版本 · {note.leave} 后按 {act.undo} 撤销</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Notifications</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::OpenSearch</name>
    <message>
        <source>Only the first %1 hits are listed.</source>
        <translation>只列出前 %1 处。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>%1 so far…</source>
        <translation>已找到 %1 处…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>It is protected by a password.</source>
        <translation>文档有密码保护。</translation>
    </message>
    <message numerus="yes">
        <source>%1 found in %2 of %n document(s)</source>
        <translation>
            <numerusform>%1 处,%2/%n 篇文档</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Opening</name>
    <message>
        <source>This paper has no link.</source>
        <translation>这篇论文没有链接。</translation>
    </message>
    <message>
        <source>Nothing here is called “%1”.</source>
        <translation>这里没有叫“%1”的。</translation>
    </message>
    <message>
        <source>This link leads to nothing in this library: %1</source>
        <translation>这个链接在书库里没有对应内容:%1</translation>
    </message>
    <message>
        <source>No newer version than %1 is known of.</source>
        <translation>目前没有比 %1 更新的版本。</translation>
    </message>
    <message>
        <source>%1 · arXiv today: %2 of %3</source>
        <translation>%1 · 今天 arXiv:%2 / %3</translation>
    </message>
    <message>
        <source>No newer version is known of.</source>
        <translation>目前没有更新的版本。</translation>
    </message>
    <message>
        <source>The PDF of “%1” is not here, and no digest speaks of it.</source>
        <translation>《%1》的 PDF 不在这里,也没有推介提到它。</translation>
    </message>
    <message>
        <source>The digest gives no link to this paper.
{reader.searchTitle} searches arXiv for its title; a PDF dropped here is filed.</source>
        <translation>这一期没有给出论文的链接。
{reader.searchTitle} 按题目在 arXiv 上查找;拖到这里的 PDF 会存入。</translation>
    </message>
    <message>
        <source>Fetching the PDF… · {go.back} stops</source>
        <translation>正在取 PDF… · {go.back} 停止</translation>
    </message>
    <message>
        <source>No version of this paper is stored yet: {list.open} fetches it.</source>
        <translation>还没有存这篇论文:按 {list.open} 获取。</translation>
    </message>
    <message>
        <source>Fetching the PDF… %1 of %2 · {go.back} stops</source>
        <translation>正在取 PDF… %1 / %2 · {go.back} 停止</translation>
    </message>
    <message>
        <source>Fetching the PDF… %1 · {go.back} stops</source>
        <translation>正在取 PDF… %1 · {go.back} 停止</translation>
    </message>
    <message>
        <source>Stopped. {list.open} fetches it again.</source>
        <translation>已停止。按 {list.open} 重新取。</translation>
    </message>
    <message>
        <source>%1
{list.browser} opens the page in the browser; a PDF saved from there or dropped here is filed.</source>
        <translation>%1
{list.browser} 在浏览器中打开;从那里保存或拖到这里的 PDF 会存入。</translation>
    </message>
    <message>
        <source>The PDF of “%1” is not here: {list.open} fetches it.</source>
        <translation>《%1》的 PDF 不在这里:按 {list.open} 获取。</translation>
    </message>
    <message>
        <source>This link is not opened, because it is no address of the web: %1</source>
        <translation>没有打开这个链接,它不是网页地址:%1</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::PageView</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Rendering page %1…</source>
        <translation>正在绘制第 %1 页…</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::PagesFound</name>
    <message>
        <source>Indexing %1 of %2</source>
        <translation>正在索引 %1 / %2</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Palette</name>
    <message>
        <source>No command is called “%1”.</source>
        <translation>没有叫“%1”的命令。</translation>
    </message>
    <message>
        <source>Find a command by its Chinese or English name, or by the initials of its pinyin</source>
        <translation>按中文名、拼音首字母或英文名找命令</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Peek</name>
    <message>
        <source>Looking for references…</source>
        <translation>正在查找参考文献或图…</translation>
    </message>
    <message>
        <source>There is no reference in view.</source>
        <translation>视野内没有参考文献或图。</translation>
    </message>
    <message>
        <source>Enter goes there, Tab shows the next, Esc closes.</source>
        <translation>Enter 前往,Tab 看下一个,Esc 关闭。</translation>
    </message>
    <message>
        <source>Enter goes there, Esc closes.</source>
        <translation>Enter 前往,Esc 关闭。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::PeekPanel</name>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 / %3</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::PointRow</name>
    <message>
        <source>(me) %1</source>
        <translation>(我)%1</translation>
    </message>
    <message>
        <source>Backed by evidence</source>
        <translation>有证据</translation>
    </message>
    <message>
        <source>The digest now says: %1</source>
        <translation>推介现在写的是:%1</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::PointsList</name>
    <message>
        <source>Points</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Points · %1, %2 with evidence</source>
        <translation>要点 · %1 条,%2 条有据</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::PreviewPane</name>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>As it reads</source>
        <translation>阅读效果</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Markdown that the template makes</source>
        <translation>模板生成的 Markdown</translation>
    </message>
    <message>
        <source>How the Markdown reads</source>
        <translation>Markdown 的阅读效果</translation>
    </message>
    <message>
        <source>There is no paper yet to show this with.</source>
        <translation>还没有可以用来预览的论文。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::PrintJob</name>
    <message>
        <source>There is no such page to print.</source>
        <translation>没有这样的页可打印。</translation>
    </message>
    <message>
        <source>The printer could not be started.</source>
        <translation>无法启动打印机。</translation>
    </message>
    <message>
        <source>Printing was stopped: the document was closed.</source>
        <translation>打印已停止:文档已关闭。</translation>
    </message>
    <message>
        <source>Printing stopped at page %1. %2</source>
        <translation>打印停在第 %1 页。%2</translation>
    </message>
    <message>
        <source>The printer takes no more pages.</source>
        <translation>打印机不再接受页面。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Printing</name>
    <message>
        <source>Printing was stopped: the document was closed.</source>
        <translation>打印已停止:文档已关闭。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were printed.</source>
        <translation>
            <numerusform>已打印 %n 页。</numerusform>
        </translation>
    </message>
    <message>
        <source>Printing was ended. What the printer has already, it may still print.</source>
        <translation>打印已结束。打印机已收到的页可能还会打出。</translation>
    </message>
    <message>
        <source>Something is being printed already; {go.back} ends it.</source>
        <translation>正在打印;按 {go.back} 结束。</translation>
    </message>
    <message>
        <source>Printing page %1 of %2… {go.back} ends it.</source>
        <translation>正在打印第 %1 / %2 页… 按 {go.back} 结束。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::ReaderView</name>
    <message>
        <source>Mark %1 is set here.</source>
        <translation>标记 %1 已设在此处。</translation>
    </message>
    <message>
        <source>There is no mark %1.</source>
        <translation>没有标记 %1。</translation>
    </message>
    <message>
        <source>There is no link in view.</source>
        <translation>视野内没有链接。</translation>
    </message>
    <message>
        <source>No highlight further on.</source>
        <translation>后面没有高亮了。</translation>
    </message>
    <message>
        <source>No highlight before.</source>
        <translation>前面没有高亮了。</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>This PDF cannot be shown. %1</source>
        <translation>这份 PDF 无法显示。%1</translation>
    </message>
    <message>
        <source>That was not the password. Try again.</source>
        <translation>密码不对,请再试一次。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 / %2 页</translation>
    </message>
    <message>
        <source>This link is not followed: %1</source>
        <translation>不会打开这个链接:%1</translation>
    </message>
    <message>
        <source>A mark can be set once the file has been read.</source>
        <translation>读完文件后才能设标记。</translation>
    </message>
    <message>
        <source>The file cannot be read as it is now; what was shown before stays. %1</source>
        <translation>文件现在无法读取;仍显示之前的内容。%1</translation>
    </message>
    <message>
        <source>The file was read again.</source>
        <translation>文件已重新读取。</translation>
    </message>
    <message>
        <source>This PDF is locked by a password. Enter asks for it.</source>
        <translation>这个 PDF 有密码保护。按 Enter 输入。</translation>
    </message>
    <message>
        <source>This PDF asks for what is not done: %1.</source>
        <translation>这个 PDF 要求的事没有执行:%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) of another version</source>
        <translation>
            <numerusform>其他版本的高亮 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have their place here</source>
        <translation>
            <numerusform>%n 处已放到这一版的位置</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1, %2。</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>move its ends</source>
        <translation>移动两端</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>{reader.systemViewer} opens it in the system&apos;s viewer, {reader.reload} tries again.</source>
        <translation>{reader.systemViewer} 用系统的阅读器打开,{reader.reload} 重试。</translation>
    </message>
    <message>
        <source>%1, %2. %3 to review: {reader.review}</source>
        <translation>%1,%2。待核对 %3 处:{reader.review}</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Readers</name>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>What you typed could not be saved yet. Close all the same?</source>
        <translation>你输入的内容还没能保存。仍然关闭吗?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Reloading</name>
    <message>
        <source>There is no file to be opened.</source>
        <translation>没有可打开的文件。</translation>
    </message>
    <message>
        <source>Open this PDF in the system&apos;s viewer?
%1</source>
        <translation>用系统的阅读器打开这个 PDF?
%1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>The PDF could not be copied for the system&apos;s viewer.</source>
        <translation>无法为系统的阅读器复制 PDF。</translation>
    </message>
    <message>
        <source>The system has no viewer that opens PDFs.</source>
        <translation>系统没有能打开 PDF 的阅读器。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Resizing</name>
    <message>
        <source>This highlight was made on another version of the paper; its ends are moved there.</source>
        <translation>这处高亮标在论文的另一版本上;请在那里移动它的两端。</translation>
    </message>
    <message>
        <source>There is no text where this highlight stands: its ends cannot be moved.</source>
        <translation>这处高亮所在的位置没有文字:无法移动它的两端。</translation>
    </message>
    <message>
        <source>move the end</source>
        <translation>移动这一端</translation>
    </message>
    <message>
        <source>the other end</source>
        <translation>另一端</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>A highlight stands on one page: move its ends to the same one.</source>
        <translation>一处高亮只能在一页内:请把两端移到同一页。</translation>
    </message>
    <message>
        <source>The highlight has new ends</source>
        <translation>高亮的两端已移动</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Go to a highlight first, with {reader.nextHighlight} or a click.</source>
        <translation>请先用 {reader.nextHighlight} 或点击选中一处高亮。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Review</name>
    <message>
        <source>No highlight of another version of this paper.</source>
        <translation>这篇论文没有其他版本的高亮。</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>本文件</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>另一文件</translation>
    </message>
    <message>
        <source>Word for word</source>
        <translation>文字相同</translation>
    </message>
    <message>
        <source>Text changed</source>
        <translation>文字有改动</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>需要核对</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>Not found here</source>
        <translation>这一版没有找到</translation>
    </message>
    <message>
        <source>%1, by your word</source>
        <translation>%1,由你确认</translation>
    </message>
    <message>
        <source>Highlight %1 of %2</source>
        <translation>高亮 %1/%2</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1,第 %2 页</translation>
    </message>
    <message>
        <source>It stands here no more. The highlight stays with %1.</source>
        <translation>这一版没有这段文字。高亮留在 %1。</translation>
    </message>
    <message>
        <source>Nothing like it was found. The highlight stays with %1.</source>
        <translation>没有找到相近的文字。高亮留在 %1。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>it is here</source>
        <translation>就是这里</translation>
    </message>
    <message>
        <source>select where it is, then Enter</source>
        <translation>选中它的位置,再按回车</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>next, previous</source>
        <translation>下一处,上一处</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>open the other file</source>
        <translation>打开另一文件</translation>
    </message>
    <message>
        <source>Where the highlights of another version stand here is not known yet.</source>
        <translation>其他版本的高亮在这一版的位置还未确定。</translation>
    </message>
    <message>
        <source>Select its passage first: {select.nextWord} and {select.nextSentence} make the selection longer.</source>
        <translation>请先选中它的文字:{select.nextWord} 和 {select.nextSentence} 扩大选区。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Ruler</name>
    <message>
        <source>This is the first line.</source>
        <translation>已是第一行。</translation>
    </message>
    <message>
        <source>This is the last line.</source>
        <translation>已是最后一行。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Safekeeping</name>
    <message>
        <source>No backup was made. %1</source>
        <translation>没有做成备份。%1</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::SearchPanel</name>
    <message>
        <source>Search in this document</source>
        <translation>在本文中搜索</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>正则</translation>
    </message>
    <message>
        <source>The text is a regular expression</source>
        <translation>文字是正则表达式</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>整词</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>只找整词</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>大小写</translation>
    </message>
    <message>
        <source>Capital and small letters differ</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Search in all open documents</source>
        <translation>在所有打开的文档中搜索</translation>
    </message>
    <message>
        <source>All open documents</source>
        <translation>所有打开的文档</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::ServersPage</name>
    <message>
        <source>in place of %1</source>
        <translation>代替 %1</translation>
    </message>
    <message>
        <source>through the proxy %1</source>
        <translation>经代理 %1</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>未加密</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 次请求</numerusform>
        </translation>
    </message>
    <message>
        <source>Servers asked since the start</source>
        <translation>启动以来访问过的服务器</translation>
    </message>
    <message>
        <source>Yaodian asks no other server and sends nothing about you: no account, no statistics, no search for updates.</source>
        <translation>要点不访问别的服务器,也不发送关于你的任何东西:没有账号,没有统计,不查更新。</translation>
    </message>
    <message>
        <source>No server has been asked yet.</source>
        <translation>还没有访问过任何服务器。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::SessionBar</name>
    <message>
        <source>Reading %1 of %2</source>
        <translation>阅读 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>{session.next} next paper · {session.end} end</source>
        <translation>{session.next} 下一篇 · {session.end} 结束</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::SettingsColumn</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Changes apply at once · {go.back} goes back</source>
        <translation>改动立即生效 · {go.back} 返回</translation>
    </message>
    <message>
        <source>No setting is called “%1” · {go.back} shows all</source>
        <translation>没有名为“%1”的设置 · {go.back} 显示全部</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>设置的各部分</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Sidebar</name>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>期</translation>
    </message>
    <message>
        <source>Uncategorised</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>类型</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::SourceList</name>
    <message>
        <source>asking…</source>
        <translation>检查中…</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>again at %1</source>
        <translation>%1 再检查</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::SourceLists</name>
    <message>
        <source>Import sources</source>
        <translation>导入来源</translation>
    </message>
    <message>
        <source>Lists of sources (%1)</source>
        <translation>来源列表(%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n new source(s).</source>
        <translation>
            <numerusform>%n 个新来源。</numerusform>
        </translation>
    </message>
    <message>
        <source>All the sources in it were here already.</source>
        <translation>其中的来源都已在这里。</translation>
    </message>
    <message>
        <source>Export sources</source>
        <translation>导出来源</translation>
    </message>
    <message>
        <source>The list of your sources is in %1</source>
        <translation>你的来源列表在 %1</translation>
    </message>
    <message>
        <source>Press {sync.now} to ask them.</source>
        <translation>按 {sync.now} 检查它们。</translation>
    </message>
    <message>
        <source>There is no source to export yet. Press {source.add} to add one.</source>
        <translation>还没有可导出的来源。按 {source.add} 添加。</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::SourcePage</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Category of entries that name none</source>
        <translation>未标类别的条目归入</translation>
    </message>
    <message>
        <source>Minutes between two requests</source>
        <translation>两次检查之间的分钟数</translation>
    </message>
    <message>
        <source>New address, if it has moved</source>
        <translation>现在的地址(若已不同)</translation>
    </message>
    <message>
        <source>Mirror that is asked in place of its server</source>
        <translation>代替其服务器的镜像</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Language that is asked for</source>
        <translation>请求的语言</translation>
    </message>
    <message>
        <source>Headers for its own server, one a line</source>
        <translation>发给其服务器的请求头,每行一个</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Settings of the source</source>
        <translation>来源设置</translation>
    </message>
    <message>
        <source>Wait as long as its server says that an answer holds (max-age)</source>
        <translation>遵守服务器所说的有效期(max-age)</translation>
    </message>
    <message>
        <source>It says that it has moved for good to %1.</source>
        <translation>它说已永久迁到 %1。</translation>
    </message>
    <message>
        <source>Ask there from now on</source>
        <translation>以后去那里检查</translation>
    </message>
    <message>
        <source>Password, kept in the desktop&apos;s keychain</source>
        <translation>密码,存于桌面的钥匙串</translation>
    </message>
    <message>
        <source>The source was removed meanwhile; the change was not kept.</source>
        <translation>来源已被移除;改动没有保存。</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Its address begins with http: the password can be read on its way.</source>
        <translation>它的地址以 http 开头:密码在途中可能被读到。</translation>
    </message>
    <message>
        <source>Changes apply from the next request on · {go.back} goes back</source>
        <translation>改动从下一次检查起生效 · {go.back} 返回</translation>
    </message>
    <message>
        <source>such as %1</source>
        <translation>例如 %1</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::SpokenPages</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::StatusLine</name>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Read only</source>
        <comment>what can be done with the library</comment>
        <translation>只读</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::SummaryPage</name>
    <message>
        <source>The session is over</source>
        <translation>这次阅读结束了</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 read closely</source>
        <translation>精读 %1</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>存 %1</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>弃 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n new point(s)</source>
        <translation>
            <numerusform>%n 条新要点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n 处高亮</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Read closely</source>
        <translation>精读</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>存</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>弃</translation>
    </message>
    <message>
        <source>Summary of the session</source>
        <translation>阅读小结</translation>
    </message>
    <message>
        <source>The session is still open</source>
        <translation>这次阅读还没有结束</translation>
    </message>
    <message>
        <source>{export.markdown} writes the Markdown of this session · {go.back} goes back to the list</source>
        <translation>按 {export.markdown} 写出这次阅读的 Markdown · 按 {go.back} 回到列表</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::TabBar</name>
    <message>
        <source>Library</source>
        <translation>书库</translation>
    </message>
    <message>
        <source>Open documents</source>
        <translation>打开的文档</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::TemplateList</name>
    <message>
        <source>built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>自建</translation>
    </message>
    <message>
        <source>for exports</source>
        <translation>用于导出</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::TemplatesPage</name>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Another program changed “%1”. What you typed goes on as “%2”.</source>
        <translation>“%1”被其他程序改过,你写的内容存为“%2”。</translation>
    </message>
    <message>
        <source>Exports use “%1” from now on</source>
        <translation>导出改用“%1”</translation>
    </message>
    <message>
        <source>Rename the template</source>
        <translation>重命名模板</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>This template is built in and stays.</source>
        <translation>这是内置模板,不能删除。</translation>
    </message>
    <message>
        <source>No template was removed here.</source>
        <translation>这里没有删除过模板。</translation>
    </message>
    <message>
        <source>That is too long: a template has at most %1 KB.</source>
        <translation>太长了:模板最多 %1 KB。</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Text of the template</source>
        <translation>模板正文</translation>
    </message>
    <message>
        <source>Saved as you type</source>
        <translation>边写边存</translation>
    </message>
    <message>
        <source>As it is in the file now</source>
        <translation>文件里现在的内容</translation>
    </message>
    <message>
        <source>This template is built in; {templates.copy} in the list copies it, to edit it.</source>
        <translation>这是内置模板;在列表里按 {templates.copy} 复制后再编辑。</translation>
    </message>
    <message>
        <source>Removed “%1”; exports use “obsidian” now · {templates.putBack} puts it back</source>
        <translation>已删除“%1”,导出改用“obsidian” · 按 {templates.putBack} 恢复</translation>
    </message>
    <message>
        <source>Removed “%1” · {templates.putBack} puts it back</source>
        <translation>已删除“%1” · 按 {templates.putBack} 恢复</translation>
    </message>
    <message>
        <source>Built in · {templates.copy} copies it, to edit it</source>
        <translation>内置 · 按 {templates.copy} 复制后编辑</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::ThumbnailList</name>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::TitlePanel</name>
    <message>
        <source>%1 et al.</source>
        <comment>authors</comment>
        <translation>%1 等</translation>
    </message>
    <message>
        <source>The digest gives no link. Title to search for on arXiv</source>
        <translation>这一期没有给出链接。在 arXiv 上查找的题目</translation>
    </message>
    <message>
        <source>Search the web in the browser</source>
        <translation>在浏览器中搜索</translation>
    </message>
    <message>
        <source>A PDF that is dropped on the window is filed for this paper.</source>
        <translation>拖到窗口上的 PDF 会存为这篇论文。</translation>
    </message>
    <message>
        <source>Search arXiv for this title</source>
        <translation>在 arXiv 上按题目查找</translation>
    </message>
    <message>
        <source>The digest gives no link. The same title by the same first author is taken at once.</source>
        <translation>这一期没有给出链接。题目与第一作者都相同就直接采用。</translation>
    </message>
    <message>
        <source>Asking arXiv… · Esc stops</source>
        <translation>正在询问 arXiv… · Esc 停止</translation>
    </message>
    <message>
        <source>arXiv knows no paper of this title</source>
        <translation>arXiv 上没有这个题目的论文</translation>
    </message>
    <message>
        <source>Change the words above and press Enter, or go another way:</source>
        <translation>改一改上面的词再按 Enter,或换一种办法:</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Tray</name>
    <message>
        <source>Show the window</source>
        <translation>显示窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 篇未读</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::TriagePage</name>
    <message>
        <source>No paper was chosen to be read closely yet; 1 chooses one.</source>
        <translation>还没有选出要精读的论文,按 1 选一篇。</translation>
    </message>
    <message>
        <source>All of this triage is undone.</source>
        <translation>这一轮的取舍已全部撤销。</translation>
    </message>
    <message>
        <source>Nothing is said of this paper any more.</source>
        <translation>已经没有关于这篇论文的内容了。</translation>
    </message>
    <message>
        <source>Five minutes · %1</source>
        <translation>五分钟 · %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>papers</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 read closely</source>
        <translation>精读 %1</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>存 %1</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>弃 %1</translation>
    </message>
    <message>
        <source>Read closely</source>
        <translation>精读</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>存</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>弃</translation>
    </message>
    <message>
        <source>Five-minute triage</source>
        <translation>五分钟取舍</translation>
    </message>
    <message>
        <source>There is nothing here to go through.</source>
        <translation>这里没有可以过一遍的论文。</translation>
    </message>
    <message>
        <source>Every paper here has its verdict.</source>
        <translation>这里每一篇都有取舍了。</translation>
    </message>
    <message numerus="yes">
        <source>That was all: %n paper(s)</source>
        <translation>
            <numerusform>过完了:%n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone: %1 · {triage.redo} does it again</source>
        <translation>已撤销:%1 · 按 {triage.redo} 重做</translation>
    </message>
    <message>
        <source>Done again: %1 · {triage.undo} undoes it</source>
        <translation>已重做:%1 · 按 {triage.undo} 撤销</translation>
    </message>
    <message numerus="yes">
        <source>{triage.open} shows the %n you passed</source>
        <translation>
            <numerusform>{triage.open} 看跳过的 %n 篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{triage.session} reads the %n you chose</source>
        <translation>
            <numerusform>{triage.session} 开始读选出的 %n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>{triage.undo} takes the last verdict back · {go.back} goes to the list</source>
        <translation>{triage.undo} 撤销上一个取舍 · {go.back} 回到列表</translation>
    </message>
    <message>
        <source>{go.back} goes to the list</source>
        <translation>{go.back} 回到列表</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::VariableList</name>
    <message>
        <source>Outside of all sections</source>
        <translation>不在任何段内</translation>
    </message>
    <message>
        <source>Filter variables · Enter puts one in</source>
        <translation>筛选变量 · Enter 插入</translation>
    </message>
    <message>
        <source>Filter variables</source>
        <translation>筛选变量</translation>
    </message>
    <message>
        <source>Variables of templates</source>
        <translation>模板变量</translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Verbs</name>
    <message>
        <source>Read closely</source>
        <translation>精读</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>存</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>弃</translation>
    </message>
    <message>
        <source>Verdict taken back · {act.undo} undoes it</source>
        <translation>已收回取舍 · {act.undo} 撤销</translation>
    </message>
    <message>
        <source>%1 · {act.undo} undoes it</source>
        <translation>%1 · {act.undo} 撤销</translation>
    </message>
    <message>
        <source>Select the other entries of this paper with {list.extendDown} or {list.extendUp} first, then {list.merge} makes them one.</source>
        <translation>先用 {list.extendDown} 或 {list.extendUp} 选中这篇论文的其他条目,再按 {list.merge} 合为一篇。</translation>
    </message>
    <message>
        <source>They are one paper now · {act.undo} undoes it</source>
        <translation>已合为一篇论文 · {act.undo} 撤销</translation>
    </message>
    <message>
        <source>This entry is a paper of its own now; what you marked stays with the other mentions · {act.undo} undoes it</source>
        <translation>这一条目现在是另一篇论文;你的标记留在其他条目那里 · {act.undo} 撤销</translation>
    </message>
    <message>
        <source>Undone: %1 · {act.redo} does it again</source>
        <translation>已撤销:%1 · 按 {act.redo} 重做</translation>
    </message>
    <message>
        <source>Done again: %1 · {act.undo} undoes it</source>
        <translation>已重做:%1 · 按 {act.undo} 撤销</translation>
    </message>
    <message>
        <source>Undone: %1, of “%2” · {act.redo} does it again</source>
        <translation>已撤销“%2”的%1 · 按 {act.redo} 重做</translation>
    </message>
    <message>
        <source>Done again: %1, of “%2” · {act.undo} undoes it</source>
        <translation>已重做“%2”的%1 · 按 {act.undo} 撤销</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
</context>
</TS>
