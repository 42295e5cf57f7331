// Asks why a held act is settled without booking it.
import { type RepairView, setRepairAsideSchema } from "#rules/repairs";
import { useWords } from "../words.ts";
import { NoteDialog } from "./NoteDialog.tsx";
import { setAside } from "./requests.ts";
import { useSaying } from "./saying.ts";
import { settlingWords } from "./settling-words.ts";

export function AsideDialog(props: {
  open: boolean;
  repair: RepairView;
  onClose: () => void;
  onSettled: () => Promise<void>;
}) {
  const w = useWords(settlingWords);
  const say = useSaying();
  return (
    <NoteDialog
      open={props.open}
      form="set-repair-aside"
      title={w().asideTitle}
      send={w().doAside}
      label={w().asideReason}
      hint={w().asideHint}
      act={{
        schema: setRepairAsideSchema,
        send: setAside,
        about: () => ({ repairId: props.repair.repairId }),
      }}
      onClose={props.onClose}
      onDone={props.onSettled}
    >
      <p>
        <strong>{say.what(props.repair)}</strong> · {say.line(props.repair)}
      </p>
      <p>{w().asideWarning}</p>
    </NoteDialog>
  );
}
