// Takes a standing QRIS code from text or a picture, shows whose it is and how it looks, and only then saves it.
import ImagePlus from "lucide-solid/icons/image-plus";
import { createSignal, createUniqueId, Show } from "solid-js";
import { type QrisCode, setQrisCodeSchema } from "#rules/qris-codes";
import { createSubmission } from "../submission.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { FieldError } from "../ui/Field.tsx";
import { FileKey } from "../ui/FileKey.tsx";
import { Form } from "../ui/Form.tsx";
import { TextField } from "../ui/TextField.tsx";
import { language, useWords } from "../words.ts";
import { CodeFace } from "./CodeFace.tsx";
import type { Place } from "./CodesTab.tsx";
import { reading } from "./code-reading.ts";
import { pictureIn, readQrImage } from "./read-image.ts";
import { saveCode } from "./requests.ts";
import { words } from "./words.ts";

interface CodeDialogProps {
  place: Place | null;
  mayChange: boolean;
  onClose: () => void;
  onSaved: (place: Place, code: QrisCode | null) => void;
}

export function CodeDialog(props: CodeDialogProps) {
  return (
    <Show when={props.place} keyed>
      {(place) => <Asking {...props} place={place} />}
    </Show>
  );
}

function Asking(props: CodeDialogProps & { place: Place }) {
  const w = useWords(words);
  const id = createUniqueId();
  const [text, setText] = createSignal("");
  const [noCode, setNoCode] = createSignal(false);
  const [looking, setLooking] = createSignal(false);
  const read = () => reading(text(), language());
  const act = createSubmission({
    schema: setQrisCodeSchema,
    send: saveCode,
    onDone: ({ code }) => props.onSaved(props.place, code),
    fieldOf: {
      qris_not_readable: "payload",
      qris_checksum_wrong: "payload",
      qris_not_static: "payload",
      qris_not_rupiah: "payload",
    },
  });
  const save = async () => {
    const { code } = read();
    if (!code) return false;
    return await act.submit(() => ({ stallId: props.place.stallId, payload: code.payload }));
  };
  const take = () => act.submit(() => ({ stallId: props.place.stallId, payload: null }));
  const look = async (picture: Blob) => {
    setLooking(true);
    setNoCode(false);
    const found = await readQrImage(picture);
    setLooking(false);
    setNoCode(found === null);
    if (found !== null) setText(found);
  };
  const pasted = (event: ClipboardEvent) => {
    const picture = pictureIn(event.clipboardData);
    if (!picture) return;
    event.preventDefault();
    void look(picture);
  };
  return (
    <Dialog
      open
      size="wide"
      title={w().dialogTitle({ place: props.place.name })}
      onClose={props.onClose}
      actions={
        <Show when={props.mayChange}>
          <Button size="large" onClick={props.onClose}>
            {w().back}
          </Button>
          <Button
            size="large"
            kind="primary"
            type="submit"
            form="qris-code"
            busy={act.busy()}
            disabled={!read().code}
          >
            {w().save}
          </Button>
        </Show>
      }
    >
      <div class="code-dialog" onPaste={pasted}>
        <Show when={props.mayChange}>
          <Form id="qris-code" problem={act.problem()} onSubmit={save}>
            <TextField
              label={w().paste}
              hint={w().pasteHint}
              value={text()}
              onInput={(typed) => {
                setText(typed);
                setNoCode(false);
              }}
              maxLength={600}
              lines={4}
              error={act.fault("payload") ?? read().fault}
            />
            <div class="qris-picture">
              <p class="field-hint" id={`${id}-hint`}>
                {w().pictureHint}
              </p>
              <FileKey
                accept="image/*"
                icon={ImagePlus}
                busy={looking()}
                onFile={(file) => void look(file)}
                describedBy={`${id}-hint ${id}-error`}
              >
                {w().picture}
              </FileKey>
              <FieldError id={`${id}-error`} error={noCode() ? w().noCodeInPicture : undefined} />
            </div>
          </Form>
        </Show>
        <Show
          when={read().code}
          fallback={
            <Show when={props.place.code}>
              {(code) => (
                <div class="stack">
                  <CodeFace title={w().current} code={code()} />
                  <Show when={props.mayChange}>
                    <div class="cluster">
                      <Button busy={act.busy()} onClick={() => void take()}>
                        {w().remove}
                      </Button>
                    </div>
                  </Show>
                </div>
              )}
            </Show>
          }
        >
          {(code) => <CodeFace title={w().check} line={w().sameAsCard} code={code()} />}
        </Show>
      </div>
    </Dialog>
  );
}
