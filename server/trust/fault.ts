// Why the shop cannot be served over https, in words for whoever runs the server.

const faults = {
  half: {
    id: () => "TLS_CERT dan TLS_KEY harus ditulis berdua.",
    en: () => "TLS_CERT and TLS_KEY must be given together.",
  },
  unreadable: {
    id: (path: string) => `Berkas ${path} tidak ada atau tidak boleh dibaca.`,
    en: (path: string) => `The file ${path} is not there or may not be read.`,
  },
  no_certificate: {
    id: (path: string) => `Berkas ${path} bukan sertifikat (PEM).`,
    en: (path: string) => `The file ${path} is not a certificate (PEM).`,
  },
  no_key: {
    id: (path: string) => `Berkas ${path} bukan kunci (PEM, tanpa kata sandi).`,
    en: (path: string) => `The file ${path} is not a key (PEM, without a passphrase).`,
  },
  strange_key: {
    id: (path: string) => `Kunci di ${path} bukan pasangan sertifikatnya.`,
    en: (path: string) => `The key in ${path} does not belong to the certificate.`,
  },
  ended: {
    id: (path: string, day: string) =>
      `Sertifikat ${path} sudah berakhir pada ${day}, atau jam komputer ini salah.`,
    en: (path: string, day: string) =>
      `The certificate ${path} ended on ${day}, or this computer's clock is wrong.`,
  },
  not_begun: {
    id: (path: string, day: string) =>
      `Sertifikat ${path} baru berlaku mulai ${day}, atau jam komputer ini salah.`,
    en: (path: string, day: string) =>
      `The certificate ${path} begins on ${day} only, or this computer's clock is wrong.`,
  },
  damaged_authority: {
    id: (path: string) =>
      `Otoritas di ${path} tidak utuh. Kembalikan authority.crt dan authority.key dari salinan; atau hapus keduanya, dan setiap tablet harus memercayai yang baru.`,
    en: (path: string) =>
      `The authority in ${path} is not whole. Put authority.crt and authority.key back from a copy; or remove both, and every tablet must trust the new one.`,
  },
  ended_authority: {
    id: (path: string, day: string) =>
      `Otoritas di ${path} sudah berakhir pada ${day}, atau jam komputer ini salah. Periksa jamnya; bila benar, hapus folder itu, dan setiap tablet harus memercayai yang baru.`,
    en: (path: string, day: string) =>
      `The authority in ${path} ended on ${day}, or this computer's clock is wrong. Check the clock; if it is right, remove that folder, and every tablet must trust the new one.`,
  },
  bad_port: {
    id: () => "HTTPS_PORT harus angka dari 1 sampai 65535.",
    en: () => "HTTPS_PORT must be a number from 1 to 65535.",
  },
  port_taken: {
    id: () => "Alamat HTTPS sudah dipakai; pilih HTTPS_PORT lain.",
    en: () => "The address for HTTPS is in use; choose another HTTPS_PORT.",
  },
  unwritable: {
    id: (path: string) => `Folder ${path} tidak dapat ditulisi.`,
    en: (path: string) => `The folder ${path} cannot be written to.`,
  },
} as const;

export type FaultCode = keyof typeof faults;

/** Thrown while certificates are opened; its message has both languages, a line each. */
export class TrustFault extends Error {
  override readonly name = "TrustFault";
  readonly code: FaultCode;
  constructor(code: FaultCode, path = "", atMs = 0) {
    const day = new Date(atMs).toISOString().slice(0, 10);
    super(`${faults[code].id(path, day)}\n${faults[code].en(path, day)}`);
    this.code = code;
  }
}
