"""The completions of bash, zsh and fish, made of the table of verbs."""
import re

HEAD = "# Made by packaging/pages/make_pages.py of what `yaodian --help --json` says.\n"
FILES = re.compile(r"\b(FILE|DIR|OPML|OUT)\b|\.(png|pdf)\b")


def words_of(verb):
    """What can stand behind a verb as it is: of "[list | add URL | …]", list and add."""
    found = []
    for part in re.findall(r"\[([^\[\]]*(?:\[[^\]]*\][^\[\]]*)*)\]", verb["usage"]):
        alternatives = [each.strip().split(" ")[0] for each in part.split("|")]
        found += [each for each in alternatives if re.fullmatch(r"[a-z]+", each)]
    return found


def choices_of(option, verb=None):
    """The values of an option, where its row tells them: "light|dark", or a list in words."""
    value = option["value"] or ""
    usage = re.search(re.escape(option["name"]) + r" ([a-z]+(?:\|[a-z]+)+)", verb["usage"]) if verb else None
    if usage or re.fullmatch(r"\w+(\|\w+)+", value):
        return (usage[1] if usage else value).split("|")
    told = re.fullmatch(r"(?:[^:]*: )?([a-z-]+(?:, [a-z-]+)+)(?: or ([a-z-]+)|, …)?", option["text"])
    return [*told[1].split(", "), *([told[2]] if told[2] else [])] if told and value else []


def takes_files(text):
    return bool(FILES.search(text or ""))


def kind_of(option, verb=None):
    """What completes the option's value: words, "files", or nothing."""
    return choices_of(option, verb) or ("files" if takes_files(option["value"]) else [])


def bash(said):
    names = lambda options: " ".join(o["name"] for o in options)
    with_value = [o["name"] for o in said["options"] if o["value"]]
    lines = [HEAD + "_yaodian()", "{",
             '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" verb="" place=1',
             "    while [ \"$place\" -lt \"$COMP_CWORD\" ]; do",
             '        case "${COMP_WORDS[place]}" in',
             f"            {'|'.join(with_value)}) place=$((place + 1)) ;;",
             "            -*) ;;",
             '            *) verb="${COMP_WORDS[place]}"; break ;;',
             "        esac", "        place=$((place + 1))", "    done",
             "    COMPREPLY=()", '    case "$verb $before" in']
    for pattern, options, verb in [(f'"{v["name"]} "', v["options"], v) for v in said["verbs"]] + [("*\" \"", said["options"], None)]:
        for option in (o for o in options if o["value"]):
            kind = kind_of(option, verb)
            answer = "compopt -o default" if kind == "files" else f'COMPREPLY=($(compgen -W "{" ".join(kind)}" -- "$word"))' if kind else ":"
            lines.append(f"        {pattern}{option['name']}) {answer}; return ;;")
    lines += ["    esac", '    case "$verb" in',
              f'        "") COMPREPLY=($(compgen -W "{" ".join(v["name"] for v in said["verbs"])} {names(said["options"])}" -- "$word"))',
              '            case "$word" in /*|./*|../*) compopt -o default ;; esac ;;']
    for verb in said["verbs"]:
        own = " ".join([*words_of(verb), names(verb["options"])]).strip()
        lines.append(f'        {verb["name"]}) COMPREPLY=($(compgen -W "{own} {names(said["options"])}" -- "$word"))'.replace('"  ', '" '))
        if takes_files(re.sub(r"--\w+ \S+", "", verb["usage"])):
            lines.append('            case "$word" in -*) ;; *) COMPREPLY=($(compgen -W "%s" -- "$word")); compopt -o default ;; esac' % " ".join(words_of(verb)))
        lines[-1] += " ;;"
    return "\n".join(lines + ["    esac", "}", "complete -F _yaodian yaodian", ""])


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


def zsh_option(option, verb=None):
    text = re.sub(r"([\[\]:])", r"\\\1", option["text"])
    if not option["value"]:
        return quoted(f"{option['name']}[{text}]")
    kind = kind_of(option, verb)
    action = "_files" if kind == "files" else f"({' '.join(kind)})" if kind else " "
    label = re.sub(r"([\[\]:|])", r"\\\1", option["value"])
    return quoted(f"{option['name']}[{text}]:{label}:{action}")


def zsh(said):
    lines = ["#compdef yaodian", HEAD, "_yaodian() {", "    local -a verbs every", "    local state line", "    verbs=("]
    lines += ["        " + quoted(v["name"] + ":" + v["summary"].replace(":", "\\:")) for v in said["verbs"]]
    lines += ["    )", "    every=("] + ["        " + zsh_option(o) for o in said["options"]]
    lines += ["    )", "    _arguments -C $every '1: :->verb' '*:: :->rest'", '    case "$state" in',
              "        verb) _describe verb verbs; _files ;;", '        rest) case "$line[1]" in']
    for verb in said["verbs"]:
        own = [zsh_option(o, verb) for o in verb["options"]]
        words, files = words_of(verb), takes_files(re.sub(r"--\w+ \S+", "", verb["usage"]))
        first = [quoted(f"1: :({' '.join(words)})")] if words else []
        own += first + [quoted("*:file:_files" if files else "*: : ")]
        lines.append(f"            {verb['name']}) _arguments $every {' '.join(own)} ;;")
    return "\n".join(lines + ["        esac ;;", "    esac", "}", '_yaodian "$@"', ""])


def fish_option(option, condition, verb=None):
    line = f"complete -c yaodian{condition} -l {option['name'][2:]} -d {quoted(option['text'])}"
    if not option["value"]:
        return line
    kind = kind_of(option, verb)
    return line + (" -r -F" if kind == "files" else f" -x -a {quoted(' '.join(kind))}" if kind else " -x")


def fish(said):
    lines = [HEAD, "complete -c yaodian -f"]
    lines += [fish_option(option, "") for option in said["options"]]
    for verb in said["verbs"]:
        seen = f" -n '__fish_seen_subcommand_from {verb['name']}'"
        lines.append(f"complete -c yaodian -n __fish_use_subcommand -a {verb['name']} -d {quoted(verb['summary'])}")
        lines += [fish_option(option, seen, verb) for option in verb["options"]]
        if words_of(verb):
            lines.append(f"complete -c yaodian{seen} -a {quoted(' '.join(words_of(verb)))}")
        if takes_files(re.sub(r"--\w+ \S+", "", verb["usage"])):
            lines.append(f"complete -c yaodian{seen} -F")
    return "\n".join(lines + [""])
