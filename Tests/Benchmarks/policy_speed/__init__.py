"""Parts of the benchmark script `policy-speed`."""
