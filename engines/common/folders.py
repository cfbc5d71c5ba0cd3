# SPDX-License-Identifier: GPL-3.0-or-later
"""Where engines lie on disk."""

import os


def _base(environment, variable, fallback):
    value = environment.get(variable, "")
    # The specification of these variables says that a relative path is to be ignored.
    return value if os.path.isabs(value) else os.path.join(os.path.expanduser("~"), fallback)


def cache_folder(environment=None):
    """Where downloads and unpacked engines are kept: MILLRACE_ENGINE_CACHE, or millrace/engines in the user's cache."""
    environment = os.environ if environment is None else environment
    own = environment.get("MILLRACE_ENGINE_CACHE", "")
    if os.path.isabs(own):
        return own
    return os.path.join(_base(environment, "XDG_CACHE_HOME", ".cache"), "millrace", "engines")


def state_folder(environment=None):
    """Where the instances of a user have their homes."""
    environment = os.environ if environment is None else environment
    return os.path.join(_base(environment, "XDG_STATE_HOME", ".local/state"), "millrace")
