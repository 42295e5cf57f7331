// The frame around every screen: where one can go, who is here, how the line is, and the screen itself.
import Menu from "lucide-solid/icons/menu";
import { createEffect, createSignal, For, type JSX, on, type ParentProps, Show } from "solid-js";
import { Dialog } from "./Dialog.tsx";
import { Icon, type IconShape } from "./Icon.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { dictionary, useWords } from "./language.ts";
import { Mark } from "./Mark.tsx";

export interface NavItem {
  href: string;
  label: string;
  icon: IconShape;
  /** How many things wait there. */
  waiting?: number | undefined;
}

export type NavShellProps = ParentProps<{
  /** The place's name, such as the centre's. */
  name: string;
  line?: string | undefined;
  items: readonly NavItem[];
  /** Where one is now: `useLocation().pathname`. */
  path: string;
  person?: JSX.Element;
  link?: JSX.Element;
  /** A band over everything, such as the one that says this is practice. */
  banner?: JSX.Element;
  /** The rail stays narrow, so that the screen has the room. */
  narrow?: boolean | undefined;
}>;

const words = dictionary({
  id: {
    skip: "Langsung ke isi",
    places: "Menu utama",
    menu: "Menu",
    waiting: (of: { count: number }) => `${of.count} menunggu`,
  },
  en: {
    skip: "Skip to the content",
    places: "Main menu",
    menu: "Menu",
    waiting: (of) => `${of.count} waiting`,
  },
});

export function NavShell(props: NavShellProps) {
  const w = useWords(words);
  const [menuOpen, setMenuOpen] = createSignal(false);
  createEffect(
    on(
      () => props.path,
      () => setMenuOpen(false),
      { defer: true },
    ),
  );
  const isHere = (item: NavItem) =>
    item.href === "/"
      ? props.path === "/"
      : props.path === item.href || props.path.startsWith(`${item.href}/`);
  const link = (item: NavItem) => (
    <a class="nav-item" href={item.href} aria-current={isHere(item) ? "page" : undefined}>
      <Icon is={item.icon} size={24} />
      <span class="nav-word">{item.label}</span>
      <Waiting count={item.waiting} />
    </a>
  );
  const brand = () => (
    <p class="brand">
      <Mark />
      <span class="brand-words">
        <strong>{props.name}</strong>
        <span>{props.line}</span>
      </span>
    </p>
  );
  // A bar at the bottom holds four keys and the menu; five places need no menu to be found.
  const inBar = () => props.items.slice(0, 4);
  /** What waits at the places that only the menu shows. */
  const waitingInMenu = () => props.items.slice(4).reduce((sum, item) => sum + (item.waiting ?? 0), 0);
  return (
    <div class="shell" classList={{ "shell-narrow": props.narrow }}>
      <a class="skip" href="#isi">
        {w().skip}
      </a>
      <Show when={props.banner}>
        <aside class="shell-banner">{props.banner}</aside>
      </Show>
      <header class="shell-head">
        {brand()}
        <div class="shell-head-link">{props.link}</div>
      </header>
      <nav class="shell-rail" aria-label={w().places}>
        {brand()}
        <ul>
          <For each={props.items}>{(item) => <li>{link(item)}</li>}</For>
        </ul>
        <div class="shell-foot">
          {props.link}
          {props.person}
          <LanguageSwitch />
        </div>
      </nav>
      <main class="shell-main" id="isi" tabIndex={-1}>
        {props.children}
      </main>
      <nav class="shell-bar" aria-label={w().places}>
        <For each={inBar()}>{(item) => link(item)}</For>
        <button
          type="button"
          class="nav-item"
          aria-haspopup="dialog"
          aria-expanded={menuOpen()}
          onClick={() => setMenuOpen(true)}
        >
          <Icon is={Menu} size={24} />
          <span class="nav-word">{w().menu}</span>
          <Waiting count={waitingInMenu()} />
        </button>
      </nav>
      <Dialog open={menuOpen()} title={w().menu} onClose={() => setMenuOpen(false)}>
        <ul class="menu-items">
          <For each={props.items}>{(item) => <li>{link(item)}</li>}</For>
        </ul>
        <div class="shell-foot">
          {props.person}
          <LanguageSwitch />
        </div>
      </Dialog>
    </div>
  );
}

function Waiting(props: { count: number | undefined }) {
  const w = useWords(words);
  return (
    <Show when={props.count}>
      {(count) => (
        <span class="nav-waiting">
          <span aria-hidden="true">{count()}</span>
          <span class="visually-hidden">{w().waiting({ count: count() })}</span>
        </span>
      )}
    </Show>
  );
}
