// Tells drizzle-kit where the tables are and where `npm run migrations` writes what changed in them.
import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  schema: "./db/tables/*.ts",
  out: "./db/migrations",
});
