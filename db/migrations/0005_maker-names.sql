CREATE TABLE `maker_names` (
	`maker_id` integer NOT NULL,
	`from_ms` integer NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`maker_id`, `from_ms`),
	FOREIGN KEY (`maker_id`) REFERENCES `makers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "maker_names_whole_numbers" CHECK(typeof("maker_names"."from_ms") = 'integer')
);
--> statement-breakpoint
CREATE TRIGGER `maker_names_no_update` BEFORE UPDATE ON `maker_names` BEGIN SELECT RAISE(ABORT, 'maker_names is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `maker_names_no_delete` BEFORE DELETE ON `maker_names` BEGIN SELECT RAISE(ABORT, 'maker_names is append-only'); END;
