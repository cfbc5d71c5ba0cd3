# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings translations/*.ts up to date with the sources, and says what is wrong with them.

usage: translations.py        updates the files, lists what is to translate; ends with 1 if there is anything
"""

import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
FOLDERS = ("app", "core", "sql", "logs", "results", "models", "widgets", "backends", "storage")
# English needs nothing but its plural forms.
FILES = {"translations/millrace_zh_CN.ts": (), "translations/millrace_en.ts": ("-pluralonly",)}
PLACEHOLDER = re.compile(r"%(?:L?\d{1,2}|n)")
# What lupdate says when a text lands in a context that the running program does not ask for.
MISPLACED = re.compile(r"lacks Q_OBJECT|unknown namespace/class|Cannot invoke tr|Discarding unconsumed|Unterminated")


def lupdate_program():
    """The lupdate of Qt 6; the plain name may belong to a wrapper that finds no Qt."""
    for name in (os.environ.get("MILLRACE_LUPDATE"), "/usr/lib/qt6/bin/lupdate", "lupdate6", "lupdate-qt6", "lupdate"):
        if name and shutil.which(name):
            return name
    raise FileNotFoundError("lupdate was not found: install the Linguist tools of Qt 6 (scripts/setup)")


def lupdate(path, options=(), folders=FOLDERS):
    """Runs lupdate into the file; returns its complaints about texts that the program would look for elsewhere."""
    # Headers are found by the include path only; without them a class loses its namespace, and so its context.
    answer = subprocess.run(
        [lupdate_program(), "-I", ROOT, *folders, "-no-obsolete", "-locations", "none", *options, "-ts", path],
        cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return [line for line in answer.stderr.splitlines() if MISPLACED.search(line)]


def messages(text):
    """(context, source, comment) -> list of forms, or None where the translation is missing or unfinished."""
    found = {}
    for context in ElementTree.fromstring(text).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            isDone = translation.get("type") is None and all(forms)
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            found[key] = forms if isDone else None
    return found


def differences(source, form, mayLackCount=False):
    """What a translation lost or made up: placeholders, the mnemonic, the line ends."""
    wanted, given = set(PLACEHOLDER.findall(source)), set(PLACEHOLDER.findall(form))
    if mayLackCount:
        wanted, given = wanted - {"%n"}, given - {"%n"}
    if wanted != given:
        yield "other placeholders"
    if bool(re.search(r"&\w", source)) != bool(re.search(r"&\w", form)):
        yield "other mnemonic"
    if source.count("\n") != form.count("\n") or source.endswith("…") != form.endswith("…"):
        yield "other line ends or dots at the end"


def check(name, needed, present):
    """One sentence for each text of the sources that the file does not hold as it should."""
    for key in sorted(needed.keys() | present.keys()):
        where = f"{name}: {key[0]}: {key[1]!r}"
        if key not in present:
            yield f"{where} is missing: run scripts/translations"
        elif key not in needed:
            yield f"{where} stands in no source: run scripts/translations"
        elif present[key] is None:
            yield f"{where} is not translated"
        else:
            # The one of several forms that stands for 1 need not say the number.
            for form in present[key]:
                for difference in differences(key[1], form, mayLackCount=len(present[key]) > 1):
                    yield f"{where} has {difference}: {form!r}"


def main():
    findings = []
    for path, options in FILES.items():
        findings += lupdate(path, options)
        with open(os.path.join(ROOT, path), encoding="utf-8") as file:
            present = messages(file.read())
        findings += check(path, present, present)
    print(*sorted(set(findings)) or ["every text is translated"], sep="\n")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
