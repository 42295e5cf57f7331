// Asks which colleague did what nobody is known to have done.
import { refusalSentence } from "#rules/refusal";
import { useSession } from "../session.tsx";
import { Select } from "../ui/Select.tsx";
import { language, useWords } from "../words.ts";
import { settlingWords } from "./settling-words.ts";

export function WhoField(props: {
  hint: string;
  value: string;
  onChange: (staffId: string) => void;
  /** It was to be sent without a name. */
  missing: boolean;
  error?: string | undefined;
}) {
  const w = useWords(settlingWords);
  const { session } = useSession();
  return (
    <Select
      label={w().whoDid}
      hint={props.hint}
      prompt={w().choose}
      value={props.value}
      options={(session()?.staff ?? []).map(({ staffId, name }) => ({ value: String(staffId), label: name }))}
      onChange={props.onChange}
      error={
        props.missing && props.value === "" ? refusalSentence("who_is_needed", {}, language()) : props.error
      }
    />
  );
}
