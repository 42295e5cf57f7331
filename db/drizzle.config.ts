// Where drizzle-kit finds the tables and puts the migrations it derives from them.
import { defineConfig } from "drizzle-kit";

export default defineConfig({ dialect: "sqlite", schema: "./db/tables/*.ts", out: "./db/migrations" });
