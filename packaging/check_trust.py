#!/usr/bin/env python3
"""The defences of docs/threat-model.md that a look at the sources proves: what must stand nowhere, or in named places
alone. Each gate is a function of this file; the table names them as `packaging/check_trust.py · NAME`.
"""
import pathlib, re, sys

TOP = pathlib.Path(__file__).resolve().parent.parent
FILES = {str(f.relative_to(TOP)): f.read_text(encoding="utf-8")
         for root in ("app", "ui", "translations") for f in sorted((TOP / root).rglob("*")) if f.suffix in (".h", ".cpp")}


def code(text):
    """Without comments; line numbers stay."""
    return re.sub(r"//[^\n]*|/\*.*?\*/", lambda m: "\n" * m.group().count("\n"), text, flags=re.S)


CODE = {name: code(text) for name, text in FILES.items()}


def found(pattern, allowed=()):
    """Places of a pattern outside of the files that are allowed to hold it."""
    for name, text in CODE.items():
        if name in allowed:
            continue
        for match in re.finditer(pattern, text):
            yield f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match.group().strip()}"


def no_shell():
    """Programs are started by their path and without a shell: the worker of PDFs, and this program itself for the
    screenshots."""
    yield from found(r"std::system\b|(?<![:\w])(?:system|popen|wordexp)\s*\(|/bin/sh|\bsh -c|startCommand|"
                     r"setNativeArguments")
    yield from found(r"\bQProcess\b", allowed=("ui/shell/screenshotverb.cpp",))
    yield from found(r"\bposix_spawnp?\s*\(|\bexec(?:v|ve|vp|vpe|l|le|lp)\s*\(",
                     allowed=("app/pdf/workerhandle.cpp", "app/pdf/worker/probe.cpp"))


def one_http_client():
    """Only net speaks to servers; only the window's socket and the desktop's bus are spoken to beside it."""
    net = tuple(name for name in CODE if name.startswith("app/net/"))
    yield from found(r"QNetworkAccessManager|QTcpSocket|QSslSocket|QUdpSocket|QTcpServer|QWebSocket|QHttp|curl/curl\.h",
                     allowed=net)
    yield from found(r"QNetworkAccessManager")


def certificates_are_verified():
    """Nothing turns the check of a server's certificate off."""
    yield from found(r"ignoreSslErrors|SSL_VERIFYPEER|SSL_VERIFYHOST|SSL_VERIFYSTATUS|VerifyNone|setPeerVerifyMode|"
                     r"PROXY_SSL_VERIFY")


def no_html_of_others():
    """Qt's own HTML gets no text but what is made here."""
    yield from found(r"\bsetHtml\s*\(|\binsertHtml\s*\(|\btoHtml\s*\(|\bfromHtml\s*\(|QWebEngine|setOpenExternalLinks|"
                     r"setOpenLinks\s*\(\s*true|ocument\(?\)?(?:->|\.)setMarkdown")


def labels_are_plain():
    """Whoever makes a label says that its text is no HTML; the panel of reviews and the rows of
    points (richWords) escape what they put into theirs."""
    for name, text in CODE.items():
        if re.search(r"new QLabel\b", text) and "Qt::PlainText" not in text:
            yield f"{name}: makes a QLabel without Qt::PlainText"
    yield from found(r"Qt::(?:RichText|AutoText|MarkdownText)", allowed=("ui/reader/reviewpanel.cpp", "ui/notes/pointrow.cpp"))
    yield from found(r"new QMessageBox\b(?![^;]*;\s*box->setTextFormat\(Qt::PlainText\))")
    yield from found(r"QMessageBox::(?:information|question|warning|critical|about)\s*\(")


TIPS = r"(?:setToolTip|setTabToolTip|QToolTip::showText|setWhatsThis|setStatusTip)\s*\((?P<what>[^;]*);"
SAFE_TIP = r"convertFromPlainText|toHtmlEscaped|\btr\(\"|accessibleName\(\)"


def tips_are_plain():
    """A tip that looks like HTML is shown as HTML: what is shown there is escaped."""
    for name, text in CODE.items():
        for match in re.finditer(TIPS, text):
            if not re.search(SAFE_TIP, match["what"]) and "m_icon->" not in text[match.start() - 10:match.start()]:
                yield f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match.group()[:80]}"
        for match in re.finditer(r"case Qt::ToolTipRole:\s*return (?P<what>[^;]*);", text):
            if not re.search(SAFE_TIP, match["what"]):
                yield f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match.group()[:80]}"


def one_way_to_the_browser():
    """Links of others go through Opening::openAddress; the reader's own PDF goes to the system's viewer when asked."""
    yield from found(r"QDesktopServices|xdg-open", allowed=("ui/shell/opening.cpp", "ui/reader/reloading.cpp"))
    opening = CODE["ui/shell/opening.cpp"]
    if len(re.findall(r"QDesktopServices::openUrl", opening)) != 1 or "followableUri" not in opening:
        yield "ui/shell/opening.cpp: openUrl stands there once, behind followableUri"
    if not re.search(r"openUrl\(QUrl::fromLocalFile\(", CODE["ui/reader/reloading.cpp"]):
        yield "ui/reader/reloading.cpp: opens files alone"


SQL = r'"\s*(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|PRAGMA|ATTACH|CREATE|DROP|ALTER|WITH|FROM|WHERE|AND|OR|ORDER|JOIN)\b'


def sql_is_constant():
    """No text of anybody's becomes part of a statement: it is bound."""
    for name, text in CODE.items():
        if not name.startswith(("app/library/", "app/sync/", "app/cli/", "app/papers/", "app/reading/", "app/notes/")):
            continue
        for match in re.finditer(r"[^;{}]*" + SQL + r"[^;{}]*[;{}]", text):
            if re.search(r"toUtf8\(|toLatin1\(|toLocal8Bit\(|qPrintable|qUtf8Printable|\.arg\(|sprintf", match.group()):
                yield f"{name}:{text.count(chr(10), 0, match.end()) + 1}: {' '.join(match.group().split())[:100]}"
    yield from found(r"sqlite3_exec\s*\(|sqlite3_load_extension|enable_load_extension")
    yield from found(r"sqlite3_prepare\w*\s*\(", allowed=("app/library/connection.cpp", "app/library/fts5tokenizer.cpp"))


SECRET = r"password|secret|credential|Authorization|passphrase"


def no_secret_in_logs():
    """No line of the log names a secret; settings have no key for one."""
    for name, text in CODE.items():
        for match in re.finditer(r"qC(?:Debug|Info|Warning|Critical)\([^;]*;|\bq(?:Debug|Info|Warning|Critical|Fatal)\b[^;]*;",
                                 text):
            if re.search(SECRET, match.group(), re.I):
                yield f"{name}: {match.group()[:100]}"
    rows = CODE["app/base/settings.cpp"]
    for key in re.findall(r'\{"(\w+)"', rows):
        if re.search(SECRET + r"|token|apikey", key, re.I):
            yield f"app/base/settings.cpp: a setting {key}"


#: Every line of the log, by what it may say: counts, ids, names of our own files, the system's words.
def log_lines_are_few():
    """Titles, notes, quotes, searches and addresses have no business in a log: none of their names stands in a line."""
    for name, text in CODE.items():
        for match in re.finditer(r"qC(?:Debug|Info|Warning|Critical)\([^;]*;", text):
            if re.search(r"title|quote|note\b|\.text\b|comment|query|\burl\b|address|author|tag\b", match.group(), re.I):
                yield f"{name}: {' '.join(match.group().split())[:100]}"


def pdf_stays_outside():
    """Only the worker links poppler, and it starts locked in."""
    yield from found(r"#\s*include\s*[<\"]poppler", allowed=tuple(n for n in CODE if n.startswith("app/pdf/worker/")))


GATES = [no_shell, one_http_client, certificates_are_verified, no_html_of_others, labels_are_plain, tips_are_plain,
         one_way_to_the_browser, sql_is_constant, no_secret_in_logs, log_lines_are_few, pdf_stays_outside]

#: What each gate must find: a gate that finds nothing any more, because it was broken, proves nothing.
SAMPLES = {
    no_shell: 'void f() { system("ls"); }',
    one_http_client: "QNetworkAccessManager manager;",
    certificates_are_verified: "set(CURLOPT_SSL_VERIFYPEER, 0L);",
    no_html_of_others: "view->setHtml(title);",
    labels_are_plain: "auto *label = new QLabel(this);",
    tips_are_plain: "widget->setToolTip(paper.title);",
    one_way_to_the_browser: "QDesktopServices::openUrl(url);",
    sql_is_constant: 'Statement found(connection, "SELECT x FROM t WHERE y = " + text.toUtf8());',
    no_secret_in_logs: 'qCInfo(logSync) << "password" << word;',
    log_lines_are_few: 'qCWarning(logUi, "%s", qUtf8Printable(paper.title));',
    pdf_stays_outside: "#include <poppler-qt6.h>",
}


def wrong_lines():
    mark = {gate: f"app/library/sample-of-{gate.__name__}.cpp" for gate in GATES}
    CODE.update({mark[gate]: SAMPLES[gate] for gate in GATES})
    for gate in GATES:
        lines = list(gate())
        if not any(line.startswith(mark[gate]) for line in lines):
            yield f"{gate.__name__}: does not find its sample"
        yield from (f"{gate.__name__}: {line}" for line in lines if "/sample-of-" not in line)


if __name__ == "__main__":
    wrong = list(wrong_lines())
    print("\n".join(wrong) or f"trust: {len(GATES)} gates hold")
    sys.exit(1 if wrong else 0)
