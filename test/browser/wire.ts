// A door between the tills and their shop that ends the shop (-9) at a chosen moment of an answer; the tills keep one address.
import { once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { freePort, type StartedShop, startShop } from "./shop.ts";

/**
 * When the power goes at a post of acts: `before` it has reached the shop, `unanswered` once the answer is complete and none of it is
 * passed on, `half` when half of the answer's bytes have been.
 */
export const STRIKES = ["before", "unanswered", "half"] as const;
export type Strike = (typeof STRIKES)[number];

interface Started {
  data?: string;
  env?: Record<string, string>;
}

export interface Wire {
  /** Where browsers find the shop, whether it is there or not. */
  readonly url: string;
  /** The shop as it was started last. */
  readonly shop: StartedShop;
  /** How many posts of acts have come while the shop was there. */
  readonly posts: number;
  /** The shop ends in this way at the post of acts that comes then, counted from the next one (1); resolves when it has ended. */
  strike(how: Strike, post?: number): Promise<void>;
  /** The power goes now. */
  cut(): Promise<void>;
  /** The shop comes back on its book; `now`: where its machine has changed meanwhile. */
  back(now?: Record<string, string>): Promise<void>;
  /** Requests are taken and not answered, as on a Wi-Fi that hangs, until it hangs no more: then they are broken off. */
  hang(hangs: boolean): void;
  close(): Promise<void>;
}

/** `data`: the folder of its book; `env`: settings of its machine, also where it comes back. */
export async function aWire({ data, env = {} }: Started = {}): Promise<Wire> {
  const port = await freePort();
  let shop = await startShop({ port, env, ...(data === undefined ? {} : { data }) });
  let there = true;
  let posts = 0;
  let hangs = false;
  const held = new Set<ServerResponse>();
  let planned: { post: number; how: Strike; done: () => void } | null = null;

  const cut = async (): Promise<void> => {
    there = false;
    await shop.kill9();
  };
  /** The plan for this post, if it is the one. */
  const struck = (asked: IncomingMessage): typeof planned => {
    if (!there || asked.method !== "POST" || !isOfActs.test(asked.url ?? "")) return null;
    posts += 1;
    if (planned?.post !== posts) return null;
    const now = planned;
    planned = null;
    return now;
  };
  const answer = async (asked: IncomingMessage, given: ServerResponse): Promise<void> => {
    const plan = struck(asked);
    if (plan?.how === "before") {
      await cut();
      given.destroy();
      return plan.done();
    }
    const response = await forward(port, asked);
    if (!plan) {
      given.writeHead(response.statusCode ?? 502, response.headers);
      response.on("error", () => given.destroy());
      return void response.pipe(given);
    }
    const whole = Buffer.concat(await response.toArray());
    await cut();
    if (plan.how === "half") await firstHalf(given, response.statusCode ?? 502, response.headers, whole);
    given.destroy();
    plan.done();
  };
  const door = createServer((asked, given) => {
    given.on("error", () => {}); // a page that has gone needs no answer
    if (hangs) return void held.add(given);
    void answer(asked, given).catch(() => given.destroy());
  }).listen(0, "127.0.0.1");
  await once(door, "listening");

  return {
    url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    get shop() {
      return shop;
    },
    get posts() {
      return posts;
    },
    strike: (how, post = 1) =>
      new Promise((done) => {
        planned = { post: posts + post, how, done };
      }),
    cut,
    async back(now = env) {
      shop = await startShop({ data: shop.dataFolder, port, env: now });
      there = true;
    },
    hang(now) {
      hangs = now;
      for (const given of held) given.destroy();
      held.clear();
    },
    async close() {
      door.closeAllConnections();
      door.close();
      await once(door, "close");
      await shop.stop();
    },
  };
}

const isOfActs = /^\/api\/tills\/\d+\/acts$/;

async function forward(port: number, asked: IncomingMessage): Promise<IncomingMessage> {
  const { method, url, headers } = asked;
  // A connection of its own: one that is kept alive would end with the shop and fail the next request for no fault of it.
  const asking = request({ host: "127.0.0.1", port, method, path: url, headers, agent: false });
  asked.pipe(asking);
  const [response] = (await once(asking, "response")) as [IncomingMessage];
  asking.on("error", () => response.destroy());
  return response;
}

async function firstHalf(
  given: ServerResponse,
  status: number,
  headers: IncomingHttpHeaders,
  whole: Buffer,
): Promise<void> {
  const { "transfer-encoding": _whole, ...told } = headers;
  given.writeHead(status, { ...told, "content-length": whole.length });
  await new Promise<void>((written) => {
    given.write(whole.subarray(0, Math.ceil(whole.length / 2)), () => written());
  });
}
