-- What a cashier's whole day adds to the books is appended to as they are.
CREATE TRIGGER `maker_names_no_update` BEFORE UPDATE ON `maker_names` BEGIN SELECT RAISE(ABORT, 'maker_names is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `maker_names_no_delete` BEFORE DELETE ON `maker_names` BEGIN SELECT RAISE(ABORT, 'maker_names is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `staff_names_no_update` BEFORE UPDATE ON `staff_names` BEGIN SELECT RAISE(ABORT, 'staff_names is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `staff_names_no_delete` BEFORE DELETE ON `staff_names` BEGIN SELECT RAISE(ABORT, 'staff_names is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `till_resumes_no_update` BEFORE UPDATE ON `till_resumes` BEGIN SELECT RAISE(ABORT, 'till_resumes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `till_resumes_no_delete` BEFORE DELETE ON `till_resumes` BEGIN SELECT RAISE(ABORT, 'till_resumes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `line_taxes_no_update` BEFORE UPDATE ON `line_taxes` BEGIN SELECT RAISE(ABORT, 'line_taxes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `line_taxes_no_delete` BEFORE DELETE ON `line_taxes` BEGIN SELECT RAISE(ABORT, 'line_taxes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `line_notes_no_update` BEFORE UPDATE ON `line_notes` BEGIN SELECT RAISE(ABORT, 'line_notes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `line_notes_no_delete` BEFORE DELETE ON `line_notes` BEGIN SELECT RAISE(ABORT, 'line_notes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `unconfirmed_payments_no_update` BEFORE UPDATE ON `unconfirmed_payments` BEGIN SELECT RAISE(ABORT, 'unconfirmed_payments is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `unconfirmed_payments_no_delete` BEFORE DELETE ON `unconfirmed_payments` BEGIN SELECT RAISE(ABORT, 'unconfirmed_payments is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `payment_confirmations_no_update` BEFORE UPDATE ON `payment_confirmations` BEGIN SELECT RAISE(ABORT, 'payment_confirmations is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `payment_confirmations_no_delete` BEFORE DELETE ON `payment_confirmations` BEGIN SELECT RAISE(ABORT, 'payment_confirmations is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `stall_taxes_no_update` BEFORE UPDATE ON `stall_taxes` BEGIN SELECT RAISE(ABORT, 'stall_taxes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `stall_taxes_no_delete` BEFORE DELETE ON `stall_taxes` BEGIN SELECT RAISE(ABORT, 'stall_taxes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `letterheads_no_update` BEFORE UPDATE ON `letterheads` BEGIN SELECT RAISE(ABORT, 'letterheads is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `letterheads_no_delete` BEFORE DELETE ON `letterheads` BEGIN SELECT RAISE(ABORT, 'letterheads is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `qris_codes_no_update` BEFORE UPDATE ON `qris_codes` BEGIN SELECT RAISE(ABORT, 'qris_codes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `qris_codes_no_delete` BEFORE DELETE ON `qris_codes` BEGIN SELECT RAISE(ABORT, 'qris_codes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `shift_counts_no_update` BEFORE UPDATE ON `shift_counts` BEGIN SELECT RAISE(ABORT, 'shift_counts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `shift_counts_no_delete` BEFORE DELETE ON `shift_counts` BEGIN SELECT RAISE(ABORT, 'shift_counts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `z_reports_no_update` BEFORE UPDATE ON `z_reports` BEGIN SELECT RAISE(ABORT, 'z_reports is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `z_reports_no_delete` BEFORE DELETE ON `z_reports` BEGIN SELECT RAISE(ABORT, 'z_reports is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `supplements_no_update` BEFORE UPDATE ON `supplements` BEGIN SELECT RAISE(ABORT, 'supplements is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `supplements_no_delete` BEFORE DELETE ON `supplements` BEGIN SELECT RAISE(ABORT, 'supplements is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `drawer_moves_no_update` BEFORE UPDATE ON `drawer_moves` BEGIN SELECT RAISE(ABORT, 'drawer_moves is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `drawer_moves_no_delete` BEFORE DELETE ON `drawer_moves` BEGIN SELECT RAISE(ABORT, 'drawer_moves is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `drawer_openings_no_update` BEFORE UPDATE ON `drawer_openings` BEGIN SELECT RAISE(ABORT, 'drawer_openings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `drawer_openings_no_delete` BEFORE DELETE ON `drawer_openings` BEGIN SELECT RAISE(ABORT, 'drawer_openings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `prints_no_update` BEFORE UPDATE ON `prints` BEGIN SELECT RAISE(ABORT, 'prints is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `prints_no_delete` BEFORE DELETE ON `prints` BEGIN SELECT RAISE(ABORT, 'prints is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `tickets_no_update` BEFORE UPDATE ON `tickets` BEGIN SELECT RAISE(ABORT, 'tickets is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `tickets_no_delete` BEFORE DELETE ON `tickets` BEGIN SELECT RAISE(ABORT, 'tickets is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `ticket_events_no_update` BEFORE UPDATE ON `ticket_events` BEGIN SELECT RAISE(ABORT, 'ticket_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `ticket_events_no_delete` BEFORE DELETE ON `ticket_events` BEGIN SELECT RAISE(ABORT, 'ticket_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `settlement_files_no_update` BEFORE UPDATE ON `settlement_files` BEGIN SELECT RAISE(ABORT, 'settlement_files is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `settlement_files_no_delete` BEFORE DELETE ON `settlement_files` BEGIN SELECT RAISE(ABORT, 'settlement_files is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `settlement_rows_no_update` BEFORE UPDATE ON `settlement_rows` BEGIN SELECT RAISE(ABORT, 'settlement_rows is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `settlement_rows_no_delete` BEFORE DELETE ON `settlement_rows` BEGIN SELECT RAISE(ABORT, 'settlement_rows is append-only'); END;
--> statement-breakpoint
-- A shift that is open when the book learns to keep running sums begins with those of what happened in it so far.
INSERT INTO `shift_totals` (`shift_id`, `kind`, `key`, `count`, `rupiah`)
WITH open AS (SELECT h.id, h.float_rupiah FROM shifts h WHERE NOT EXISTS (SELECT 1 FROM shift_closings c WHERE c.shift_id = h.id)),
sold AS (SELECT s.* FROM open o JOIN sales s ON s.shift_id = o.id),
back AS (SELECT r.* FROM open o JOIN refunds r ON r.shift_id = o.id),
given AS (SELECT s.shift_id, s.sale_discount_rupiah + (SELECT sum(discount_rupiah) FROM sale_lines l WHERE l.sale_id = s.id) AS rupiah FROM sold s),
paid AS (SELECT p.* FROM open o JOIN payouts p ON p.shift_id = o.id WHERE p.source = 'drawer'),
taken AS (SELECT p.* FROM paid p JOIN payout_reversals v ON v.payout_id = p.id),
happened(shift_id, kind, key, count, rupiah) AS (
  SELECT shift_id, 'sale', '', 1, total_rupiah FROM sold
  UNION ALL SELECT s.shift_id, 'cashier', p.code, 1, s.total_rupiah FROM sold s JOIN staff p ON p.id = s.cashier_id
  UNION ALL SELECT s.shift_id, 'tender', p.method, 1, p.amount_rupiah FROM sold s JOIN payments p ON p.sale_id = s.id
  UNION ALL SELECT s.shift_id, 'category', l.category, 1, sum(l.net_rupiah) FROM sold s JOIN sale_lines l ON l.sale_id = s.id GROUP BY s.id, l.category
  UNION ALL SELECT s.shift_id, 'drawer', '', 1, sum(p.amount_rupiah) FROM sold s JOIN payments p ON p.sale_id = s.id
    WHERE p.method = 'cash' GROUP BY s.id HAVING sum(p.amount_rupiah) <> 0
  UNION ALL SELECT shift_id, 'discount', '', 1, rupiah FROM given WHERE rupiah <> 0
  UNION ALL SELECT shift_id, 'rounding', '', 1, -rounding_rupiah FROM sold WHERE rounding_rupiah <> 0
  UNION ALL SELECT shift_id, CASE reason WHEN 'mistake' THEN 'void' ELSE 'refund' END, '', 1, total_rupiah FROM back
  UNION ALL SELECT r.shift_id, 'tender_back', p.method, 1, p.amount_rupiah FROM back r JOIN refund_payments p ON p.refund_id = r.id WHERE p.amount_rupiah <> 0
  UNION ALL SELECT r.shift_id, 'category_back', l.category, 1, sum(l.net_rupiah) FROM back r JOIN refund_lines l ON l.refund_id = r.id GROUP BY r.id, l.category
  UNION ALL SELECT r.shift_id, 'drawer', '', 1, -sum(p.amount_rupiah) FROM back r JOIN refund_payments p ON p.refund_id = r.id
    WHERE p.method = 'cash' GROUP BY r.id HAVING sum(p.amount_rupiah) <> 0
  UNION ALL SELECT shift_id, 'rounding', '', 1, -rounding_rupiah FROM back WHERE rounding_rupiah <> 0
  UNION ALL SELECT id, 'drawer', '', 1, float_rupiah FROM open
  UNION ALL SELECT shift_id, 'payout', '', 1, amount_rupiah FROM paid
  UNION ALL SELECT shift_id, 'drawer', '', 1, -amount_rupiah FROM paid
  UNION ALL SELECT shift_id, 'payout', '', -1, -amount_rupiah FROM taken
  UNION ALL SELECT shift_id, 'drawer', '', 1, amount_rupiah FROM taken)
SELECT shift_id, kind, key, sum(count), sum(rupiah) FROM happened GROUP BY shift_id, kind, key;
