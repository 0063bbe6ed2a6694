import { format } from "node:util"
import type { Reads } from "../../../src/api/validate-request"
import { type RouteFile, readRouteFiles } from "../access/route-files"
import { readAnswers } from "./answers"
import { NamedTypes } from "./named-types"
import { printSchema } from "./print-schema"
import { readSchemas } from "./schemas"

/** What the dashboard calls. */
const SURFACES = ["/vendor", "/admin", "/auth"]

export type ClientTypes = { text: string; vague: string[] }

/** The file of types that the dashboard's API client is built on: what every route takes and what it answers. */
export function clientTypes(): ClientTypes {
  const files = readRouteFiles().filter(({ path }) => SURFACES.includes(`/${path.split("/")[1]}`))
  const schemas = readSchemas()
  const names = new NamedTypes()
  const { texts, vague } = readAnswers(files, names)
  const routes = files.flatMap((file) => routesOf(file, { schemas, texts }))

  return {
    vague,
    text: [
      "// Written by `npm run client:types` from the routes' validators and answers.",
      ...names.declarations(),
      `export type Routes = {\n${routes.join("\n")}\n}`,
      "",
    ].join("\n\n"),
  }
}

type Known = { schemas: Map<string, Reads>; texts: Map<string, string> }

function routesOf({ path, methods }: RouteFile, { schemas, texts }: Known): string[] {
  return methods.map((method) => {
    const key = `${method} ${path}`
    const { query, body } = schemas.get(key) ?? {}

    return format(
      "  %j: { params: %s; query: %s; body: %s; answer: %s }",
      key,
      paramsOf(path),
      query ? printSchema(query) : "undefined",
      body ? printSchema(body) : "undefined",
      texts.get(key) ?? "undefined"
    )
  })
}

function paramsOf(path: string): string {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => `${name}: string`)

  return names.length ? `{ ${names.join("; ")} }` : "undefined"
}
