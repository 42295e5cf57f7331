// Promises about order tickets: whose they are, how they are numbered, and that they were ready when the chain says so.
import { sql } from "drizzle-orm";
import type { Promised } from "../audit.ts";
import { promise } from "./rows.ts";

export const ticketPromises: readonly Promised[] = [
  promise(
    "Tickets are of their sale's lines and day, and are numbered by stall and day without a gap",
    sql`
    select 'ticket' as what, t.id from tickets t left join sales s on s.id = t.sale_id
      where t.business_day is not s.business_day
        or not exists (select 1 from sale_lines l where l.sale_id = t.sale_id and l.stall_id = t.stall_id)
    union all
    select 'numbers', stall_id from tickets group by stall_id, business_day having min(number) <> 1 or max(number) <> count(*)`,
  ),
  promise(
    "Orders were ready, and stalls hear of orders, as the chain recorded it",
    sql`
    with recorded as materialized (
      select id, at_ms, staff_id, json_extract(record, '$.facts') as facts from acts where kind = 'ticket_served'),
    ways as materialized (
      select record ->> '$.facts.stall' as stall, record ->> '$.facts.tickets' as tickets, record ->> '$.facts.printer' as printer
      from acts where seq in (
        select max(seq) from acts where kind = 'stall_tickets_set' group by record ->> '$.facts.stall'))
    select 'ready' as what, e.id from ticket_events e
      left join tickets t on t.id = e.ticket_id left join stalls s on s.id = t.stall_id left join recorded a on a.id = e.id
      where a.id is null or a.at_ms is not e.at_ms or a.staff_id is not e.by or a.facts ->> 'ticket' is not t.number
        or a.facts ->> 'day' is not t.business_day or a.facts ->> 'stall' is not s.code or a.facts ->> 'ready' is not e.ready
    union all
    select 'act', id from recorded where id not in (select id from ticket_events)
    union all
    select 'stall', s.code from stalls s left join ways w on w.stall = s.code
      where s.tickets is not coalesce(w.tickets, 'none') or (s.printer_id is null) <> (w.printer is null)
        or (s.printer_id is not null and s.printer_id not in (select id from printers))`,
  ),
];
