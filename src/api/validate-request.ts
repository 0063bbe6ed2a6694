import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
  validateAndTransformBody as validateBodyOfCore,
  validateAndTransformQuery as validateQueryOfCore,
} from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"

type Schema = z.ZodType

type Validator = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => Promise<void>

/** What a validator reads; the dashboard's API client is generated from it. */
export type Reads = { body?: Schema; query?: Schema }

/** Which part of a request is wrong, and why. */
export type WrongField = { path: string[]; message: string }

/** Medusa's own, that also shows its schema, and whose refusal names the fields. */
export const validateAndTransformBody = (schema: Schema): Validator & { reads: Reads } =>
  Object.assign(
    namingFields(validateBodyOfCore(schema), (req) => wrongFields(schema, req.body)),
    { reads: { body: schema } }
  )

type QueryConfig = Parameters<typeof validateQueryOfCore>[1]

/** Medusa's own, that also shows its schema, and whose refusal names the fields. */
export const validateAndTransformQuery = (
  schema: Schema,
  config: QueryConfig
): Validator & { reads: Reads } =>
  Object.assign(
    namingFields(validateQueryOfCore(schema, config), (req) => wrongFields(schema, req.query)),
    { reads: { query: schema } }
  )

/** Medusa's refusal is one sentence, which does not always say which field it is about. */
const namingFields =
  (validate: Validator, fieldsOf: (req: MedusaRequest) => WrongField[]): Validator =>
  (req, res, next) =>
    validate(req, res, (error?: unknown) => {
      next(error instanceof Error ? Object.assign(error, { fields: fieldsOf(req) }) : error)
    })

const MOST_FIELDS = 20

function wrongFields(schema: Schema, input: unknown): WrongField[] {
  const strict = "strict" in schema ? (schema as z.ZodObject).strict() : schema
  const { error } = strict.safeParse(input)

  return (error?.issues ?? []).slice(0, MOST_FIELDS).map(({ path, message }) => ({
    path: path.map(String),
    message,
  }))
}
