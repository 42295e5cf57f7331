CREATE TABLE `door_locks` (
	`door` text PRIMARY KEY NOT NULL,
	`wrong` integer NOT NULL,
	`until_ms` integer NOT NULL,
	CONSTRAINT "door_locks_whole_numbers" CHECK(typeof("door_locks"."wrong") = 'integer' and typeof("door_locks"."until_ms") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `letterheads` (
	`from_ms` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`place` text NOT NULL,
	`footer` text NOT NULL,
	CONSTRAINT "letterheads_whole_numbers" CHECK(typeof("letterheads"."from_ms") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `qris_codes` (
	`id` integer PRIMARY KEY NOT NULL,
	`stall_id` integer,
	`from_ms` integer NOT NULL,
	`payload` text NOT NULL,
	FOREIGN KEY (`stall_id`) REFERENCES `stalls`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "qris_codes_whole_numbers" CHECK(typeof("qris_codes"."from_ms") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `staff_names` (
	`staff_id` integer NOT NULL,
	`from_ms` integer NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`staff_id`, `from_ms`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_names_whole_numbers" CHECK(typeof("staff_names"."from_ms") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `staff_stalls` (
	`staff_id` integer NOT NULL,
	`stall_id` integer NOT NULL,
	PRIMARY KEY(`staff_id`, `stall_id`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stall_id`) REFERENCES `stalls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `stall_taxes` (
	`id` integer PRIMARY KEY NOT NULL,
	`stall_id` integer NOT NULL,
	`from_ms` integer NOT NULL,
	`mode` text NOT NULL,
	`rate_basis_points` integer NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`stall_id`) REFERENCES `stalls`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stall_taxes_whole_numbers" CHECK(typeof("stall_taxes"."from_ms") = 'integer' and typeof("stall_taxes"."rate_basis_points") = 'integer')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stall_taxes_from` ON `stall_taxes` (`stall_id`,`from_ms`);--> statement-breakpoint
CREATE TABLE `till_limits` (
	`id` integer PRIMARY KEY NOT NULL,
	`discount_limit_basis_points` integer NOT NULL,
	`refund_limit_rupiah` integer NOT NULL,
	`lock_after_minutes` integer NOT NULL,
	CONSTRAINT "till_limits_one_row" CHECK("till_limits"."id" = 1),
	CONSTRAINT "till_limits_whole_numbers" CHECK(typeof("till_limits"."discount_limit_basis_points") = 'integer' and typeof("till_limits"."refund_limit_rupiah") = 'integer' and typeof("till_limits"."lock_after_minutes") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `till_resumes` (
	`id` text PRIMARY KEY NOT NULL,
	`till_id` integer NOT NULL,
	`seq_before` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`receipts_before` integer NOT NULL,
	`last_receipt_count` integer NOT NULL,
	`resumed_at_ms` integer NOT NULL,
	`resumed_by` integer NOT NULL,
	FOREIGN KEY (`till_id`) REFERENCES `tills`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resumed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "till_resumes_whole_numbers" CHECK(typeof("till_resumes"."seq_before") = 'integer' and typeof("till_resumes"."last_seq") = 'integer' and typeof("till_resumes"."receipts_before") = 'integer' and typeof("till_resumes"."last_receipt_count") = 'integer' and typeof("till_resumes"."resumed_at_ms") = 'integer')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `till_resumes_till` ON `till_resumes` (`till_id`,`last_seq`,`last_receipt_count`);--> statement-breakpoint
CREATE TABLE `maker_names` (
	`maker_id` integer NOT NULL,
	`from_ms` integer NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`maker_id`, `from_ms`),
	FOREIGN KEY (`maker_id`) REFERENCES `makers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "maker_names_whole_numbers" CHECK(typeof("maker_names"."from_ms") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `print_jobs` (
	`print_id` text PRIMARY KEY NOT NULL,
	`printer_id` integer NOT NULL,
	`opens_drawer` integer NOT NULL,
	`state` text NOT NULL,
	`failure` text,
	`attempts` integer NOT NULL,
	`queued_ms` integer NOT NULL,
	`changed_ms` integer NOT NULL,
	FOREIGN KEY (`print_id`) REFERENCES `prints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`printer_id`) REFERENCES `printers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "print_jobs_whole_numbers" CHECK(typeof("print_jobs"."attempts") = 'integer' and typeof("print_jobs"."queued_ms") = 'integer' and typeof("print_jobs"."changed_ms") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `print_jobs_state` ON `print_jobs` (`state`,`queued_ms`);--> statement-breakpoint
CREATE TABLE `printers` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`address` text NOT NULL,
	`columns` integer NOT NULL,
	`has_drawer` integer NOT NULL,
	`cuts` integer NOT NULL,
	`second_id` integer,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `prints` (
	`id` text PRIMARY KEY NOT NULL,
	`paper` text NOT NULL,
	`about` text NOT NULL,
	`number` text NOT NULL,
	`copy` integer NOT NULL,
	`language` text NOT NULL,
	`till_id` integer,
	`asked_ms` integer NOT NULL,
	`asked_by` integer NOT NULL,
	FOREIGN KEY (`till_id`) REFERENCES `tills`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "prints_whole_numbers" CHECK(typeof("prints"."copy") = 'integer' and typeof("prints"."asked_ms") = 'integer')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `prints_copy` ON `prints` (`paper`,`about`,`copy`);--> statement-breakpoint
CREATE INDEX `prints_asked` ON `prints` (`asked_ms`);--> statement-breakpoint
CREATE TABLE `line_notes` (
	`sale_id` text NOT NULL,
	`line_no` integer NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`sale_id`, `line_no`),
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `line_taxes` (
	`event_id` text NOT NULL,
	`sale_id` text NOT NULL,
	`line_no` integer NOT NULL,
	`business_day` text NOT NULL,
	`stall_id` integer NOT NULL,
	`name` text NOT NULL,
	`mode` text NOT NULL,
	`rate_basis_points` integer NOT NULL,
	`tax_rupiah` integer NOT NULL,
	PRIMARY KEY(`event_id`, `line_no`),
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stall_id`) REFERENCES `stalls`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "line_taxes_whole_numbers" CHECK(typeof("line_taxes"."rate_basis_points") = 'integer' and typeof("line_taxes"."tax_rupiah") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `line_taxes_sale` ON `line_taxes` (`sale_id`,`line_no`,`tax_rupiah`);--> statement-breakpoint
CREATE INDEX `line_taxes_figures` ON `line_taxes` (`business_day`,`stall_id`,`tax_rupiah`);--> statement-breakpoint
CREATE TABLE `payment_confirmations` (
	`sale_id` text NOT NULL,
	`position` integer NOT NULL,
	`id` text NOT NULL,
	`confirmed_at_ms` integer NOT NULL,
	`business_day` text NOT NULL,
	`confirmed_by` integer NOT NULL,
	PRIMARY KEY(`sale_id`, `position`),
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payment_confirmations_whole_numbers" CHECK(typeof("payment_confirmations"."confirmed_at_ms") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `unconfirmed_payments` (
	`sale_id` text NOT NULL,
	`position` integer NOT NULL,
	`amount_rupiah` integer NOT NULL,
	PRIMARY KEY(`sale_id`, `position`),
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unconfirmed_payments_whole_numbers" CHECK(typeof("unconfirmed_payments"."amount_rupiah") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `settlement_files` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`imported_ms` integer NOT NULL,
	`imported_by` integer NOT NULL,
	FOREIGN KEY (`imported_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "settlement_files_whole_numbers" CHECK(typeof("settlement_files"."imported_ms") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `settlement_formats` (
	`id` integer PRIMARY KEY NOT NULL,
	`separator` text NOT NULL,
	`day_column` text NOT NULL,
	`time_column` text NOT NULL,
	`day_order` text NOT NULL,
	`amount_column` text NOT NULL,
	`reference_column` text NOT NULL,
	CONSTRAINT "settlement_formats_one_row" CHECK("settlement_formats"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `settlement_rows` (
	`id` integer PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`day` text NOT NULL,
	`time` text,
	`amount_rupiah` integer NOT NULL,
	`reference` text NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `settlement_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "settlement_rows_whole_numbers" CHECK(typeof("settlement_rows"."amount_rupiah") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `settlement_rows_reference` ON `settlement_rows` (`reference`,`day`);--> statement-breakpoint
CREATE INDEX `settlement_rows_day` ON `settlement_rows` (`day`);--> statement-breakpoint
CREATE TABLE `drawer_moves` (
	`id` text PRIMARY KEY NOT NULL,
	`shift_id` text NOT NULL,
	`till_id` integer NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`amount_rupiah` integer NOT NULL,
	`moved_at_ms` integer NOT NULL,
	`business_day` text NOT NULL,
	`moved_by` integer NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`till_id`) REFERENCES `tills`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`moved_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "drawer_moves_whole_numbers" CHECK(typeof("drawer_moves"."number") = 'integer' and typeof("drawer_moves"."amount_rupiah") = 'integer' and typeof("drawer_moves"."moved_at_ms") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `drawer_moves_shift` ON `drawer_moves` (`shift_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `drawer_moves_number` ON `drawer_moves` (`till_id`,`number`);--> statement-breakpoint
CREATE TABLE `drawer_openings` (
	`id` text PRIMARY KEY NOT NULL,
	`shift_id` text NOT NULL,
	`opened_at_ms` integer NOT NULL,
	`opened_by` integer NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "drawer_openings_whole_numbers" CHECK(typeof("drawer_openings"."opened_at_ms") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `drawer_openings_shift` ON `drawer_openings` (`shift_id`);--> statement-breakpoint
CREATE TABLE `shift_counts` (
	`id` text PRIMARY KEY NOT NULL,
	`shift_id` text NOT NULL,
	`position` integer NOT NULL,
	`counted_at_ms` integer NOT NULL,
	`counted_by` integer NOT NULL,
	`counted_rupiah` integer NOT NULL,
	`expected_rupiah` integer NOT NULL,
	`notes` text NOT NULL,
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`counted_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shift_counts_whole_numbers" CHECK(typeof("shift_counts"."counted_at_ms") = 'integer' and typeof("shift_counts"."counted_rupiah") = 'integer' and typeof("shift_counts"."expected_rupiah") = 'integer')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shift_counts_position` ON `shift_counts` (`shift_id`,`position`);--> statement-breakpoint
CREATE TABLE `shift_totals` (
	`shift_id` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	`rupiah` integer NOT NULL,
	PRIMARY KEY(`shift_id`, `kind`, `key`),
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shift_totals_whole_numbers" CHECK(typeof("shift_totals"."count") = 'integer' and typeof("shift_totals"."rupiah") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `supplements` (
	`event_id` text PRIMARY KEY NOT NULL,
	`shift_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`till_id` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`till_id`) REFERENCES `tills`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supplements_whole_numbers" CHECK(typeof("supplements"."number") = 'integer' and typeof("supplements"."position") = 'integer')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `supplements_number` ON `supplements` (`shift_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `supplements_position` ON `supplements` (`till_id`,`position`);--> statement-breakpoint
CREATE TABLE `z_reports` (
	`shift_id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`act_id` text NOT NULL,
	`supplements_to` integer NOT NULL,
	`report` text NOT NULL,
	`perpetual_net_rupiah` integer NOT NULL,
	`perpetual_absolute_rupiah` integer NOT NULL,
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "z_reports_whole_numbers" CHECK(typeof("z_reports"."supplements_to") = 'integer' and typeof("z_reports"."perpetual_net_rupiah") = 'integer' and typeof("z_reports"."perpetual_absolute_rupiah") = 'integer')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `z_reports_number` ON `z_reports` (`number`);--> statement-breakpoint
CREATE TABLE `ticket_events` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` integer NOT NULL,
	`ready` integer NOT NULL,
	`at_ms` integer NOT NULL,
	`by` integer NOT NULL,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ticket_events_whole_numbers" CHECK(typeof("ticket_events"."at_ms") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `ticket_events_ticket` ON `ticket_events` (`ticket_id`,`at_ms`);--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` integer PRIMARY KEY NOT NULL,
	`sale_id` text NOT NULL,
	`stall_id` integer NOT NULL,
	`business_day` text NOT NULL,
	`number` integer NOT NULL,
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stall_id`) REFERENCES `stalls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_sale` ON `tickets` (`sale_id`,`stall_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_number` ON `tickets` (`stall_id`,`business_day`,`number`);--> statement-breakpoint
ALTER TABLE `acts` ADD `approver_id` integer;--> statement-breakpoint
ALTER TABLE `money_moves` ADD `reference` text;--> statement-breakpoint
ALTER TABLE `money_moves` ADD `number` integer;--> statement-breakpoint
ALTER TABLE `approvals` ADD `for_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `approvals` ADD `mark` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `till_id` integer;--> statement-breakpoint
ALTER TABLE `stalls` ADD `tickets` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `stalls` ADD `printer_id` integer;--> statement-breakpoint
ALTER TABLE `tills` ADD `printer_id` integer;--> statement-breakpoint
ALTER TABLE `refunds` ADD `cashier_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sale_lines` ADD `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sale_lines` ADD `unit` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sales` ADD `cashier_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `shift_closings` ADD `absent_reason` text;--> statement-breakpoint
ALTER TABLE `shift_closings` ADD `count_id` text;--> statement-breakpoint
ALTER TABLE `shifts` ADD `receipts_before` integer DEFAULT 0 NOT NULL;