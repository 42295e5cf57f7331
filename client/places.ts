// Names the places in the menu, in the order of a day, for what the person here may do.
import Banknote from "lucide-solid/icons/banknote";
import Boxes from "lucide-solid/icons/boxes";
import ChartColumn from "lucide-solid/icons/chart-column";
import ChefHat from "lucide-solid/icons/chef-hat";
import HandCoins from "lucide-solid/icons/hand-coins";
import IdCard from "lucide-solid/icons/id-card";
import Landmark from "lucide-solid/icons/landmark";
import ListChecks from "lucide-solid/icons/list-checks";
import Package from "lucide-solid/icons/package";
import QrCode from "lucide-solid/icons/qr-code";
import ReceiptText from "lucide-solid/icons/receipt-text";
import Settings from "lucide-solid/icons/settings";
import ShoppingCart from "lucide-solid/icons/shopping-cart";
import Users from "lucide-solid/icons/users";
import type { Right } from "#rules/permissions";
import { repairsWaiting } from "./repairs-waiting.ts";
import { useSession } from "./session.tsx";
import type { IconShape } from "./ui/Icon.tsx";
import type { NavItem } from "./ui/NavShell.tsx";
import { dictionary, useWords } from "./words.ts";

const words = dictionary({
  id: {
    till: "Kasir",
    sales: "Penjualan",
    shift: "Kas",
    tickets: "Pesanan",
    qris: "QRIS",
    repairs: "Daftar perbaikan",
    visitors: "Pengunjung",
    stock: "Stok",
    products: "Barang",
    makers: "Pembuat",
    figures: "Rekap",
    money: "Uang",
    staff: "Petugas",
    settings: "Pengaturan",
  },
  en: {
    till: "Till",
    sales: "Sales",
    shift: "Drawer",
    tickets: "Orders",
    qris: "QRIS",
    repairs: "Repair list",
    visitors: "Visitors",
    stock: "Stock",
    products: "Products",
    makers: "Makers",
    figures: "Figures",
    money: "Money",
    staff: "Staff",
    settings: "Settings",
  },
});

const places: readonly { href: string; word: keyof (typeof words)["id"]; icon: IconShape; right: Right }[] = [
  { href: "/kasir", word: "till", icon: ShoppingCart, right: "sell" },
  { href: "/penjualan", word: "sales", icon: ReceiptText, right: "see_sales" },
  { href: "/kas", word: "shift", icon: Banknote, right: "see_shift" },
  { href: "/pengunjung", word: "visitors", icon: Users, right: "see_visitors" },
  { href: "/pesanan", word: "tickets", icon: ChefHat, right: "see_tickets" },
  { href: "/qris", word: "qris", icon: QrCode, right: "see_sales" },
  { href: "/perbaikan", word: "repairs", icon: ListChecks, right: "see_repairs" },
  { href: "/stok", word: "stock", icon: Boxes, right: "see_stock" },
  { href: "/barang", word: "products", icon: Package, right: "see_products" },
  { href: "/pembuat", word: "makers", icon: HandCoins, right: "see_makers" },
  { href: "/rekap", word: "figures", icon: ChartColumn, right: "see_figures" },
  { href: "/uang", word: "money", icon: Landmark, right: "see_money" },
  { href: "/petugas", word: "staff", icon: IdCard, right: "see_staff" },
  { href: "/pengaturan", word: "settings", icon: Settings, right: "see_settings" },
];

export function createPlaces(): () => NavItem[] {
  const w = useWords(words);
  const { may } = useSession();
  return () =>
    places
      .filter((place) => may(place.right))
      .map(({ href, icon, word }) => ({
        href,
        icon,
        label: w()[word],
        // Read where it is drawn: a new number draws no key anew.
        get waiting() {
          return word === "repairs" ? repairsWaiting() : undefined;
        },
      }));
}
