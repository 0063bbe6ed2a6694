import type { z } from "@medusajs/framework/zod"

type Schema = z.core.$ZodType
type Def = { type: string } & Record<string, unknown>

const defOf = (schema: Schema) => schema._zod.def as unknown as Def

/** What may be left out, by the kind of schema that allows it. */
const OPTIONAL = new Set(["optional", "default", "prefault"])
const WRAPPERS = new Set([...OPTIONAL, "nonoptional", "readonly", "catch", "lazy"])

const SIMPLE: Record<string, string> = {
  string: "string",
  number: "number",
  int: "number",
  boolean: "boolean",
  null: "null",
  date: "string",
  undefined: "undefined",
  file: "Blob",
}

/** What a client may send where a zod schema reads: the input, before defaults and transformations. */
export function printSchema(schema: Schema): string {
  const def = defOf(schema)
  const simple = SIMPLE[def.type]
  if (simple) {
    return simple
  }
  const inner = innerOf(def)
  if (inner) {
    return printSchema(inner)
  }
  const print = PRINTERS[def.type]

  return print ? print(def) : "unknown"
}

/** What a wrapper wraps; a pipe's first part, unless that only transforms (`z.preprocess`). */
function innerOf(def: Def): Schema | null {
  if (def.type === "lazy") {
    return (def.getter as () => Schema)()
  }
  if (def.type === "pipe") {
    const first = def.in as Schema

    return defOf(first).type === "transform" ? (def.out as Schema) : first
  }

  return WRAPPERS.has(def.type) ? (def.innerType as Schema) : null
}

const isOptional = (schema: Schema): boolean => {
  const def = defOf(schema)
  if (OPTIONAL.has(def.type)) {
    return true
  }
  const inner = def.type === "nonoptional" ? null : innerOf(def)

  return inner ? isOptional(inner) : def.type === "union" && (def.options as Schema[]).some(isOptional)
}

const PRINTERS: Record<string, (def: Def) => string> = {
  object: (def) => {
    const fields = Object.entries(def.shape as Record<string, Schema>).map(
      ([name, schema]) =>
        `${/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name)}${isOptional(schema) ? "?" : ""}: ${printSchema(schema)}`
    )

    return `{ ${fields.join("; ")} }`
  },
  array: (def) => `Array<${printSchema(def.element as Schema)}>`,
  nullable: (def) => `${printSchema(def.innerType as Schema)} | null`,
  union: (def) =>
    [...new Set((def.options as Schema[]).map(printSchema))]
      .filter((text) => text !== "undefined")
      .join(" | "),
  intersection: (def) => `${printSchema(def.left as Schema)} & ${printSchema(def.right as Schema)}`,
  enum: (def) =>
    Object.values(def.entries as Record<string, string>)
      .map((value) => JSON.stringify(value))
      .join(" | "),
  literal: (def) => (def.values as unknown[]).map((value) => JSON.stringify(value)).join(" | "),
  record: (def) => `Record<string, ${printSchema(def.valueType as Schema)}>`,
  tuple: (def) => `[${(def.items as Schema[]).map(printSchema).join(", ")}]`,
}
