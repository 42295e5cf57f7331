// The mark of the house: five drops of wax on the dye.

export function Mark(props: { size?: number }) {
  return (
    <svg
      class="mark"
      viewBox="0 0 32 32"
      width={props.size ?? 32}
      height={props.size ?? 32}
      aria-hidden="true"
    >
      <rect width="32" height="32" rx="8" fill="var(--dye-indigo)" />
      <g fill="var(--dye-wax)">
        <circle cx="13" cy="18" r="6.5" />
        <circle cx="22.5" cy="10" r="3.2" />
        <circle cx="24" cy="20.5" r="1.9" />
        <circle cx="12.5" cy="7.5" r="1.7" />
        <circle cx="20" cy="26" r="1.3" />
      </g>
    </svg>
  );
}
