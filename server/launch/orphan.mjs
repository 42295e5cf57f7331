// Ends the program when the npm that started it is gone: the shell between the two passes no signals on.

/** Without this `kill` on `npm start` leaves a shop behind that nobody sees and that keeps the book locked. */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, "SIGTERM");
  }, 500).unref();
}
