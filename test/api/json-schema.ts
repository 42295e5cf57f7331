// Reads the schemas of the API's document: whether they are sound, and whether a value fits one.

export type Schema = boolean | { readonly [keyword: string]: unknown };

const types = ["string", "number", "integer", "boolean", "object", "array", "null"];
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What is wrong with a schema itself, by path; empty when nothing is. References are resolved in `root`. */
export function unsound(schema: unknown, root: unknown, path = "#"): string[] {
  if (typeof schema === "boolean") return [];
  if (!isObject(schema)) return [`${path} is no schema`];
  const faults: string[] = [];
  const into = (part: unknown, name: string) => faults.push(...unsound(part, root, `${path}/${name}`));
  const { type, $ref, properties, required, pattern } = schema;
  if (typeof $ref === "string" && resolved($ref, root) === undefined)
    faults.push(`${path} refers to nothing: ${$ref}`);
  for (const one of [type].flat())
    if (one !== undefined && !types.includes(String(one)))
      faults.push(`${path} is of no type: ${String(one)}`);
  if (typeof pattern === "string") new RegExp(pattern, "u");
  if (Array.isArray(required) && isObject(properties))
    for (const name of required)
      if (!(String(name) in properties))
        faults.push(`${path} requires ${String(name)}, which it does not describe`);
  if (isObject(properties)) for (const [name, part] of Object.entries(properties)) into(part, name);
  for (const keyword of ["items", "additionalProperties", "propertyNames", "not"])
    if (schema[keyword] !== undefined) into(schema[keyword], keyword);
  for (const keyword of ["anyOf", "oneOf", "allOf"]) {
    const parts = schema[keyword];
    if (parts === undefined) continue;
    if (Array.isArray(parts) && parts.length > 0) for (const part of parts) into(part, keyword);
    else faults.push(`${path}/${keyword} names nothing`);
  }
  return faults;
}

export function resolved(ref: string, root: unknown): unknown {
  let at: unknown = root;
  for (const name of ref.replace(/^#\//, "").split("/"))
    at = isObject(at) ? at[name.replaceAll("~1", "/").replaceAll("~0", "~")] : undefined;
  return at;
}

/** Where a value does not fit a schema; empty when it does. What the schema does not name must not be there. */
export function misfits(value: unknown, schema: unknown, root: unknown, path = "answer"): string[] {
  if (typeof schema === "boolean" || !isObject(schema))
    return schema === false ? [`${path} must not be`] : [];
  if (typeof schema["$ref"] === "string") return misfits(value, resolved(schema["$ref"], root), root, path);
  for (const keyword of ["anyOf", "oneOf"]) {
    const parts = schema[keyword];
    if (Array.isArray(parts)) {
      const tried = parts.map((part) => misfits(value, part, root, path));
      return tried.some((faults) => faults.length === 0) ? [] : (tried[0] ?? [`${path} fits none`]);
    }
  }
  if (Array.isArray(schema["allOf"]))
    return schema["allOf"].flatMap((part) => misfits(value, part, root, path));
  const allowed = [schema["type"]].flat().filter((type) => type !== undefined);
  if (allowed.length > 0 && !allowed.some((type) => isOf(value, String(type))))
    return [`${path} is no ${allowed.join(" or ")}: ${JSON.stringify(value)}`];
  if (Array.isArray(schema["enum"]) && !schema["enum"].includes(value))
    return [`${path} is none of ${schema["enum"].join(", ")}: ${String(value)}`];
  if (schema["const"] !== undefined && schema["const"] !== value)
    return [`${path} is not ${String(schema["const"])}`];
  if (
    typeof value === "string" &&
    typeof schema["pattern"] === "string" &&
    !new RegExp(schema["pattern"], "u").test(value)
  )
    return [`${path} does not match: ${value}`];
  if (typeof value === "number" && typeof schema["minimum"] === "number" && value < schema["minimum"])
    return [`${path} is too small: ${value}`];
  if (Array.isArray(value))
    return value.flatMap((item, index) => misfits(item, schema["items"] ?? true, root, `${path}[${index}]`));
  if (isObject(value)) return misfitsOfObject(value, schema, root, path);
  return [];
}

function misfitsOfObject(
  value: Record<string, unknown>,
  schema: { readonly [keyword: string]: unknown },
  root: unknown,
  path: string,
): string[] {
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  const required = Array.isArray(schema["required"]) ? schema["required"].map(String) : [];
  const missing = required.filter((name) => !(name in value)).map((name) => `${path}.${name} is missing`);
  const more = schema["additionalProperties"];
  return [
    ...missing,
    ...Object.entries(value).flatMap(([name, part]) => {
      if (name in properties) return misfits(part, properties[name], root, `${path}.${name}`);
      if (isObject(more)) return misfits(part, more, root, `${path}.${name}`);
      return [`${path}.${name} is not described`];
    }),
  ];
}

function isOf(value: unknown, type: string): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isObject(value);
  if (type === "integer") return Number.isSafeInteger(value);
  return typeof value === type;
}
