// Loaded before the shop by a test: the machine's clock is ahead of the real one by TEST_CLOCK_AHEAD_MS.
const aheadMs = Number(process.env.TEST_CLOCK_AHEAD_MS);
const RealDate = Date;
const now = () => RealDate.now() + aheadMs;

globalThis.Date = class extends RealDate {
  constructor(...given: [] | [number]) {
    if (given.length === 0) super(now());
    else super(...given);
  }
  static override now = now;
} as DateConstructor;
