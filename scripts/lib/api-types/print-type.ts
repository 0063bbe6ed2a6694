import ts from "typescript"
import type { NamedTypes } from "./named-types"

/** Deeper than any answer; a type that refers to itself ends here. */
const MOST_LEVELS = 14

const { TypeFlags } = ts

/** How a TypeScript type reads after it went through JSON: a date is text, a function is not there, undefined is left out. */
export class TypePrinter {
  /** Places whose type says nothing, such as `answer.orders[].metadata`. */
  readonly vague: string[] = []

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly names: NamedTypes
  ) {}

  print(type: ts.Type, place: string, above: readonly ts.Type[] = []): string {
    if (type.isUnion()) {
      return this.names.keep(type.aliasSymbol ? nameOf(type) : null, this.printUnion(type, place, above))
    }

    return simpleText(type) ?? this.printStructure(type, place, above)
  }

  private printUnion(type: ts.UnionType, place: string, above: readonly ts.Type[]): string {
    const parts = type.types.filter(({ flags }) => !(flags & (TypeFlags.Undefined | TypeFlags.Void)))
    const texts = new Set(parts.map((part) => this.print(part, place, above)))
    if (texts.delete("true") && !texts.delete("false")) {
      texts.add("true")
    } else if (parts.some(({ flags }) => flags & TypeFlags.BooleanLiteral) && !texts.has("true")) {
      texts.delete("false")
      texts.add(parts.some((part) => this.checker.typeToString(part) === "true") ? "boolean" : "false")
    }

    return [...texts].toSorted().join(" | ") || "undefined"
  }

  private printStructure(type: ts.Type, place: string, above: readonly ts.Type[]): string {
    if (type.flags & (TypeFlags.Any | TypeFlags.Unknown)) {
      this.vague.push(place)

      return "unknown"
    }
    if (type.flags & TypeFlags.TypeParameter) {
      const bound = this.checker.getBaseConstraintOfType(type)

      return bound ? this.print(bound, place, above) : "unknown"
    }
    if (above.includes(type) || above.length > MOST_LEVELS) {
      return "unknown"
    }
    const inner = [...above, type]
    if (this.checker.isArrayType(type) || this.checker.isTupleType(type)) {
      const [item] = this.checker.getTypeArguments(type as ts.TypeReference)

      return `Array<${item ? this.print(item, `${place}[]`, inner) : "unknown"}>`
    }

    return this.printObject(type, place, inner)
  }

  private printObject(type: ts.Type, place: string, above: readonly ts.Type[]): string {
    if (type.symbol?.name === "Date") {
      return "string"
    }
    const json = this.answerOf(type, "toJSON")
    if (json) {
      return this.print(json, place, above)
    }
    const values = this.checker.getIndexTypeOfType(type, ts.IndexKind.String)
    const properties = this.checker.getPropertiesOfType(type)
    if (values && !properties.length) {
      return `Record<string, ${this.print(values, `${place}.*`, above)}>`
    }
    const fields = properties
      .map((property) => this.printProperty(property, place, above))
      .filter((text) => text !== null)
      .toSorted()

    return this.names.keep(nameOf(type), `{ ${fields.join("; ")} }`)
  }

  private printProperty(property: ts.Symbol, place: string, above: readonly ts.Type[]): string | null {
    const type = this.checker.getTypeOfSymbol(property)
    if (property.name.startsWith("__@") || isFunction(type)) {
      return null
    }
    const isOptional = Boolean(property.flags & ts.SymbolFlags.Optional) || mayBeUndefined(type)
    const text = this.print(type, `${place}.${property.name}`, above)
    const key = /^[A-Za-z_$][\w$]*$/.test(property.name) ? property.name : JSON.stringify(property.name)

    return text === "undefined" ? null : `${key}${isOptional ? "?" : ""}: ${text}`
  }

  private answerOf(type: ts.Type, method: string): ts.Type | null {
    const property = type.getProperty(method)
    const [signature] = property ? this.checker.getTypeOfSymbol(property).getCallSignatures() : []

    return signature ? this.checker.getReturnTypeOfSignature(signature) : null
  }
}

const isFunction = (type: ts.Type) => type.getCallSignatures().length > 0 && type.getProperties().length === 0

const mayBeUndefined = (type: ts.Type) =>
  type.isUnion() && type.types.some(({ flags }) => flags & TypeFlags.Undefined)

function simpleText(type: ts.Type): string | null {
  const { flags } = type
  if (type.isStringLiteral()) {
    return JSON.stringify(type.value)
  }
  if (type.isNumberLiteral()) {
    return String(type.value)
  }
  if (flags & TypeFlags.BooleanLiteral) {
    return (type as ts.Type & { intrinsicName: string }).intrinsicName
  }
  if (flags & (TypeFlags.StringLike | TypeFlags.TemplateLiteral) || isOpenString(type)) {
    return "string"
  }
  if (flags & TypeFlags.NumberLike) {
    return "number"
  }
  if (flags & TypeFlags.Null) {
    return "null"
  }

  return flags & (TypeFlags.Undefined | TypeFlags.Void) ? "undefined" : null
}

/** `"a" | (string & {})`: some values are suggested, any is allowed. */
const isOpenString = (type: ts.Type) =>
  type.isIntersection() && type.types.some(({ flags }) => flags & TypeFlags.StringLike)

/** What the code calls the type; null for one that is written in place. */
function nameOf(type: ts.Type): string | null {
  const name = type.aliasSymbol?.name ?? type.symbol?.name ?? ""
  const isGeneric = Boolean(type.aliasTypeArguments?.length)

  return /^[A-Z]\w+$/.test(name) && !isGeneric && !GENERAL.has(name) ? name : null
}

/** Names of TypeScript's and of libraries, that stand for many shapes. */
const GENERAL = new Set(["Object", "Pick", "Omit", "Partial", "Required", "Readonly", "Record", "Row"])
