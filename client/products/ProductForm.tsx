// One product to write or to change: what it is, its price and cost, how it is counted, and its arrangement.
import { createMemo, createSignal, Show } from "solid-js";
import type { ProductView } from "#rules/catalogue";
import { changeProductSchema, newProductSchema, productPhotoSchema } from "#rules/products";
import { refusalSentence } from "#rules/refusal";
import { newId, sentenceOf } from "../api.ts";
import { useSession } from "../session.tsx";
import { createSubmission } from "../submission.ts";
import { Button } from "../ui/Button.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { Form } from "../ui/Form.tsx";
import { Select } from "../ui/Select.tsx";
import { SuggestField } from "../ui/SuggestField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { Toggle } from "../ui/Toggle.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { language, useWords } from "../words.ts";
import { Arrangement } from "./Arrangement.tsx";
import { createProductDraft } from "./draft.ts";
import { PhotoField } from "./PhotoField.tsx";
import { PriceAndCost } from "./PriceAndCost.tsx";
import type { Shrunk } from "./photo.ts";
import { photoAddress, type Shelf, saveNewProduct, savePhoto, saveProduct } from "./requests.ts";
import { words } from "./words.ts";

export function ProductForm(props: {
  product: ProductView | null;
  shelf: Shelf;
  onSaved: (productId: number, name: string) => void;
}) {
  const w = useWords(words);
  const { may } = useSession();
  const toasts = useToasts();
  const form = createProductDraft(
    props.product,
    props.shelf.products.map((one) => one.sku),
  );
  const { draft, setDraft } = form;
  const [photo, setPhoto] = createSignal<Shrunk | null>(null);

  const saved = async (answer: { productId: number }) => {
    const shrunkPhoto = photo();
    if (shrunkPhoto) {
      try {
        await savePhoto(
          productPhotoSchema.parse({ id: newId(), productId: answer.productId, ...shrunkPhoto }),
        );
        setPhoto(null);
      } catch (thrown) {
        toasts.tell({ sentence: w().photoUnsaved({ problem: sentenceOf(thrown) }), refused: true });
      }
    }
    props.onSaved(answer.productId, draft.name.trim());
  };
  const say = (path: string) => {
    if (path === "sku" && draft.sku !== "") return w().skuFault;
    if (/^shares\.\d+\.rule/.test(path)) return w().valueMissing;
    if (/^shares\.\d+\.recipient/.test(path)) return w().whoMissing;
    return undefined;
  };
  const fresh = createSubmission({
    schema: newProductSchema,
    send: saveNewProduct,
    onDone: saved,
    fieldOf: { code_taken: "sku", unknown_stall: "stallId" },
    say,
  });
  const change = createSubmission({ schema: changeProductSchema, send: saveProduct, onDone: saved, say });
  const act = () => (props.product ? change : fresh);
  const shareFault = createMemo(form.shareFault);
  const submit = async () => {
    const { product } = props;
    // The editor refuses what the rules refuse, before it is sent.
    if (shareFault()) return false;
    return product
      ? await change.submit(() => ({ ...form.fields(), productId: product.productId, active: draft.active }))
      : await fresh.submit(() => ({ ...form.fields(), sku: draft.sku, stallId: draft.stallId }));
  };
  const fault = (path: string) => act().fault(path);
  const categories = () => [...new Set(props.shelf.products.map((one) => one.category))].sort();
  const units = () => [
    ...new Set([
      "buah",
      "lembar",
      "potong",
      "porsi",
      "gelas",
      "kg",
      "ikat",
      ...props.shelf.products.map((one) => one.unit),
    ]),
  ];

  return (
    <Form
      problem={act().problem()}
      onSubmit={submit}
      label={props.product?.name ?? w().newTitle}
      readOnly={!may("manage_products")}
    >
      <div>
        <h2 class="product-name">{props.product?.name ?? w().newTitle}</h2>
        <Show when={props.product}>
          <p class="quiet">
            {w().codeAndStall({ code: draft.sku, stall: stallOf(props.shelf, draft.stallId) })}
          </p>
        </Show>
      </div>
      <TextField
        label={w().name}
        value={draft.name}
        onInput={form.setName}
        maxLength={120}
        error={fault("name")}
      />
      <Show when={!props.product}>
        <TextField
          label={w().sku}
          hint={w().skuHint}
          value={draft.sku}
          onInput={form.setSku}
          maxLength={40}
          error={fresh.fault("sku")}
        />
      </Show>
      <SuggestField
        label={w().category}
        hint={w().categoryHint}
        value={draft.category}
        onInput={(category) => setDraft({ category })}
        maxLength={120}
        suggestions={categories()}
        error={fault("category")}
      />
      <div class="form-pair">
        <Show when={!props.product}>
          <Select
            label={w().stall}
            value={draft.stallId === null ? "" : String(draft.stallId)}
            prompt={w().chooseStall}
            options={props.shelf.stalls
              .filter((stall) => stall.active)
              .map((stall) => ({ value: String(stall.stallId), label: stall.name }))}
            onChange={(stallId) => setDraft({ stallId: Number(stallId) })}
            error={fresh.fault("stallId")}
          />
        </Show>
        <SuggestField
          label={w().unit}
          value={draft.unit}
          onInput={(unit) => setDraft({ unit })}
          maxLength={20}
          suggestions={units()}
          error={fault("unit")}
        />
      </div>
      <PriceAndCost form={form} fault={fault} />
      <fieldset class="stack product-toggles">
        <legend class="field-label">{w().counting}</legend>
        <Toggle
          label={w().countsAsPiece}
          hint={w().countsAsPieceHint}
          checked={draft.countsAsPiece}
          onChange={(countsAsPiece) => setDraft({ countsAsPiece })}
        />
        <Toggle
          label={w().stockTracked}
          hint={w().stockTrackedHint}
          checked={draft.stockTracked}
          onChange={(stockTracked) => setDraft({ stockTracked })}
        />
        <Show when={props.product}>
          <Toggle
            label={w().active}
            hint={w().activeHint}
            checked={draft.active}
            onChange={(active) => setDraft({ active })}
          />
        </Show>
      </fieldset>
      <Arrangement
        form={form}
        makers={props.shelf.makers}
        fault={fault}
        ruleFault={(at) => {
          const found = shareFault();
          return found?.at === at ? refusalSentence(found.fault, {}, language()) : undefined;
        }}
      />
      <PhotoField
        name={draft.name}
        category={draft.category}
        address={props.product ? photoAddress(props.product) : undefined}
        photo={photo()}
        onPhoto={setPhoto}
      />
      <div class="form-actions product-actions at-foot">
        <ButtonLink size="large" href="/barang">
          {w().cancel}
        </ButtonLink>
        <Show when={may("manage_products")} fallback={<p class="quiet">{w().readOnly}</p>}>
          <Button type="submit" kind="primary" size="large" busy={act().busy()}>
            {w().save}
          </Button>
        </Show>
      </div>
    </Form>
  );
}

function stallOf(shelf: Shelf, stallId: number | null): string {
  return shelf.stalls.find((stall) => stall.stallId === stallId)?.name ?? "";
}
