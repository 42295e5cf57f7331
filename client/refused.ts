// The ways in which an act fails: the server said no, nobody knows whether it arrived, or this device can keep nothing any more.
import type { Facts, RefusalCode } from "#rules/refusal";

/** The server said no. `code` and `facts` are for the screen; the sentence is for the person (client/api.ts). */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly code: RefusalCode;
  readonly facts: Facts;
  constructor(code: RefusalCode, facts: Facts) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

/** A refusal as it crosses the wire, or lies on a disk. */
export function refusedBy({ code, facts }: { code: string; facts: Facts }): Refused {
  return new Refused(code as RefusalCode, facts);
}

/** No answer came: nobody knows whether the request arrived. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/** The browser has closed the till's disk under this page, and it does not open again: a page that is loaded anew may have it. */
export class DiskClosed extends Refused {
  constructor(how: ErrorOptions) {
    super("broken", {});
    this.cause = how.cause;
  }
}
