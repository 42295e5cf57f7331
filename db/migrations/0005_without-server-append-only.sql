-- How acts reached the book is appended to as the books are.
CREATE TRIGGER `sign_ins_no_update` BEFORE UPDATE ON `sign_ins` BEGIN SELECT RAISE(ABORT, 'sign_ins is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `sign_ins_no_delete` BEFORE DELETE ON `sign_ins` BEGIN SELECT RAISE(ABORT, 'sign_ins is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `arrivals_no_update` BEFORE UPDATE ON `arrivals` BEGIN SELECT RAISE(ABORT, 'arrivals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `arrivals_no_delete` BEFORE DELETE ON `arrivals` BEGIN SELECT RAISE(ABORT, 'arrivals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `repairs_no_update` BEFORE UPDATE ON `repairs` BEGIN SELECT RAISE(ABORT, 'repairs is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `repairs_no_delete` BEFORE DELETE ON `repairs` BEGIN SELECT RAISE(ABORT, 'repairs is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `repair_settlements_no_update` BEFORE UPDATE ON `repair_settlements` BEGIN SELECT RAISE(ABORT, 'repair_settlements is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `repair_settlements_no_delete` BEFORE DELETE ON `repair_settlements` BEGIN SELECT RAISE(ABORT, 'repair_settlements is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `till_gaps_no_update` BEFORE UPDATE ON `till_gaps` BEGIN SELECT RAISE(ABORT, 'till_gaps is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `till_gaps_no_delete` BEFORE DELETE ON `till_gaps` BEGIN SELECT RAISE(ABORT, 'till_gaps is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `gap_explanations_no_update` BEFORE UPDATE ON `gap_explanations` BEGIN SELECT RAISE(ABORT, 'gap_explanations is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `gap_explanations_no_delete` BEFORE DELETE ON `gap_explanations` BEGIN SELECT RAISE(ABORT, 'gap_explanations is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `till_leavings_no_update` BEFORE UPDATE ON `till_leavings` BEGIN SELECT RAISE(ABORT, 'till_leavings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `till_leavings_no_delete` BEFORE DELETE ON `till_leavings` BEGIN SELECT RAISE(ABORT, 'till_leavings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `shop_keys_no_update` BEFORE UPDATE ON `shop_keys` BEGIN SELECT RAISE(ABORT, 'shop_keys is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `shop_keys_no_delete` BEFORE DELETE ON `shop_keys` BEGIN SELECT RAISE(ABORT, 'shop_keys is append-only'); END;
