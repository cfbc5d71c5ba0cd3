# SPDX-License-Identifier: GPL-3.0-or-later
"""Which folder may include which, and which Qt module and library each may use: the arrows of docs/architecture.md."""

import os
import re

BELOW_MODELS = {"results", "sql", "logs", "core"}
ARROWS = {
    "core": {"core"},
    "sql": {"sql", "core"},
    "logs": {"logs", "core"},
    "results": {"results", "core"},
    "models": {"models"} | BELOW_MODELS,
    "widgets": {"widgets", "models"} | BELOW_MODELS,
    "storage": {"storage", "core"},
    "backends/http": {"backends/http", "core"},
    # Dinky hands on the plans and stacks of the Flink behind it, which backends/flink reads
    "backends/dinky": {"backends/dinky", "backends/flink", "backends/http", "results", "sql", "core"},
    # every other backends/<system>: itself, and
    "backends/*": {"backends/http", "results", "sql", "core"},
}
FOLDERS = set(ARROWS) | {"app", "backends"}

MODULES = {
    "core": {"QtCore", "QCoro"},
    "sql": {"QtCore"},
    "logs": {"QtCore"},
    "results": {"QtCore"},
    "models": {"QtCore", "QtGui", "QtConcurrent"},
    "widgets": {"QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtSvg", "QtSvgWidgets", "QtConcurrent", "QCoro"},
    "storage": {"QtCore", "QtSql", "QtKeychain", "QCoro"},
    "backends/http": {"QtCore", "QtNetwork", "QCoro"},
    "backends/*": {"QtCore", "QtConcurrent", "QCoro"},
    "app": {"QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtSvg", "QtSvgWidgets", "QtConcurrent", "QtDBus", "QCoro"},
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def folder_of(path):
    """The folder whose rules hold for a path or an include: backends count by system, the others by their first part."""
    parts = path.split("/")
    if parts[0] == "backends" and len(parts) > 2:
        return "/".join(parts[:2])
    return parts[0] if len(parts) > 1 else ""


def rules(table, folder):
    if folder in table:
        return table[folder]
    return table["backends/*"] if folder.startswith("backends/") else None


def without_comments(text):
    text = re.sub(r"/\*.*?\*/", lambda match: "\n" * match.group(0).count("\n"), text, flags=re.DOTALL)
    return re.sub(r"(?m)^[ \t]*//.*$", "", text)


def module_of(header, modules):
    """The Qt module of a <header>, QCoro and QtKeychain included; None for a header of another library."""
    if header.startswith(("QCoro", "qcoro")):
        return "QCoro"
    if header.startswith(("qt6keychain/", "qtkeychain/", "keychain.h")):
        return "QtKeychain"
    if header.startswith("Qt") and header.split("/")[0] in modules["names"]:
        return header.split("/")[0]
    return modules["headers"].get(header)


def read_modules(folder):
    """Which module each header name of an installed Qt belongs to."""
    headers, names = {}, set()
    for name in sorted(os.listdir(folder)):
        if name.startswith("Qt") and os.path.isdir(os.path.join(folder, name)):
            names.add(name)
            for header in os.listdir(os.path.join(folder, name)):
                headers.setdefault(header, name)
    return {"headers": headers, "names": names}


def check(path, text, modules, exists=lambda path: False):
    """Findings for one source file, each `file:line: sentence`. exists says whether a path of the repository is there."""
    folder = folder_of(path)
    findings = []
    text = without_comments(text)
    for match in INCLUDE.finditer(text):
        kind, header = match.groups()
        line = text.count("\n", 0, match.start(1)) + 1
        problem = _local(folder, path, header, exists) if kind == '"' else _system(folder, header, modules)
        if problem:
            findings.append(f"{path}:{line}: {problem}")
    return findings


def _local(folder, path, header, exists):
    if "/" not in header:
        if not header.endswith(".moc") and exists(os.path.join(os.path.dirname(path), header)):
            return f'write "{os.path.dirname(path)}/{header}": includes start at the root of the repository'
        return None
    target = folder_of(header)
    allowed = rules(ARROWS, folder)
    if ".." in header.split("/"):
        return f'"{header}" leaves its folder by ..: includes start at the root of the repository'
    if target.split("/")[0] in ("tests", "bench"):
        return f'the product does not include "{header}"'
    if allowed is None or target.split("/")[0] not in {name.split("/")[0] for name in FOLDERS}:
        return None
    if target != folder and target not in allowed:
        return f'{folder} may not include {target} ("{header}"); it may include {", ".join(sorted(allowed))}'
    return None


def _system(folder, header, modules):
    module = module_of(header, modules)
    allowed = rules(MODULES, folder)
    if module and allowed is not None and module not in allowed:
        return f"{folder} may not use {module} (<{header}>); it may use {', '.join(sorted(allowed))}"
    return None
