# SPDX-License-Identifier: GPL-3.0-or-later
"""linkis-python-sdk, which others wrote against real servers, on our contract server: so that the server is not only
our own idea of Linkis. The client comes from the Python package index."""

import os
import sys
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests/contract"))
sys.path.insert(0, os.path.join(ROOT, "tests/contract/linkis"))
from pythonclient import folder_with  # noqa: E402
from running import RunningGateway  # noqa: E402

sys.path.insert(0, folder_with("linkis-python-sdk==0.2.0"))
import logging  # noqa: E402

from linkis_python_sdk.client import LinkisClient  # noqa: E402
from linkis_python_sdk.config.config import LinkisConfig  # noqa: E402

QUERY = {"columns": [{"column": name} for name in ("id", "v", "d")], "page": 1, "page_size": 10}


class Client(unittest.TestCase):
    def run_code(self, code, password="hadoop", engine="jdbc-4", kind="jdbc"):
        logging.disable(logging.CRITICAL)  # it logs what it returns as well
        with RunningGateway() as gateway:
            config = LinkisConfig(base_url=gateway.info["url"] + "/api/rest_j/v1", username=gateway.info["user"], password=password)
            return LinkisClient(config).execute_code(code, dict(QUERY), engine, kind)

    def test_query(self):
        rows, total, problem = self.run_code("select id, v, d from types")
        self.assertEqual(problem, "")
        self.assertEqual(total, 3)
        # That SQL's NULL becomes the text is the client's own doing.
        self.assertEqual([row["v"] for row in rows], ["NULL", "NULL", ""])

    def test_failure_names_the_cause(self):
        rows, _, problem = self.run_code("fail please")
        self.assertEqual(rows, [])
        self.assertIn("nope not found", problem)

    def test_wrong_password(self):
        _, _, problem = self.run_code("select 1", password="wrong")
        self.assertIn("wrong user name or password", problem)

    def test_texts_break_that_client_as_on_real_servers(self):
        _, _, problem = self.run_code("echo hi", engine="shell-1", kind="shell")
        self.assertIn("has no attribute 'get'", problem)


if __name__ == "__main__":
    unittest.main()
