CREATE TABLE `arrivals` (
	`act_id` text PRIMARY KEY NOT NULL,
	`till_id` integer NOT NULL,
	`offline` integer NOT NULL,
	`kept_at_ms` integer NOT NULL,
	`received_at_ms` integer NOT NULL,
	`ahead_ms` integer NOT NULL,
	`sent_by` integer NOT NULL,
	FOREIGN KEY (`till_id`) REFERENCES `tills`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "arrivals_whole_numbers" CHECK(typeof("arrivals"."kept_at_ms") = 'integer' and typeof("arrivals"."received_at_ms") = 'integer' and typeof("arrivals"."ahead_ms") = 'integer')
);
--> statement-breakpoint
CREATE INDEX `arrivals_received` ON `arrivals` (`received_at_ms`);--> statement-breakpoint
CREATE TABLE `gap_explanations` (
	`gap_id` text PRIMARY KEY NOT NULL,
	`explained_at_ms` integer NOT NULL,
	`explained_by` integer NOT NULL,
	`note` text NOT NULL,
	FOREIGN KEY (`gap_id`) REFERENCES `till_gaps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`explained_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "gap_explanations_whole_numbers" CHECK(typeof("gap_explanations"."explained_at_ms") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `repair_settlements` (
	`repair_id` text PRIMARY KEY NOT NULL,
	`how` text NOT NULL,
	`settled_at_ms` integer NOT NULL,
	`settled_by` integer,
	`note` text,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "repair_settlements_how" CHECK("repair_settlements"."how" in ('recorded', 'accepted', 'set_aside')),
	CONSTRAINT "repair_settlements_whole_numbers" CHECK(typeof("repair_settlements"."settled_at_ms") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `repairs` (
	`id` text PRIMARY KEY NOT NULL,
	`act_id` text NOT NULL,
	`till_id` integer NOT NULL,
	`kind` text NOT NULL,
	`till_seq` integer,
	`receipt_count` integer,
	`body` text NOT NULL,
	`digest` text NOT NULL,
	`staff_id` integer,
	`sign_in_id` text,
	`kept_at_ms` integer NOT NULL,
	`received_at_ms` integer NOT NULL,
	`ahead_ms` integer NOT NULL,
	`sent_by` integer NOT NULL,
	`code` text NOT NULL,
	`facts` text NOT NULL,
	FOREIGN KEY (`till_id`) REFERENCES `tills`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "repairs_whole_numbers" CHECK(typeof("repairs"."till_seq") in ('integer', 'null') and typeof("repairs"."receipt_count") in ('integer', 'null') and typeof("repairs"."kept_at_ms") = 'integer' and typeof("repairs"."received_at_ms") = 'integer' and typeof("repairs"."ahead_ms") = 'integer')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `repairs_act` ON `repairs` (`act_id`,`digest`);--> statement-breakpoint
CREATE UNIQUE INDEX `repairs_seq` ON `repairs` (`till_id`,`till_seq`);--> statement-breakpoint
CREATE UNIQUE INDEX `repairs_receipt` ON `repairs` (`till_id`,`receipt_count`);--> statement-breakpoint
CREATE TABLE `shop_keys` (
	`id` integer PRIMARY KEY NOT NULL,
	`private_key` text NOT NULL,
	`public_key` text NOT NULL,
	CONSTRAINT "shop_keys_one_row" CHECK("shop_keys"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` integer NOT NULL,
	`at_ms` integer NOT NULL,
	`till_id` integer,
	`proven` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`till_id`) REFERENCES `tills`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sign_ins_whole_numbers" CHECK(typeof("sign_ins"."at_ms") = 'integer')
);
--> statement-breakpoint
CREATE TABLE `till_gaps` (
	`id` text PRIMARY KEY NOT NULL,
	`till_id` integer NOT NULL,
	`seq_before` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`receipts_before` integer NOT NULL,
	`last_receipt_count` integer NOT NULL,
	`found_at_ms` integer NOT NULL,
	FOREIGN KEY (`till_id`) REFERENCES `tills`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "till_gaps_whole_numbers" CHECK(typeof("till_gaps"."seq_before") = 'integer' and typeof("till_gaps"."last_seq") = 'integer' and typeof("till_gaps"."receipts_before") = 'integer' and typeof("till_gaps"."last_receipt_count") = 'integer' and typeof("till_gaps"."found_at_ms") = 'integer')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `till_gaps_till` ON `till_gaps` (`till_id`,`last_seq`,`last_receipt_count`);--> statement-breakpoint
CREATE TABLE `till_leavings` (
	`id` text PRIMARY KEY NOT NULL,
	`till_id` integer NOT NULL,
	`unsent` integer NOT NULL,
	`reason` text NOT NULL,
	`left_at_ms` integer NOT NULL,
	`left_by` integer NOT NULL,
	FOREIGN KEY (`till_id`) REFERENCES `tills`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`left_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "till_leavings_whole_numbers" CHECK(typeof("till_leavings"."unsent") = 'integer' and typeof("till_leavings"."left_at_ms") = 'integer')
);
--> statement-breakpoint
ALTER TABLE `sessions` ADD `sign_in_id` text;