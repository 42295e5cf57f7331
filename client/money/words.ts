// What the money's screen says, in both languages.
import { dictionary } from "../words.ts";

export const words = dictionary({
  id: {
    title: "Uang",
    sentence: "Di mana uang toko berada menurut buku, dan ke mana uang dipindahkan.",
    move: "Pindahkan uang",
    places: "Tempat uang",
    place: "Tempat",
    holds: "Isinya",
    all: "Semua",
    safe: "Brankas",
    bank: "Bank",
    qris: "QRIS, sudah dikonfirmasi",
    edc: "Mesin kartu (EDC)",
    outside: "Di luar toko",
    drawer: (of: { till: string }) => `Laci kasir ${of.till}`,
    moves: "Perpindahan uang",
    noMoves: "Uang yang dipindahkan akan tampil di sini, misalnya dari brankas ke bank.",
    moment: "Saat",
    fromTo: "Dari dan ke",
    way: (of: { from: string; to: string }) => `${of.from} ke ${of.to}`,
    reason: "Alasan",
    by: "Oleh",
    amount: "Jumlah",
    moveTitle: "Pindahkan uang",
    from: "Dari",
    to: "Ke",
    holdsNow: (of: { amount: string }) => `Sekarang berisi ${of.amount}`,
    outsideHint: "Untuk uang yang masuk atau keluar toko karena hal lain, misalnya modal atau belanja.",
    reasonHint: "Misalnya: setor ke bank, nomor slip 1234.",
    save: "Pindahkan",
    back: "Kembali",
    saved: (of: { amount: string; from: string; to: string }) =>
      `${of.amount} dipindahkan dari ${of.from} ke ${of.to}.`,
  },
  en: {
    title: "Money",
    sentence: "Where the shop's money is by the book, and where it was carried.",
    move: "Move money",
    places: "Places of money",
    place: "Place",
    holds: "Holds",
    all: "All",
    safe: "Safe",
    bank: "Bank",
    qris: "QRIS, confirmed",
    edc: "Card machine (EDC)",
    outside: "Outside the shop",
    drawer: (of) => `Drawer of till ${of.till}`,
    moves: "Moves of money",
    noMoves: "Money that is moved will stand here, for example from the safe to the bank.",
    moment: "When",
    fromTo: "From and to",
    way: (of) => `${of.from} to ${of.to}`,
    reason: "Reason",
    by: "By",
    amount: "Amount",
    moveTitle: "Move money",
    from: "From",
    to: "To",
    holdsNow: (of) => `It holds ${of.amount} now`,
    outsideHint: "For money that enters or leaves the shop for another reason, such as capital or purchases.",
    reasonHint: "For example: deposited at the bank, slip 1234.",
    save: "Move",
    back: "Go back",
    saved: (of) => `${of.amount} moved from ${of.from} to ${of.to}.`,
  },
});

type Spoken = (typeof words)["id"];
type Named = "safe" | "bank" | "qris" | "edc" | "outside";

/** A place as people call it; an unknown one keeps the server's own name. */
export function placeName(place: string, w: Spoken, otherwise = place): string {
  if (place.startsWith("drawer:")) return w.drawer({ till: place.slice("drawer:".length) });
  const named: Record<Named, string> = {
    safe: w.safe,
    bank: w.bank,
    qris: w.qris,
    edc: w.edc,
    outside: w.outside,
  };
  return Object.hasOwn(named, place) ? named[place as Named] : otherwise;
}
