// Edits the sharing of proceeds: ordered shares, and beside them who would get what of an example sale.
import ArrowUp from "lucide-solid/icons/arrow-up";
import Plus from "lucide-solid/icons/plus";
import Trash from "lucide-solid/icons/trash";
import { Index, Show } from "solid-js";
import type { MakerRow } from "#rules/statement";
import { Button } from "../ui/Button.tsx";
import { MoneyField } from "../ui/MoneyField.tsx";
import { ParsedField } from "../ui/ParsedField.tsx";
import { formatPercent, parsePercent } from "../ui/percent.ts";
import { Select } from "../ui/Select.tsx";
import { useWords } from "../words.ts";
import type { ProductDraft, RecipientKind, RuleKind, ShareDraft } from "./draft.ts";
import { Example } from "./Example.tsx";
import { words } from "./words.ts";

interface ArrangementProps {
  form: ProductDraft;
  makers: readonly MakerRow[];
  fault: (path: string) => string | undefined;
  /** What the rules say against the share at this place. */
  ruleFault: (at: number) => string | undefined;
}

export function Arrangement(props: ArrangementProps) {
  const w = useWords(words);
  return (
    <fieldset class="arrangement">
      <legend class="field-label">{w().arrangement}</legend>
      <p class="field-hint">{w().arrangementHint}</p>
      <Index each={props.form.draft.shares}>
        {(share, at) => <ShareFields {...props} share={share()} at={at} />}
      </Index>
      <Show when={props.makers.length === 0}>
        <p class="field-hint">{w().noMakers}</p>
      </Show>
      <Button icon={Plus} disabled={props.form.draft.shares.length >= 20} onClick={props.form.addShare}>
        {w().addShare}
      </Button>
      <Example form={props.form} makers={props.makers} />
    </fieldset>
  );
}

function ShareFields(props: ArrangementProps & { share: ShareDraft; at: number }) {
  const w = useWords(words);
  const number = () => props.at + 1;
  const unit = () => props.form.draft.unit;
  const change = (of: Partial<ShareDraft>) => props.form.changeShare(props.at, of);
  const toPerson = () => props.share.to === "maker" || props.share.to === "savings";
  const candidates = () =>
    props.makers.filter(
      (maker) =>
        (maker.active || maker.makerId === props.share.makerId) &&
        (props.share.to === "maker" || maker.kind === "person"),
    );
  const valueFault = () =>
    props.ruleFault(props.at) ??
    props.fault(`shares.${props.at}.rule.basisPoints`) ??
    props.fault(`shares.${props.at}.rule.rupiahPerUnit`);
  return (
    <fieldset class="share">
      <legend class="share-number">{w().shareNumber({ number: number() })}</legend>
      <Select
        label={w().to}
        value={props.share.to}
        options={(["maker", "savings", "capital", "reserve"] as const).map((to) => ({
          value: to,
          label: w()[to],
        }))}
        onChange={(to: RecipientKind) => change({ to, makerId: null })}
      />
      <Show when={toPerson()}>
        <Select
          label={w().who}
          value={props.share.makerId === null ? "" : String(props.share.makerId)}
          prompt={w().chooseWho}
          options={candidates().map((maker) => ({
            value: String(maker.makerId),
            label: `${maker.name} (${maker.code})`,
          }))}
          onChange={(makerId) => change({ makerId: Number(makerId) })}
          error={props.fault(`shares.${props.at}.recipient.makerId`)}
        />
      </Show>
      <div class="form-pair">
        <Select
          label={w().form}
          value={props.share.rule}
          options={[
            { value: "percent", label: w().percent },
            { value: "fixed", label: w().fixed({ unit: unit() }) },
            { value: "percent_after_cost", label: w().percent_after_cost },
          ]}
          onChange={(rule: RuleKind) => change({ rule })}
        />
        <Show
          when={props.share.rule === "fixed"}
          fallback={
            <ParsedField
              label={w().percentValue}
              value={props.share.basisPoints}
              onChange={(basisPoints) => change({ basisPoints })}
              parse={parsePercent}
              format={formatPercent}
              inputmode="decimal"
              suffix="%"
              unreadable={w().percentFault}
              error={valueFault()}
            />
          }
        >
          <MoneyField
            label={w().rupiahPerUnit({ unit: unit() })}
            value={props.share.rupiahPerUnit}
            onChange={(rupiahPerUnit) => change({ rupiahPerUnit })}
            error={valueFault()}
          />
        </Show>
      </div>
      <div class="cluster">
        <Show when={props.at > 0}>
          <Button
            icon={ArrowUp}
            aria-label={w().raiseOf({ number: number() })}
            onClick={() => props.form.raiseShare(props.at)}
          >
            {w().raise}
          </Button>
        </Show>
        <Button
          icon={Trash}
          aria-label={w().removeOf({ number: number() })}
          onClick={() => props.form.removeShare(props.at)}
        >
          {w().remove}
        </Button>
      </div>
    </fieldset>
  );
}
