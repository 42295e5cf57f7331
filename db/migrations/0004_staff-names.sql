CREATE TABLE `staff_names` (
	`staff_id` integer NOT NULL,
	`from_ms` integer NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`staff_id`, `from_ms`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_names_whole_numbers" CHECK(typeof("staff_names"."from_ms") = 'integer')
);
--> statement-breakpoint
CREATE TRIGGER `staff_names_no_update` BEFORE UPDATE ON `staff_names` BEGIN SELECT RAISE(ABORT, 'staff_names is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `staff_names_no_delete` BEFORE DELETE ON `staff_names` BEGIN SELECT RAISE(ABORT, 'staff_names is append-only'); END;
