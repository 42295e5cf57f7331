// Brings bytes to a printer by its device file (USB), without ever holding up the program's other files.
import { constants, type FileHandle, open } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { PrintFailure, PrintOutcome } from "#rules/prints";
import { CHUNK_BYTES, type Patience } from "./patience.ts";

/** Between two tries at a device that takes nothing just now. */
const PAUSE_MS = 50;

/** Never throws. A device file takes bytes and says nothing, so the best it comes to is `sent`. */
export async function printToFile(path: string, bytes: Buffer, patience: Patience): Promise<PrintOutcome> {
  let file: FileHandle;
  try {
    // Without O_NONBLOCK a stuck device would hold one of the process's four file threads for ever.
    file = await open(path, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (failure) {
    return notOpened(codeOf(failure));
  }
  try {
    const kind = await file.stat();
    if (!kind.isCharacterDevice() && !kind.isFIFO()) return failed("no_such_file", false);
    return await writeAll(file, bytes, patience);
  } catch (failure) {
    return notOpened(codeOf(failure));
  } finally {
    await file.close().catch(() => undefined); // it said what it had to say while it was written to
  }
}

async function writeAll(file: FileHandle, bytes: Buffer, patience: Patience): Promise<PrintOutcome> {
  let at = 0;
  let waitedMs = 0;
  while (at < bytes.length) {
    const taken = await writeSome(file, bytes.subarray(at, at + CHUNK_BYTES));
    if (typeof taken === "string") return failed(at === 0 ? "no_connection" : "stopped_half_way", true);
    if (taken === 0) {
      if (waitedMs >= patience.stallMs) return failed(at === 0 ? "not_answering" : "stopped_half_way", true);
      await pause(PAUSE_MS);
      waitedMs += PAUSE_MS;
    } else {
      at += taken;
      waitedMs = 0;
    }
  }
  return { state: "sent" };
}

/** How many bytes the device took (none while it is busy), or what went wrong. */
async function writeSome(file: FileHandle, bytes: Buffer): Promise<number | string> {
  try {
    return (await file.write(bytes)).bytesWritten;
  } catch (failure) {
    const code = codeOf(failure);
    return code === "EAGAIN" || code === "EINTR" ? 0 : code;
  }
}

function notOpened(code: string): PrintOutcome {
  if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return failed("no_such_file", false);
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return failed("not_permitted", false);
  return failed("no_connection", true);
}

const failed = (why: PrintFailure, retry: boolean): PrintOutcome => ({ state: "not_printed", why, retry });

function codeOf(failure: unknown): string {
  return (failure as NodeJS.ErrnoException).code ?? "broken";
}
