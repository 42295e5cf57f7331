// Signing out where not everything is sent: it is tried first; else the screen is locked, another comes, or a manager lets go (L6).
import Contact from "lucide-solid/icons/contact";
import Lock from "lucide-solid/icons/lock";
import LogOut from "lucide-solid/icons/log-out";
import RefreshCw from "lucide-solid/icons/refresh-cw";
import ShieldCheck from "lucide-solid/icons/shield-check";
import { createSignal, Match, Show, Switch } from "solid-js";
import { Portal } from "solid-js/web";
import { may } from "#rules/permissions";
import { newId, sentenceOf } from "./api.ts";
import { shopNow } from "./clock.ts";
import { useDevice } from "./device.tsx";
import { createManagerPin, ManagerPinForm } from "./manager-pin.tsx";
import { sendFirst } from "./send-first.ts";
import { useSession } from "./session.tsx";
import { useAnnounce } from "./ui/announcer.tsx";
import { Button } from "./ui/Button.tsx";
import { Dialog } from "./ui/Dialog.tsx";
import { Notice } from "./ui/Notice.tsx";
import { Progress } from "./ui/Progress.tsx";
import { TextField } from "./ui/TextField.tsx";
import { useQuickChange } from "./who-is-here.tsx";
import { dictionary, useWords } from "./words.ts";
import "./leaving.css";

const words = dictionary({
  id: {
    signOut: "Keluar",
    sendingTitle: "Mengirim dulu",
    sending: "Mengirim yang belum terkirim",
    far: (of: { sent: number; all: number }) => `${of.sent} dari ${of.all} terkirim`,
    leftTitle: (of: { count: number }) => `${of.count} belum terkirim`,
    left: "Semuanya tetap tersimpan di perangkat ini dan terkirim sendiri setelah seseorang masuk dan server menjawab. Hanya di perangkat ini: jangan hapus data peramban.",
    again: "Kirim lagi",
    lock: "Kunci layar",
    change: "Ganti kasir",
    letGo: "Keluar dengan manajer",
    letGoTitle: "Keluar sebelum semua terkirim",
    letGoSaid: "Manajer mengetik PIN dan alasannya. Itu dicatat, dan yang belum terkirim tetap di sini.",
    reason: "Alasan",
    reasonNeeded: "Tulis alasannya.",
    none: "Belum ada manajer yang pernah masuk di kasir ini. Kunci layarnya, atau tunggu server menjawab.",
    behind: "Satu tindakan masih menunggu jawaban server. Kunci layarnya, atau tunggu.",
    back: "Kembali",
  },
  en: {
    signOut: "Sign out",
    sendingTitle: "Sending first",
    sending: "Sending what is not sent yet",
    far: (of) => `${of.sent} of ${of.all} sent`,
    leftTitle: (of) => (of.count === 1 ? "1 act is not sent yet" : `${of.count} acts are not sent yet`),
    left: "All of it stays on this device and goes by itself once somebody is signed in and the server answers. Only on this device: do not clear the browser's data.",
    again: "Send again",
    lock: "Lock the screen",
    change: "Change cashier",
    letGo: "Leave with a manager",
    letGoTitle: "Leaving before all is sent",
    letGoSaid: "A manager types a PIN and the reason. That is recorded, and what is not sent yet stays here.",
    reason: "Reason",
    reasonNeeded: "Write the reason.",
    none: "No manager has signed in at this till before. Lock the screen, or wait until the server answers.",
    behind: "One act still waits for the server's answer. Lock the screen, or wait.",
    back: "Go back",
  },
});

/** here: nobody leaves. sending: it is tried. left: something stays, and what now. manager: one lets go. */
type Stand = "here" | "sending" | "left" | "manager";

/** The key that signs out, and what it asks where something is not sent. */
export function SignOutKey() {
  const w = useWords(words);
  const { signOut, lock } = useSession();
  const device = useDevice();
  const quick = useQuickChange();
  const announce = useAnnounce();
  const [stand, setStand] = createSignal<Stand>("here");
  const [busy, setBusy] = createSignal(false);
  const [all, setAll] = createSignal(0);
  const unsent = () => (device.state() === "ready" && !device.looksOn() ? device.outbox.unsent() : 0);
  const close = () => setStand("here");
  const out = async () => {
    setBusy(true);
    await signOut().catch((error) => announce(sentenceOf(error), "now"));
    setBusy(false);
    close();
  };
  const leave = async () => {
    if (unsent() === 0) return await out();
    setAll(unsent());
    setStand("sending");
    const sent = await sendFirst(device.outbox);
    if (stand() !== "sending") return;
    if (sent) return await out();
    setStand("left");
    announce(w().leftTitle({ count: unsent() }), "now");
  };
  const instead = (act: () => void) => () => {
    close();
    act();
  };
  return (
    <>
      <Button kind="plain" icon={LogOut} busy={busy()} onClick={() => void leave()}>
        {w().signOut}
      </Button>
      {/* Not inside the menu, whose narrow look it would take on. */}
      <Portal>
        <Switch>
          <Match when={stand() === "sending"}>
            <Dialog open title={w().sendingTitle} onClose={close}>
              <Progress
                label={w().sending}
                sentence={w().far({ sent: all() - unsent(), all: all() })}
                done={all() - unsent()}
                all={all()}
              />
            </Dialog>
          </Match>
          <Match when={stand() === "left"}>
            <Dialog open title={w().leftTitle({ count: unsent() })} onClose={close}>
              <div class="leaving">
                <p>{w().left}</p>
                <Button kind="primary" size="large" wide icon={Lock} onClick={instead(lock)}>
                  {w().lock}
                </Button>
                <Button size="large" wide icon={Contact} onClick={instead(quick.open)}>
                  {w().change}
                </Button>
                <Button size="large" wide icon={RefreshCw} onClick={() => void leave()}>
                  {w().again}
                </Button>
                <Button size="large" wide icon={ShieldCheck} onClick={() => setStand("manager")}>
                  {w().letGo}
                </Button>
              </div>
            </Dialog>
          </Match>
          <Match when={stand() === "manager"}>
            <LetGo unsent={unsent()} onBack={() => setStand("left")} onLetGo={out} />
          </Match>
        </Switch>
      </Portal>
    </>
  );
}

/** A manager signs in, says why, and the till is left: an act of its own, so that it can be found (H8). */
function LetGo(props: { unsent: number; onBack: () => void; onLetGo: () => Promise<void> }) {
  const w = useWords(words);
  const { session, signIn, offered, lock } = useSession();
  const { outbox } = useDevice();
  const announce = useAnnounce();
  const managers = () =>
    session()?.staff.filter((one) => may(one.roles, "approve") && offered(one.staffId)) ?? [];
  const typed = createManagerPin(managers, managers().length === 1 ? managers()[0] : undefined);
  const [reason, setReason] = createSignal("");
  const [tried, setTried] = createSignal(false);
  const [problem, setProblem] = createSignal<string | undefined>(undefined);
  const [busy, setBusy] = createSignal(false);
  const id = newId();
  // As it stood before the manager's own sign-in joined what waits.
  const { unsent } = props;
  const letGo = async (): Promise<void> => {
    setTried(true);
    setProblem(undefined);
    const manager = typed.chosen();
    if (!manager || typed.tooShort() || reason().trim() === "" || busy()) return;
    if (outbox.waiting()) return void setProblem(w().behind);
    setBusy(true);
    try {
      await signIn(manager.staffId, typed.pin());
      const act = { id, unsent, reason: reason().trim(), leftAtMs: shopNow() };
      const outcome = await outbox.act("leave_till", act);
      if (outcome.is === "accepted" || outcome.is === "kept") return await props.onLetGo();
      // It could not be written down after all: nobody stays here under the manager's name.
      lock();
      announce(outcome.is === "refused" ? sentenceOf(outcome.refusal) : w().behind, "now");
    } catch (error) {
      typed.setPin("");
      setProblem(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      size="wide"
      title={w().letGoTitle}
      onClose={props.onBack}
      actions={
        <>
          <Button size="large" onClick={props.onBack}>
            {w().back}
          </Button>
          <Button kind="primary" size="large" icon={LogOut} type="submit" form="let-go" busy={busy()}>
            {w().signOut}
          </Button>
        </>
      }
    >
      <Show when={managers().length > 0} fallback={<Notice tone="attention">{w().none}</Notice>}>
        <ManagerPinForm id="let-go" of={typed} onSubmit={() => void letGo()} tried={tried() && !problem()}>
          <Show when={problem()}>
            <Notice tone="danger" live>
              {problem()}
            </Notice>
          </Show>
          <p>{w().letGoSaid}</p>
          <TextField
            label={w().reason}
            value={reason()}
            onInput={setReason}
            maxLength={500}
            autofocus
            error={tried() && reason().trim() === "" ? w().reasonNeeded : undefined}
          />
        </ManagerPinForm>
      </Show>
    </Dialog>
  );
}
