// Asks the real API, as a browser or another program would, without a network between.
import { createApp } from "#api/app";
import type { TestShop } from "../shop.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON, else null. */
  readonly body: unknown;
  readonly text: string;
}

export type Method = "GET" | "POST" | "PUT" | "DELETE";

export interface Asker {
  ask(method: Method, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Signs in with name and PIN; the cookie stays with this asker. */
  signIn(staffId: number, pin: string): Promise<Answer>;
  /** The cookies that came, each as it was set. */
  readonly cookies: string[];
}

export interface Api {
  /** Somebody who has not signed in. */
  stranger(): Asker;
  manager(): Promise<Asker>;
  cashier(): Promise<Asker>;
  /** What was told to the log. */
  readonly log: Error[];
}

export function apiOf(shop: TestShop): Api {
  const log: Error[] = [];
  const app = createApp(shop, (failure) => log.push(failure));
  const stranger = (): Asker => asker((path, init) => Promise.resolve(app.request(path, init)));
  const signedIn = async (staffId: number, pin: string): Promise<Asker> => {
    const person = stranger();
    const { status, text } = await person.signIn(staffId, pin);
    if (status !== 200) throw new Error(`not signed in: ${text}`);
    return person;
  };
  return {
    stranger,
    log,
    manager: () => signedIn(shop.manager.staffId, shop.pins.manager),
    cashier: () => signedIn(shop.cashier.staffId, shop.pins.cashier),
  };
}

type Request = (path: string, init: RequestInit) => Promise<Response>;

/** Somebody who asks through `request` and keeps the cookies. */
export function asker(request: Request): Asker {
  const jar = new Map<string, string>();
  const cookies: string[] = [];
  const ask: Asker["ask"] = async (method, path, body, headers = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await request(path.startsWith("/api") ? path : `/api${path}`, {
      method,
      headers: {
        ...(cookie === "" ? {} : { cookie }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    for (const set of response.headers.getSetCookie()) {
      cookies.push(set);
      const [pair = ""] = set.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  };
  return {
    ask,
    cookies,
    signIn: (staffId, pin) => ask("POST", "/session", { staffId, pin }),
  };
}

/** JSON, or null where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** The code and facts of a refusal, or the whole answer where it is none. */
export function refusalOf(answer: Answer): unknown {
  const body = answer.body as { refusal?: { code: string } } | null;
  return body?.refusal?.code ?? answer;
}
