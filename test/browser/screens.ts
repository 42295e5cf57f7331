// Every screen as data: where it stands, and what one presses there to come to it.
import type { Page } from "playwright-core";
import { repairScreens } from "./screens-repairs.ts";
import { choose, dialog, field, key, press } from "./steps.ts";

export type Language = "id" | "en";

export interface Screen {
  name: string;
  path: string | ((of: Known) => string);
  /** What is done once it stands, in the words of the language. */
  act?: (page: Page, say: (id: string, en: string) => string) => Promise<void>;
  /** Where one comes to it in this way at all; everywhere unless told. */
  only?: "phone" | "counter";
  /** Nothing answers while one looks at it. */
  alone?: true;
}

/** Numbers of things that the screens show one of. */
export interface Known {
  saleId: string;
  makerId: number;
  productId: number;
  payoutId: string;
  shiftId: string;
  /** A sale that waits on the repair list, where anything does. */
  repairId: string;
}

/** Asks the server for one of each, as a signed-in manager may. */
export async function known(page: Page, url: string): Promise<Known> {
  const ask = async (path: string) => (await page.request.get(`${url}/api/${path}`)).json();
  const { sales } = (await ask("sales?day=2021-03-24&limit=200")) as {
    sales: { id: string; lineCount: number }[];
  };
  const { makers } = (await ask("makers")) as {
    makers: { makerId: number; paidRupiah: number; kind: string }[];
  };
  const { products } = (await ask("products")) as { products: { productId: number; shares: unknown[] }[] };
  const maker = makers.find((one) => one.kind === "person" && one.paidRupiah > 0);
  const { rows } = (await ask(`makers/${maker?.makerId}`)) as { rows: { kind: string; payoutId?: string }[] };
  const { open } = (await ask("repairs")) as { open: { repairId: string }[] };
  const { shifts } = (await ask("shifts?limit=1")) as { shifts: { id: string }[] };
  return {
    saleId: sales.find((sale) => sale.lineCount > 1)?.id ?? "",
    makerId: maker?.makerId ?? 0,
    productId: products.find((product) => product.shares.length > 0)?.productId ?? 0,
    shiftId: shifts[0]?.id ?? "",
    repairId: open[0]?.repairId ?? "",
    payoutId: rows.find((row) => row.kind === "payout")?.payoutId ?? "",
  };
}

const opens =
  (id: string, en: string): NonNullable<Screen["act"]> =>
  async (page, say) => {
    await press(page, say(id, en));
    await dialog(page).first().waitFor();
  };

const march = "dari=2021-03-05&sampai=2021-03-24";

/** For a manager at a till that is open, with a cart. */
export const screensInside: readonly Screen[] = [
  { name: "the till with a cart", path: "/kasir" },
  { name: "the keys of the till", path: "/kasir", act: (page) => page.keyboard.press("F1") },
  {
    name: "the cart as a sheet",
    path: "/kasir",
    only: "phone",
    act: (page, say) => press(page, new RegExp(say("Lihat keranjang", "See the cart"))),
  },
  {
    name: "a weight that is asked",
    path: "/kasir",
    act: (page) => press(page, /^Madu Hutan/),
  },
  {
    name: "a discount on a line",
    path: "/kasir",
    only: "counter",
    act: (page, say) => press(page, say("Ubah Tas Jinjing Ciprat", "Change Tas Jinjing Ciprat")),
  },
  { name: "paying in cash", path: "/kasir", act: (page, say) => press(page, say("Bayar", "Pay")) },
  {
    name: "too little cash",
    path: "/kasir",
    act: async (page, say) => {
      await press(page, say("Bayar", "Pay"));
      await field(page, say("Uang diterima", "Cash received")).fill("1000");
      await press(page, say("Terima uang", "Take the cash"));
    },
  },
  {
    name: "paying by QRIS",
    path: "/kasir",
    act: async (page, say) => {
      await press(page, say("Bayar", "Pay"));
      await choose(page, say("Cara bayar", "Way to pay"), "QRIS");
    },
  },
  {
    name: "a part of a payment",
    path: "/kasir",
    act: async (page, say) => {
      await press(page, say("Bayar", "Pay"));
      await choose(page, say("Cara bayar", "Way to pay"), say("Kartu", "Card"));
      await press(page, say("Bayar sebagian", "Pay a part"));
      await field(page, say("Berapa lewat Kartu?", "How much by Card?")).fill("1000");
    },
  },
  { name: "the till's menu", path: "/kasir", act: (page) => page.keyboard.press("F8") },
  { name: "a cart that is put aside", path: "/kasir", act: (page) => page.keyboard.press("F4") },
  { name: "a change of cashier", path: "/kasir", act: (page) => page.keyboard.press("F3") },
  { name: "the sales of a day", path: "/penjualan" },
  { name: "a sale", path: (of) => `/penjualan/${of.saleId}` },
  { name: "a refund", path: (of) => `/penjualan/${of.saleId}`, act: opens("Retur", "Return") },
  { name: "the drawer", path: "/kas" },
  { name: "cash out of the drawer", path: "/kas", act: opens("Kas keluar", "Cash out") },
  { name: "opening the drawer", path: "/kas", act: opens("Buka laci", "Open the drawer") },
  { name: "counting the drawer", path: "/kas?langkah=tutup" },
  {
    name: "a drawer that differs",
    path: "/kas?langkah=tutup",
    act: async (page, say) => {
      await field(page, say("Berapa Rp100.000", "How many Rp100.000")).fill("1");
      await press(page, say("Selesai menghitung", "Finish counting"));
      await key(page, say("Tutup dengan selisih", "Close with the difference")).waitFor();
    },
  },
  { name: "the drawer's history", path: "/kas?bagian=riwayat" },
  { name: "an X report", path: (of) => `/kas/${of.shiftId}` },
  { name: "the orders", path: "/pesanan" },
  { name: "QRIS payments that wait", path: "/qris" },
  { name: "the QRIS codes", path: "/qris?bagian=codes" },
  {
    name: "a QRIS code that is wrong",
    path: "/qris?bagian=codes",
    act: async (page, say) => {
      await press(page, new RegExp(say("^Kode sentra", "^The centre's code")));
      await field(dialog(page), say("Isi kode (teks)", "Content of the code (text)")).fill("000201010211");
    },
  },
  { name: "the QRIS match", path: "/qris/cocokkan" },
  {
    name: "the columns of a settlement file",
    path: "/qris/cocokkan",
    act: async (page, say) => {
      await page.getByLabel(say("Unggah berkas CSV", "Upload a CSV file")).setInputFiles({
        name: "qris.csv",
        mimeType: "text/csv",
        buffer: Buffer.from("Tanggal;Jam;RRN;Nominal\n15/07/2025;14:05;000123;30.000"),
      });
      await dialog(page).first().waitFor();
    },
  },
  ...repairScreens,
  { name: "the visitors", path: "/pengunjung" },
  { name: "a group of visitors", path: "/pengunjung", act: opens("Rombongan dewasa", "Group of adults") },
  { name: "the stock", path: "/stok" },
  { name: "goods in", path: "/stok", act: opens("Stok masuk", "Goods in") },
  { name: "the products", path: "/barang" },
  { name: "a product", path: (of) => `/barang/${of.productId}` },
  {
    name: "a new product with its faults",
    path: "/barang/baru",
    act: (page, say) => press(page, say("Simpan", "Save")),
  },
  { name: "the makers", path: "/pembuat" },
  { name: "a maker", path: (of) => `/pembuat/${of.makerId}` },
  { name: "a new maker", path: "/pembuat", act: opens("Tambah pembuat", "Add a maker") },
  { name: "a maker's card", path: (of) => `/pembuat/${of.makerId}`, act: opens("Kartu", "Card") },
  { name: "paying a maker", path: (of) => `/pembuat/${of.makerId}/bayar` },
  {
    name: "checking a payment",
    path: (of) => `/pembuat/${of.makerId}/bayar`,
    act: async (page, say) => {
      await press(page, say("Periksa dulu", "Check first"));
      await key(page, new RegExp(say("^Bayar Rp", "^Pay Rp"))).waitFor();
    },
  },
  { name: "a payment's receipt", path: (of) => `/tanda-terima/${of.payoutId}` },
  { name: "the summary", path: `/rekap?${march}` },
  { name: "the summary of an empty day", path: "/rekap?dari=2020-01-01&sampai=2020-01-01" },
  { name: "the summary's files", path: `/rekap?${march}`, act: opens("Unduh", "Download") },
  { name: "the money", path: "/uang" },
  { name: "moving money", path: "/uang", act: opens("Pindahkan uang", "Move money") },
  { name: "the staff", path: "/petugas" },
  { name: "a new colleague", path: "/petugas", act: opens("Tambah petugas", "Add staff") },
  { name: "the roles", path: "/petugas/peran" },
  ...["centre", "limits", "stalls", "stalls&gerai=KAFE", "areas", "tills", "printers"].map((part) => ({
    name: `the settings: ${part}`,
    path: `/pengaturan?bagian=${part}`,
  })),
  {
    name: "a new printer",
    path: "/pengaturan?bagian=printers",
    act: async (page, say) => {
      await press(page, say("Tambah printer", "Add a printer"));
      await press(dialog(page), say("Simpan", "Save"));
    },
  },
  { name: "the customer's screen", path: "/customer" },
  { name: "trusting the shop", path: "/percaya" },
  {
    name: "the book that checks itself",
    path: "/pengaturan?bagian=book",
    act: async (page, say) => {
      await press(page, say("Periksa buku", "Check the book"));
      await page.getByRole("table").waitFor();
    },
  },
  { name: "no such page", path: "/tidak-ada" },
];
