"""Causes on this machine."""

from scenario import Scenario

SCENARIOS = []
