// Puts the screens into their frame: what is shown before there is a centre, before someone signs in, and after.
import {
  Navigate,
  Route,
  Router,
  type RouteSectionProps,
  useLocation,
  useMatch,
  useNavigate,
} from "@solidjs/router";
import {
  type Component,
  createEffect,
  For,
  Match,
  on,
  type ParentProps,
  Show,
  Suspense,
  Switch,
  untrack,
} from "solid-js";
import { createKnownAreas } from "./areas.ts";
import { createAutoLock } from "./auto-lock.ts";
import { DeviceProvider, useDevice } from "./device.tsx";
import { ClockNotice, OtherTabNotice, PersonHere, PracticeBanner, Waiting } from "./frame.tsx";
import { createLinkVoice, LinkFace } from "./link-state.tsx";
import { NewVersion } from "./new-version.tsx";
import { createPlaces } from "./places.ts";
import { createRepairsWatch } from "./repairs-waiting.ts";
import { display, myMoney, type Screen, setUp as SetUpPage, screens, trust } from "./screens.ts";
import { SessionProvider, useSession } from "./session.tsx";
import { SignInPage } from "./sign-in.tsx";
import type { TillDisk } from "./till-disk.ts";
import { Announcer } from "./ui/announcer.tsx";
import { NavShell } from "./ui/NavShell.tsx";
import { Notice } from "./ui/Notice.tsx";
import { PageHeader } from "./ui/PageHeader.tsx";
import { Skeleton } from "./ui/Skeleton.tsx";
import { Toasts } from "./ui/toasts.tsx";
import { QuickChangeProvider } from "./who-is-here.tsx";
import { dictionary, useWords } from "./words.ts";

const words = dictionary({
  id: {
    notYours: "Bukan bagian Anda",
    notYoursSaid: "Peran Anda tidak membuka layar ini. Pilih yang lain dari menu, atau minta manajer masuk.",
    nowhere: "Halaman tidak ada",
    nowhereSaid: "Pilih salah satu dari menu.",
  },
  en: {
    notYours: "Not yours to open",
    notYoursSaid:
      "Your role does not open this screen. Choose another from the menu, or ask a manager to sign in.",
    nowhere: "No such page",
    nowhereSaid: "Choose one from the menu.",
  },
});

export function App(props: { disk: TillDisk }) {
  return (
    <Announcer>
      <Toasts>
        <SessionProvider disk={props.disk}>
          <DeviceProvider disk={props.disk}>
            <Router root={Gate}>
              <Route path="/" component={Home} />
              <For each={screens}>{(screen) => <Route path={screen.path} component={guarded(screen)} />}</For>
              <Route path={myMoney.path} component={myMoney.page} />
              <Route path={display.path} component={() => <display.page disk={props.disk} />} />
              <Route path={trust.path} component={trust.page} />
              <Route path="*" component={Nowhere} />
            </Router>
          </DeviceProvider>
        </SessionProvider>
      </Toasts>
    </Announcer>
  );
}

/** What stands before the screens: the set-up, the sign-in, and for makers and customers nothing. */
function Gate(props: RouteSectionProps) {
  const { session, person, locked } = useSession();
  const device = useDevice();
  const outside = () => [myMoney.path, display.path].some((path) => props.location.pathname.startsWith(path));
  createEffect(() => !outside() && device.claim());
  createTakeOver();
  return (
    <Suspense fallback={<Waiting />}>
      <Switch fallback={<Waiting />}>
        <Match when={!session()}>
          <Waiting />
        </Match>
        <Match when={props.location.pathname === trust.path}>
          <PracticeBanner alone />
          {props.children}
        </Match>
        <Match when={session()?.book !== "ready"}>
          <SetUpPage />
        </Match>
        <Match when={outside()}>
          <PracticeBanner alone />
          {props.children}
        </Match>
        <Match when={locked() || !person()}>
          <PracticeBanner alone />
          <SignInPage />
        </Match>
        <Match when={person()}>
          <QuickChangeProvider>
            <Frame path={props.location.pathname}>{props.children}</Frame>
          </QuickChangeProvider>
        </Match>
      </Switch>
    </Suspense>
  );
}

/** Whoever takes over a device where another has left a screen that is not theirs comes to what is theirs. */
function createTakeOver(): void {
  const { person, may } = useSession();
  const navigate = useNavigate();
  const here = screens.map(({ path, right }) => ({ right, match: useMatch(() => path) }));
  const isTheirs = () => {
    const right = here.find(({ match }) => match())?.right ?? null;
    return right === null || may(right);
  };
  createEffect<number | null>((before) => {
    const now = person()?.staffId ?? null;
    if (now === null) return before;
    if (before !== null && before !== now && !untrack(isTheirs)) navigate("/", { replace: true });
    return now;
  }, null);
}

function Frame(props: ParentProps<{ path: string }>) {
  const { session, lock, isAwake } = useSession();
  const device = useDevice();
  createAutoLock({
    minutes: () => session()?.settings?.lockAfterMinutes ?? 0,
    watches: () => device.state() === "ready",
    isBusy: () => isAwake() || device.outbox.waiting() !== null,
    lock,
  });
  createLinkVoice(device.link);
  createKnownAreas();
  const places = createPlaces();
  createRepairsWatch();
  const atTill = () => props.path === till;
  // A change of screen is heard: the new screen's name takes the focus.
  createEffect(
    on(
      () => props.path.split("/")[1],
      () =>
        requestAnimationFrame(() =>
          document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true }),
        ),
      { defer: true },
    ),
  );
  return (
    <NavShell
      name={session()?.centre?.name ?? ""}
      line={session()?.centre?.place}
      items={places()}
      path={props.path}
      narrow={atTill()}
      banner={session()?.practice ? <PracticeBanner /> : undefined}
      link={<LinkFace />}
      person={
        <>
          <NewVersion />
          <PersonHere />
        </>
      }
    >
      <ClockNotice />
      <OtherTabNotice />
      <Suspense fallback={<Skeleton count={6} shape="rows" />}>{props.children}</Suspense>
    </NavShell>
  );
}

/** The first place of the menu: not everybody sells. */
function Home() {
  const places = createPlaces();
  return <Navigate href={places()[0]?.href ?? till} />;
}

const till = "/kasir";

function guarded(screen: Screen): Component {
  return () => {
    const { may } = useSession();
    // Whoever signs in at a till and does not sell comes to what is theirs.
    const otherwise = () => (screen.path === till ? <Home /> : <NotYours />);
    return (
      <Show when={screen.right === null || may(screen.right)} fallback={otherwise()}>
        <screen.page />
      </Show>
    );
  };
}

function NotYours() {
  const w = useWords(words);
  return (
    <div class="page">
      <PageHeader title={w().notYours} />
      <Notice tone="attention">{w().notYoursSaid}</Notice>
    </div>
  );
}

function Nowhere() {
  const w = useWords(words);
  const location = useLocation();
  return (
    <div class="page">
      <PageHeader title={w().nowhere} sentence={location.pathname} />
      <Notice tone="info">{w().nowhereSaid}</Notice>
    </div>
  );
}
