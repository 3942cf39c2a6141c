// The formatter.
