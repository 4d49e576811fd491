"""The life of a package on a host of its own."""
