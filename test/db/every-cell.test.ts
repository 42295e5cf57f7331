// H6: no cell of the book changes and no row goes without a promise that breaks; what may is listed with its reason, and every promise can break.
import { beforeAll, describe, expect, test, vi } from "vitest";
import { audit } from "#db/audit";
import { livedShop } from "../lived.ts";
import type { TestShop } from "../shop.ts";
import { tablesOf } from "./rows.ts";
import { type Tampering, tamperingWith } from "./tampering.ts";

vi.setConfig({ testTimeout: 600_000, hookTimeout: 60_000 });

/** Cells that no promise watches, by what they are. Each name that is watched after all must leave this list. */
const unwatched: Record<string, readonly string[]> = {
  "what was answered first, and what a repeat is compared with": ["acts.answer", "acts.digest"],
  "words and names, which may name people and so stand outside the chain (H2)": [
    "acts.note",
    "areas.name",
    "centre.name",
    "centre.place",
    "centre.province",
    "centre.receipt_footer",
    "drawer_moves.reason",
    "drawer_openings.reason",
    "letterheads.footer",
    "letterheads.from_ms",
    "letterheads.name",
    "letterheads.place",
    "line_notes.line_no",
    "line_notes.note",
    "maker_names.from_ms",
    "maker_names.name",
    "makers.name",
    "gap_explanations.note",
    "money_moves.reason",
    "payments.reference",
    "payout_reversals.reason",
    "payouts.receiver_name",
    "products.name",
    "refunds.cashier_name",
    "refunds.note",
    "repair_settlements.note",
    "repairs.facts",
    "sale_lines.name",
    "sale_lines.unit",
    "sales.cashier_name",
    "settlement_files.file_name",
    "staff.name",
    "staff_names.from_ms",
    "staff_names.name",
    "stalls.name",
    "till_leavings.reason",
    "tills.name",
    "visits.reason",
  ],
  "keys to doors, and pictures": [
    "door_locks.door",
    "door_locks.until_ms",
    "door_locks.wrong",
    "makers.card_code",
    "makers.pin_hash",
    "product_photos.bytes",
    "product_photos.digest",
    "product_photos.type",
    "sessions.expires_ms",
    "sessions.maker_id",
    "sessions.sign_in_id",
    "sessions.started_ms",
    "sessions.till_id",
    "sessions.token_hash",
    "shop_keys.private_key",
    "shop_keys.public_key",
    "sign_ins.at_ms",
    "sign_ins.id",
    "sign_ins.proven",
    "staff.pin_hash",
    "staff_roles.role",
  ],
  "what later sales will take over; each sold line has frozen its own": [
    "areas.active",
    "makers.active",
    "makers.kind",
    "makers.program",
    "products.active",
    "products.category",
    "products.counts_as_piece",
    "products.stock_tracked",
    "products.unit",
    "staff.active",
    "stalls.active",
  ],
  "a second copy of a moment whose day and first copy are watched": [
    "approvals.approved_ms",
    "earnings.at_ms",
    "entries.at_ms",
    "money_moves.moved_at_ms",
    "payout_reversals.reversed_at_ms",
    "sales.received_at_ms",
    "shifts.opened_at_ms",
    "stock_movements.at_ms",
    "visits.counted_at_ms",
  ],
  "an order that changes nothing, a fund's name beside a maker's, cash handed over before the change": [
    "arrangement_shares.fund",
    "arrangement_shares.position",
    "arrangement_shares.recipient",
    "earnings.fund",
    "earnings.part_no",
    "entries.business_day",
    "payments.tendered_rupiah",
    "payout_allocations.position",
    "stall_taxes.id",
    "stock_movements.line_no",
  ],
  "where papers go and how far they have come there, which is no part of the books": [
    "print_jobs.attempts",
    "print_jobs.changed_ms",
    "print_jobs.failure",
    "print_jobs.opens_drawer",
    "print_jobs.queued_ms",
    "print_jobs.state",
    "printers.active",
    "printers.address",
    "printers.columns",
    "printers.cuts",
    "printers.has_drawer",
    "printers.kind",
    "printers.name",
    "printers.second_id",
    "tills.printer_id",
  ],
  "places that nothing has happened at yet": ["areas.code", "areas.id"],
  "numbers of rows that nothing refers to": ["qris_codes.id", "settlement_rows.id", "tickets.id"],
};
const rowsThatMayGo = [
  "areas",
  "door_locks",
  "letterheads",
  "line_notes",
  "maker_names",
  "print_jobs",
  "product_photos",
  "sessions",
  "shop_keys",
  "sign_ins",
  "staff_names",
  "staff_roles",
];

let shop: TestShop;
let book: Tampering;
let names: string[];
const everBroken = new Set<string>();
beforeAll(async () => {
  shop = await livedShop();
  book = tamperingWith(shop);
  names = audit(shop.book.orm).map((promise) => promise.name);
});

/** Whether a promise breaks, or the file itself refuses it. */
function caught(sql: string): boolean {
  try {
    const broken = book.brokenBy(sql);
    for (const name of broken) everBroken.add(name);
    return broken.length > 0;
  } catch (failure) {
    if (failure instanceof Error && /constraint failed/.test(failure.message)) return true;
    throw failure;
  }
}

/** The oldest and the newest row. */
function ends(table: string): number[] {
  const row = book.driver
    .prepare<[], { first: number; last: number }>(
      `select min(rowid) as first, max(rowid) as last from ${table}`,
    )
    .get();
  return row ? [...new Set([row.first, row.last])] : [];
}

describe("an untouched book", () => {
  test("keeps every promise", () => {
    expect(book.brokenBy("select 1")).toEqual([]);
  });
});

describe("a book that somebody wrote into", () => {
  test("tells of any one cell, but for those that are named here", () => {
    const silent = new Set<string>();
    for (const table of tablesOf(shop)) {
      for (const { name, type } of book.driver.pragma(`table_info(${table})`) as {
        name: string;
        type: string;
      }[]) {
        const number = `case when ${name} in (0, 1) then 1 - ${name} else coalesce(${name}, 0) + 1000 end`;
        const other = type === "INTEGER" ? number : `coalesce(${name}, '') || 'x'`;
        for (const row of ends(table)) {
          if (!caught(`update ${table} set ${name} = ${other} where rowid = ${row}`))
            silent.add(`${table}.${name}`);
        }
      }
    }
    expect([...silent].sort()).toEqual(Object.values(unwatched).flat().sort());
  });

  test("tells of any row that is gone", () => {
    const silent = tablesOf(shop).filter((table) =>
      ends(table).some((row) => !caught(`delete from ${table} where rowid = ${row}`)),
    );
    expect(silent).toEqual(rowsThatMayGo);
  });

  test("tells of a whole sale taken out with everything that hangs on it, and of a chain that was cut and joined", () => {
    const sale = "(select id from sales order by receipt_count limit 1)";
    const whole = ["payments", "sale_lines", "earnings"].map(
      (table) => `delete from ${table} where sale_id = ${sale};`,
    );
    expect(book.brokenBy(`${whole.join("")} delete from sales where id = ${sale}`)).toContain(
      "Each till's receipt numbers run from one without a gap or a repeat",
    );
    const middle = "(select seq from acts where kind = 'visit' limit 1)";
    expect(book.brokenBy(`delete from acts where seq = ${middle}`)).toContain(
      "The chain holds: every act's hash follows from the act before it",
    );
    const joined = `create temp table cut as select ${middle} as seq;
      delete from acts where seq = (select seq from cut);
      update acts set seq = seq - 1 where seq > (select seq from cut); drop table cut`;
    expect(book.brokenBy(joined)).toContain(
      "The chain holds: every act's hash follows from the act before it",
    );
  });
});

describe("a promise that could not break would promise nothing", () => {
  /** Lies that are told in all the right places but one; what the sweep over single cells cannot break by itself. */
  const lies: [promise: string, sql: string][] = [
    [
      "A line's net is its gross less its discounts, and never below zero",
      "update sale_lines set net_rupiah = -1, gross_rupiah = -1, discount_rupiah = 0, sale_discount_part_rupiah = 0",
    ],
    [
      "A till has at most one open shift",
      "insert into shifts select 'x', till_id, number + 1, opened_at_ms, business_day, opened_by, 0, 0 from shifts order by number desc limit 1",
    ],
    [
      "What people may, and at which stalls, is what the chain recorded of them",
      "insert into staff_roles select id, 'manager' from staff where name like 'Pak Joko%'",
    ],
    [
      "Every act names who did it and who approved it, and every approval is the act of who gave it",
      "update approvals set for_id = (select id from acts where kind = 'visit' limit 1)",
    ],
    ["The books can still only be appended to", ""],
    ["The file is whole and every row has what it refers to", "update sales set cashier_id = 999"],
    [
      "No part of a sold line is paid twice",
      "update payout_allocations set amount_rupiah = amount_rupiah + 10000000 where amount_rupiah > 0",
    ],
    [
      "Paid is at most earned, or a refund after the payout explains the debt",
      "update payout_allocations set amount_rupiah = amount_rupiah + 10000000 where account = 'savings'",
    ],
    ["A day's visitors in an area are never below zero", "update visits set count = -1"],
    [
      "A till without an open shift holds no cash in its drawer",
      "delete from shifts where id not in (select shift_id from shift_closings)",
    ],
  ];

  test.each(lies.filter(([, sql]) => sql !== ""))("%s", (promise, sql) => {
    const broken = book.brokenBy(sql);
    for (const name of broken) everBroken.add(name);
    expect(broken).toContain(promise);
  });

  test("The books can still only be appended to: a guard taken away, or one that no longer guards", () => {
    const name = "The books can still only be appended to";
    const guard = book.driver
      .prepare<[], { sql: string }>("select sql from sqlite_master where name = 'sales_no_update'")
      .get();
    const told = () => audit(shop.book.orm).filter((promise) => promise.broken > 0);
    book.driver.exec("drop trigger sales_no_update");
    expect(told().map((promise) => promise.name)).toEqual([name]);
    book.driver.exec("create trigger sales_no_update before update on sales begin select 1; end");
    expect(told().map((promise) => promise.name)).toEqual([name]);
    book.driver.exec("drop trigger sales_no_update");
    book.driver.exec(guard?.sql ?? "");
    expect(told()).toEqual([]);
    everBroken.add(name);
  });

  test("every promise of the audit was broken by something here", () => {
    expect(names.filter((name) => !everBroken.has(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(35);
  });
});
