"""How it is reached: REST, the command line, and the worker that keeps everything moving."""
