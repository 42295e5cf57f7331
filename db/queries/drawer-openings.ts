// Drawers that were opened without a sale.
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { drawerOpenings } from "../tables/shifts.ts";

export const drawerOpeningQueries = (orm: Orm) => ({ insert: inserter(orm, drawerOpenings) });
