// Finds products by name, code or category, whatever the case and accents; those for sale first.
import type { ProductView } from "#rules/catalogue";

export function matching(products: readonly ProductView[], text: string): ProductView[] {
  const wanted = folded(text);
  return products
    .filter((one) => [one.name, one.sku, one.category].some((field) => folded(field).includes(wanted)))
    .sort((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name, "id"));
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
