import type { IncomingMessage, Server, ServerResponse } from "node:http"
import { ApiError } from "./state"

export type ApiAnswer = { status: number; body: unknown }

const MOST_BODY_BYTES = 100_000
const MOST_FILE_BYTES = 20_000_000

export const readBody = async (req: IncomingMessage): Promise<string> =>
  (await readBytes(req, MOST_BODY_BYTES)).toString("utf8")

export const readFile = (req: IncomingMessage): Promise<Buffer> => readBytes(req, MOST_FILE_BYTES)

export type SentFile = { mime_type: string; bytes: Buffer }

/** The body as text, or the first file of a form. */
export async function readTextOrFile(req: IncomingMessage): Promise<{ text: string; file?: SentFile }> {
  const type = req.headers["content-type"] ?? ""
  if (!type.startsWith("multipart/form-data")) {
    return { text: await readBody(req) }
  }
  const bytes = new Uint8Array(await readFile(req))
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData()
  const file = [...form.values()].find((value) => typeof value !== "string")

  return {
    text: "",
    file: file && { mime_type: file.type, bytes: Buffer.from(await file.arrayBuffer()) },
  }
}

async function readBytes(req: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  // The iterator would close the connection on an early end, and the refusal could not be answered.
  for await (const chunk of req.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > most) {
      throw new ApiError(413, "too_large", "The request is too large")
    }
    chunks.push(chunk)
  }

  return Buffer.concat(chunks)
}

/** Undefined for an empty body. @throws ApiError for anything but JSON */
export function parseBody(text: string): unknown {
  if (!text) {
    return undefined
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError(400, "invalid_params", "The body is not valid JSON")
  }
}

export function send(res: ServerResponse, { status, body }: ApiAnswer): void {
  // What is left of a body that was too large is not read.
  const connection = status === 413 ? { connection: "close" } : {}
  res.writeHead(status, { "content-type": "application/json", ...connection }).end(JSON.stringify(body))
}

export function sendPage(res: ServerResponse, status: number, page: string): void {
  res
    .writeHead(status, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    })
    .end(page)
}

/** An error in Paystack's envelope: what was refused, or a 500 for what nobody foresaw. */
export function refusal(error: unknown): ApiAnswer {
  const { status, code, message, type } =
    error instanceof ApiError
      ? error
      : new ApiError(500, "unknown", error instanceof Error ? error.message : "Error", "api_error")

  return { status, body: { status: false, message, meta: { nextStep: "Check the request" }, type, code } }
}

export function portOf(server: Server): number {
  const address = server.address()

  return typeof address === "object" && address ? address.port : 0
}
