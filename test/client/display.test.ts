// The customer's screen follows its till: in the same browser, by the server's events, and again after the line was lost.
import { createRoot } from "solid-js";
import { expect, test } from "vitest";
import type { Display } from "#rules/display";
import { ASK, createFollowing, type FollowingNeeds } from "../../client/display/following.ts";

const cart: Display = {
  stand: "cart",
  lines: [{ name: "Kopi", quantity: "2 gelas", amountRupiah: 30_000 }],
  totalRupiah: 30_000,
};

class Wire {
  readyState = 1;
  onopen: EventSource["onopen"] = null;
  onerror: EventSource["onerror"] = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  closed = false;
  said: unknown[] = [];
  close() {
    this.closed = true;
  }
  postMessage(message: unknown) {
    this.said.push(message);
  }
  hear(data: unknown) {
    this.onmessage?.({ data } as MessageEvent);
  }
  fail(readyState: number) {
    this.readyState = readyState;
    this.onerror?.call(this as unknown as EventSource, new Event("error"));
  }
}

function screen(needs: Partial<FollowingNeeds>) {
  return createRoot((dispose) => {
    const wires: Wire[] = [];
    const names: string[] = [];
    const open = () => {
      const wire = new Wire();
      wires.push(wire);
      return wire;
    };
    const store = createFollowing({
      ownTill: async () => null,
      session: async () => ({ till: null, centre: "Sentra Kartini" }),
      pair: async () => ({ till: "K1", centre: "Sentra Kartini" }),
      openEvents: open,
      openChannel: (name) => {
        names.push(name);
        return open();
      },
      pauseMs: 1,
      ...needs,
    });
    return { ...store, wires, names, dispose };
  });
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

test("in the till's own browser it asks what shows and shows it; what cannot be read changes nothing", async () => {
  const { stand, display, wires, names, dispose } = screen({ ownTill: async () => 7 });
  await settled();
  expect(names).toEqual(["sentra-display:7"]);
  expect(wires[0]?.said).toEqual([ASK]);
  wires[0]?.hear(cart);
  expect(display()).toEqual(cart);
  wires[0]?.hear({ stand: "menu" });
  wires[0]?.hear("what-now");
  expect(display()).toEqual(cart);
  expect(stand()).toEqual({ is: "following", lost: false });
  dispose();
  expect(wires[0]?.closed).toBe(true);
});

test("elsewhere it is paired once, and then follows the server's events", async () => {
  const { stand, display, centre, wires, pair, dispose } = screen({});
  await settled();
  expect(stand()).toEqual({ is: "unpaired" });
  expect(centre()).toBe("Sentra Kartini");
  await pair("123456");
  wires[0]?.hear(JSON.stringify(cart));
  expect(display()).toEqual(cart);
  wires[0]?.hear("no JSON");
  expect(display()).toEqual(cart);
  dispose();
});

test("a lost line is said, and over when the events come again", async () => {
  const { stand, wires, dispose } = screen({ session: async () => ({ till: "K1", centre: null }) });
  await settled();
  wires[0]?.fail(0);
  expect(stand()).toEqual({ is: "following", lost: true });
  wires[0]?.onopen?.call(wires[0] as unknown as EventSource, new Event("open"));
  expect(stand()).toEqual({ is: "following", lost: false });
  dispose();
});

test("where the server no longer knows it, it asks again: followed anew, or paired anew", async () => {
  const answers = [{ till: "K1" }, { till: "K1" }, { till: null }];
  const { stand, wires, dispose } = screen({
    session: async () => ({ till: null, centre: null, ...answers.shift() }),
  });
  await settled();
  wires[0]?.fail(2);
  await settled();
  expect(wires).toHaveLength(2);
  expect(stand()).toEqual({ is: "following", lost: false });
  wires[1]?.fail(2);
  await settled();
  expect(stand()).toEqual({ is: "unpaired" });
  dispose();
});

test("a server that is away at the start is asked until it answers", async () => {
  let asked = 0;
  const { stand, dispose } = screen({
    session: async () => {
      asked += 1;
      if (asked < 3) throw new Error("no answer");
      return { till: "K1", centre: null };
    },
  });
  await settled();
  await settled();
  expect(stand()).toEqual({ is: "following", lost: false });
  dispose();
});
