// Words of the line to the server: its states, what waits on this device, and what this page can promise.
import { dictionary } from "./words.ts";

export const linkWords = dictionary({
  id: {
    online: "Tersambung",
    offline: "Luring",
    catching_up: "Menyusul",
    needs_you: "Perlu Anda",
    unsent: (of: { count: number }) => `${of.count} belum terkirim`,
    toSend: (of: { count: number }) => `${of.count} belum terkirim; masuk untuk mengirim.`,
    saidOffline: "Server toko tidak menjawab.",
    saidOnline: "Tersambung lagi dengan server toko.",
    saidCatchingUp: "Tersambung lagi; yang tersimpan sedang dikirim.",
    saidSent: "Semua sudah terkirim.",
    saidNeedsYou: "Ada yang perlu Anda lihat di Sambungan.",
  },
  en: {
    online: "Connected",
    offline: "Offline",
    catching_up: "Catching up",
    needs_you: "Needs you",
    unsent: (of) => `${of.count} not sent yet`,
    toSend: (of) => `${of.count} not sent yet; sign in to send.`,
    saidOffline: "The shop's server does not answer.",
    saidOnline: "Connected to the shop's server again.",
    saidCatchingUp: "Connected again; what was kept is being sent.",
    saidSent: "All of it is sent.",
    saidNeedsYou: "Something needs you; open Connection.",
  },
});
