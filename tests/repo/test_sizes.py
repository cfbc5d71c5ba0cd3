# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and functions stay small: prints what is above the budget, fails for what is far above it."""

import unittest

import sizes
import tree


class Examples(unittest.TestCase):
    def test_files(self):
        for path, length, failures, remarks in [
            ("a.cpp", 400, 0, 0), ("a.cpp", 401, 0, 1), ("a.cpp", 600, 0, 1), ("a.cpp", 601, 1, 0),
            ("a.h", 150, 0, 0), ("a.h", 151, 0, 1), ("app/mainwindow.cpp", 300, 0, 0),
            ("app/mainwindow.cpp", 301, 1, 0), ("a.md", 9999, 0, 0),
        ]:
            with self.subTest(path=path, length=length):
                found = sizes.check(path, "x\n" * length)
                self.assertEqual((len(found[0]), len(found[1])), (failures, remarks))

    def test_functions(self):
        body = "    step();\n"
        text = ("Result<int> Store::count(int a,\n    int b) const\n{\n" + body * 59 + "}\n\n"
                "static void small()\n{\n" + body + "}\n\nnamespace millrace {\n\nstruct S {\n};\n}\n")
        self.assertEqual(sizes.functions(text), [("Store::count", 3, 61), ("small", 66, 3)])
        remarks = sizes.check("a.cpp", text)[1]
        self.assertEqual(remarks, ["a.cpp:3: Store::count has 61 lines (budget 60)"])


class Repository(unittest.TestCase):
    def test_sizes(self):
        failures, remarks = [], []
        for path in tree.files(".cpp", ".h", folders=tree.PRODUCT + ("tests", "bench")):
            found = sizes.check(path, tree.read(path))
            failures += found[0]
            remarks += found[1]
        print("above the budget:", *(remarks or ["nothing"]), sep="\n  ")
        self.assertEqual(failures, [], tree.report(failures))


if __name__ == "__main__":
    unittest.main()
