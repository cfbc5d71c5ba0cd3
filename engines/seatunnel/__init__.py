# SPDX-License-Identifier: GPL-3.0-or-later
"""A local SeaTunnel: one Zeta node, put together from the jars of Maven Central."""
