// A tab that is taken over while it waits for the server's answer does not wait for it for ever, and acts again when it is given back (D5).
import { afterEach, expect, test, vi } from "vitest";
import { leaseOf } from "../../client/lease.ts";
import { openTillDisk, type TillDisk } from "../../client/till-disk.ts";
import { accepted, closeAll, count, device, id, newBook, till } from "./till-at-a-wire.ts";

afterEach(closeAll);

test.each([
  ["fenced off on the disk as the answer comes", true],
  ["its lock is stolen as the act is kept", false],
])("%s", async (_, fenced) => {
  const disk = await openTillDisk(newBook());
  await disk.becomeTill(device);
  let mine = true;
  const step: TillDisk["step"] = async (decide, of) => {
    const made = await disk.step(decide, of);
    if (!fenced) mine = false;
    return made;
  };
  let answerIt: () => void = () => {};
  const { outbox, server } = await till(
    async (act) => {
      await new Promise<void>((resolve) => (answerIt = resolve));
      return accepted(act);
    },
    newBook(),
    { disk: { ...disk, step }, mayAct: () => mine, lost: () => (mine = false) },
  );
  disk.fence("first");
  await disk.lease(() => leaseOf("first", 0));
  // Only the server could say what came of it.
  const counted = outbox.act("count_shift", count(1));
  if (fenced) {
    await vi.waitFor(() => expect(outbox.sending()).toBe(true));
    await disk.lease(() => leaseOf("second", 0));
    answerIt();
  }
  expect(await counted).toEqual({ is: "waiting" });
  expect(mine).toBe(false);
  // The till comes back to this tab by a key: it acts, after what it left unanswered.
  mine = true;
  server.up = false;
  await disk.lease(() => leaseOf("first", 0));
  expect(await outbox.act("open_drawer", { id: id(2) } as never)).toEqual({ is: "behind" });
});
