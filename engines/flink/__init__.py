# SPDX-License-Identifier: GPL-3.0-or-later
"""A local Flink: JobManager, TaskManager and SQL Gateway, made from the public packages without Flink's own scripts."""
