// Prints what the rules make of moments around midnight, for a test that runs this under several time zones of the server.
import { addDays, atHour, businessDay, type Day, formatMoment, ZONES } from "#rules/business-day";

const told: Record<string, string[]> = {};
for (const zone of ZONES) {
  const midnights = [
    Date.parse("2021-03-24T15:00:00Z"),
    Date.parse("2024-02-29T17:00:00Z"),
    Date.parse("2025-12-31T16:00:00Z"),
  ];
  told[zone] = midnights.flatMap((midnight) =>
    [-3_600_000, -1, 0, 1, 3_600_000].map(
      (by) => `${businessDay(midnight + by, zone)} ${formatMoment(midnight + by, zone, "id")}`,
    ),
  );
  told[`${zone} noon`] = (["2021-03-24", "2024-02-29"] as Day[]).map((day) =>
    new Date(atHour(day, 12, zone)).toISOString(),
  );
}
told["days"] = [
  addDays("2024-02-28" as Day, 1),
  addDays("2021-03-01" as Day, -1),
  addDays("2025-12-31" as Day, 1),
];
process.stdout.write(JSON.stringify(told));
