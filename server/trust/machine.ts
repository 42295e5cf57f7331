// Says by which names and private addresses this machine is reached on its own network.
import { hostname, networkInterfaces } from "node:os";
import type { Names } from "./x509.ts";

export interface Machine {
  names(): Names;
}

/** The names of the machine we run on, asked anew each time: a router gives out other addresses any day. */
export const thisMachine: Machine = {
  names: () => namesOf(hostname(), addressesOf(networkInterfaces())),
};

/** `localhost` first, then what the machine calls itself, plainly and as its neighbours find it (`.local`). */
export function namesOf(machine: string, addresses: readonly string[]): Names {
  const own = machine.toLowerCase();
  const [first = ""] = own.split(".");
  const hosts = ["localhost", own, `${first}.local`].filter(isHostName);
  return { hosts: [...new Set(hosts)], addresses: [...new Set(["127.0.0.1", ...addresses])].sort() };
}

/** A Windows machine may be called what no certificate can say. */
function isHostName(name: string): boolean {
  return name.length <= 64 && /^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/.test(name);
}

type Interfaces = ReturnType<typeof networkInterfaces>;

/** The private IPv4 addresses at which neighbours reach the machine. */
export function addressesOf(interfaces: Interfaces): string[] {
  return Object.values(interfaces)
    .flatMap((one = []) => one)
    .filter(({ family, internal, address }) => family === "IPv4" && !internal && isPrivate(address))
    .map(({ address }) => address);
}

/** RFC 1918, and a cable without a router (RFC 3927). */
export function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|127\.)/.test(address);
}
