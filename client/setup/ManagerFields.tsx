// The first manager: a name, a PIN, and the PIN once more.
import { PinField } from "../ui/PinField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { dictionary, useWords } from "../words.ts";

export const pinLength = 8;

const words = dictionary({
  id: {
    name: "Nama manajer",
    nameNeeded: "Tulis namanya.",
    pin: "PIN",
    hint: "4 sampai 8 angka; bukan tanggal lahir. PIN ini juga untuk menyetujui di kasir.",
    pinNeeded: "PIN perlu 4 sampai 8 angka.",
    again: "Ulangi PIN",
    differs: "PIN ini berbeda dari yang pertama. Ketik lagi, atau kembali untuk menggantinya.",
  },
  en: {
    name: "The manager's name",
    nameNeeded: "Write the name.",
    pin: "PIN",
    hint: "4 to 8 digits; not a date of birth. It is also used to approve at the till.",
    pinNeeded: "A PIN needs 4 to 8 digits.",
    again: "PIN again",
    differs: "This PIN differs from the first. Type it again, or go back to change it.",
  },
});

export function ManagerFields(props: {
  name: string;
  pin: string;
  onName: (name: string) => void;
  onPin: (pin: string) => void;
  faults: readonly string[];
}) {
  const w = useWords(words);
  return (
    <>
      <TextField
        label={w().name}
        value={props.name}
        onInput={props.onName}
        maxLength={120}
        autocomplete="name"
        error={props.faults.includes("name") ? w().nameNeeded : undefined}
      />
      <PinField
        label={w().pin}
        hint={w().hint}
        length={pinLength}
        value={props.pin}
        onChange={props.onPin}
        error={props.faults.includes("pin") ? w().pinNeeded : undefined}
      />
    </>
  );
}

export function PinAgain(props: { pin: string; onPin: (pin: string) => void; faulty: boolean }) {
  const w = useWords(words);
  return (
    <PinField
      label={w().again}
      length={pinLength}
      value={props.pin}
      onChange={props.onPin}
      error={props.faulty ? w().differs : undefined}
    />
  );
}
