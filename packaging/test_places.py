#!/usr/bin/env python3
"""What the packages name is there: the Flatpak manifest (read where Python has yaml) and the files it points at, what the
desktop entry, AppStream's text and the timer say of each other, and the pages that README names."""
import configparser, pathlib, re, sys, xml.etree.ElementTree as xml

TOP = pathlib.Path(__file__).resolve().parent.parent
wrong = []


def check(what, fine):
    if not fine:
        wrong.append(what)


ID = "org.yaodian.Yaodian"
entry = configparser.ConfigParser(interpolation=None, delimiters="=")
entry.optionxform = str
entry.read(TOP / f"packaging/desktop/{ID}.desktop", encoding="utf-8")
desktop = entry["Desktop Entry"]
check("the desktop entry opens PDFs and yaodian:// links",
      {"application/pdf", "x-scheme-handler/yaodian"} <= set(desktop["MimeType"].split(";")) and desktop["Exec"] == "yaodian %u")
check("the desktop entry has the icon that is installed", desktop["Icon"] == ID and (TOP / f"resources/icons/{ID}.svg").exists())

component = xml.parse(TOP / f"packaging/desktop/{ID}.metainfo.xml.in").getroot()
check("AppStream's text names the desktop entry", component.findtext("launchable") == f"{ID}.desktop" and component.findtext("id") == ID)

unit = configparser.ConfigParser(interpolation=None, strict=False)
unit.optionxform = str
unit.read(TOP / "packaging/systemd/yaodian-sync.service")
check("the timer's service asks what is due", unit["Service"]["ExecStart"] == "yaodian sync --due")

manifest = TOP / f"packaging/flatpak/{ID}.yml"
text = manifest.read_text(encoding="utf-8")
sums = re.findall(r"sha256: (\S+)", text)
check("every archive of the Flatpak has a sum", len(sums) == text.count("type: archive") and all(re.fullmatch(r"[0-9a-f]{64}", s) for s in sums))
for path in re.findall(r"^\s+path: (\S+)", text, re.M):
    check(f"{path} of the Flatpak manifest exists", (manifest.parent / path).exists())
check("the Flatpak builds these sources", (manifest.parent / "../../CMakeLists.txt").exists() and "path: ../..\n" in text)
try:
    import yaml
    read = yaml.safe_load(text)
    check("the Flatpak has the desktop's name and the program", read["app-id"] == ID and read["command"] == "yaodian")
    check("the program is built last", read["modules"][-1]["name"] == "yaodian")
    check("each module has sources", all(module["sources"] for module in read["modules"]))
    check("the Flatpak sees no more files than downloads", [a for a in read["finish-args"] if "filesystem" in a] == ["--filesystem=xdg-download:ro"])
except ImportError:
    print("places: no yaml for Python here, so the Flatpak manifest was read as text")

for document in ("README.md", "CONTRIBUTING.md", *(str(p.relative_to(TOP)) for p in (TOP / "docs").glob("*.md"))):
    for link in re.findall(r"\]\(([^)#:]+)\)", (TOP / document).read_text(encoding="utf-8")):
        check(f"{document} links {link}, which is not there", (TOP / document).parent.joinpath(link).exists())
for script in re.findall(r"packaging/[\w/.]+\.(?:sh|py|cmake)", "".join(p.read_text(encoding="utf-8") for p in [*TOP.glob("*.md"), *TOP.glob("docs/*.md")])):
    check(f"{script} is named and not there", (TOP / script).exists())
print("\n".join(f"places: {each}" for each in wrong) or "places: what the packages name is there")
sys.exit(1 if wrong else 0)
