// The screens of the repair list as data, where something of all that it shows is held.
import type { Screen } from "./screens.ts";
import { dialog, press } from "./steps.ts";

export const repairScreens: readonly Screen[] = [
  { name: "the repair list", path: "/perbaikan" },
  { name: "a held sale", path: (of) => `/perbaikan/${of.repairId}` },
  {
    name: "a held sale to the letter",
    path: (of) => `/perbaikan/${of.repairId}`,
    act: (page, say) =>
      page.getByText(say("Teks asli yang dikirim kasir", "The text as the till sent it")).click(),
  },
  {
    name: "booking a held sale as it is",
    path: (of) => `/perbaikan/${of.repairId}`,
    act: async (page, say) => {
      await press(page, say("Catat apa adanya", "Book it as it is"));
      await press(dialog(page), say("Catat", "Book it"));
    },
  },
  {
    name: "setting a held sale aside",
    path: (of) => `/perbaikan/${of.repairId}`,
    act: async (page, say) => {
      await press(page, say("Selesaikan tanpa mencatat", "Settle without booking"));
      await dialog(page).first().waitFor();
    },
  },
  {
    name: "booking several held sales",
    path: "/perbaikan",
    act: (page, say) => press(page, say("Catat 5 apa adanya", "Book 5 as they are")),
  },
  {
    name: "explaining numbers that never came",
    path: "/perbaikan",
    act: (page, say) => press(page, new RegExp(say("^Jelaskan", "^Explain"))),
  },
];
