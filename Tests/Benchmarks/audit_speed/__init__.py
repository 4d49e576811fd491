"""Parts of the benchmark script `audit-speed`."""
