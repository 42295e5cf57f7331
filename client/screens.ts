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
    right: "sell",
    page: lazy(async () => ({ default: (await import("./till/SalesPage.tsx")).SalesPage })),
  },
  {
    path: "/kas",
    right: "run_shift",
    page: lazy(async () => ({ default: (await import("./shifts/ShiftPage.tsx")).ShiftPage })),
  },
  {
    path: "/pengunjung",
    right: "count_visitors",
    page: lazy(async () => ({ default: (await import("./visitors/VisitorsPage.tsx")).VisitorsPage })),
  },
  {
    path: "/stok",
    right: "see_stock",
    page: lazy(async () => ({ default: (await import("./stock/StockPage.tsx")).StockPage })),
  },
  {
    path: "/barang/:productId?",
    right: "manage_products",
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
    right: "move_money",
    page: lazy(async () => ({ default: (await import("./money/MoneyPage.tsx")).MoneyPage })),
  },
  {
    path: "/petugas",
    right: "manage_staff",
    page: lazy(async () => ({ default: (await import("./staff/StaffPage.tsx")).StaffPage })),
  },
  {
    path: "/pengaturan",
    right: "manage_settings",
    page: lazy(async () => ({ default: (await import("./settings/SettingsPage.tsx")).SettingsPage })),
  },
];

/** A maker's own page: it stands outside the frame, with a session of its own. */
export const myMoney = {
  path: "/uang-saya",
  page: lazy(async () => ({ default: (await import("./my-money/MyMoneyPage.tsx")).MyMoneyPage })),
};

/** Before there is a centre, or a manager. */
export const setUp = lazy(async () => ({ default: (await import("./setup/SetUpPage.tsx")).SetUpPage }));
