// Indonesia's money in circulation: banknotes and coins, largest first.

export const BANKNOTES = [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000] as const;
/** Rp1.000 is a note and a coin; a count needs its value once. */
export const COINS = [500, 200, 100] as const;
export const CASH_VALUES = [...BANKNOTES, ...COINS] as const;
