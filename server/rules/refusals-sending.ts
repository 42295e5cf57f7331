// Refusals of a till that works without its server, and of what it sends once there is one again.
import { type Kind, said } from "./refusal-kind.ts";

export const sending = {
  act_altered: {
    status: 409,
    retry: false,
    ...said(
      "Isinya tidak sama lagi dengan yang disimpan kasir.",
      "Its contents are no longer what the till had kept.",
    ),
  },
  act_unreadable: {
    status: 422,
    retry: false,
    id: (f) => `Isinya tidak bisa dibaca: ${f["path"]}.`,
    en: (f) => `Its contents cannot be read: ${f["path"]}.`,
  },
  sign_in_unknown: {
    status: 422,
    retry: false,
    ...said("Tidak jelas siapa yang melakukannya.", "It is not clear who did it."),
  },
  offline_pin_wrong: {
    status: 422,
    retry: false,
    id: (f) => `PIN yang diketik sebagai ${f["name"]} saat server tidak menjawab ternyata salah.`,
    en: (f) => `The PIN typed as ${f["name"]} while the server did not answer was wrong.`,
  },
  pin_again: {
    status: 401,
    retry: false,
    ...said("Ketik PIN Anda sekali lagi.", "Type your PIN once more."),
  },
  till_seq_taken: {
    status: 409,
    retry: false,
    ...said(
      "Nomornya sudah dipakai tindakan lain dari kasir ini, atau sudah dicatat hilang.",
      "Its number was already taken by another act of this till, or noted as missing.",
    ),
  },
  already_settled: {
    status: 409,
    retry: false,
    ...said("Ini sudah diselesaikan.", "This is already settled."),
  },
  cannot_be_booked: {
    status: 422,
    retry: false,
    ...said(
      "Ini tidak bisa dicatat apa adanya. Selesaikan tanpa mencatat, dan tulis alasannya.",
      "This cannot be booked as it is. Settle it without booking, and write why.",
    ),
  },
  who_is_needed: {
    status: 422,
    retry: false,
    ...said("Pilih siapa yang melakukannya.", "Choose who did it."),
  },
  approval_needs_server: {
    status: 409,
    retry: false,
    ...said(
      "Ini butuh manajer, dan server toko tidak menjawab. Manajer bisa masuk di kasir ini dengan Ganti kasir.",
      "This needs a manager, and the shop's server does not answer. A manager can sign in at this till with Change cashier.",
    ),
  },
  not_on_this_device: {
    status: 409,
    retry: false,
    ...said(
      "Server toko tidak menjawab. Retur hanya bisa untuk penjualan yang tersimpan di perangkat ini.",
      "The shop's server does not answer. Only sales kept on this device can come back now.",
    ),
  },
  never_signed_in_here: {
    status: 403,
    retry: false,
    id: (f) => `Server toko tidak menjawab, dan ${f["name"]} belum pernah masuk di kasir ini.`,
    en: (f) => `The shop's server does not answer, and ${f["name"]} has never signed in at this till.`,
  },
  device_clock: {
    status: 422,
    retry: false,
    id: (f) => `Jam perangkat ini menunjukkan tahun ${f["year"]}. Setel tanggal dan jamnya, lalu coba lagi.`,
    en: (f) => `This device's clock says ${f["year"]}. Set its date and time right, then try again.`,
  },
  device_full: {
    status: 409,
    retry: false,
    ...said(
      "Penyimpanan perangkat ini penuh. Jangan terima uang dulu: hapus berkas lain di perangkat ini, lalu coba lagi. Yang sudah tersimpan tidak hilang.",
      "This device's storage is full. Take no money yet: delete other files on this device, then try again. Nothing that was kept is lost.",
    ),
  },
} satisfies Record<string, Kind>;
