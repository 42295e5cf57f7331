// The part of the escpos package that is used here, as it is: it brings no types of its own.
declare module "escpos/printer.js" {
  import type { Buffer } from "node:buffer";

  interface Adapter {
    write(bytes: Buffer, done?: () => void): void;
  }

  export default class Printer {
    constructor(adapter: Adapter, options?: { encoding: string });
    hardware(name: "init"): this;
    align(name: "lt" | "ct" | "rt"): this;
    text(line: string, encoding: string): this;
    print(bytes: Buffer | string): this;
    feed(lines: number): this;
    cut(part: boolean, feed: number): this;
    flush(): this;
  }
}
