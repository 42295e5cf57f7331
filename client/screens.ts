// The list of screens: where each one stands, who may see it, and how it is fetched when it is first opened.
import { type Component, lazy } from "solid-js";
import type { Right } from "#rules/permissions";

export interface Screen {
  path: string;
  /** Null: any person who is signed in. */
  right: Right | null;
  page: Component;
}

export const screens: readonly Screen[] = [
  {
    path: "/kasir",
    right: "sell",
    page: lazy(async () => ({ default: (await import("./till/TillPage.tsx")).TillPage })),
  },
  {
    path: "/penjualan/:saleId?",
    right: "see_sales",
    page: lazy(async () => ({ default: (await import("./till/SalesPage.tsx")).SalesPage })),
  },
  {
    path: "/kas",
    right: "see_shift",
    page: lazy(async () => ({ default: (await import("./shifts/ShiftPage.tsx")).ShiftPage })),
  },
  {
    path: "/kas/:shiftId",
    right: "see_shift",
    page: lazy(async () => ({ default: (await import("./shifts/ReportPage.tsx")).ReportPage })),
  },
  {
    path: "/pesanan",
    right: "see_tickets",
    page: lazy(async () => ({ default: (await import("./tickets/TicketsPage.tsx")).TicketsPage })),
  },
  {
    path: "/qris",
    right: "see_sales",
    page: lazy(async () => ({ default: (await import("./qris/QrisPage.tsx")).QrisPage })),
  },
  {
    path: "/qris/cocokkan",
    right: "see_settlements",
    page: lazy(async () => ({
      default: (await import("./settlements/SettlementsPage.tsx")).SettlementsPage,
    })),
  },
  {
    path: "/perbaikan/:repairId?",
    right: "see_repairs",
    page: lazy(async () => ({ default: (await import("./repairs/RepairsPage.tsx")).RepairsPage })),
  },
  {
    path: "/pengunjung",
    right: "see_visitors",
    page: lazy(async () => ({ default: (await import("./visitors/VisitorsPage.tsx")).VisitorsPage })),
  },
  {
    path: "/stok",
    right: "see_stock",
    page: lazy(async () => ({ default: (await import("./stock/StockPage.tsx")).StockPage })),
  },
  {
    path: "/barang/:productId?",
    right: "see_products",
    page: lazy(async () => ({ default: (await import("./products/ProductsPage.tsx")).ProductsPage })),
  },
  {
    path: "/pembuat/:makerId?",
    right: "see_makers",
    page: lazy(async () => ({ default: (await import("./makers/MakersPage.tsx")).MakersPage })),
  },
  {
    path: "/pembuat/:makerId/bayar",
    right: "pay_out",
    page: lazy(async () => ({ default: (await import("./payouts/PayoutPage.tsx")).PayoutPage })),
  },
  {
    path: "/tanda-terima/:payoutId",
    right: "see_makers",
    page: lazy(async () => ({
      default: (await import("./payouts/PayoutReceiptPage.tsx")).PayoutReceiptPage,
    })),
  },
  {
    path: "/rekap",
    right: "see_figures",
    page: lazy(async () => ({ default: (await import("./figures/FiguresPage.tsx")).FiguresPage })),
  },
  {
    path: "/uang",
    right: "see_money",
    page: lazy(async () => ({ default: (await import("./money/MoneyPage.tsx")).MoneyPage })),
  },
  {
    path: "/petugas",
    right: "see_staff",
    page: lazy(async () => ({ default: (await import("./staff/StaffPage.tsx")).StaffPage })),
  },
  {
    path: "/petugas/peran",
    right: "see_staff",
    page: lazy(async () => ({ default: (await import("./staff/RolesPage.tsx")).RolesPage })),
  },
  {
    path: "/pengaturan",
    right: "see_settings",
    page: lazy(async () => ({ default: (await import("./settings/SettingsPage.tsx")).SettingsPage })),
  },
];

/** A maker's own page: it stands outside the frame, with a session of its own. */
export const myMoney = {
  path: "/uang-saya",
  page: lazy(async () => ({ default: (await import("./my-money/MyMoneyPage.tsx")).MyMoneyPage })),
};

/** The customer's screen stands outside the frame too: nobody signs in to see it. */
export const display = {
  path: "/customer",
  page: lazy(async () => ({ default: (await import("./display/DisplayPage.tsx")).DisplayPage })),
};

/** How a device comes to trust the shop's https: before anybody signs in, and before there is a centre. */
export const trust = {
  path: "/percaya",
  page: lazy(async () => ({ default: (await import("./trust/TrustPage.tsx")).TrustPage })),
};

/** Before there is a centre, or a manager. */
export const setUp = lazy(async () => ({ default: (await import("./setup/SetUpPage.tsx")).SetUpPage }));
