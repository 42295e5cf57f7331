-- What a cashier's whole day adds to the books is appended to as they are.
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
