# SPDX-License-Identifier: GPL-3.0-or-later
"""How Linkis says no."""


class Refused(Exception):
    def __init__(self, status, http, message, data=None):
        super().__init__(message)
        self.status, self.http, self.message, self.data = status, http, message, data or {}


def coded(code, text):
    """An error as thrown by Linkis itself."""
    return Refused(1, 400, f"error code(错误码): {code}, error message(错误信息): {text}.",
                   {"errorMsg": {"level": 2, "errCode": code, "desc": text, "ip": "localhost", "port": 9104,
                                 "serviceKind": "linkis-cg-entrance"}})
