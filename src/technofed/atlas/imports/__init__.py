"""Foreign files read into records: offline, with every fault named."""
