// A manager's approval on the spot, for one act and no other: why it is needed, a name, a PIN, and an explicit yes.
import ShieldCheck from "lucide-solid/icons/shield-check";
import { createSignal, For, Show } from "solid-js";
import { z } from "zod";
import { APPROVAL_REASONS, type ApprovalReason } from "#rules/approval";
import { formatRupiah } from "#rules/money";
import { may } from "#rules/permissions";
import { answerOf, api, newId, type Refused, sentenceOf } from "./api.ts";
import { createManagerPin, ManagerPinForm } from "./manager-pin.tsx";
import { useSession } from "./session.tsx";
import { Button } from "./ui/Button.tsx";
import { Dialog } from "./ui/Dialog.tsx";
import { Notice } from "./ui/Notice.tsx";
import { formatPercent } from "./ui/percent.ts";
import { dictionary, useWords } from "./words.ts";

const words = dictionary({
  id: {
    title: "Persetujuan manajer",
    needed: "Perlu persetujuan manajer:",
    any: "Ini perlu persetujuan manajer.",
    kept: "Yang sudah diisi tetap ada.",
    approve: "Setujui",
    leave: "Kembali",
    none: "Tidak ada manajer di daftar petugas.",
    discount_above_limit: (of: { percent: string }) =>
      `Potongannya lebih dari ${of.percent} dari harga, batas untuk kasir.`,
    net_below_shares: () => "Sesudah potongan, penjualan ini di bawah bagian pembuat dan harga pokoknya.",
    price_below: () => "Ada harga di bawah harga yang berlaku.",
    refund_above_limit: (of: { limit: string }) =>
      `Uang yang kembali lebih dari ${of.limit}, batas untuk kasir.`,
    void: () => "Seluruh penjualan ini dibatalkan.",
    cash_for_cashless: () => "Uangnya kembali tunai, padahal dibayar dengan cara lain.",
    centre_bears: () => "Sentra menanggung yang sudah dibayarkan kepada pembuat.",
    open_drawer: () => "Laci dibuka tanpa penjualan.",
  },
  en: {
    title: "A manager's approval",
    needed: "A manager must approve this:",
    any: "A manager must approve this.",
    kept: "What was filled in stays.",
    approve: "Approve",
    leave: "Go back",
    none: "There is no manager in the list of staff.",
    discount_above_limit: (of) => `The discount is above ${of.percent} of the price, a cashier's limit.`,
    net_below_shares: () => "After the discount there is less than the makers and the cost take of it.",
    price_below: () => "A price is below the one in force.",
    refund_above_limit: (of) => `More than ${of.limit} is paid back, a cashier's limit.`,
    void: () => "The whole sale is taken back.",
    cash_for_cashless: () => "It is paid back in cash, though it was paid in another way.",
    centre_bears: () => "The centre bears what the makers have already been paid.",
    open_drawer: () => "The drawer is opened without a sale.",
  },
});

/** What an `approval_needed` asks for: why, and the mark of what the act says, which the approval carries back. */
export interface Asked {
  readonly reasons: readonly ApprovalReason[];
  readonly mark: string;
}

export function askedIn(refusal: Refused): Asked {
  const given = String(refusal.facts["needs"] ?? "").split(",");
  return {
    reasons: APPROVAL_REASONS.filter((reason) => given.includes(reason)),
    mark: String(refusal.facts["mark"] ?? ""),
  };
}

interface ApprovalProps {
  /** The act that it is for: its id, as it will be sent again. */
  forId: string;
  asked: Asked;
  onApproved: (approvalId: string) => void;
  onClose: () => void;
}

/** Open while there is something to approve. */
export function ApprovalDialog(props: Omit<ApprovalProps, "asked"> & { asked: Asked | null }) {
  return (
    <Show when={props.asked}>
      {(asked) => (
        <Asking forId={props.forId} asked={asked()} onApproved={props.onApproved} onClose={props.onClose} />
      )}
    </Show>
  );
}

const approvedSchema = z.object({ id: z.string() });

function Asking(props: ApprovalProps) {
  const w = useWords(words);
  const { session, person } = useSession();
  const managers = () => session()?.staff.filter((colleague) => may(colleague.roles, "approve")) ?? [];
  const first = managers().find((one) => one.staffId === person()?.staffId) ?? managers()[0];
  const typed = createManagerPin(managers, first);
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<unknown>(null);
  const facts = () => ({
    percent: `${formatPercent(session()?.settings?.discountLimitBasisPoints ?? 0)}%`,
    limit: formatRupiah(session()?.settings?.refundLimitRupiah ?? 0),
  });
  const approve = async () => {
    const manager = typed.chosen();
    if (!manager || busy() || typed.tooShort()) return;
    setBusy(true);
    setProblem(null);
    try {
      const { mark } = props.asked;
      const json = { id: newId(), forId: props.forId, mark, staffId: manager.staffId, pin: typed.pin() };
      const { id } = await answerOf(approvedSchema, api.approvals.$post({ json }));
      props.onApproved(id);
    } catch (error) {
      setProblem(() => error);
      typed.setPin("");
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      size="wide"
      title={w().title}
      onClose={props.onClose}
      actions={
        <>
          <Button size="large" onClick={props.onClose}>
            {w().leave}
          </Button>
          <Button
            size="large"
            kind="primary"
            icon={ShieldCheck}
            type="submit"
            form="approval"
            busy={busy()}
            disabled={typed.tooShort()}
          >
            {w().approve}
          </Button>
        </>
      }
    >
      <ManagerPinForm
        id="approval"
        of={typed}
        onSubmit={() => void approve()}
        nobody={managers().length === 0 ? w().none : undefined}
        refused={problem() ? sentenceOf(problem()) : undefined}
        pinFirst
      >
        <Notice tone="attention" title={props.asked.reasons.length > 0 ? w().needed : w().any}>
          <ul class="approval-why">
            <For each={props.asked.reasons}>{(reason) => <li>{w()[reason](facts())}</li>}</For>
          </ul>
          <p>{w().kept}</p>
        </Notice>
      </ManagerPinForm>
    </Dialog>
  );
}
