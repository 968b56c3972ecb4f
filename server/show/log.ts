/** Where a line for the person at the terminal goes. `detail` is printed whole; never hand it a password. */
export type Log = (level: 'info' | 'warn' | 'error', message: string, detail?: unknown) => void;
