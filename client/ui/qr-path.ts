// The dark modules of a code as one SVG path: each run of a row is one bar, so that no seams show between modules.

export function pathOf(modules: readonly (readonly boolean[])[]): string {
  return modules
    .flatMap((row, y) => runsOf(row).map(([from, to]) => `M${from} ${y}h${to - from}v1h${from - to}z`))
    .join("");
}

/** `[from, to)` of each run of dark modules. */
function runsOf(row: readonly boolean[]): [from: number, to: number][] {
  const runs: [number, number][] = [];
  let from = -1;
  for (let x = 0; x <= row.length; x += 1) {
    const dark = row[x] === true;
    if (dark && from < 0) from = x;
    if (!dark && from >= 0) {
      runs.push([from, x]);
      from = -1;
    }
  }
  return runs;
}
