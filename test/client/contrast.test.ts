// Every pair of colours that is read or pressed can be told apart, in light, in dark and with more contrast.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../client/ui/styles");
const sheets = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
const css = sheets.get("tokens.css") ?? "";

/** The tokens a browser ends up with, in the order the sheet gives them. */
function tokensWhen(holds: (condition: string) => boolean): Map<string, string> {
  const tokens = new Map<string, string>();
  const block = /(?:@media ([^{]+)\{\s*)?:root \{([^}]*)\}/g;
  for (const [, condition, body] of css.matchAll(block)) {
    if (condition && !condition.split(" and ").every((one) => holds(one.trim()))) continue;
    for (const [, name, value] of (body ?? "").matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)) {
      if (name && value) tokens.set(name, value);
    }
  }
  return tokens;
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const grounds = ["paper", "surface", "cloth"];

/** What is read, and on what. */
const read: [string, string][] = [
  ...["ink", "quiet", "indigo", "soga", "leaf", "brick", "amber"].flatMap((ink) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ["on-indigo", "indigo"],
  ["on-indigo", "indigo-deep"],
  ["on-brick", "brick"],
  ["on-brick", "brick-deep"],
  ...["indigo", "soga", "leaf", "amber", "brick"].flatMap((ink): [string, string][] => [
    [ink, `${ink}-ground`],
    ["ink", `${ink}-ground`],
  ]),
  ["quiet", "indigo-ground"],
  ["soga", "indigo-ground"],
  ["paper", "ink"],
];

/** What shows where a control is, what kind it is, or that it is chosen. */
const seen: [string, string][] = [
  ...["edge", "indigo", "brick"].flatMap((edge) => grounds.map((ground): [string, string] => [edge, ground])),
  ...["indigo", "soga", "leaf", "madder", "turmeric", "plum"].flatMap((dye): [string, string][] => [
    [`dye-${dye}`, "surface"],
    [`dye-${dye}`, "dye-wax"],
  ]),
  ["edge", "indigo-ground"],
  ["indigo", "indigo-ground"],
];

const themes: Record<string, string[]> = {
  light: [],
  dark: ["(prefers-color-scheme: dark)"],
  "light, more contrast": ["(prefers-contrast: more)"],
  "dark, more contrast": ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"],
};

describe.each(Object.entries(themes))("%s", (_theme, conditions) => {
  const tokens = tokensWhen((condition) => conditions.includes(condition));
  const color = (name: string) => {
    const value = tokens.get(name);
    if (!value) throw new Error(`There is no colour --${name}.`);
    return value;
  };
  const more = conditions.includes("(prefers-contrast: more)");

  test.each(read)("%s is read on %s", (ink, ground) => {
    expect(contrast(color(ink), color(ground))).toBeGreaterThanOrEqual(more ? 7 : 4.5);
  });

  test.each(seen)("%s is seen on %s", (edge, ground) => {
    expect(contrast(color(edge), color(ground))).toBeGreaterThanOrEqual(3);
  });

  test("one of the focus ring's two lines stands out from every ground", () => {
    for (const ground of [...grounds, "indigo-ground", "amber-ground", "brick-ground"]) {
      const best = Math.max(contrast(color("focus"), color(ground)), contrast(color("ink"), color(ground)));
      expect(best, ground).toBeGreaterThanOrEqual(3);
    }
  });
});

test("no style names a colour of its own outside the tokens, the paper and the money", () => {
  expect(sheets.size).toBeGreaterThan(5);
  for (const [name, text] of sheets) {
    if (/^(tokens|print|paper|slip|banknote)/.test(name)) continue;
    expect(text.match(/#[0-9a-f]{3,8}\b|rgba?\(/gi), name).toBeNull();
  }
});
