import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import OpenAPIResponseValidator from "openapi-response-validator"
import { parse } from "yaml"
import type { Exchange } from "./recording-proxy"

/** The gateway's own OpenAPI document lies beside the project, not in it. */
export const DOCUMENT_PATH = join(__dirname, "../../../shared/contracts/paystack.openapi.yaml")

type Schema = { $ref?: string; type?: string; additionalProperties?: unknown }
type Media = { $ref?: string; content?: Record<string, { schema: Schema }> }
type Parameter = { name: string; in: string; required?: boolean; schema: Schema }
type Operation = { parameters?: Parameter[]; requestBody?: Media; responses: Record<string, Media> }
type Components = { schemas: Record<string, Schema>; responses: Record<string, Media> }
type Document = { paths: Record<string, Record<string, Operation>>; components: Components }

/** `POST /refund: /amount must be integer`: where the wire and the document differ. */
export type Difference = { operation: string; status: number; at: string; message: string }

export function readOfficialDocument(): OfficialDocument | null {
  return existsSync(DOCUMENT_PATH)
    ? new OfficialDocument(parse(readFileSync(DOCUMENT_PATH, "utf8")) as Document)
    : null
}

class OfficialDocument {
  private readonly validators = new Map<string, OpenAPIResponseValidator>()

  constructor(private readonly document: Document) {}

  /** The operation's name in the document, such as `GET /refund/{id}`, or null when it knows none. */
  nameOf({ method, path }: Exchange): string | null {
    return this.find(method, path)?.name ?? null
  }

  differencesOfRequest(exchange: Exchange): Difference[] {
    const { name, operation } = this.mustFind(exchange)
    const schema = operation.requestBody && schemaOf(operation.requestBody)
    const differences = [
      ...parameterDifferences(operation, exchange.query),
      ...(schema ? this.validate(this.closed(schema), exchange.body) : bodyOfNone(exchange.body)),
    ]

    return differences.map((difference) => ({ operation: name, status: 0, ...difference }))
  }

  differencesOfAnswer(exchange: Exchange): Difference[] {
    const { name, operation } = this.mustFind(exchange)
    const documented = operation.responses[String(exchange.status)]
    const response = documented?.$ref
      ? this.document.components.responses[nameIn(documented.$ref)]
      : documented
    const schema = (response && schemaOf(response)) ?? this.document.components.schemas.Error
    const undocumented = documented ? [] : [{ at: "", message: `the document has no ${exchange.status}` }]
    const differences = [...undocumented, ...this.validate(schema ?? {}, exchange.answer)]

    return differences.map((difference) => ({ operation: name, status: exchange.status, ...difference }))
  }

  private mustFind({ method, path }: Exchange) {
    const found = this.find(method, path)
    if (!found) {
      throw new Error(`The official document has no ${method} ${path}`)
    }

    return found
  }

  /** A literal path wins over a template: `/transaction/initialize` is no `/transaction/{id}`. */
  private find(method: string, path: string) {
    const names = Object.keys(this.document.paths).filter((template) =>
      new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`).test(path)
    )
    const template = names.toSorted((a, b) => Number(a.includes("{")) - Number(b.includes("{")))[0]
    const operation = template && this.document.paths[template]?.[method.toLowerCase()]

    return template && operation ? { name: `${method} ${template}`, operation } : null
  }

  /** The document leaves bodies open; what it does not name, the real API would not understand. */
  private closed(schema: Schema): Schema {
    const resolved = schema.$ref ? this.document.components.schemas[nameIn(schema.$ref)] : schema

    return { ...resolved, additionalProperties: false }
  }

  private validate(schema: Schema, value: unknown) {
    const result = this.validatorOf(schema).validateResponse(200, structuredClone(value)) as
      | { errors: { path: string; message: string }[] }
      | undefined

    return (result?.errors ?? []).map(({ path, message }) => ({ at: path, message }))
  }

  /** The named schemas that a text of JSON leads to; the whole document would take seconds to compile. */
  private reachableFrom(text: string, found: Record<string, Schema> = {}): Record<string, Schema> {
    for (const [, name = ""] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      const schema = this.document.components.schemas[name]
      if (schema && !found[name]) {
        found[name] = schema
        this.reachableFrom(JSON.stringify(schema), found)
      }
    }

    return found
  }

  private validatorOf(schema: Schema): OpenAPIResponseValidator {
    const key = JSON.stringify(schema)
    const validator =
      this.validators.get(key) ??
      new OpenAPIResponseValidator({
        responses: { 200: { description: "", content: { "application/json": { schema } } } } as never,
        components: { schemas: this.reachableFrom(key) } as never,
      })
    this.validators.set(key, validator)

    return validator
  }
}

const nameIn = (ref: string) => ref.split("/").at(-1) ?? ""

const schemaOf = (media: Media) => media.content?.["application/json"]?.schema

const bodyOfNone = (body: unknown) =>
  body === undefined ? [] : [{ at: "", message: "the operation takes no body" }]

function parameterDifferences(operation: Operation, query: URLSearchParams) {
  const known = (operation.parameters ?? []).filter((parameter) => parameter.in === "query")
  const unknown = [...query.keys()]
    .filter((name) => !known.some((parameter) => parameter.name === name))
    .map((name) => ({ at: `?${name}`, message: "the operation has no such parameter" }))
  const wrong = known
    .filter(({ name, schema }) => schema.type === "integer" && query.has(name))
    .filter(({ name }) => !/^\d+$/.test(query.get(name) ?? ""))
    .map(({ name }) => ({ at: `?${name}`, message: "must be integer" }))

  return [...unknown, ...wrong]
}
