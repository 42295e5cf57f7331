// The centre: what it is called, where it is, and which clock it lives by.
import type { Zone } from "#rules/business-day";
import { Choice } from "../ui/Choice.tsx";
import { TextField } from "../ui/TextField.tsx";
import { dictionary, useWords } from "../words.ts";
import { regionCodeFrom, type SetUpStore } from "./set-up.ts";

const words = dictionary({
  id: {
    name: "Nama sentra",
    nameHint: "Misalnya Sentra Terpadu Kartini",
    code: "Kode sentra",
    codeHint: "Berdiri di depan setiap nomor struk dan tidak bisa diubah nanti",
    place: "Kabupaten atau kota",
    province: "Provinsi",
    region: "Kode wilayah (Kemendagri)",
    regionHint: "Empat angka kabupaten atau kota, misalnya 33.23 untuk Temanggung",
    zone: "Zona waktu",
    wib: "Sumatra, Jawa, Kalimantan Barat dan Tengah",
    wita: "Bali, Nusa Tenggara, Sulawesi, Kalimantan Selatan, Timur, dan Utara",
    wit: "Maluku dan Papua",
    needed: "Isian ini perlu diisi.",
    codeWrong: "Huruf besar, angka, dan tanda hubung; 2 sampai 24.",
    regionWrong: "Tulis dua angka, titik, dua angka, misalnya 33.23.",
    zoneNeeded: "Pilih zona waktunya.",
  },
  en: {
    name: "Name of the centre",
    nameHint: "For example Sentra Terpadu Kartini",
    code: "Code of the centre",
    codeHint: "It stands before every receipt number and cannot be changed later",
    place: "Regency or city",
    province: "Province",
    region: "Region code (Kemendagri)",
    regionHint: "The four digits of the regency or city, for example 33.23 for Temanggung",
    zone: "Time zone",
    wib: "Sumatra, Java, West and Central Kalimantan",
    wita: "Bali, Nusa Tenggara, Sulawesi, South, East and North Kalimantan",
    wit: "Maluku and Papua",
    needed: "Please fill this in.",
    codeWrong: "Capitals, digits and hyphens; 2 to 24.",
    regionWrong: "Write two digits, a dot, two digits, for example 33.23.",
    zoneNeeded: "Choose the time zone.",
  },
});

export function CentreFields(props: { store: SetUpStore; faults: readonly string[] }) {
  const w = useWords(words);
  const store = props.store;
  const needed = (field: string) => (props.faults.includes(field) ? w().needed : undefined);
  const zones = (): { value: Zone; label: string; hint: string }[] => [
    { value: "Asia/Jakarta", label: "WIB", hint: w().wib },
    { value: "Asia/Makassar", label: "WITA", hint: w().wita },
    { value: "Asia/Jayapura", label: "WIT", hint: w().wit },
  ];
  return (
    <>
      <TextField
        label={w().name}
        hint={w().nameHint}
        value={store.draft.name}
        onInput={(name) => store.set("name", name)}
        maxLength={120}
        error={needed("name")}
      />
      <TextField
        label={w().code}
        hint={w().codeHint}
        value={store.code()}
        onInput={(code) => store.set("code", code.toUpperCase().trim() || null)}
        maxLength={24}
        error={props.faults.includes("code") ? w().codeWrong : undefined}
      />
      <div class="form-pair">
        <TextField
          label={w().place}
          value={store.draft.place}
          onInput={(place) => store.set("place", place)}
          maxLength={120}
          error={needed("place")}
        />
        <TextField
          label={w().province}
          value={store.draft.province}
          onInput={(province) => store.set("province", province)}
          maxLength={120}
          error={needed("province")}
        />
      </div>
      <TextField
        label={w().region}
        hint={w().regionHint}
        value={store.draft.regionCode}
        onInput={(text) => store.set("regionCode", regionCodeFrom(text))}
        maxLength={5}
        inputmode="numeric"
        error={props.faults.includes("regionCode") ? w().regionWrong : undefined}
      />
      <Choice
        label={w().zone}
        shape="rows"
        value={store.draft.timeZone}
        options={zones()}
        onChange={(zone) => store.set("timeZone", zone)}
        error={props.faults.includes("timeZone") ? w().zoneNeeded : undefined}
      />
    </>
  );
}
