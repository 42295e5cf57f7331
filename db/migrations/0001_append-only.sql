-- The books are appended to, never edited and never emptied: a mistake is reversed by a new event that names the old one.
CREATE TRIGGER `acts_no_update` BEFORE UPDATE ON `acts` BEGIN SELECT RAISE(ABORT, 'acts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `acts_no_delete` BEFORE DELETE ON `acts` BEGIN SELECT RAISE(ABORT, 'acts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `sales_no_update` BEFORE UPDATE ON `sales` BEGIN SELECT RAISE(ABORT, 'sales is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `sales_no_delete` BEFORE DELETE ON `sales` BEGIN SELECT RAISE(ABORT, 'sales is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `sale_lines_no_update` BEFORE UPDATE ON `sale_lines` BEGIN SELECT RAISE(ABORT, 'sale_lines is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `sale_lines_no_delete` BEFORE DELETE ON `sale_lines` BEGIN SELECT RAISE(ABORT, 'sale_lines is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `payments_no_update` BEFORE UPDATE ON `payments` BEGIN SELECT RAISE(ABORT, 'payments is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `payments_no_delete` BEFORE DELETE ON `payments` BEGIN SELECT RAISE(ABORT, 'payments is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `refunds_no_update` BEFORE UPDATE ON `refunds` BEGIN SELECT RAISE(ABORT, 'refunds is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `refunds_no_delete` BEFORE DELETE ON `refunds` BEGIN SELECT RAISE(ABORT, 'refunds is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `refund_lines_no_update` BEFORE UPDATE ON `refund_lines` BEGIN SELECT RAISE(ABORT, 'refund_lines is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `refund_lines_no_delete` BEFORE DELETE ON `refund_lines` BEGIN SELECT RAISE(ABORT, 'refund_lines is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `refund_payments_no_update` BEFORE UPDATE ON `refund_payments` BEGIN SELECT RAISE(ABORT, 'refund_payments is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `refund_payments_no_delete` BEFORE DELETE ON `refund_payments` BEGIN SELECT RAISE(ABORT, 'refund_payments is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `earnings_no_update` BEFORE UPDATE ON `earnings` BEGIN SELECT RAISE(ABORT, 'earnings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `earnings_no_delete` BEFORE DELETE ON `earnings` BEGIN SELECT RAISE(ABORT, 'earnings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `payouts_no_update` BEFORE UPDATE ON `payouts` BEGIN SELECT RAISE(ABORT, 'payouts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `payouts_no_delete` BEFORE DELETE ON `payouts` BEGIN SELECT RAISE(ABORT, 'payouts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `payout_allocations_no_update` BEFORE UPDATE ON `payout_allocations` BEGIN SELECT RAISE(ABORT, 'payout_allocations is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `payout_allocations_no_delete` BEFORE DELETE ON `payout_allocations` BEGIN SELECT RAISE(ABORT, 'payout_allocations is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `payout_reversals_no_update` BEFORE UPDATE ON `payout_reversals` BEGIN SELECT RAISE(ABORT, 'payout_reversals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `payout_reversals_no_delete` BEFORE DELETE ON `payout_reversals` BEGIN SELECT RAISE(ABORT, 'payout_reversals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `accounts_no_update` BEFORE UPDATE ON `accounts` BEGIN SELECT RAISE(ABORT, 'accounts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `accounts_no_delete` BEFORE DELETE ON `accounts` BEGIN SELECT RAISE(ABORT, 'accounts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `entries_no_update` BEFORE UPDATE ON `entries` BEGIN SELECT RAISE(ABORT, 'entries is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `entries_no_delete` BEFORE DELETE ON `entries` BEGIN SELECT RAISE(ABORT, 'entries is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `postings_no_update` BEFORE UPDATE ON `postings` BEGIN SELECT RAISE(ABORT, 'postings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `postings_no_delete` BEFORE DELETE ON `postings` BEGIN SELECT RAISE(ABORT, 'postings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `money_moves_no_update` BEFORE UPDATE ON `money_moves` BEGIN SELECT RAISE(ABORT, 'money_moves is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `money_moves_no_delete` BEFORE DELETE ON `money_moves` BEGIN SELECT RAISE(ABORT, 'money_moves is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `shifts_no_update` BEFORE UPDATE ON `shifts` BEGIN SELECT RAISE(ABORT, 'shifts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `shifts_no_delete` BEFORE DELETE ON `shifts` BEGIN SELECT RAISE(ABORT, 'shifts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `shift_closings_no_update` BEFORE UPDATE ON `shift_closings` BEGIN SELECT RAISE(ABORT, 'shift_closings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `shift_closings_no_delete` BEFORE DELETE ON `shift_closings` BEGIN SELECT RAISE(ABORT, 'shift_closings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `stock_movements_no_update` BEFORE UPDATE ON `stock_movements` BEGIN SELECT RAISE(ABORT, 'stock_movements is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `stock_movements_no_delete` BEFORE DELETE ON `stock_movements` BEGIN SELECT RAISE(ABORT, 'stock_movements is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `visits_no_update` BEFORE UPDATE ON `visits` BEGIN SELECT RAISE(ABORT, 'visits is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `visits_no_delete` BEFORE DELETE ON `visits` BEGIN SELECT RAISE(ABORT, 'visits is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `approvals_no_update` BEFORE UPDATE ON `approvals` BEGIN SELECT RAISE(ABORT, 'approvals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `approvals_no_delete` BEFORE DELETE ON `approvals` BEGIN SELECT RAISE(ABORT, 'approvals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `product_versions_no_update` BEFORE UPDATE ON `product_versions` BEGIN SELECT RAISE(ABORT, 'product_versions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `product_versions_no_delete` BEFORE DELETE ON `product_versions` BEGIN SELECT RAISE(ABORT, 'product_versions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `arrangement_shares_no_update` BEFORE UPDATE ON `arrangement_shares` BEGIN SELECT RAISE(ABORT, 'arrangement_shares is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `arrangement_shares_no_delete` BEFORE DELETE ON `arrangement_shares` BEGIN SELECT RAISE(ABORT, 'arrangement_shares is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `group_versions_no_update` BEFORE UPDATE ON `group_versions` BEGIN SELECT RAISE(ABORT, 'group_versions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `group_versions_no_delete` BEFORE DELETE ON `group_versions` BEGIN SELECT RAISE(ABORT, 'group_versions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `group_members_no_update` BEFORE UPDATE ON `group_members` BEGIN SELECT RAISE(ABORT, 'group_members is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `group_members_no_delete` BEFORE DELETE ON `group_members` BEGIN SELECT RAISE(ABORT, 'group_members is append-only'); END;
