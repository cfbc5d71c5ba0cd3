# SPDX-License-Identifier: GPL-3.0-or-later
"""Licence lines, colours, paths of machines, waits in tests: what must or must not stand in a file."""

import os
import subprocess
import unittest

import rules
import tree

# Recorded answers and documents of other systems stay as they were recorded.
RECORDED = ("tests/data/", "resources/openapi/")
# Files that may name colours, each with the reason.
COLOUR_EXCEPTIONS = {
    "widgets/common/icons.cpp": "names the colours inside the icon set's drawings in order to replace them by the theme's",
}


class Examples(unittest.TestCase):
    def expect(self, rule, bad, good):
        for path, text in bad:
            with self.subTest(rule=rule.__name__, path=path, text=text):
                findings = rule(path, text)
                self.assertEqual(len(findings), 1, findings)
                self.assertTrue(findings[0].startswith(path + ":"), findings[0])
        for path, text in good:
            with self.subTest(rule=rule.__name__, path=path, text=text):
                self.assertEqual(rule(path, text), [])

    def test_licence(self):
        line = rules.LICENCE
        self.expect(rules.licence,
                    [("a.cpp", "#pragma once\n"), ("a.h", f"\n// {line}\n"), ("scripts/x", "#!/bin/sh\necho\n"),
                     ("a/CMakeLists.txt", ""), ("a.py", "# SPDX-License-Identifier: MIT\n")],
                    [("a.cpp", f"// {line}\n"), ("scripts/x", f"#!/bin/sh\n# {line}\n"), ("a.json", "{}"),
                     ("a.md", "text")])

    def test_colours(self):
        self.expect(rules.colours,
                    [("widgets/a.cpp", 'QColor(u"#ff0000"_s);'), ("widgets/a.cpp", 'style("color: #fff;")'),
                     ("widgets/a.h", "QColor(255, 0, 0)"), ("widgets/a.cpp", "QColor{0x12, 0x13, 0x14}"),
                     ("app/a.cpp", "setBrush(Qt::red);"), ("app/a.cpp", "Qt::darkGray"), ("app/a.cpp", "qRgb(1, 2, 3)"),
                     ("app/a.cpp", '"#80ff0000"')],
                    [("widgets/a.cpp", '#include "core/add.h"'), ("widgets/a.cpp", "Qt::transparent"),
                     ("widgets/a.cpp", "QColor(theme.text)"), ("sql/a.cpp", '"/*+ #1 */"'), ("a.json", '"#ff0000"'),
                     ("sql/a.cpp", '"#include"'), ("sql/a.cpp", 'tr("Statement #%1")')])

    def test_machines(self):
        host = "py" + "pi.org"
        self.expect(rules.machines,
                    [("a.py", "open('/ro" + "ot/x')"), ("README.md", "see /wo" + "rk/main"), ("a.sh", "cd /Us" + "ers/jo/x"),
                     ("a.py", f"https://{host}/simple"), ("a.txt", "repo." + "maven.apache.org")],
                    [("a.py", "$HOME/x"), ("a.md", "docs/ro" + "ot/x"), ("a.md", "mvn dependency:get"),
                     ("a.cpp", "network/")])

    def test_unfinished(self):
        self.expect(rules.unfinished, [("a.cpp", "// TO" + "DO: later"), ("a.py", "# FIX" + "ME")],
                    [("a.cpp", "auto toDo = 1;"), ("a.md", "TO" + "DO")])

    def test_tests(self):
        self.expect(rules.tests,
                    [("tests/a/a.cpp", "QTest::qWait(100);"), ("tests/a/a.cpp", "QThread::msleep(5);"),
                     ("tests/a/a.cpp", 'QSKIP("slow");'), ("tests/a/a.py", "self.skipTest('no net')")],
                    [("tests/a/a.cpp", "QTRY_COMPARE(a, b);"), ("tests/a/a.cpp", "spy.wait(500)"),
                     ("bench/a.cpp", "QTest::qWait(1);"), ("tests/a/a.cpp", "QTest::qWaitFor(condition)")])

    def test_re_entrance(self):
        self.expect(rules.re_entrance,
                    [("app/a.cpp", "QCoreApplication::processEvents();"), ("app/a.cpp", "auto* s = sender();"),
                     ("core/a.cpp", "QCoro::waitFor(task)"), ("app/a.cpp", "connect(a, SIGNAL(x()), b, SLOT(y()));")],
                    [("app/a.cpp", "// never processEvents()"), ("tests/a.cpp", "QCoro::waitFor(task)"),
                     ("app/a.cpp", "message.sender()"), ("app/a.cpp", "Q_SIGNALS:")])


class Repository(unittest.TestCase):
    def check(self, rule, folders=("",), skipped=()):
        findings = []
        for path in tree.files(folders=folders):
            text = tree.read(path)
            if text is not None and not path.startswith(skipped):
                findings += rule(path, text)
        self.assertEqual(findings, [], tree.report(findings))

    def test_licence(self):
        self.check(rules.licence, skipped=RECORDED)

    def test_colours(self):
        self.check(rules.colours, folders=tree.PRODUCT, skipped=tuple(COLOUR_EXCEPTIONS))

    def test_machines(self):
        self.check(rules.machines, skipped=RECORDED + ("LICENSE",))

    def test_unfinished(self):
        self.check(rules.unfinished)

    def test_tests(self):
        self.check(rules.tests)

    def test_re_entrance(self):
        self.check(rules.re_entrance, folders=tree.PRODUCT)

    def test_scripts_are_executable_and_shell_scripts_parse(self):
        for path in tree.files(folders=("scripts", ".ci")):
            text = tree.read(path) or ""
            full = os.path.join(tree.ROOT, path)
            with self.subTest(path=path):
                if text.startswith("#!"):
                    self.assertTrue(os.access(full, os.X_OK), "it has a shebang and is not executable")
                if "bash" in text.split("\n")[0] or path.endswith(".sh"):
                    subprocess.run(["bash", "-n", full], check=True)


if __name__ == "__main__":
    unittest.main()
