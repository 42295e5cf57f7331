CREATE TABLE `acts` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`digest` text NOT NULL,
	`answer` text NOT NULL,
	`record` text NOT NULL,
	`hash` text NOT NULL,
	`at_ms` integer NOT NULL,
	`staff_id` integer,
	`approval_id` text,
	`till_id` integer,
	`till_seq` integer,
	`note` text,
	CONSTRAINT "acts_whole_numbers" CHECK(typeof("acts"."at_ms") = 'integer')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `acts_id` ON `acts` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `acts_till_seq` ON `acts` (`till_id`,`till_seq`);--> statement-breakpoint
CREATE UNIQUE INDEX `acts_approval` ON `acts` (`approval_id`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_code` ON `accounts` (`code`);--> statement-breakpoint
CREATE TABLE `entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`kind` text NOT NULL,
	`business_day` text NOT NULL,
	`at_ms` integer NOT NULL,
	CONSTRAINT "entries_whole_numbers" CHECK(typeof("entries"."at_ms") = 'integer')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_event` ON `entries` (`event_id`,`kind`);--> statement-breakpoint
CREATE TABLE `money_moves` (
	`id` text PRIMARY KEY NOT NULL,
	`from_place` text NOT NULL,
	`to_place` text NOT NULL,
	`amount_rupiah` integer NOT NULL,
	`moved_at_ms` integer NOT NULL,
	`moved_by` integer NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`moved_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "money_moves_whole_numbers" CHECK(typeof("money_moves"."amount_rupiah") = 'integer' and typeof("money_moves"."moved_at_ms") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `postings` (
	`entry_id` integer NOT NULL,
	`account_id` integer NOT NULL,
	`amount_rupiah` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `account_id`),
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "postings_whole_numbers" CHECK(typeof("postings"."amount_rupiah") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `postings_account` ON `postings` (`account_id`,`amount_rupiah`);--> statement-breakpoint
CREATE TABLE `approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` integer NOT NULL,
	`approved_ms` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "approvals_whole_numbers" CHECK(typeof("approvals"."approved_ms") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `areas` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `areas_code` ON `areas` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `areas_name` ON `areas` (`name`);--> statement-breakpoint
CREATE TABLE `centre` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`place` text NOT NULL,
	`province` text NOT NULL,
	`region_code` text NOT NULL,
	`time_zone` text NOT NULL,
	`practice` integer NOT NULL,
	`cash_rounding_rupiah` integer NOT NULL,
	`protected_floor_basis_points` integer NOT NULL,
	`refund_after_payout` text NOT NULL,
	`receipt_footer` text NOT NULL,
	CONSTRAINT "centre_one_row" CHECK("centre"."id" = 1),
	CONSTRAINT "centre_whole_numbers" CHECK(typeof("centre"."cash_rounding_rupiah") = 'integer' and typeof("centre"."protected_floor_basis_points") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`staff_id` integer,
	`maker_id` integer,
	`started_ms` integer NOT NULL,
	`expires_ms` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sessions_whole_numbers" CHECK(typeof("sessions"."started_ms") = 'integer' and typeof("sessions"."expires_ms") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`pin_hash` text,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_code` ON `staff` (`code`);--> statement-breakpoint
CREATE TABLE `staff_roles` (
	`staff_id` integer NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`staff_id`, `role`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `stalls` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stalls_code` ON `stalls` (`code`);--> statement-breakpoint
CREATE TABLE `tills` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tills_code` ON `tills` (`code`);--> statement-breakpoint
CREATE TABLE `earnings` (
	`event_id` text NOT NULL,
	`kind` text NOT NULL,
	`line_no` integer NOT NULL,
	`part_no` integer NOT NULL,
	`sale_id` text NOT NULL,
	`business_day` text NOT NULL,
	`at_ms` integer NOT NULL,
	`account` text NOT NULL,
	`maker_id` integer,
	`fund` text,
	`group_id` integer,
	`program` text,
	`rule` text NOT NULL,
	`value` integer NOT NULL,
	`base` integer NOT NULL,
	`amount_rupiah` integer NOT NULL,
	PRIMARY KEY(`event_id`, `kind`, `line_no`, `part_no`),
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`maker_id`) REFERENCES `makers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `makers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "earnings_whole_numbers" CHECK(typeof("earnings"."at_ms") = 'integer' and typeof("earnings"."value") = 'integer' and typeof("earnings"."base") = 'integer' and typeof("earnings"."amount_rupiah") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `earnings_maker` ON `earnings` (`maker_id`,`account`,`sale_id`,`line_no`,`part_no`,`amount_rupiah`);--> statement-breakpoint
CREATE INDEX `earnings_sale` ON `earnings` (`sale_id`,`line_no`,`part_no`);--> statement-breakpoint
CREATE INDEX `earnings_figures` ON `earnings` (`business_day`,`maker_id`,`account`,`kind`,`program`,`amount_rupiah`);--> statement-breakpoint
CREATE TABLE `maker_months` (
	`maker_id` integer NOT NULL,
	`account` text NOT NULL,
	`month` text NOT NULL,
	`earned_rupiah` integer NOT NULL,
	`paid_rupiah` integer NOT NULL,
	PRIMARY KEY(`maker_id`, `account`, `month`),
	FOREIGN KEY (`maker_id`) REFERENCES `makers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "maker_months_whole_numbers" CHECK(typeof("maker_months"."earned_rupiah") = 'integer' and typeof("maker_months"."paid_rupiah") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `group_members` (
	`version_id` integer NOT NULL,
	`position` integer NOT NULL,
	`maker_id` integer NOT NULL,
	`weight` integer NOT NULL,
	PRIMARY KEY(`version_id`, `position`),
	FOREIGN KEY (`version_id`) REFERENCES `group_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`maker_id`) REFERENCES `makers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "group_members_whole_numbers" CHECK(typeof("group_members"."weight") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `group_versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`group_id` integer NOT NULL,
	`from_ms` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `makers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "group_versions_whole_numbers" CHECK(typeof("group_versions"."from_ms") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `group_versions_from` ON `group_versions` (`group_id`,`from_ms`);--> statement-breakpoint
CREATE TABLE `makers` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`program` text,
	`active` integer NOT NULL,
	`card_code` text,
	`pin_hash` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `makers_code` ON `makers` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `makers_card` ON `makers` (`card_code`);--> statement-breakpoint
CREATE TABLE `payout_allocations` (
	`event_id` text NOT NULL,
	`position` integer NOT NULL,
	`payout_id` text NOT NULL,
	`maker_id` integer NOT NULL,
	`account` text NOT NULL,
	`sale_id` text NOT NULL,
	`line_no` integer NOT NULL,
	`part_no` integer NOT NULL,
	`amount_rupiah` integer NOT NULL,
	PRIMARY KEY(`event_id`, `position`),
	FOREIGN KEY (`payout_id`) REFERENCES `payouts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`maker_id`) REFERENCES `makers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payout_allocations_whole_numbers" CHECK(typeof("payout_allocations"."amount_rupiah") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `payout_allocations_maker` ON `payout_allocations` (`maker_id`,`account`,`sale_id`,`line_no`,`part_no`,`amount_rupiah`);--> statement-breakpoint
CREATE INDEX `payout_allocations_payout` ON `payout_allocations` (`payout_id`);--> statement-breakpoint
CREATE INDEX `payout_allocations_sale` ON `payout_allocations` (`sale_id`,`line_no`,`part_no`);--> statement-breakpoint
CREATE TABLE `payout_reversals` (
	`payout_id` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`reversed_at_ms` integer NOT NULL,
	`business_day` text NOT NULL,
	`reversed_by` integer NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`payout_id`) REFERENCES `payouts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reversed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payout_reversals_whole_numbers" CHECK(typeof("payout_reversals"."reversed_at_ms") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `payout_reversals_day` ON `payout_reversals` (`business_day`);--> statement-breakpoint
CREATE TABLE `payouts` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`maker_id` integer NOT NULL,
	`account` text NOT NULL,
	`amount_rupiah` integer NOT NULL,
	`source` text NOT NULL,
	`shift_id` text,
	`paid_at_ms` integer NOT NULL,
	`business_day` text NOT NULL,
	`paid_by` integer NOT NULL,
	`received_by` text NOT NULL,
	`receiver_name` text,
	`acknowledged_by` text NOT NULL,
	`owed_after_rupiah` integer NOT NULL,
	FOREIGN KEY (`maker_id`) REFERENCES `makers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`paid_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payouts_whole_numbers" CHECK(typeof("payouts"."amount_rupiah") = 'integer' and typeof("payouts"."paid_at_ms") = 'integer' and typeof("payouts"."owed_after_rupiah") = 'integer')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payouts_number` ON `payouts` (`number`);--> statement-breakpoint
CREATE INDEX `payouts_maker` ON `payouts` (`maker_id`,`paid_at_ms`);--> statement-breakpoint
CREATE INDEX `payouts_figures` ON `payouts` (`business_day`,`maker_id`,`account`,`amount_rupiah`);--> statement-breakpoint
CREATE TABLE `arrangement_shares` (
	`version_id` integer NOT NULL,
	`position` integer NOT NULL,
	`recipient` text NOT NULL,
	`maker_id` integer,
	`fund` text,
	`rule` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`version_id`, `position`),
	FOREIGN KEY (`version_id`) REFERENCES `product_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`maker_id`) REFERENCES `makers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "arrangement_shares_whole_numbers" CHECK(typeof("arrangement_shares"."value") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `product_photos` (
	`product_id` integer PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`type` text NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `product_versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`product_id` integer NOT NULL,
	`from_ms` integer NOT NULL,
	`price_rupiah` integer,
	`unit_cost_rupiah` integer,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "product_versions_whole_numbers" CHECK(typeof("product_versions"."from_ms") = 'integer' and typeof("product_versions"."price_rupiah") in ('integer', 'null') and typeof("product_versions"."unit_cost_rupiah") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `product_versions_from` ON `product_versions` (`product_id`,`from_ms`);--> statement-breakpoint
CREATE TABLE `products` (
	`id` integer PRIMARY KEY NOT NULL,
	`sku` text NOT NULL,
	`name` text NOT NULL,
	`category` text NOT NULL,
	`stall_id` integer NOT NULL,
	`unit` text NOT NULL,
	`counts_as_piece` integer NOT NULL,
	`stock_tracked` integer NOT NULL,
	`active` integer NOT NULL,
	FOREIGN KEY (`stall_id`) REFERENCES `stalls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `products_sku` ON `products` (`sku`);--> statement-breakpoint
CREATE TABLE `refund_lines` (
	`refund_id` text NOT NULL,
	`sale_id` text NOT NULL,
	`line_no` integer NOT NULL,
	`business_day` text NOT NULL,
	`product_id` integer NOT NULL,
	`stall_id` integer NOT NULL,
	`category` text NOT NULL,
	`program` text NOT NULL,
	`counts_as_piece` integer NOT NULL,
	`quantity_milli` integer NOT NULL,
	`restock` integer NOT NULL,
	`net_rupiah` integer NOT NULL,
	`cost_recorded` integer NOT NULL,
	`cost_rupiah` integer NOT NULL,
	`shares_rupiah` integer NOT NULL,
	`margin_rupiah` integer NOT NULL,
	PRIMARY KEY(`refund_id`, `line_no`),
	FOREIGN KEY (`refund_id`) REFERENCES `refunds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stall_id`) REFERENCES `stalls`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refund_lines_whole_numbers" CHECK(typeof("refund_lines"."quantity_milli") = 'integer' and typeof("refund_lines"."net_rupiah") = 'integer' and typeof("refund_lines"."cost_rupiah") = 'integer' and typeof("refund_lines"."shares_rupiah") = 'integer' and typeof("refund_lines"."margin_rupiah") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `refund_lines_sale` ON `refund_lines` (`sale_id`,`line_no`);--> statement-breakpoint
CREATE INDEX `refund_lines_figures` ON `refund_lines` (`business_day`,`product_id`,`stall_id`,`category`,`program`,`cost_recorded`,`counts_as_piece`,`quantity_milli`,`net_rupiah`,`margin_rupiah`);--> statement-breakpoint
CREATE TABLE `refund_payments` (
	`refund_id` text NOT NULL,
	`position` integer NOT NULL,
	`sale_id` text NOT NULL,
	`business_day` text NOT NULL,
	`method` text NOT NULL,
	`amount_rupiah` integer NOT NULL,
	`net_rupiah` integer NOT NULL,
	PRIMARY KEY(`refund_id`, `position`),
	FOREIGN KEY (`refund_id`) REFERENCES `refunds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refund_payments_whole_numbers" CHECK(typeof("refund_payments"."amount_rupiah") = 'integer' and typeof("refund_payments"."net_rupiah") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `refund_payments_sale` ON `refund_payments` (`sale_id`);--> statement-breakpoint
CREATE INDEX `refund_payments_figures` ON `refund_payments` (`business_day`,`method`,`net_rupiah`);--> statement-breakpoint
CREATE TABLE `refunds` (
	`id` text PRIMARY KEY NOT NULL,
	`sale_id` text NOT NULL,
	`till_id` integer NOT NULL,
	`receipt_count` integer NOT NULL,
	`receipt_number` text NOT NULL,
	`shift_id` text NOT NULL,
	`refunded_at_ms` integer NOT NULL,
	`business_day` text NOT NULL,
	`cashier_id` integer NOT NULL,
	`reason` text NOT NULL,
	`note` text,
	`rounding_rupiah` integer NOT NULL,
	`total_rupiah` integer NOT NULL,
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`till_id`) REFERENCES `tills`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cashier_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refunds_whole_numbers" CHECK(typeof("refunds"."refunded_at_ms") = 'integer' and typeof("refunds"."rounding_rupiah") = 'integer' and typeof("refunds"."total_rupiah") = 'integer')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `refunds_receipt` ON `refunds` (`till_id`,`receipt_count`);--> statement-breakpoint
CREATE INDEX `refunds_sale` ON `refunds` (`sale_id`);--> statement-breakpoint
CREATE INDEX `refunds_day` ON `refunds` (`business_day`);--> statement-breakpoint
CREATE INDEX `refunds_shift` ON `refunds` (`shift_id`);--> statement-breakpoint
CREATE TABLE `payments` (
	`sale_id` text NOT NULL,
	`position` integer NOT NULL,
	`business_day` text NOT NULL,
	`method` text NOT NULL,
	`amount_rupiah` integer NOT NULL,
	`tendered_rupiah` integer,
	`reference` text,
	`net_rupiah` integer NOT NULL,
	PRIMARY KEY(`sale_id`, `position`),
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payments_whole_numbers" CHECK(typeof("payments"."amount_rupiah") = 'integer' and typeof("payments"."tendered_rupiah") in ('integer', 'null') and typeof("payments"."net_rupiah") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `payments_figures` ON `payments` (`business_day`,`method`,`net_rupiah`);--> statement-breakpoint
CREATE TABLE `sale_lines` (
	`sale_id` text NOT NULL,
	`line_no` integer NOT NULL,
	`business_day` text NOT NULL,
	`product_id` integer NOT NULL,
	`version_id` integer NOT NULL,
	`stall_id` integer NOT NULL,
	`category` text NOT NULL,
	`program` text NOT NULL,
	`counts_as_piece` integer NOT NULL,
	`quantity_milli` integer NOT NULL,
	`unit_price_rupiah` integer NOT NULL,
	`gross_rupiah` integer NOT NULL,
	`discount_rupiah` integer NOT NULL,
	`sale_discount_part_rupiah` integer NOT NULL,
	`net_rupiah` integer NOT NULL,
	`cost_recorded` integer NOT NULL,
	`cost_rupiah` integer NOT NULL,
	`shares_rupiah` integer NOT NULL,
	`margin_rupiah` integer NOT NULL,
	PRIMARY KEY(`sale_id`, `line_no`),
	FOREIGN KEY (`sale_id`) REFERENCES `sales`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `product_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stall_id`) REFERENCES `stalls`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sale_lines_whole_numbers" CHECK(typeof("sale_lines"."quantity_milli") = 'integer' and typeof("sale_lines"."unit_price_rupiah") = 'integer' and typeof("sale_lines"."gross_rupiah") = 'integer' and typeof("sale_lines"."discount_rupiah") = 'integer' and typeof("sale_lines"."sale_discount_part_rupiah") = 'integer' and typeof("sale_lines"."net_rupiah") = 'integer' and typeof("sale_lines"."cost_rupiah") = 'integer' and typeof("sale_lines"."shares_rupiah") = 'integer' and typeof("sale_lines"."margin_rupiah") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `sale_lines_figures` ON `sale_lines` (`business_day`,`product_id`,`stall_id`,`category`,`program`,`cost_recorded`,`counts_as_piece`,`quantity_milli`,`net_rupiah`,`margin_rupiah`);--> statement-breakpoint
CREATE TABLE `sales` (
	`id` text PRIMARY KEY NOT NULL,
	`till_id` integer NOT NULL,
	`receipt_count` integer NOT NULL,
	`receipt_number` text NOT NULL,
	`shift_id` text NOT NULL,
	`sold_at_ms` integer NOT NULL,
	`received_at_ms` integer NOT NULL,
	`business_day` text NOT NULL,
	`cashier_id` integer NOT NULL,
	`sale_discount_rupiah` integer NOT NULL,
	`rounding_rupiah` integer NOT NULL,
	`total_rupiah` integer NOT NULL,
	FOREIGN KEY (`till_id`) REFERENCES `tills`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cashier_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sales_whole_numbers" CHECK(typeof("sales"."sold_at_ms") = 'integer' and typeof("sales"."received_at_ms") = 'integer' and typeof("sales"."sale_discount_rupiah") = 'integer' and typeof("sales"."rounding_rupiah") = 'integer' and typeof("sales"."total_rupiah") = 'integer')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sales_receipt` ON `sales` (`till_id`,`receipt_count`);--> statement-breakpoint
CREATE INDEX `sales_day` ON `sales` (`business_day`,`sold_at_ms`);--> statement-breakpoint
CREATE INDEX `sales_shift` ON `sales` (`shift_id`);--> statement-breakpoint
CREATE TABLE `shift_closings` (
	`shift_id` text PRIMARY KEY NOT NULL,
	`closed_at_ms` integer NOT NULL,
	`closed_by` integer NOT NULL,
	`counted_rupiah` integer NOT NULL,
	`expected_rupiah` integer NOT NULL,
	`reason` text,
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shift_closings_whole_numbers" CHECK(typeof("shift_closings"."closed_at_ms") = 'integer' and typeof("shift_closings"."counted_rupiah") = 'integer' and typeof("shift_closings"."expected_rupiah") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `shifts` (
	`id` text PRIMARY KEY NOT NULL,
	`till_id` integer NOT NULL,
	`number` integer NOT NULL,
	`opened_at_ms` integer NOT NULL,
	`business_day` text NOT NULL,
	`opened_by` integer NOT NULL,
	`float_rupiah` integer NOT NULL,
	FOREIGN KEY (`till_id`) REFERENCES `tills`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shifts_whole_numbers" CHECK(typeof("shifts"."opened_at_ms") = 'integer' and typeof("shifts"."float_rupiah") = 'integer')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shifts_number` ON `shifts` (`till_id`,`number`);--> statement-breakpoint
CREATE INDEX `shifts_day` ON `shifts` (`business_day`);--> statement-breakpoint
CREATE TABLE `stock_months` (
	`product_id` integer NOT NULL,
	`stall_id` integer NOT NULL,
	`month` text NOT NULL,
	`quantity_milli` integer NOT NULL,
	PRIMARY KEY(`product_id`, `stall_id`, `month`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stall_id`) REFERENCES `stalls`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stock_months_whole_numbers" CHECK(typeof("stock_months"."quantity_milli") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `stock_movements` (
	`event_id` text NOT NULL,
	`line_no` integer NOT NULL,
	`kind` text NOT NULL,
	`product_id` integer NOT NULL,
	`stall_id` integer NOT NULL,
	`quantity_milli` integer NOT NULL,
	`business_day` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`event_id`, `line_no`, `kind`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stall_id`) REFERENCES `stalls`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stock_movements_whole_numbers" CHECK(typeof("stock_movements"."quantity_milli") = 'integer' and typeof("stock_movements"."at_ms") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `stock_movements_day` ON `stock_movements` (`business_day`,`product_id`,`quantity_milli`);--> statement-breakpoint
CREATE INDEX `stock_movements_product` ON `stock_movements` (`product_id`,`kind`,`quantity_milli`);--> statement-breakpoint
CREATE TABLE `visits` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` integer NOT NULL,
	`category` text NOT NULL,
	`count` integer NOT NULL,
	`counted_at_ms` integer NOT NULL,
	`business_day` text NOT NULL,
	`counted_by` integer NOT NULL,
	`reason` text,
	`undoes` text,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`counted_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visits_whole_numbers" CHECK(typeof("visits"."count") = 'integer' and typeof("visits"."counted_at_ms") = 'integer')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visits_undoes_unique` ON `visits` (`undoes`);--> statement-breakpoint
CREATE INDEX `visits_day` ON `visits` (`business_day`,`area_id`,`category`,`count`);