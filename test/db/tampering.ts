// Tampering with a book the way somebody with the file and a tool would, and what the audit says of it.
import type Database from "better-sqlite3";
import { audit } from "#db/audit";
import type { TestShop } from "../shop.ts";
import { driverOf } from "./rows.ts";

export interface Tampering {
  /** The promises that break when this is done to the book; afterwards the book is as it was. */
  brokenBy(sql: string): string[];
  readonly driver: Database.Database;
}

export function tamperingWith(shop: TestShop): Tampering {
  const driver = driverOf(shop);
  const triggers = driver
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_master where type = 'trigger'")
    .all();
  return {
    driver,
    brokenBy(sql) {
      driver.pragma("foreign_keys = OFF");
      driver.exec("savepoint tampering");
      try {
        for (const { name } of triggers) driver.exec(`drop trigger ${name}`);
        driver.exec(sql);
        for (const { sql: guard } of triggers) driver.exec(guard);
        return audit(shop.book.orm)
          .filter((promise) => promise.broken > 0)
          .map((promise) => promise.name);
      } finally {
        driver.exec("rollback to tampering; release tampering");
        driver.pragma("foreign_keys = ON");
      }
    },
  };
}
