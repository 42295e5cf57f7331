// Prints a paper where it is to go and answers what came of it; it never throws at a cashier (house.md, 16).
import type { Paper } from "#rules/paper";
import { networkAddress, type PrintOutcome, type PrintTarget } from "#rules/prints";
import { paperBytes } from "./escpos.ts";
import { printToFile } from "./file-printer.ts";
import { printOverNetwork } from "./network-printer.ts";
import { PATIENCE, type Patience } from "./patience.ts";

/** `does_not_fit` where a figure is wider than the paper (P6): nothing of it is printed then. */
export async function print(
  target: PrintTarget,
  paper: Paper,
  patience: Patience = PATIENCE,
): Promise<PrintOutcome> {
  const bytes = paperBytes(paper, target);
  if (!bytes) return { state: "not_printed", why: "does_not_fit", retry: false };
  if (target.kind === "file") return printToFile(target.address, bytes, patience);
  const address = networkAddress(target.address);
  return address
    ? printOverNetwork(address, bytes, patience)
    : { state: "not_printed", why: "no_connection", retry: false };
}
