// Draws a piece of batik out of a name: the same name always gives the same cloth, no two names quite the same.

/** The dyes a category can have; each is also a motif, so that no category is told by its colour alone. */
export const tones = ["indigo", "soga", "leaf", "madder", "turmeric", "plum"] as const;
export type Tone = (typeof tones)[number];

/** The dye of a category that has not been given one. */
export function toneOf(name: string): Tone {
  return tones[seedOf(name) % tones.length] ?? "indigo";
}

/** Two layers of one path each, in a field of 120 by 90: the drawing in wax, and a fainter one beneath it. */
export interface Cloth {
  wax: string;
  faint: string;
}

export function clothOf(name: string, tone: Tone): Cloth {
  return motifs[tone](createChance(seedOf(name)));
}

type Chance = (from: number, to: number) => number;

const motifs: Record<Tone, (chance: Chance) => Cloth> = {
  indigo: ciprat,
  soga: parang,
  leaf: daun,
  madder: kawung,
  turmeric: ceplok,
  plum: ombak,
};

/** Ciprat: wax flicked from the brush, a large drop and the small ones that flew on from it. */
function ciprat(chance: Chance): Cloth {
  const splash = (columns: number, rows: number, size: number) =>
    scattered(columns, rows, chance, (x, y) => {
      const way = chance(0, Math.PI * 2);
      const large = chance(size * 0.25, size);
      return (
        round(x, y, large) +
        times(6, (at) => {
          const turned = way + chance(-0.55, 0.55);
          const far = large + 2 + at * chance(1.5, 5);
          return round(
            x + Math.cos(turned) * far,
            y + Math.sin(turned) * far,
            (large * chance(0.15, 0.5)) / (1 + at * 0.3),
          );
        })
      );
    });
  return { wax: splash(5, 4, 8), faint: splash(4, 3, 15) };
}

/** Parang: slanting rows of blades. */
function parang(chance: Chance): Cloth {
  const step = chance(18, 26);
  const rows = (thick: number, shift: number) =>
    times(Math.ceil(220 / step), (at) => {
      const x = at * step - 100 + shift;
      return `M${n(x)} 96q${n(step * 0.5)}-14 30-32t30-32t30-32l${n(thick)} 0q-6 18-32 34t-28 32t-28 30z`;
    });
  return { wax: rows(chance(3, 5), 0), faint: rows(chance(1.2, 2), step / 2) };
}

/** Daun: leaves in the wind, leaning one way. */
function daun(chance: Chance): Cloth {
  const leaning = chance(0, 180);
  const leaves = (columns: number, rows: number, size: number) =>
    scattered(columns, rows, chance, (x, y) =>
      petal(x, y, leaning + chance(-50, 50), chance(size * 0.7, size), size * 0.3),
    );
  return { wax: leaves(6, 4, 12), faint: leaves(4, 3, 22) };
}

/** Kawung: four seeds around a point, over and over. */
function kawung(chance: Chance): Cloth {
  const step = chance(26, 36);
  const shift = chance(-10, 0);
  const grid = (draw: (x: number, y: number) => string, from: number) =>
    times(6, (row) => times(7, (column) => draw(shift + from + column * step, shift + from + row * step)));
  const seeds = (x: number, y: number) =>
    times(4, (at) => {
      const turned = ((45 + at * 90) * Math.PI) / 180;
      const far = step * 0.33;
      const [seedX, seedY] = [x + Math.cos(turned) * far, y + Math.sin(turned) * far];
      return petal(seedX, seedY, 45 + at * 90, step * 0.27, step * 0.17);
    });
  return { wax: grid(seeds, 0), faint: grid((x, y) => round(x, y, step * 0.12), step / 2) };
}

/** Ceplok: stars of dots. */
function ceplok(chance: Chance): Cloth {
  const step = chance(24, 32);
  const arms = Math.floor(chance(5, 8.99));
  const shift = chance(-8, 8);
  const star = (x: number, y: number) =>
    round(x, y, 2.6) +
    times(arms, (at) => {
      const turned = (at * Math.PI * 2) / arms;
      return round(x + Math.cos(turned) * step * 0.27, y + Math.sin(turned) * step * 0.27, 2);
    });
  const field = (draw: (x: number, y: number) => string, from: number) =>
    times(6, (row) =>
      times(7, (column) => draw(shift + from + column * step + (row % 2) * (step / 2), row * step * 0.8)),
    );
  return { wax: field(star, 0), faint: field((x, y) => round(x, y, 5), step / 2) };
}

/** Ombak: waves over waves. */
function ombak(chance: Chance): Cloth {
  const step = chance(20, 28);
  const shift = chance(-20, 0);
  const waves = (inner: number, thick: number) =>
    times(12, (row) =>
      times(9, (column) => {
        const [x, y] = [shift + column * step + (row % 2) * (step / 2), row * step * 0.46];
        const outer = (step / 2) * inner;
        const hole = outer - thick;
        return `M${n(x - outer)} ${n(y)}a${n(outer)} ${n(outer)} 0 0 1 ${n(outer * 2)} 0h${n(-thick)}a${n(hole)} ${n(hole)} 0 0 0 ${n(-hole * 2)} 0z`;
      }),
    );
  return { wax: waves(0.94, 2) + waves(0.5, 2), faint: waves(0.72, 1.5) };
}

/** One in each field of a grid, somewhere in it: even, but not ruled. */
function scattered(
  columns: number,
  rows: number,
  chance: Chance,
  draw: (x: number, y: number) => string,
): string {
  const [wide, high] = [120 / columns, 90 / rows];
  return times(rows, (row) =>
    times(columns, (column) => draw((column + chance(0.05, 0.95)) * wide, (row + chance(0.05, 0.95)) * high)),
  );
}

function times(count: number, draw: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => draw(at)).join("");
}

function round(x: number, y: number, radius: number): string {
  const r = n(radius);
  return `M${n(x - radius)} ${n(y)}a${r} ${r} 0 1 0 ${n(radius * 2)} 0a${r} ${r} 0 1 0 ${n(-radius * 2)} 0z`;
}

/** A petal `long` and `wide` each way from its middle, turned by degrees. */
function petal(x: number, y: number, degrees: number, long: number, wide: number): string {
  const turned = (degrees * Math.PI) / 180;
  const [alongX, alongY] = [Math.cos(turned) * long, Math.sin(turned) * long];
  const [acrossX, acrossY] = [-Math.sin(turned) * wide * 2, Math.cos(turned) * wide * 2];
  const tip = `${n(x + alongX)} ${n(y + alongY)}`;
  const foot = `${n(x - alongX)} ${n(y - alongY)}`;
  return `M${foot}Q${n(x + acrossX)} ${n(y + acrossY)} ${tip}Q${n(x - acrossX)} ${n(y - acrossY)} ${foot}z`;
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** FNV-1a: names that differ in one letter differ everywhere. */
function seedOf(name: string): number {
  let seed = 2166136261;
  for (const letter of name) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 16777619);
  return (seed ^ (seed >>> 15)) >>> 0;
}

/** Mulberry32: a row of numbers that looks like chance and is the same each time. */
function createChance(seed: number): Chance {
  let state = seed;
  return (from, to) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return from + (((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * (to - from);
  };
}
