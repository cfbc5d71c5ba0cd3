# SPDX-License-Identifier: GPL-3.0-or-later
"""What the local engines are made of: fetching, configuring, starting and stopping them. Standard library only."""
