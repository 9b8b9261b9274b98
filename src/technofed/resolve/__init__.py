"""Which provisions bind, in which matters, and what an unknown turns on. Pure: no I/O."""
